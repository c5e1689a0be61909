import { wordSet } from '../../text.ts';
import { afterColon } from './after-colon.ts';
import { shorten, spanOf } from './clause.ts';
import { comesToBe, endBefore, opensOwn } from './clauses.ts';
import { deed } from './comes-about.ts';
import { BOTH, holderOf } from './reading.ts';
import { wordAt, type Parsed } from './sentence.ts';
import { subjectAt } from './subject.ts';
import { parts } from './parts.ts';
import type { Draft } from './types.ts';
import { AUXILIARIES, DETERMINERS, isAdverb, NEGATORS, PREPOSITIONS } from './words.ts';

interface Piece {
	from: number;
	to: number;
}

/**
 * What was agreed or promised goes on where the first thing ends: over ";", ", on … and on …", "and that …", "press ahead
 * with …", and after a colon.
 * @param drafts of the sentence, in any order
 * @returns the drafts, those that held several things divided, with what goes on from them
 */
export function goesFurther(parsed: Parsed, drafts: readonly Draft[]): Draft[] {
	const set = afterColon(parsed);
	const own = drafts
		.filter((draft) => !isPromise(draft) || !setOut(parsed, draft, set))
		.flatMap((draft) => (isPromise(draft) ? cutClause(parsed, draft) : [draft]))
		.flatMap((draft) => (isPromise(draft) ? divided(parsed, draft) : [draft]));
	const found = own.flatMap((draft) => (isPromise(draft) ? gapped(parsed, draft) : [draft]));
	for (const one of [...own.filter(isPromise).flatMap((draft) => behind(parsed, draft)), ...set])
		if (found.every((other) => !overlaps(one, other))) found.push(one);
	return found.filter((draft) => !isPlaceholder(parsed, draft) || found.length === 1 || !isPromise(draft));
}

const NOTHING_YET = wordSet(
	'one two three more another thing things something this that it a few several other further also on points'
);

/** "committed themselves to one more thing:": what it is stands behind the colon. */
function isPlaceholder({ tokens }: Parsed, { content }: Draft): boolean {
	const inside = tokens.filter(({ start, end }) => start >= content.start && end <= content.end);
	return inside.every(({ w }) => NOTHING_YET.has(w));
}

const COLLECTIVE = wordSet(
	'plan points steps measures package understandings following consensus agreements papers documents outcomes'
);

/** Whether the points behind a colon say what a draft only announces, or reads by halves. */
function setOut({ tokens }: Parsed, draft: Draft, set: readonly Draft[]): boolean {
	if (set.length < 2) return false;
	const inside = tokens.filter(({ start, end }) => start >= draft.content.start && end <= draft.content.end);
	const shared = draft.rule.endsWith('-shared') && set.some((one) => overlaps(one, draft));
	const several = set.filter((one) => overlaps(one, draft)).length > 1;
	return shared || several || inside.some(({ w }) => w === ':' || COLLECTIVE.has(w));
}

const isPromise = ({ act, polarity }: Draft): boolean =>
	(act === 'agreement' || act === 'commitment') && polarity !== 'negated';
const overlaps = (a: Draft, b: Draft): boolean => a.content.start < b.content.end && b.content.start < a.content.end;

/** The index of the first token at or behind an offset. */
function tokenAt({ tokens }: Parsed, offset: number): number {
	const at = tokens.findIndex(({ start }) => start >= offset);
	return at < 0 ? tokens.length : at;
}

function like(parsed: Parsed, draft: Draft, { from, to }: Piece): Draft[] {
	const content = spanOf(parsed.tokens, from, shorten(parsed.tokens, from, to));
	if (!content || to - from < 1) return [];
	return [{ ...draft, content, start: content.start, end: content.end, why: `${draft.why}, and further` }];
}

