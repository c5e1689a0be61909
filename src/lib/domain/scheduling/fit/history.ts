import type { Rating } from '../card.ts';
import { daysBetween } from '../clock.ts';

/** One answer of the log that counts: neither taken back nor replaced. */
export interface CountedReview {
	itemId: string;
	rating: Rating;
	/** The learner's own day, as it was counted then. */
	day: string;
	/** Whether the item was new with it: never met, forgotten by hand, or changed into asking something else. */
	begins: boolean;
}

/** An answer within a memory's history. */
export interface Step {
	rating: Rating;
	/** Whole days of hers since the answer before; 0 for the first one and for one on the same day. */
	days: number;
	/** Its place among all the learner's answers, by time. */
	order: number;
}

/** The answers that one memory is made of, in their order. */
export type History = Step[];

/** What an optimiser learns from: an answer, the last one, with those before it in its memory. */
export type TrainingItem = readonly Pick<Step, 'rating' | 'days'>[];

/** Fewer answers say too little of a memory. */
export const LEAST_REVIEWS = 400;
/** Fewer predictions in the last quarter cannot tell which parameters are better. */
export const LEAST_JUDGED = 20;
/** The share of the answers, by time, that parameters are fitted on; the rest judges them. */
const FITTED_SHARE = 0.75;

/**
 * The histories of all memories in a log.
 * @param log in the order of time; answers whose memory begins before the log does are left out
 */
export function historiesOf(log: readonly CountedReview[]): History[] {
	return gathered(log).all;
}

/** The history of an item's memory as it is now, and the day of its last answer. */
export interface OpenHistory {
	history: History;
	day: string;
}

/**
 * The history of each item's present memory.
 * @param log as for `historiesOf`
 */
export function openHistories(log: readonly CountedReview[]): ReadonlyMap<string, OpenHistory> {
	return gathered(log).open;
}

function gathered(log: readonly CountedReview[]): { all: History[]; open: Map<string, OpenHistory> } {
	const open = new Map<string, OpenHistory>();
	const all: History[] = [];
	for (const [order, { itemId, rating, day, begins }] of log.entries()) {
		const known = begins ? undefined : open.get(itemId);
		if (!begins && !known) continue;
		const history = known?.history ?? [];
		// Her zone may have moved back over midnight between two answers.
		const days = known ? Math.max(0, daysBetween(known.day, day)) : 0;
		history.push({ rating, days, order });
		if (!known) all.push(history);
		open.set(itemId, { history, day });
	}
	return { all, open };
}

/** How many answers stand in some histories. */
export function countOf(histories: readonly History[]): number {
	return histories.reduce((sum, { length }) => sum + length, 0);
}

/**
 * Where the last quarter of the answers begins.
 * @returns an order: answers from it on judge, those before it are fitted on
 */
export function splitAt(histories: readonly History[]): number {
	const orders = histories.flatMap((history) => history.map(({ order }) => order)).sort((a, b) => a - b);
	return orders[Math.floor(orders.length * FITTED_SHARE)] ?? 0;
}

/**
 * What the optimiser learns from, in the order of time: of each answer at least a day after the one before, the whole
 * history up to it. Answers on the same day stand in the histories, but no item ends with one (as Anki's trainer does).
 * @param before answers from this order on are left out
 */
export function trainingItems(histories: readonly History[], before = Infinity): TrainingItem[] {
	const items = histories.flatMap((history) =>
		history.flatMap(({ days, order }, index) =>
			days > 0 && order < before ? [{ order, item: history.slice(0, index + 1) }] : []
		)
	);
	return items.sort((a, b) => a.order - b.order).map(({ item }) => item);
}
