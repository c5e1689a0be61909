import type { Mention } from '#lib/domain/extraction/types.ts';
import { shorten, spanOf } from '../propositions/clause.ts';
import { wordAt, type Parsed } from '../propositions/sentence.ts';
import type { Proposition } from '../propositions/types.ts';
import { DETERMINERS, isAdverb, NEGATORS, PREPOSITIONS } from '../propositions/words.ts';
import type { Judgement, Run, Voice } from './types.ts';
import { voiceOfNamed } from './voice.ts';
import { LISTED_VERBS, WITH_PREPOSITION } from './words.ts';

/** So many verbs of one demand are told apart. */
const MOST = 6;
/** So far behind its begin a demand has its "should" or "to". */
const REACH = 14;
const SHORTEST = 3;
/** "should" stands so many units before the verb that was told, at most. */
const LOOK_BACK = 12;

/** A demand of several verbs, told apart. */
interface Split {
	/** Offset at which the first of them ends. */
	end: number;
	further: Omit<Judgement, 'topic'>[];
}

/**
 * The verbs of a demand: of "should hold fast to X, expand Y and send no Z" the second and third, each as a position of its
 * own; one that denies is negated.
 * @param known the propositions of the sentence; one that is denied or hedged is left whole
 * @returns null where there is but one verb, or where nobody is known whose demand it is
 */
export function splitDemand(
	parsed: Parsed,
	one: Proposition,
	known: readonly Proposition[],
	mentions: readonly Mention[]
): Split | null {
	const mention = one.subject === null ? undefined : mentions[one.subject];
	if (!isPlainDemand(one) || !mention) return null;
	const voice = voiceOfNamed({ from: 0, to: 0, index: one.subject ?? 0, mention }, mention.confidence);
	const { tokens } = parsed;
	const begin = Math.min(one.trigger.start, one.content.start) - LOOK_BACK;
	const from = tokens.findIndex(({ start }) => start >= begin);
	const end = tokens.findIndex(({ start }) => start >= one.content.end);
	const to = end < 0 ? tokens.length : end;
	const lead = from < 0 ? undefined : leadEnd(parsed, { from, to });
	if (!voice || lead === undefined) return null;
	const runs = furtherVerbs(parsed, { from: lead, to });
	const spans = runs.map((run) => spanOf(tokens, run.from, shorten(tokens, run.from, run.to)));
	const [first] = spans;
	const clear = spans.every(
		(span) => span && !known.some(({ trigger }) => trigger.start >= span.start && trigger.start < span.end)
	);
	// A clause that was told apart before begins behind them.
	if (!first || !clear || first.start <= one.content.start) return null;
	const shared = { voice, sure: one.confidence, start: one.start, from, lead, why: mention.why };
	const last = tokens.findLast((token) => token.end <= first.start && token.word && token.w !== 'and');
	const further = runs.flatMap((run, index) => {
		const span = spans[index];
		return span ? [{ ...span, ...furtherOf(parsed, run, shared) }] : [];
	});
	return { end: last?.end ?? first.start, further };
}

/** What the verbs of a demand share: from where to where its lead goes, and whose it is. */
interface Shared {
	voice: Voice;
	sure: number;
	/** Offset of the proposition. */
	start: number;
	from: number;
	/** Token behind the lead. */
	lead: number;
	why: string;
}

function furtherOf(
	parsed: Parsed,
	run: Run,
	{ voice, sure, start, from, lead, why }: Shared
): Omit<Judgement, 'topic' | 'start' | 'end'> {
	const { tokens } = parsed;
	const words = tokens.slice(from, lead).map(({ w }) => w);
	// "to wait and to act": each has its own "to".
	const own = isMarked(tokens, run.from) && wordAt(tokens, lead - 1) === 'to' ? lead - 1 : lead;
	return {
		sentence: parsed.index,
		manner: 'listed-verb',
		voice,
		polarity: hasNegator(parsed, run) ? 'negated' : 'affirmed',
		modality: 'claimed',
		rule: 'position.voice-verb',
		confidence: Math.round(sure * 80) / 100,
		why: `a further verb of “${words.join(' ')}”, ${why}`,
		instead: [],
		lead: { start, end: tokens[own - 1]?.end ?? start }
	};
}

function isPlainDemand({ act, polarity, rule }: Proposition): boolean {
	return act === 'position' && polarity === 'affirmed' && !rule.endsWith('-loose');
}

