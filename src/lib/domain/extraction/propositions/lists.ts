import type { Layout, Span } from '#lib/domain/articles/types.ts';
import { BOTH, type Decision, type Reading } from './reading.ts';
import type { Draft } from './types.ts';
import { wordAt, type Parsed } from './sentence.ts';
import { rowStart } from './names.ts';
import { spanOf } from './clause.ts';
import { items } from './parts.ts';
import { AUXILIARIES, isAdverb, NEGATORS } from './words.ts';

/** What the sentence before a list says of each of its points. */
export interface Lead {
	decision: Decision;
	stance: string;
	triggerId: string;
	subject: number | null;
	words: string;
	why: string;
}

/** Whether a sentence ends in a colon: what follows are its points. */
export function opensList(parsed: Parsed): boolean {
	return parsed.tokens.at(-1)?.w === ':';
}

/** The lead of a list from a trigger whose content are the points: "The two sides agreed to:". */
export function leadFrom(layout: Layout, parsed: Parsed, reading: Reading, decision: Decision): Lead {
	const from = parsed.tokens[reading.hit.from]?.start ?? 0;
	const end = parsed.tokens.at(-1)?.start ?? from;
	const words = layout.article.text.slice(from, end).trim();
	const { entry } = reading.hit;
	const subject = reading.subject?.named.index ?? null;
	return { decision, stance: entry.stance, triggerId: entry.id, subject, words, why: `list after “${words}:”` };
}

/** "The two sides did not:" has no trigger, and denies each of its points. */
export function denyingLead(parsed: Parsed): Lead | null {
	const { tokens } = parsed;
	let at = tokens.length - 2;
	let denied = false;
	while (
		at >= 0 &&
		(AUXILIARIES.has(wordAt(tokens, at)) || NEGATORS.has(wordAt(tokens, at)) || isAdverb(wordAt(tokens, at)))
	) {
		denied ||= NEGATORS.has(wordAt(tokens, at));
		at--;
	}
	const named = parsed.endingAt.get(at);
	if (!denied || !named) return null;
	const joint = named.mention.referent?.is === 'joint' || rowStart(parsed, named) < named.from;
	if (!joint) return null;
	const decision: Decision = {
		act: 'non-agreement',
		holder: BOTH,
		modality: 'not-agreed',
		polarity: 'negated',
		confidence: 0.85 * named.mention.confidence
	};
	const words = tokens.slice(at + 1, -1).map(({ w }) => w);
	const lead = words.join(' ');
	return {
		decision,
		stance: 'no-agreement',
		triggerId: 'list',
		subject: named.index,
		words: lead,
		why: `list after “${lead}:”`
	};
}

const OUTCOMES =
	/^(?:among )?(?:the )?(?:(?:key|main|other|joint|summit|concrete)\s)?(?:outcomes?|agreements?|deliverables|results|agreed|understandings|decisions)(?: were| reached| agreed)?(?: of the (?:talks|visit|summit|meeting|round))?$/i;
/** A label within a sentence has at most this many words: "Among the results of the talks:". */
const LABEL = 7;

/** "Outcomes: a working group; the resumption of talks": what a label calls agreed, one by one. */
export function labelledOutcomes(parsed: Parsed, label: string | undefined): Draft[] {
	const { tokens } = parsed;
	const colon = tokens.findIndex(({ w }) => w === ':');
	const inner = colon > 0 && colon <= LABEL ? tokens.slice(0, colon).map(({ w }) => w) : [];
	const lead = label ?? inner.join(' ');
	if (!OUTCOMES.test(lead.trim())) return [];
	const from = label === undefined ? colon + 1 : 0;
	const verb = tokens.slice(from).some(({ w }) => AUXILIARIES.has(w));
	if (verb || parsed.hits.some((hit) => hit.forms.includes('past') && !hit.entry.noun)) return [];
	const decision: Decision = {
		act: 'agreement',
		holder: BOTH,
		modality: 'agreed',
		polarity: 'affirmed',
		confidence: 0.7
	};
	const point: Lead = {
		decision,
		stance: 'agree',
		triggerId: 'label',
		subject: null,
		words: lead,
		why: `list after “${lead}:”`
	};
	return items(parsed, from, tokens.length).flatMap(({ from: first, to }) => {
		const span = spanOf(tokens, first, to);
		return span ? [listed(parsed, point, span)] : [];
	});
}

/** A point of a list under its lead, as one proposition. */
export function pointDraft(parsed: Parsed, lead: Lead): Draft | null {
	const { tokens } = parsed;
	let first = 0;
	// "ii) …": the number is none of the words.
	if (tokens[1]?.w === ')' && wordAt(tokens, 0).length < 5) first = 2;
	while (first < tokens.length && (!tokens[first]?.word || wordAt(tokens, first) === 'to')) first++;
	let last = tokens.length - 1;
	while (last > first && (!tokens[last]?.word || ['and', 'or'].includes(wordAt(tokens, last)))) last--;
	const [a, b] = [tokens[first], tokens[last]];
	if (!a || !b || last <= first) return null;
	return listed(parsed, lead, { start: a.start, end: b.end });
}

function listed(parsed: Parsed, lead: Lead, content: Span): Draft {
	return {
		...content,
		sentence: parsed.index,
		act: lead.decision.act,
		stance: lead.stance,
		trigger: { start: content.start, end: content.start },
		triggerId: lead.triggerId,
		subject: lead.subject,
		holder: lead.decision.holder,
		content,
		lead: lead.words,
		polarity: lead.decision.polarity,
		modality: lead.decision.modality,
		rule: `${lead.decision.act}-list`,
		confidence: Math.round(lead.decision.confidence * 95) / 100,
		why: lead.why
	};
}
