import type { Span } from '#lib/domain/articles/types.ts';
import type { Polarity } from '#lib/domain/extraction/types.ts';
import { contentEnd, spanOf } from './clause.ts';
import { wordAt, type Hit, type Parsed } from './sentence.ts';
import type { Draft } from './types.ts';
import { wordSet } from '../../text.ts';
import { groupStart } from './scope.ts';
import { clauseStart } from './names.ts';
import { isNumeral, MODALS, NEGATORS, PREPOSITIONS, TIME_WORDS } from './words.ts';

/** So far before a clause the words that govern it may stand: "denied on Monday that". */
const FAR = 8;
const POINTERS = new Set(['that', 'this', 'it', 'which', 'these', 'those']);

/** "As a result, …" and "That led to …": the cause is the sentence before. */
function across(parsed: Parsed, hit: Hit, previous: Span | null): Draft | null {
	const trigger = spanOf(parsed.tokens, hit.from, hit.to);
	if (!previous || !trigger || parsed.tokens[hit.from]?.quoted) return null;
	const group = groupStart(parsed, hit);
	const points = group === 1 && POINTERS.has(wordAt(parsed.tokens, 0)) && hit.entry.cause === 'before' && !hit.passive;
	const comma = parsed.tokens[hit.to]?.w === ',';
	const consequence = hit.entry.id === 'as-consequence' && hit.from <= 1 && comma;
	if (!consequence && !points) return null;
	const from = consequence ? hit.to + 1 : hit.to;
	const effect = spanOf(parsed.tokens, from, contentEnd(parsed, hit, from));
	if (!effect || isGeneral(parsed, group, hit)) return null;
	const draft = draftOf(parsed, hit, trigger, previous, effect, polarityOf(parsed, hit, group));
	return { ...draft, start: Math.min(trigger.start, effect.start), content: effect, rule: 'cause-sentence-before' };
}

/** Links of cause and effect in one sentence: "suspended after", "led to", "in retaliation for". */
export function findCauses(parsed: Parsed, previous: Span | null): Draft[] {
	return parsed.hits.flatMap((hit) => {
		if (hit.entry.class !== 'cause') return [];
		return across(parsed, hit, previous) ?? causeOf(parsed, hit) ?? [];
	});
}

function leftStart(parsed: Parsed, hit: Hit): number {
	let start = clauseStart(parsed.tokens, hit.from);
	for (let at = start; at < hit.from - 2; at++) {
		const word = wordAt(parsed.tokens, at);
		const report = parsed.hits.some((one) => one.to === at && one.entry.class === 'report');
		if (word === 'that' || (word === 'and' && parsed.tokens[at - 1]?.w === ',')) start = at + 1;
		else if (report) start = at;
	}
	if (start > 0 && ['although', 'though', 'while', 'whereas', 'but'].includes(wordAt(parsed.tokens, start - 1))) {
		const comma = parsed.tokens.findIndex(({ w }, at) => at > start && at < hit.from - 1 && w === ',');
		if (comma > 0) start = comma + 1;
	}
	return start;
}

/** "Because the harbour froze, ferries stopped": the cause comes first, up to the comma. */
function fronted(parsed: Parsed, hit: Hit): { cause: Span; effect: Span } | null {
	if (hit.entry.cause !== 'after' || hit.entry.id === 'after') return null;
	const comma = parsed.tokens.findIndex(({ w }, at) => at > hit.to && w === ',');
	if (comma < 0) return null;
	if (hit.entry.needs === 'change' && !changes(parsed, comma, parsed.tokens.length)) return null;
	const cause = spanOf(parsed.tokens, hit.to, comma);
	const effect = spanOf(parsed.tokens, comma + 1, contentEnd(parsed, hit, comma + 1));
	return cause && effect ? { cause, effect } : null;
}

