import { TOPICS } from '../facts/vocabulary.ts';
import type { Item } from './types.ts';

/**
 * Important items first; within an importance the topics take turns, and within a topic what was made in one way
 * (questions, attributions, sets) is spread evenly, so that the forms change from the first day on.
 */
export function introductionOrder(items: readonly Item[]): Item[] {
	const made = countBy(items, (item) => `${item.importance}/${item.topic}/${wayOf(item)}`);
	const place = new Map<string, number>();
	const seen = new Map<string, number>();
	for (const item of items) {
		const key = `${item.importance}/${item.topic}/${wayOf(item)}`;
		const index = seen.get(key) ?? 0;
		seen.set(key, index + 1);
		place.set(item.id, (index + 0.5) / (made.get(key) ?? 1));
	}
	const share = (item: Item) => place.get(item.id) ?? 0;
	const topics = [...new Set<string>([...TOPICS, ...items.map((item) => item.topic)])];
	const byTopic = topics.map((topic) =>
		items.filter((item) => item.topic === topic).sort((a, b) => a.importance - b.importance || share(a) - share(b))
	);
	const turn = new Map(
		byTopic.flatMap((list) =>
			list.map((item) => [item.id, list.filter((other) => other.importance === item.importance).indexOf(item)] as const)
		)
	);
	const turnOf = (item: Item) => turn.get(item.id) ?? 0;
	const topic = (item: Item) => topics.indexOf(item.topic);
	return [...items].sort((a, b) => a.importance - b.importance || turnOf(a) - turnOf(b) || topic(a) - topic(b));
}

function wayOf(item: Item): 'ask' | 'derived' | 'set' {
	return item.origin === 'ask' || item.origin === 'set' ? item.origin : 'derived';
}

function countBy<T>(entries: readonly T[], keyOf: (entry: T) => string): Map<string, number> {
	const counts = new Map<string, number>();
	for (const entry of entries) counts.set(keyOf(entry), (counts.get(keyOf(entry)) ?? 0) + 1);
	return counts;
}
