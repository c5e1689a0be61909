import type { Layout, Span } from '../articles/types.ts';
import type { CompiledEvents } from './lexicon/events.ts';
import type { CompiledTopics } from './lexicon/topics.ts';
import type { Proposition } from './propositions/types.ts';
import type { DateExpression, Figure, Mention, Quotation } from './types.ts';

/** Everything that the first stages found in one article: what facts are put together from. Lists are sorted by start. */
export interface Found {
	layout: Layout;
	mentions: Mention[];
	dates: DateExpression[];
	figures: Figure[];
	quotations: Quotation[];
	propositions: Proposition[];
	topics: CompiledTopics;
	events: CompiledEvents;
}

/** The entries of a sorted list that lie wholly inside a span. */
export function within<T extends Span>(sorted: readonly T[], span: Span): T[] {
	const from = firstAtOrAfter(sorted, span.start);
	const inside: T[] = [];
	for (let i = from; i < sorted.length; i++) {
		const entry = sorted[i];
		if (entry === undefined || entry.start >= span.end) break;
		if (entry.end <= span.end) inside.push(entry);
	}
	return inside;
}

/** Index of the first entry that starts at an offset or later (binary search). */
export function firstAtOrAfter(sorted: readonly Span[], offset: number): number {
	let low = 0;
	let high = sorted.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((sorted[middle]?.start ?? 0) < offset) low = middle + 1;
		else high = middle;
	}
	return low;
}

/** So many dates or figures of one sentence become facts: a longer list is a table, and no sentence to learn from. */
const MOST_A_SENTENCE = 12;

/** The first of each sentence's entries. */
export function firstOfEach<T extends { sentence: number }>(entries: readonly T[]): T[] {
	const counts = new Map<number, number>();
	return entries.filter(({ sentence }) => {
		const count = (counts.get(sentence) ?? 0) + 1;
		counts.set(sentence, count);
		return count <= MOST_A_SENTENCE;
	});
}

/** The heading under which a sentence stands. */
export function sectionOf(layout: Layout, sentence: number): string | undefined {
	const block = layout.sentences[sentence]?.block;
	return block === undefined ? undefined : layout.blocks[block]?.section;
}
