import { isOpinion, isStatement } from './opinions.ts';
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
	return opinions.length > 0 ? opinions : [content];
}

function divide(parsed: Parsed, { content, hit, complement }: Reading): Demand[] {
	const to = hit.entry.class === 'request' ? infinitive(parsed, content, complement.kind) : null;
	if (to !== null) return split(parsed, content, to, (at) => infinitiveAt(parsed, at, to));
	const { tokens } = parsed;
	const joiner = wordAt(tokens, content.from - 1);
	const joins = joiner === 'that' || (joiner === 'for' && hit.entry.class === 'request') ? joiner : 'that';
	return split(parsed, content, content.from, (at) =>
		wordAt(tokens, at) === joins && wordAt(tokens, at - 1) === 'and' ? at + 1 : null
	);
}

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
		while (last.to > last.from && ['and', ',', 'that', 'for'].includes(tokens[last.to - 1]?.w ?? '')) last.to--;
		const from = wordAt(tokens, start) === 'to' ? start + 1 : start;
		found.push({ from, to: content.to, leadEnd });
	}
	return found;
}
