import { afterChange, inOrder, type CardChange } from '../reviewing/fold.ts';
import type { CardState } from './card.ts';

/** What the log says of one review of a card. */
export interface LoggedReview {
	id: string;
	before: CardState | null;
	after: CardState;
	amends: string | null;
	/** What of the item was learnt by it; absent or null where the item never changed its meaning. */
	memory?: string | null;
}

/** How a card and its log disagree, or that they agree. */
export type Audit = { ok: true } | { ok: false; reason: string };

/**
 * Checks that a card is what its log says: the reviews that count, in order, each begin where the one before ended,
 * changes by hand between them included, and the last one ends at the card. Where the item has come to ask something
 * else, the memory begins anew.
 * @param log the card's reviews in their order, taken-back and replaced ones included
 * @param undone ids of the reviews that were taken back
 * @param card the card as stored, or null where there is none
 * @param changes those of the card that count, in their order
 */
export function auditCard(
	log: readonly LoggedReview[],
	undone: ReadonlySet<string>,
	card: CardState | null,
	changes: readonly CardChange[] = []
): Audit {
	const replaced = new Set(log.filter((review) => !undone.has(review.id)).map((review) => review.amends));
	const counting = log.filter((review) => !undone.has(review.id) && !replaced.has(review.id));
	const rest = [...changes];
	let state: CardState | null = null;
	let memory: string | null = null;
	for (const review of counting) {
		const at = { id: review.id, at: review.after.lastReview };
		while (rest[0] && inOrder(rest[0], at) < 0) state = afterNext(state, rest);
		const expected: CardState | null = (review.memory ?? null) === memory ? state : null;
		memory = review.memory ?? null;
		if (!sameMemory(review.before, expected))
			return { ok: false, reason: `review ${review.id} does not begin where the one before ended` };
		state = review.after;
	}
	while (rest[0]) state = afterNext(state, rest);
	return sameMemory(state, card) ? { ok: true } : { ok: false, reason: 'the card is not what its last review left' };
}

/** The card after the first of the changes, which is taken off the list. */
function afterNext(state: CardState | null, changes: CardChange[]): CardState | null {
	const change = changes.shift();
	return change ? afterChange(state, change) : state;
}

/**
 * Whether two states are one memory. Change counts are not compared: they go on when an answer is taken back.
 */
export function sameMemory(a: CardState | null, b: CardState | null): boolean {
	if (a === null || b === null) return a === b;
	const memory = ({ state, due, stability, difficulty, scheduledDays, step, reps, lapses, lastReview }: CardState) =>
		JSON.stringify([state, due, stability, difficulty, scheduledDays, step, reps, lapses, lastReview]);
	return memory(a) === memory(b);
}
