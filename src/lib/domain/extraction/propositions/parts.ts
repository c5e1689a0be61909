import { wordAt, type Parsed } from './sentence.ts';
import type { Token } from './tokens.ts';
import { isAdverb, isNumeral } from './words.ts';

/** "to resume flights and (to) set up a hotline" is two things agreed: the starts and ends of each. */
export function parts(parsed: Parsed, from: number, to: number): { from: number; to: number }[] {
	const { tokens, lexicon } = parsed;
	const starts = [from];
	if (!lexicon.actions.has(wordAt(tokens, from))) return nounParts(parsed, from, to);
	for (let at = from + 2; at < to - 1; at++) {
		const w = tokens[at]?.w ?? '';
		if (w !== 'and' && w !== ',') continue;
		let verb = at + 1;
		if (w === ',' && wordAt(tokens, verb) === 'and') verb++;
		const marked = wordAt(tokens, verb) === 'to';
		if (marked) verb++;
		while (isAdverb(wordAt(tokens, verb))) verb++;
		const object = wordAt(tokens, verb + 1);
		const fits =
			lexicon.actions.has(wordAt(tokens, verb)) &&
			!['and', 'of', 'for', ''].includes(object) &&
			!(w === 'and' && !marked && isPhrase(tokens, at));
		if (fits && (marked || w === 'and' || wordAt(tokens, at + 1) === 'and' || !parsed.startingAt.has(verb))) {
			starts.push(verb);
			at = verb;
		}
	}
	return starts.map((start, i) => ({ from: start, to: boundary(tokens, starts[i + 1], to) }));
}

/** "to have their economic and trade teams meet": a noun of the letters of a verb, in a phrase that goes on. */
function isPhrase(tokens: readonly Token[], and: number): boolean {
	const adjective = /(?:ic|al|ary|ial)$/.test(wordAt(tokens, and - 1));
	return adjective && NOUNS.has(wordAt(tokens, and + 1));
}
const NOUNS = new Set(
	'trade export import finance transfer research exchange supply test work travel tax market monitor'.split(' ')
);

/** "the resumption of flights, as well as the launch of talks" is two results. */
function nounParts(parsed: Parsed, from: number, to: number): { from: number; to: number }[] {
	const { tokens, lexicon } = parsed;
	const starts = [from];
	for (let at = from + 2; at < to - 1; at++) {
		const also = ['as', 'well', 'as'].every((word, i) => wordAt(tokens, at + i) === word);
		const result =
			wordAt(tokens, at) === 'and' && wordAt(tokens, at + 1) === 'the' && lexicon.results.has(wordAt(tokens, at + 2));
		if (also) starts.push(at + 3);
		if (result) starts.push(at + 1);
	}
	return starts.map((start, i) => ({ from: start, to: cutBefore(tokens, starts[i + 1], to) }));
}

function cutBefore(tokens: readonly Token[], next: number | undefined, to: number): number {
	if (next === undefined) return to;
	let end = next;
	while (end > 0 && ['and', 'as', 'well', ',', ';'].includes(tokens[end - 1]?.w ?? '')) end--;
	return end;
}

function boundary(tokens: readonly Token[], next: number | undefined, to: number): number {
	if (next === undefined) return to;
	let end = next;
	while (end > 0 && (['and', 'to', ','].includes(tokens[end - 1]?.w ?? '') || isAdverb(wordAt(tokens, end - 1)))) end--;
	return end;
}

/** "a hotline, a visa waiver and the resumption of flights": each thing of a list, where it begins like a noun. */
export function items(parsed: Parsed, from: number, to: number): { from: number; to: number }[] {
	const { tokens, lexicon } = parsed;
	const starts = [from];
	for (let at = from + 1; at < to - 1; at++) {
		const w = tokens[at]?.w ?? '';
		if (w !== 'and' && w !== ',' && w !== ';') continue;
		const next = ['and', ','].includes(tokens[at + 1]?.w ?? '') ? at + 2 : at + 1;
		const word = wordAt(tokens, next);
		const noun = w === ';' || BEGINS_ITEM.has(word) || lexicon.results.has(word) || isNumeral(word);
		if (noun && next < to) starts.push(next);
		at = next - 1;
	}
	return starts.map((start, i) => ({ from: start, to: cutBefore(tokens, starts[i + 1], to) }));
}

const BEGINS_ITEM = new Set([
	'a',
	'an',
	'the',
	'more',
	'new',
	'joint',
	'further',
	'closer',
	'another',
	'increased',
	'enhanced'
]);
