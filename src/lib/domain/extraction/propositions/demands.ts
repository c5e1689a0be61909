import { isOpinion, isStatement } from './opinions.ts';
import { piecesOf } from '../voices/pieces.ts';
import { predicatesOf } from '../voices/predicates.ts';
import type { Decision, Reading } from './reading.ts';
import { wordAt, type Parsed } from './sentence.ts';
import { DETERMINERS, isAdverb, NEGATORS, PREPOSITIONS } from './words.ts';

/** One thing asked or said of several: its tokens, and where the words that lead to it end ("called on Kenya to"). */
export interface Demand {
	from: number;
	to: number;
	/** Token after the words that introduce it; absent of the first, which stands behind them anyway. */
	leadEnd?: number;
}

/**
 * What a position holds, one by one: "urged Kenya to open its ports and to lift the ban", "said that A and that B",
 * "called for talks and for a truce". What is denied or doubtful stays whole.
 */
export function demands(parsed: Parsed, reading: Reading, decision: Decision): Demand[] {
	const { content, hit, complement } = reading;
	if (decision.polarity !== 'affirmed' || complement.quoted || complement.kind === 'before') return [content];
	const { class: kind } = hit.entry;
	if (kind !== 'request' && kind !== 'stance' && kind !== 'report') return [content];
	const found = divide(parsed, reading);
	if (found.length < 2 || kind !== 'report') return found;
	const opinions = found.filter((one) => isOpinion(parsed, one) || isStatement(parsed, one));
	return opinions.length > 0 ? found : [content];
}

function divide(parsed: Parsed, { content, hit, complement }: Reading): Demand[] {
	const to = hit.entry.class === 'request' ? infinitive(parsed, content, complement.kind) : null;
	if (to !== null) return split(parsed, content, to, (at) => infinitiveAt(parsed, at, to));
	const { tokens } = parsed;
	const joiner = wordAt(tokens, content.from - 1);
	const joins = PREPOSITIONS.has(joiner) ? joiner : 'that';
	const parts = split(parsed, content, content.from, (at) =>
		wordAt(tokens, at) === joins && isJoined(tokens[at - 1]?.w, joins) ? at + 1 : null
	);
	return CLAUSES.has(complement.kind) ? parts.flatMap((part) => clausesOf(parsed, part)) : parts;
}

/** "and that", ", that"; "over tariffs and over bans", of prepositions only behind "and". */
const isJoined = (before: string | undefined, joins: string): boolean =>
	before === 'and' || (before === ',' && joins === 'that');

const CLAUSES = new Set(['that', 'clause']);
/** A clause of fewer tokens says too little to stand alone. */
const SHORTEST = 4;

/** "A must go, and B stays", "A is B and does not X": each clause, and each predicate with its subject told before. */
function clausesOf(parsed: Parsed, part: Demand): Demand[] {
	const found = piecesOf(parsed, part).flatMap((piece) => predicatesOf(parsed, piece));
	const [first] = found;
	if (!first || found.length < 2 || found.some(({ from, to }) => to - from < SHORTEST)) return [part];
	return found.map(({ from, to, lead }, index) =>
		index === 0 ? { ...part, to } : { from, to, leadEnd: lead?.to ?? part.from }
	);
}

const TAIL = new Set(['and', ',', 'that', ...PREPOSITIONS]);

/** Index of the first infinitive of what somebody is asked to do, or null. */
function infinitive({ tokens }: Parsed, content: { from: number; to: number }, kind: string): number | null {
	if (kind === 'to') return content.from;
	if (kind !== 'np') return null;
	for (let at = content.from + 1; at < Math.min(content.to, content.from + 9); at++) {
		const word = wordAt(tokens, at);
		if (word === '' || word === 'that' || (PREPOSITIONS.has(word) && word !== 'to' && word !== 'of')) return null;
		if (word === 'to' && !DETERMINERS.has(wordAt(tokens, at + 1)) && !tokens[at + 1]?.capital) return at + 1;
	}
	return null;
}

/** Where a further infinitive begins behind "and" or a comma: marked by "to", or a verb of deeds. */
function infinitiveAt(parsed: Parsed, at: number, first: number): number | null {
	const { tokens, lexicon } = parsed;
	const before = tokens[at - 1]?.w;
	if ((before !== 'and' && before !== ',') || at <= first + 1) return null;
	let verb = at;
	if (wordAt(tokens, verb) === 'and') return null;
	while (NEGATORS.has(wordAt(tokens, verb)) || isAdverb(wordAt(tokens, verb))) verb++;
	const marked = wordAt(tokens, verb) === 'to';
	if (marked) verb++;
	while (isAdverb(wordAt(tokens, verb))) verb++;
	const word = wordAt(tokens, verb);
	if (marked) return word === '' || DETERMINERS.has(word) || tokens[verb]?.capital ? null : at;
	const object = wordAt(tokens, verb + 1);
	const deed = lexicon.actions.has(word) || word === 'oppose' || word === 'stop';
	return deed && !['and', 'of', 'for', 'on', ''].includes(object) ? at : null;
}

function split(
	{ tokens }: Parsed,
	content: { from: number; to: number },
	leadEnd: number,
	begins: (at: number) => number | null
): Demand[] {
	const found: Demand[] = [{ ...content }];
	for (let at = leadEnd + 2; at < content.to - 1; at++) {
		const start = begins(at);
		const last = found.at(-1);
		if (start === null || !last) continue;
		last.to = at;
		while (last.to > last.from && TAIL.has(tokens[last.to - 1]?.w ?? '')) last.to--;
		found.push({ ...ownLead(tokens, start, leadEnd), to: content.to });
	}
	return found;
}

/** "asked Kenya not to wait and to act", "to act and not to wait": a further "to" has its own denial, and no other one's. */
function ownLead(tokens: Parsed['tokens'], start: number, leadEnd: number): { from: number; leadEnd: number } {
	const denied = wordAt(tokens, leadEnd - 2) === 'not' && wordAt(tokens, leadEnd - 1) === 'to';
	if (wordAt(tokens, start) === 'to')
		return denied ? { from: start, leadEnd: leadEnd - 2 } : { from: start + 1, leadEnd };
	const denies = wordAt(tokens, start) === 'not' && wordAt(tokens, start + 1) === 'to';
	return { from: start, leadEnd: denies && wordAt(tokens, leadEnd - 1) === 'to' ? leadEnd - 1 : leadEnd };
}
