import type { CardState, Rating } from '../scheduling/card.ts';
import { schedule } from '../scheduling/fsrs.ts';
import type { ScheduleOptions } from '../scheduling/options.ts';

/** A card with what of the item it was learnt under. */
export interface Held {
	card: CardState;
	memory: string | null;
}

/** What orders everything that befell a card: the time, and the id where two things have one time. */
export interface Timed {
	id: string;
	/** ISO instant in UTC, as `toISOString` writes it. */
	at: string;
}

/** A review that counts, with the rating that counts. */
export interface ReviewEvent extends Timed {
	kind: 'review';
	rating: Rating;
	/** What of the item was learnt by it. */
	memory: string | null;
	/** Those that it was scheduled by. */
	options: ScheduleOptions;
}

/** The card was forgotten by hand: the item is new again. */
export interface ResetEvent extends Timed {
	kind: 'reset';
}

/** The card was made due by hand. */
export interface DueEvent extends Timed {
	kind: 'set-due';
	/** ISO instant: the start of a day of the learner's. */
	due: string;
}

/** What a card's memory is and when it comes back. */
export type Placed = Pick<CardState, 'stability' | 'difficulty' | 'due' | 'scheduledDays'>;

/**
 * The card was put where another model has it. It is of one state of the card: where its log comes to another (an answer
 * that arrived later, one that was taken back or corrected), the card stays as its answers have it.
 */
export interface RescheduleEvent extends Timed {
	kind: 'reschedule';
	/** The card as it was found, … */
	from: Placed & Pick<CardState, 'lastReview'>;
	/** … and as it is from then on. */
	to: Placed;
}

export type CardChange = ResetEvent | DueEvent | RescheduleEvent;
export type CardEvent = ReviewEvent | CardChange;

/** What a review found and left. */
export interface FoldedReview {
	event: ReviewEvent;
	before: CardState | null;
	after: CardState;
}

const DAY_MS = 24 * 60 * 60_000;

/** The order in which things befell a card, whatever the order in which they became known. */
export function inOrder(a: Timed, b: Timed): number {
	if (a.at !== b.at) return a.at < b.at ? -1 : 1;
	return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/**
 * What a card becomes by the things that befell it: a function of the set of them alone, each review by its own options.
 * Of the same events it makes the same card on every device, in whatever order they arrived.
 * @param start the card before the first of the events
 * @param events in any order; those that were taken back or replaced are left out
 * @param seed `seedOf(itemId)`
 * @returns the card, null where the item is new, and each review in order with the card before and after
 */
export function foldCard(
	start: Held | null,
	events: readonly CardEvent[],
	seed: string
): { held: Held | null; reviews: FoldedReview[] } {
	let held = start;
	let seq = start?.card.seq ?? 0;
	const reviews: FoldedReview[] = [];
	for (const event of [...events].sort(inOrder)) {
		seq++;
		if (event.kind === 'review') {
			const before = held && held.memory === event.memory ? held.card : null;
			const after = { ...schedule(before, event.rating, new Date(event.at), event.options, seed), seq };
			reviews.push({ event, before, after });
			held = { card: after, memory: event.memory };
		} else held = changed(held, event, seq);
	}
	return { held, reviews };
}

function changed(held: Held | null, event: CardChange, seq: number): Held | null {
	const card = held && afterChange(held.card, event);
	return held && card ? { ...held, card: { ...card, seq } } : null;
}

/** A card after a change by hand; its change count is not touched. A card that is made due counts as learnt. */
export function afterChange(card: CardState | null, event: CardChange): CardState | null {
	if (card === null || event.kind === 'reset') return null;
	if (event.kind === 'reschedule') return isPlaced(card, event.from) ? { ...card, ...event.to } : card;
	const days = Math.round((Date.parse(event.due) - Date.parse(card.lastReview)) / DAY_MS);
	return { ...card, state: 2, step: 0, due: event.due, scheduledDays: Math.max(1, days) };
}

/** Whether a card is in review and just as a rescheduling found or left it. */
export function isPlaced(card: CardState, at: RescheduleEvent['from']): boolean {
	const { state, stability, difficulty, due, scheduledDays, lastReview } = card;
	const same = stability === at.stability && difficulty === at.difficulty && due === at.due;
	return state === 2 && same && scheduledDays === at.scheduledDays && lastReview === at.lastReview;
}
