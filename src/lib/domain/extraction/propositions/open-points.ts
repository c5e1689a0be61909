import { wordAt, type Parsed } from './sentence.ts';
import { isAdverb } from './words.ts';

const JOINS = new Set([',', 'and', 'or', 'nor']);

/** "no agreement on prices, on cognac, or even on a date": each point that its preposition opens again. */
export function openPoints({ tokens }: Parsed, from: number, to: number): { from: number; to: number }[] {
	const preposition = wordAt(tokens, from - 1);
	const starts = [from];
	const ends: number[] = [];
	for (let at = from + 1; at < to - 1; at++) {
		if (!JOINS.has(tokens[at]?.w ?? '')) continue;
		let next = at + 1;
		while (JOINS.has(tokens[next]?.w ?? '') || isAdverb(wordAt(tokens, next))) next++;
		if (preposition !== '' && wordAt(tokens, next) === preposition && next + 1 < to) {
			ends.push(at);
			starts.push(next + 1);
		}
		at = next - 1;
	}
	return starts.map((start, i) => ({ from: start, to: ends[i] ?? to }));
}
