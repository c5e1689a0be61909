import type { Layout } from '#lib/domain/articles/types.ts';
import type { Mention, Quotation } from '#lib/domain/extraction/types.ts';
import type { CompiledTriggers } from '../lexicon/triggers.ts';
import { parseSentence, type Parsed } from './sentence.ts';
import type { TokenTable } from './tokens.ts';

/** The sentences of one article, each taken apart when it is first asked for and never again. */
export interface SentenceReader {
	/** The sentence of an index as the rules read it. */
	parsed(index: number): Parsed;
	/** The quotations that a sentence touches, in their order. */
	quotationsIn(index: number): readonly Quotation[];
}

/**
 * Reads the sentences of an article.
 * @param mentions in the order of the text; what a sentence names is told by indexes into them
 */
export function sentenceReader(
	layout: Layout,
	tokens: TokenTable,
	mentions: readonly Mention[],
	quotations: readonly Quotation[],
	lexicon: CompiledTriggers
): SentenceReader {
	const named = bySentence(mentions);
	const quoted = byEachSentence(layout, quotations);
	const read: Parsed[] = [];
	const quotationsIn = (index: number) => quoted.get(index) ?? [];
	return {
		quotationsIn,
		parsed(index) {
			const around = { mentions, indexes: named.get(index) ?? [], quotations: quotationsIn(index) };
			return (read[index] ??= parseSentence(layout, index, tokens, around, lexicon));
		}
	};
}

function bySentence(mentions: readonly Mention[]): Map<number, number[]> {
	const map = new Map<number, number[]>();
	for (const [index, { sentence }] of mentions.entries()) push(map, sentence, index);
	return map;
}

/** Quotations under each sentence that they touch: a quotation may run over several. */
function byEachSentence(layout: Layout, quotations: readonly Quotation[]): Map<number, Quotation[]> {
	const map = new Map<number, Quotation[]>();
	for (const quotation of quotations) {
		for (let at = quotation.sentence; at < layout.sentences.length; at++) {
			if ((layout.sentences[at]?.start ?? Infinity) >= quotation.end) break;
			push(map, at, quotation);
		}
	}
	return map;
}

function push<T>(map: Map<number, T[]>, key: number, value: T): void {
	const list = map.get(key);
	if (list) list.push(value);
	else map.set(key, [value]);
}
