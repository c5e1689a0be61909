import type { CardPhase, CardState, Rating } from '#lib/domain/scheduling/card.ts';
import type { cards } from '#lib/server/db/schema/reviews.ts';

type CardRow = typeof cards.$inferSelect;

/** The card that a row holds. */
export function toCard(row: CardRow): CardState {
	return {
		state: toPhase(row.state),
		due: row.due.toISOString(),
		stability: row.stability,
		difficulty: row.difficulty,
		scheduledDays: row.scheduledDays,
		step: row.step,
		reps: row.reps,
		lapses: row.lapses,
		lastReview: row.lastReview.toISOString(),
		seq: row.seq
	};
}

/** A stored state as one. */
export function toPhase(state: number): CardPhase {
	if (state === 1 || state === 2 || state === 3) return state;
	throw new RangeError(`a card's state is 1, 2 or 3, not ${state}`);
}

/** The columns of a card. */
export function toColumns(card: CardState) {
	return { ...card, due: new Date(card.due), lastReview: new Date(card.lastReview) } satisfies Partial<CardRow>;
}

/** A stored rating as one. */
export function toRating(rating: number): Rating {
	if (rating === 1 || rating === 2 || rating === 3 || rating === 4) return rating;
	throw new RangeError(`a rating is 1 to 4, not ${rating}`);
}