/** "X agreed to free five men, and Y to lift the ban": the verb of the first stands for the second as well. */
function gapped(parsed: Parsed, draft: Draft): Draft[] {
	const { tokens } = parsed;
	const from = tokenAt(parsed, draft.content.start);
	if (draft.act !== 'commitment' || wordAt(tokens, from - 1) !== 'to') return [draft];
	for (const named of parsed.named) {
		if (named.from <= from + 1) continue;
		let first = named.from;
		while (first > from && (DETERMINERS.has(wordAt(tokens, first - 1)) || wordAt(tokens, first - 1) === '')) first--;
		const joined =
			['and', 'while'].includes(wordAt(tokens, first - 1)) ||
			[';', ','].includes(tokens[named.from - 1]?.w ?? '') ||
			tokens[first]?.w === ';';
		let to = named.to;
		while (to < named.to + 3 && (['side', 'government'].includes(wordAt(tokens, to)) || tokens[to]?.w === ',')) to++;
		if (!joined || wordAt(tokens, to) !== 'to' || !parsed.lexicon.actions.has(wordAt(tokens, to + 1))) continue;
		const subject = subjectAt(parsed, named, to, 'direct', 0.9);
		const span = spanOf(
			tokens,
			from,
			endBefore(tokens, Math.min(first, tokenAt(parsed, draft.content.end)), ['while'])
		);
		const content = spanOf(tokens, to + 1, shorten(tokens, to + 1, tokens.length));
		const holder = holderOf({ ...subject, joint: false });
		if (!span || !content || !holder || holder.id === BOTH.id) continue;
		const own = { ...draft, content: span, end: Math.max(span.end, draft.trigger.end) };
		const trigger = { start: content.start, end: content.start };
		const lead = `${parsed.tokens
			.slice(tokenAt(parsed, draft.trigger.start), from)
			.map(({ w }) => w)
			.join(' ')}`;
		return [
			own,
			{ ...draft, ...content, trigger, content, lead, holder, subject: named.index, rule: 'commitment-gapped' }
		];
	}
	return [draft];
}

/** What is read clause by clause already. */
const WHOLE = new Set(['comes-about', 'state', 'head', 'told-behind', 'joint-deed']);

/** "will set up a board, and the truce is to run on": two clauses, the second of nobody by name. */
function cutClause(parsed: Parsed, draft: Draft): Draft[] {
	const { tokens } = parsed;
	const [from, to] = [tokenAt(parsed, draft.content.start), tokenAt(parsed, draft.content.end)];
	if (draft.rule.includes('list') || WHOLE.has(draft.triggerId) || wordAt(tokens, from - 1) === 'that') return [draft];
	const and = tokens.findIndex(
		({ w }, at) => at > from + 1 && at < to - 3 && w === 'and' && opensOwn(tokens, at + 1, false)
	);
	const clause = { from: and + 1, to };
	const verb =
		and < 0 ? -1 : tokens.findIndex(({ w }, at) => at > and && (w === 'will' || w === 'shall' || w === 'to'));
	const nobody = !parsed.named.some((one) => one.from > and && one.to <= verb && one.mention.referent?.is !== 'place');
	if (verb < 0 || verb > and + 14 || !comesToBe(tokens, clause) || !DETERMINERS.has(wordAt(tokens, and + 1)))
		return [draft];
	const first = spanOf(tokens, from, and);
	const rest = spanOf(tokens, and + 1, to);
	if (!first || !rest) return [draft];
	const cut = { ...draft, content: first, end: Math.max(first.end, draft.trigger.end) };
	const told = { ...rest, from: rest.start, rule: 'comes-about', verb: tokens[verb]?.start ?? rest.start };
	return draft.act === 'agreement' && nobody ? [cut, deed(parsed, null, told)] : [cut];
}

/** "agreed on a truce, on a swap and on talks", "that A and that B", "to keep X, press ahead with Y": one by one. */
function divided(parsed: Parsed, draft: Draft): Draft[] {
	const { tokens } = parsed;
	const [from, to] = [tokenAt(parsed, draft.content.start), tokenAt(parsed, draft.content.end)];
	const joiner = wordAt(tokens, from - 1);
	const starts: number[] = [];
	for (let at = from + 2; at < to - 1; at++) {
		const w = tokens[at]?.w ?? '';
		if (w !== ',' && w !== 'and') continue;
		const next = w === ',' && wordAt(tokens, at + 1) === 'and' ? at + 2 : at + 1;
		const same = ['on', 'that'].includes(joiner) && wordAt(tokens, next) === joiner;
		const modal =
			joiner === 'that' && tokens.slice(from, at).some((t) => ['should', 'will', 'would', 'shall'].includes(t.w));
		const phrase =
			(modal && isDeed(parsed, next)) || (wordAt(tokens, next) === 'press' && AHEAD.has(wordAt(tokens, next + 1)));
		const gerund =
			joiner === 'to' && isGerund(tokens, from) && wordAt(tokens, next) === 'to' && isGerund(tokens, next + 1);
		if (same && (joiner === 'that' ? w === 'and' || next > at + 1 : true)) starts.push(next + 1);
		else if (gerund) starts.push(next + 1);
		else if (phrase || (joiner === 'to' && isInfinitive(tokens, next))) starts.push(phrase ? next : next + 1);
		at = next - 1;
	}
	if (starts.length === 0) return [draft];
	const ends = [...starts.map((start) => endBefore(tokens, start, ['on', 'that', 'to'])), to];
	const first = spanOf(tokens, from, ends[0] ?? to);
	if (!first) return [draft];
	const rest = starts.flatMap((start, at) => like(parsed, draft, { from: start, to: ends[at + 1] ?? to }));
	return [{ ...draft, content: first, end: Math.max(first.end, draft.trigger.end) }, ...rest];
}

