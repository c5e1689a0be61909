import type { Item } from '../items/types.ts';

/** What a teacher looks for in the bank; a field that is not set does not matter. */
export interface ItemFilter {
	topic?: string;
	source?: string;
	kind?: string;
	side?: string;
	/** At least as important: 1 is the most important. */
	importance?: 1 | 2 | 3;
	/** Said by at least so many sources. */
	sources?: number;
	/** Words that all stand in question, key or feedback, in any order. */
	words?: string;
}

/** The items of a bank that fit, in its order. */
export function chooseItems(items: readonly Item[], filter: ItemFilter): Item[] {
	const { topic, source, kind, side, importance, sources } = filter;
	const words = (filter.words ?? '')
		.toLowerCase()
		.split(/\s+/)
		.filter((word) => word !== '');
	return items.filter(
		(item) =>
			(topic === undefined || item.topic === topic) &&
			(source === undefined || item.corroboration.sources.includes(source)) &&
			(kind === undefined || item.kind === kind) &&
			(side === undefined || item.side === side) &&
			(importance === undefined || item.importance <= importance) &&
			(sources === undefined || item.corroboration.sources.length >= sources) &&
			words.every((word) => `${item.question} ${item.key} ${item.feedback}`.toLowerCase().includes(word))
	);
}
