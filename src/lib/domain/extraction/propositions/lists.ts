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

/** Whether a sentence ends in a colon, or in the middle: "It was decided that". What follows are its points. */
export function opensList(parsed: Parsed): boolean {
	const last = parsed.tokens.at(-1)?.w ?? '';
	return last === ':' || (last === 'that' && parsed.tokens.length > 2) || (last === 'to' && parsed.tokens.length > 3);
}

/** The lead of a list from a trigger whose content are the points: "The two sides agreed to:". */
export function leadFrom(layout: Layout, parsed: Parsed, reading: Reading, decision: Decision): Lead {
	const from = parsed.tokens[reading.hit.from]?.start ?? 0;
	const last = parsed.tokens.at(-1);
	const end = (last?.word ? last.end : last?.start) ?? from;
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
	/^(?:among |also )?(?:the )?(?:(?:key|main|other|joint|summit|concrete)\s)?(?:outcomes?|agreements?|deliverables|results|agreed|understandings|decisions)(?: were| reached| agreed)?(?: of the (?:talks|visit|summit|meeting|round))?$/i;
/** "Unresolved: …", "Open issues: …", "Left for later: …". */
const OPEN =
	/^(?:still |so far )?(?:not (?:yet )?(?:agreed|discussed|resolved|settled|decided)|un(?:resolved|settled|decided|agreed)|open (?:issues|points|questions|matters)|left (?:open|out|for later)|outstanding(?: issues| points| matters)?|points? of disagreement|sticking points?|remaining (?:differences|issues|gaps))$/i;
/** A label within a sentence has at most this many words: "Among the results of the talks:". */
const LABEL = 7;

/** "Outcomes: a working group; the resumption of talks": what a label calls agreed, one by one. */
export function labelledOutcomes(parsed: Parsed, label: string | undefined): Draft[] {
	const { tokens } = parsed;
	const colon = tokens.findIndex(({ w }) => w === ':');
	const inner = colon > 0 && colon <= LABEL ? tokens.slice(0, colon).map(({ w }) => w) : [];
	const lead = label ?? inner.join(' ');
	const open = OPEN.test(lead.trim());
	if (!open && !OUTCOMES.test(lead.trim())) return [];
	const from = label === undefined ? colon + 1 : 0;
	const verb = tokens.slice(from).some(({ w }) => AUXILIARIES.has(w));
	if (verb || parsed.hits.some((hit) => hit.forms.includes('past') && !hit.entry.noun)) return [];
	const decision: Decision = open
		? { act: 'non-agreement', holder: BOTH, modality: 'not-agreed', polarity: 'negated', confidence: 0.65 }
		: { act: 'agreement', holder: BOTH, modality: 'agreed', polarity: 'affirmed', confidence: 0.7 };
	const point: Lead = {
		decision,
		stance: open ? 'unresolved' : 'agree',
		triggerId: 'label',
		subject: null,
		words: open ? 'left open' : lead,
		why: `list after “${lead}:”`
	};
	return items(parsed, from, tokens.length).flatMap(({ from: first, to }) => {
		const span = spanOf(tokens, first, to);
		return span ? [listed(parsed, point, span)] : [];
	});
}

/** A point of a list under its lead, or a part of one, as one proposition. */
export function pointDraft(parsed: Parsed, lead: Lead, part: { from: number; to: number }): Draft | null {
	const { tokens } = parsed;
	let first = part.from;
	// "ii) …": the number is none of the words.
	if (first === 0 && tokens[1]?.w === ')' && wordAt(tokens, 0).length < 5) first = 2;
	if (first === 0 && tokens[0]?.w === '(' && tokens[2]?.w === ')') first = 3;
	while (first < tokens.length && (!tokens[first]?.word || wordAt(tokens, first) === 'to')) first++;
	let last = part.to - 1;
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