function causeOf(parsed: Parsed, hit: Hit): Draft | null {
	if (hit.entry.id === 'as-consequence') return null;
	if (parsed.tokens[hit.from]?.quoted || !startsPhrase(parsed, hit)) return null;
	const from = leftStart(parsed, hit);
	const group = groupStart(parsed, hit);
	const to = contentEnd(parsed, hit, hit.to);
	const [left, right] = [
		spanOf(parsed.tokens, from, hit.forms.length > 1 ? group : hit.from),
		spanOf(parsed.tokens, hit.to, to)
	];
	const trigger = spanOf(parsed.tokens, hit.from, hit.to);
	const front = left ? null : fronted(parsed, hit);
	if (front && trigger) return draftOf(parsed, hit, trigger, front.cause, front.effect, 'affirmed');
	if (!left || !right || !trigger) return null;
	if (hit.entry.needs === 'change' && !changes(parsed, from, hit.from)) return null;
	const [cause, effect] = hit.entry.cause === 'before' && !hit.passive ? [left, right] : [right, left];
	const deal = parsed.hits.some(
		(one) => one.from >= hit.to && one.to <= to && one.entry.noun && one.entry.class !== 'cause'
	);
	if (deal || isGeneral(parsed, group, hit)) return null;
	const polarity = polarityOf(parsed, hit, group);
	return draftOf(parsed, hit, trigger, cause, effect, polarity);
}

function draftOf(parsed: Parsed, hit: Hit, trigger: Span, cause: Span, effect: Span, polarity: Polarity): Draft {
	const [start, end] = [Math.min(cause.start, effect.start, trigger.start), Math.max(cause.end, effect.end)];
	return {
		start,
		end,
		sentence: parsed.index,
		act: 'cause',
		stance: 'cause',
		trigger,
		triggerId: hit.entry.id,
		subject: null,
		holder: null,
		content: { start, end },
		cause,
		effect,
		polarity,
		modality: polarity === 'hedged' ? 'reportedly' : 'established',
		rule: `cause-${hit.entry.id}`,
		confidence: hit.entry.confidence,
		why: `link “${hit.entry.pattern.replace(/[{}~]/g, '')}”`
	};
}

/** "can cause", "could lead to": a general remark, and nothing that happened. */
function isGeneral(parsed: Parsed, group: number, hit: Hit): boolean {
	return parsed.tokens.slice(group, hit.from).some(({ w }) => MODALS.has(w) || w === 'to');
}

/** What is "due to" be done, and no cause: "is due to meet Yi Gang", "due to formally open". */
const SCHEDULED = wordSet(
	'be meet see lapse expire run end begin start visit travel hold host open take arrive leave return attend speak talk address sign come go fly resume finish close publish release announce report decide vote rule retire step give make have deliver land join appear testify convene gather discuss kick enter become receive chair lead serve launch unveil submit complete mark sit conclude reach pay depart follow stand hear face brief get stay remain last hand present tour greet dine welcome reopen reconvene elapse sail stop restart roll wrap head assume succeed inspect inaugurate negotiate do'
);

/** "a leading cause of" is a noun. */
function startsPhrase(parsed: Parsed, hit: Hit): boolean {
	const next = wordAt(parsed.tokens, hit.to);
	const planned = next.endsWith('ly') ? wordAt(parsed.tokens, hit.to + 1) : next;
	if (wordAt(parsed.tokens, hit.from) === 'due' && SCHEDULED.has(planned)) return false;
	if (hit.entry.needs && (isNumeral(next) || TIME_WORDS.has(next))) return false;
	const noun = ['leading', 'main', 'root', 'major', 'a', 'the', 'common'].includes(wordAt(parsed.tokens, hit.from - 1));
	return (
		next !== 'of' && !(noun && hit.entry.id === 'cause') && !(hit.forms.includes('base') && PREPOSITIONS.has(next))
	);
}

/** A link is denied by "not" before it, weakened by a modal or by hearsay. */
function polarityOf(parsed: Parsed, hit: Hit, group: number): Polarity {
	const words = parsed.tokens.slice(Math.min(group, hit.from - 1), hit.from).map(({ w }) => w);
	if (words.some((word) => NEGATORS.has(word))) return 'negated';
	const start = leftStart(parsed, hit);
	const governing = parsed.hedges.filter(({ from, to, entry }) => {
		if (entry.scope === 'sentence') return true;
		const before = entry.scope === 'complement' && to <= start + 1 && from >= Math.max(0, start - FAR);
		return before && parsed.tokens.slice(from, start + 1).some(({ w }) => w === 'that');
	});
	if (governing.some(({ entry }) => entry.effect === 'negated')) return 'negated';
	const weak = governing.some(({ entry }) => entry.effect === 'hedged');
	return weak ? 'hedged' : 'affirmed';
}

function changes(parsed: Parsed, from: number, to: number): boolean {
	for (let at = from; at < to; at++) if (parsed.lexicon.change.has(wordAt(parsed.tokens, at))) return true;
	return false;
}