/** The token behind the "should", "must", "will" or "to" that all verbs of a demand share. */
function leadEnd(parsed: Parsed, { from, to }: Run): number | undefined {
	const { tokens } = parsed;
	for (let at = Math.max(0, from - 1); at < Math.min(to, from + REACH); at++) {
		const word = wordAt(tokens, at);
		if (NEGATORS.has(word)) return undefined;
		const after = word === 'that' ? startingNamesEnd(parsed, at + 1) : undefined;
		if (after !== undefined && opensVerb(tokens, after) !== undefined) return after;
		const shares = ['should', 'must', 'will', 'would', 'to'].includes(word);
		if (shares && opensVerb(tokens, at + 1) !== undefined) return at + 1;
		if (at >= from && opensVerb(tokens, at) === at && wordAt(tokens, from - 1) === 'to') return from;
	}
	return undefined;
}

/** "that Beijing and Berlin stay": the token behind the names that open a clause. */
function startingNamesEnd({ tokens, startingAt }: Parsed, from: number): number | undefined {
	const article = DETERMINERS.has(wordAt(tokens, from)) ? from + 1 : from;
	const named = startingAt.get(from) ?? startingAt.get(article);
	if (!named) return undefined;
	const partner = wordAt(tokens, named.to) === 'and' ? startingAt.get(named.to + 1) : undefined;
	return (partner ?? named).to;
}

/** The index of a listed verb at a token, behind adverbs; undefined where none stands there. */
function opensVerb(tokens: Parsed['tokens'], at: number): number | undefined {
	let verb = at;
	while (verb < at + 3 && (isAdverb(wordAt(tokens, verb)) || wordAt(tokens, verb) === 'to')) verb++;
	const word = wordAt(tokens, verb);
	const next = wordAt(tokens, tokens[verb + 1]?.w === '"' ? verb + 2 : verb + 1);
	if (!LISTED_VERBS.has(word) || tokens[verb]?.capital || next === '') return undefined;
	const follows = DETERMINERS.has(next) || (!PREPOSITIONS.has(next) && next !== 'and' && next !== 'or');
	return follows || WITH_PREPOSITION.has(word) || isManner(tokens, verb + 1) ? verb : undefined;
}

/** "remove at an early date the curbs", "halt without delay": how or when, before the object. */
function isManner(tokens: Parsed['tokens'], at: number): boolean {
	const [first, next] = [wordAt(tokens, at), wordAt(tokens, at + 1)];
	return (first === 'at' && ['an', 'once', 'the'].includes(next)) || (first === 'without' && next === 'delay');
}

/**
 * The verbs of a demand within a clause behind its first.
 * @returns the token behind the "should" or "to" that they share, and each verb with what joins it; none where there is one
 */
export function furtherDemands(parsed: Parsed, run: Run): { lead: number; runs: (Run & { boundary: number })[] } {
	const lead = leadEnd(parsed, run);
	if (lead === undefined) return { lead: run.from, runs: [] };
	const starts = furtherStarts(parsed, { from: lead, to: run.to });
	// "to X and to Y": the "to" of the second is that of the lead.
	const runs = starts.map(({ boundary, verb }, index) => ({
		boundary,
		from: wordAt(parsed.tokens, verb) === 'to' ? verb + 1 : verb,
		to: starts[index + 1]?.boundary ?? run.to
	}));
	const whole = runs.every(({ from, to }) => to - from >= SHORTEST);
	return { lead, runs: whole ? runs : [] };
}

function hasNegator({ tokens }: Parsed, { from, to }: Run): boolean {
	return tokens.slice(from, to).some(({ w }) => NEGATORS.has(w));
}

function furtherVerbs(parsed: Parsed, run: Run): Run[] {
	const starts = furtherStarts(parsed, run);
	return starts
		.map(({ verb }, index) => ({ from: verb, to: starts[index + 1]?.boundary ?? run.to }))
		.filter((one) => one.to - one.from >= SHORTEST);
}

function furtherStarts({ tokens }: Parsed, { from, to }: Run): { boundary: number; verb: number }[] {
	const starts: { boundary: number; verb: number }[] = [];
	const marked = wordAt(tokens, from - 1) === 'to';
	for (let at = from + 2; at < to && starts.length < MOST; at++) {
		const w = tokens[at]?.w;
		if (w !== ',' && w !== ';' && w !== 'and') continue;
		const next = w !== 'and' && wordAt(tokens, at + 1) === 'and' ? at + 2 : at + 1;
		if (opensVerb(tokens, next) === undefined && !(marked && isMarked(tokens, next))) continue;
		starts.push({ boundary: at, verb: next });
		at = next;
	}
	return starts;
}

/** "and to have no dealings", "and not to wait": whatever its verb, it goes on with the first "to". */
function isMarked(tokens: Parsed['tokens'], at: number): boolean {
	const to = NEGATORS.has(wordAt(tokens, at)) ? at + 1 : at;
	const verb = wordAt(tokens, to + 1);
	const noun = DETERMINERS.has(verb) || PREPOSITIONS.has(verb) || tokens[to + 1]?.capital === true;
	return wordAt(tokens, to) === 'to' && verb !== '' && !noun;
}
