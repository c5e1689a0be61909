import { failure, type Failure } from '#lib/domain/errors.ts';
import type { AmendInput, Amended } from '#lib/domain/reviewing/messages.ts';
import type { CardState } from '#lib/domain/scheduling/card.ts';
import { schedule } from '#lib/domain/scheduling/fsrs.ts';
import { sameMemory } from '#lib/domain/scheduling/replay.ts';
import { intervalText } from '#lib/domain/scheduling/intervals.ts';
import type { Db } from '#lib/server/db/db.ts';
import { inTransaction } from '#lib/server/db/transaction.ts';
import { toRating } from './card-row.ts';
import { seedOf } from './next-prompt.ts';
import {
	countOnDay,
	findReview,
	insertReview,
	isCounting,
	lockCard,
	refusable,
	storeCard,
	type ReviewRow
} from './store.ts';
import type { Learner } from './today.ts';

/**
 * Replaces the rating of the last answer to a card, as if it had been given at once: the card is scheduled anew from
 * its state before, and the log keeps both rows. Sent twice it counts once.
 */
export async function amend(db: Db, learner: Learner, input: AmendInput): Promise<Amended | Failure> {
	return refusable(() =>
		inTransaction(db, async (tx) => {
			const review = await findReview(tx, learner.id, input.reviewId);
			if (!review) return failure('unknown_review');
			// From here on nobody else changes this card or its log.
			const card = (await lockCard(tx, learner.id, review.itemId))?.card;
			const known = await findReview(tx, learner.id, input.id);
			if (known) return known.amends === input.reviewId ? toAmended(learner, known) : failure('review_id_reused');
			if (!card || !sameMemory(card, review.after)) return failure('not_the_last');
			if (!(await isCounting(tx, learner.id, review.id))) return failure('not_the_last');
			return replace(tx, learner, review, input, card);
		})
	);
}

async function replace(
	tx: Db,
	learner: Learner,
	review: ReviewRow,
	input: AmendInput,
	card: CardState
): Promise<Amended | Failure> {
	const fresh = schedule(
		review.before,
		input.rating,
		review.reviewedAt,
		learner.settings,
		seedOf(learner.id, review.itemId)
	);
	const after = { ...fresh, seq: card.seq + 1 };
	if (!(await storeCard(tx, learner.id, review.itemId, card, after, review.memory))) return failure('not_the_last');
	await countOnDay(tx, review, -1);
	const amended = {
		...review,
		id: input.id,
		rating: input.rating,
		claimedRight: input.claimedRight,
		after,
		amends: review.id
	};
	await insertReview(tx, amended);
	return toAmended(learner, amended);
}

function toAmended(learner: Learner, review: Omit<ReviewRow, 'day'>): Amended {
	return {
		ok: true,
		rating: toRating(review.rating),
		due: review.after.due,
		dueText: intervalText(review.after, review.reviewedAt, learner.settings)
	};
}
