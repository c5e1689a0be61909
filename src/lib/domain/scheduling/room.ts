import type { Limits } from './options.ts';

/** What a learner's day has room for beside her limits. */
export interface Room {
	/** New items introduced and reviews done today, over all decks. */
	introduced: number;
	reviewed: number;
	/** By how much her limits are raised today, or lowered. */
	more?: { moreNew: number; moreReviews: number };
	/** The deck that is reviewed, where it has limits of its own: they hold beside those for all. */
	deck?: { limits: Partial<Limits>; introduced: number; reviewed: number };
	/** How many reviews may still be asked today while a backlog is spread, instead of the limit. */
	room?: number;
}

/**
 * How many due cards may still be asked today.
 * @param wanted how many cards are asked whatever the limits say; they use the room up first
 */
export function reviewRoom(input: Room, limits: Limits, wanted: number): number {
	const { deck, reviewed, room } = input;
	const more = input.more?.moreReviews ?? 0;
	const whole = room ?? limits.reviewsPerDay + more - reviewed;
	const own = deck?.limits.reviewsPerDay;
	const ofDeck = deck === undefined || own === undefined ? Infinity : own + more - deck.reviewed;
	return Math.max(0, Math.min(whole, ofDeck) - wanted);
}

/**
 * How many new items may still be introduced today: within their own limit, and within what the reviews leave of
 * theirs, since each comes back as one.
 * @param asked how many reviews are left today, and how many new items are asked whatever the limits say
 */
export function newRoom(input: Room, limits: Limits, asked: { reviews: number; wanted: number }): number {
	const { deck } = input;
	const whole = newWithin(input, limits, input, asked);
	return Math.max(0, deck ? Math.min(whole, newWithin(input, deck.limits, deck, asked)) : whole);
}

function newWithin(
	{ more, room }: Room,
	{ newPerDay = Infinity, reviewsPerDay = Infinity }: Partial<Limits>,
	done: { introduced: number; reviewed: number },
	asked: { reviews: number; wanted: number }
): number {
	const { moreNew, moreReviews } = more ?? { moreNew: 0, moreReviews: 0 };
	const own = newPerDay + moreNew - done.introduced;
	// More new items for today are meant to come, and a backlog is spread in a room of its own.
	const spare = Math.max(0, moreNew) + reviewsPerDay + moreReviews - done.reviewed - asked.reviews;
	return Math.min(own, room === undefined ? spare : Infinity) - asked.wanted;
}
