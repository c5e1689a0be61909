import type { Token } from '../dates/tokens.ts';
import type { CompiledMeasures } from '../lexicon/measures.ts';
import type { Figure } from '../types.ts';

/** What the words before an amount make of it, and the token where they begin. */
export function boundBefore(
	tokens: readonly Token[],
	index: number,
	measures: CompiledMeasures
): { bound: Figure['bound']; from: number } {
	const last = tokens[index - 1]?.lower ?? '';
	for (const { words, value } of measures.bounds.get(last) ?? []) {
		const from = index - words.length;
		if (words.every((word, step) => tokens[from + step]?.lower === word)) return { bound: value, from };
	}
	return { bound: 'exact', from: index };
}