/** "committed themselves to stockpiling": a deed by its gerund. */
const isGerund = (tokens: Parsed['tokens'], at: number): boolean =>
	wordAt(tokens, at).endsWith('ing') && wordAt(tokens, at).length > 5;

/** "and to let …", no place or thing that something is done to. */
function isInfinitive(tokens: Parsed['tokens'], at: number): boolean {
	const verb = tokens[at + 1];
	if (wordAt(tokens, at) !== 'to' || !verb?.word || verb.capital || DETERMINERS.has(verb.w)) return false;
	return !PREPOSITIONS.has(verb.w) && !/^\p{N}/u.test(verb.w) && wordAt(tokens, at + 2) !== '';
}

/** "…, adhere to equal treatment": a verb of deeds with its object, and no noun of the same letters. */
function isDeed({ tokens, lexicon }: Parsed, at: number): boolean {
	const verb = wordAt(tokens, at);
	const object = wordAt(tokens, at + 1);
	return lexicon.actions.has(verb) && !NOUNS.has(verb) && !['', 'of', 'for', 'and', 'in', 'on'].includes(object);
}

const NOUNS = wordSet(
	'trade export import finance fund transfer share use review research exchange visit supply test work travel tax market label'
);
const AHEAD = wordSet('ahead on forward forth');

/** What stands behind the last thing agreed: "; resume flights; and mark …", ", and will within the year hold …". */
function behind(parsed: Parsed, last: Draft): Draft[] {
	const { tokens } = parsed;
	const found: Draft[] = [];
	const colon = tokens.slice(0, tokenAt(parsed, last.content.start)).some(({ w }) => w === ':');
	let at = tokenAt(parsed, last.content.end);
	while (at < tokens.length - 1) {
		const mark = tokens[at]?.w;
		if (mark !== ';' && mark !== ',' && mark !== 'and') break;
		const next = ['and', ','].includes(tokens[at + 1]?.w ?? '') ? at + 2 : at + 1;
		const verb = mark === ';' || mark === 'and' || next > at + 1 ? furtherVerb(parsed, next, mark === ';') : null;
		const noun = colon && mark === ';' && verb === null && opensNoun(tokens, next);
		if (verb === null && !noun) break;
		const to = itemEnd(tokens, next);
		if (tokens.slice(next, to).some(({ w }) => NEGATORS.has(w))) break;
		const pieces = verb === null ? [{ from: next, to }] : parts(parsed, verb, to);
		found.push(...pieces.flatMap((piece) => like(parsed, last, piece)));
		at = to;
	}
	return found;
}

function itemEnd(tokens: Parsed['tokens'], from: number): number {
	const end = tokens.findIndex(({ w }, at) => at > from && w === ';');
	return end < 0 ? tokens.length : end;
}

/** A noun phrase without a verb of its own. */
function opensNoun(tokens: Parsed['tokens'], from: number): boolean {
	if (PREPOSITIONS.has(wordAt(tokens, from)) || wordAt(tokens, from) === '') return false;
	return !tokens.slice(from, itemEnd(tokens, from)).some(({ w }) => AUXILIARIES.has(w));
}

/** The verb of a further deed: "resume …", "to resume …", "will within this year hold …"; null where none begins. */
function furtherVerb({ tokens, lexicon }: Parsed, from: number, bare: boolean): number | null {
	let at = from;
	const will = ['will', 'shall', 'would'].includes(wordAt(tokens, at));
	const to = wordAt(tokens, at) === 'to';
	if (will || to) at++;
	else if (!bare) return null;
	while (isAdverb(wordAt(tokens, at))) at++;
	// "within this year": when it will be done.
	if (will && PREPOSITIONS.has(wordAt(tokens, at))) {
		const limit = at + 6;
		while (at < limit && !lexicon.actions.has(wordAt(tokens, at))) at++;
	}
	const verb = wordAt(tokens, at);
	const ahead = verb === 'press' && AHEAD.has(wordAt(tokens, at + 1));
	const fits = ahead || (lexicon.actions.has(verb) && !lexicon.idle.has(verb));
	const object = wordAt(tokens, at + 1);
	return fits && !['', 'of', 'and', 'for'].includes(object) ? at : null;
}
