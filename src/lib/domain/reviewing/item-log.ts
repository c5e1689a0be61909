import type { CardState, Rating } from '../scheduling/card.ts';
import type { Marks } from '../scheduling/marks.ts';
import type { ScheduleOptions } from '../scheduling/options.ts';
import { afterChange, foldCard, inOrder, type CardChange, type CardEvent, type Held, type Timed } from './fold.ts';
import type { FoldedReview, ReviewEvent } from './fold.ts';
import { foldMarks, leechSuspensions, type MarkEvent } from './fold-marks.ts';

/** A review of an item as the log has it. */
export interface LogReview extends Timed {
	/** The learner's day on which it counts. */
	day: string;
	rating: Rating;
	durationMs: number;
	memory: string | null;
	options: ScheduleOptions;
	before: CardState | null;
	after: CardState;
	/** The review that it replaces. */
	amends: string | null;
}

export type LogChange = CardChange | MarkEvent;

/** All that the log says of one item of one learner. */
export interface ItemLog {
	reviews: readonly LogReview[];
	changes: readonly LogChange[];
	/** Ids of what was taken back. */
	undone: ReadonlySet<string>;
}

/** What is known of an item by its log. */
export interface ItemState {
	held: Held | null;
	marks: Marks;
	/** The reviews that count, in their order, with the card before and after each. */
	reviews: CountingReview[];
}

/** A review that counts: the last of those that replace each other. */
export interface CountingReview {
	review: LogReview;
	before: CardState | null;
	after: CardState;
}

/** Of a review what its day counts. */
interface Counted {
	review: { day: string; rating: number; durationMs: number };
	before: CardState | null;
}

/** The review that was answered, of one that may be a correction, and all that replace it. */
export function chainOf(log: ItemLog, id: string): LogReview[] {
	const root = rootOf(log, id);
	const chain: LogReview[] = root ? [root] : [];
	for (const review of chain) {
		const next = log.reviews.find(({ amends }) => amends === review.id);
		if (next) chain.push(next);
	}
	return chain;
}

function rootOf(log: ItemLog, id: string): LogReview | undefined {
	const review = log.reviews.find((one) => one.id === id);
	return review && review.amends !== null ? (rootOf(log, review.amends) ?? review) : review;
}

/** The reviews that were neither taken back nor replaced. */
export function countingReviews({ reviews, undone }: ItemLog): LogReview[] {
	const replaced = new Set(reviews.map(({ amends }) => amends));
	return reviews.filter(({ id }) => !undone.has(id) && !replaced.has(id));
}

/**
 * A card and its marks as the log has them.
 * @param from what comes before it in the order of time is taken as it was stored, the rest is worked out again; null
 *   where all is taken as it was stored
 * @param seed `seedOf(itemId)`
 */
export function itemState(log: ItemLog, from: Timed | null, seed: string): ItemState {
	const changes = log.changes.filter(({ id }) => !log.undone.has(id));
	const counting = countingReviews(log);
	const byEvent = new Map(counting.map((review) => [eventOf(log, review), review]));
	const events: CardEvent[] = [...byEvent.keys(), ...changes.filter(isOfCard)].sort(inOrder);
	const isSettled = (event: CardEvent) => from === null || inOrder(event, from) < 0;
	const settled = events.filter(isSettled);
	const folded = foldCard(
		standing(settled, byEvent),
		events.filter((event) => !isSettled(event)),
		seed
	);
	const told = settled.flatMap((event): FoldedReview[] => {
		const review = event.kind === 'review' ? byEvent.get(event) : undefined;
		return event.kind === 'review' && review ? [{ event, before: review.before, after: review.after }] : [];
	});
	const all = [...told, ...folded.reviews];
	return {
		held: folded.held,
		marks: foldMarks([...changes.filter(isMark), ...leechSuspensions(all)]),
		reviews: all.flatMap(({ event, before, after }) => {
			const review = byEvent.get(event);
			return review ? [{ review, before, after }] : [];
		})
	};
}

/** A correction stands where its answer stood. */
function eventOf(log: ItemLog, { id, at, rating, memory, options }: LogReview): ReviewEvent {
	return { kind: 'review', id: rootOf(log, id)?.id ?? id, at, rating, memory, options };
}

/** The card that events left as they are stored. */
function standing(events: readonly CardEvent[], byEvent: ReadonlyMap<CardEvent, LogReview>): Held | null {
	let held: Held | null = null;
	for (const event of events) {
		const review = byEvent.get(event);
		if (review) held = { card: review.after, memory: review.memory };
		else if (event.kind !== 'review') held = changed(held, event);
	}
	return held;
}

function changed(held: Held | null, change: CardChange): Held | null {
	const card = held && afterChange(held.card, change);
	return held && card ? { ...held, card: { ...card, seq: card.seq + 1 } } : null;
}

function isOfCard(change: LogChange): change is CardChange {
	return change.kind === 'reset' || change.kind === 'set-due' || change.kind === 'reschedule';
}

function isMark(change: LogChange): change is MarkEvent {
	return !isOfCard(change);
}

/** What the reviews of a learner's day add to its counts. */
export interface DayCounts {
	introduced: number;
	reviewed: number;
	answered: number;
	correct: number;
	durationMs: number;
}

/** What reviews add to the counts of their days. */
export function countsByDay(reviews: readonly Counted[]): Map<string, DayCounts> {
	const days = new Map<string, DayCounts>();
	for (const { review, before } of reviews) add(days, review.day, countsOf(review, before), 1);
	return days;
}

/** By how much the counts of days change from some reviews to others, by day in order; days that do not change are left out. */
export function countChanges(from: readonly Counted[], to: readonly Counted[]): [day: string, counts: DayCounts][] {
	const days = countsByDay(to);
	for (const { review, before } of from) add(days, review.day, countsOf(review, before), -1);
	const changed = [...days].filter(([, counts]) => Object.values(counts).some((count) => count !== 0));
	return changed.sort(([a], [b]) => (a < b ? -1 : 1));
}

/** What one review adds to the counts of its day. */
export function countsOf({ rating, durationMs }: Omit<Counted['review'], 'day'>, before: CardState | null) {
	return {
		introduced: before === null ? 1 : 0,
		reviewed: before?.state === 2 ? 1 : 0,
		answered: 1,
		correct: rating > 1 ? 1 : 0,
		durationMs
	} satisfies DayCounts;
}

function add(days: Map<string, DayCounts>, day: string, counts: DayCounts, sign: 1 | -1): void {
	const sum = days.get(day) ?? { introduced: 0, reviewed: 0, answered: 0, correct: 0, durationMs: 0 };
	days.set(day, {
		introduced: sum.introduced + sign * counts.introduced,
		reviewed: sum.reviewed + sign * counts.reviewed,
		answered: sum.answered + sign * counts.answered,
		correct: sum.correct + sign * counts.correct,
		durationMs: sum.durationMs + sign * counts.durationMs
	});
}
