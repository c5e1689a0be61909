import { hash } from '../hash.ts';
import type { Item } from '../items/types.ts';
import type { CardState } from './card.ts';
import type { DUE_ORDERS, NEW_ORDERS } from './settings.ts';

type Dated = Pick<CardState, 'due' | 'lastReview' | 'stability'>;

/**
 * How far an interval is used up at an instant: 1 when it falls due, 2 when it has waited as long again. A card that was
 * to come back in a day is further behind after two than one that was to come back in a month.
 */
export function overdueness({ due, lastReview }: Dated, now: Date): number {
	const from = Date.parse(lastReview);
	return (now.getTime() - from) / Math.max(1, Date.parse(due) - from);
}

/** What orders cards by predicted recall, the likeliest forgotten highest: recall falls with time over stability. */
function fading({ lastReview, stability }: Dated, now: Date): number {
	return (now.getTime() - Date.parse(lastReview)) / stability;
}

/**
 * Due cards in the order in which they are asked.
 * @param waiting by due time
 */
export function inDueOrder<T extends { itemId: string; card: Dated }>(
	waiting: readonly T[],
	order: (typeof DUE_ORDERS)[number],
	now: Date
): T[] {
	if (order === 'due') return [...waiting];
	const rank = order === 'overdueness' ? overdueness : fading;
	return waiting
		.map((entry) => ({ entry, rank: rank(entry.card, now) }))
		.sort((a, b) => b.rank - a.rank || compareTexts(a.entry.itemId, b.entry.itemId))
		.map(({ entry }) => entry);
}

/**
 * New items in the order in which they are introduced: the bank's; by turns, of the topic first that was met least
 * today; or at random.
 * @param items in the bank's order
 * @param by the seed of a random order, and the topics of what was answered today
 */
export function inNewOrder(
	items: readonly Item[],
	order: (typeof NEW_ORDERS)[number],
	{ seed, topicsToday }: { seed: string; topicsToday: readonly string[] }
): Item[] {
	if (order === 'bank') return [...items];
	const rank =
		order === 'topics' ? turnsOf(items, topicsToday) : new Map(items.map(({ id }) => [id, hash(`${seed}/${id}`)]));
	// Sorting is stable: within a turn the topics keep the order in which the bank has them.
	return [...items].sort((a, b) => (rank.get(a.id) ?? 0) - (rank.get(b.id) ?? 0));
}

/** At which turn of its topic each item comes, the turns that the topic had today counted. */
function turnsOf(items: readonly Item[], topicsToday: readonly string[]): Map<string, number> {
	const counts = new Map<string, number>();
	const turnOf = (topic: string) => {
		const turn = counts.get(topic) ?? 0;
		counts.set(topic, turn + 1);
		return turn;
	};
	for (const topic of topicsToday) turnOf(topic);
	return new Map(items.map(({ id, topic }) => [id, turnOf(topic)]));
}

/** Orders texts by their code units, the same on every machine. */
export function compareTexts(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
