import type { Layout } from '../articles/types.ts';
import type { CompiledEvents } from './lexicon/events.ts';
import type { SentenceReader } from './propositions/sentence-reader.ts';
import type { TopicReader } from './propositions/topic.ts';
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
	/** The sentences as clauses are read in them. */
	sentences: SentenceReader;
	topics: TopicReader;
	events: CompiledEvents;
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
