import { failure, type Failure } from '#lib/domain/errors.ts';
import { chainOf, countingReviews, type ItemLog, type LogReview } from '#lib/domain/reviewing/item-log.ts';
import type { AmendInput, Amended } from '#lib/domain/reviewing/messages.ts';
import { inOrder } from '#lib/domain/reviewing/fold.ts';
import { intervalText } from '#lib/domain/scheduling/intervals.ts';
import type { Db } from '#lib/server/db/db.ts';
import { inTransaction } from '#lib/server/db/transaction.ts';
import { toRating } from './card-row.ts';
import { readItemLog, rewriteItem } from './item-log.ts';
import { lockItem, type LockedItem } from './lock-item.ts';
import { findReview, insertReview, refusable, type ReviewRow } from './store.ts';
import type { Learner } from './today.ts';

/**
 * Replaces the rating of the last answer to a card, as if it had been given at once: the card is scheduled anew from
 * its state before, and the log keeps both rows. Sent twice it counts once.
 */
export async function amend(db: Db, learner: Learner, input: AmendInput, now: Date): Promise<Amended | Failure> {
	return refusable(() =>
		inTransaction(db, async (tx) => {
			const review = await findReview(tx, learner.id, input.reviewId);
			if (!review) return failure('unknown_review');
			// From here on nobody else changes this card or its log.
			const locked = await lockItem(tx, learner.id, review.itemId);
			const known = await findReview(tx, learner.id, input.id);
			if (known) return known.amends === input.reviewId ? toAmended(learner, known) : failure('review_id_reused');
			const log = await readItemLog(tx, learner, review.itemId, locked);
			const last = countingReviews(log).sort(inOrder).at(-1);
			if (last?.id !== review.id) return failure('not_the_last');
			return toAmended(learner, await replaceRating(tx, learner, locked, log, review, input, now));
		})
	);
}

/**
 * Writes a correction of a review that counts, and works out what comes of it. Run it inside `refusable`, with the item
 * locked.
 */
export async function replaceRating(
	tx: Db,
	learner: Learner,
	locked: LockedItem,
	log: ItemLog,
	review: ReviewRow,
	{ id, rating, claimedRight }: AmendInput,
	now: Date
): Promise<ReviewRow> {
	const [first] = chainOf(log, review.id);
	const old = log.reviews.find((one) => one.id === review.id);
	if (!first || !old) throw new Error('a review that is not in the log of its item');
	const correction: LogReview = { ...old, id, rating, amends: review.id };
	const row = { ...review, id, rating, claimedRight, amends: review.id, receivedAt: now };
	// Before its states are worked out they are those of the answer.
	await insertReview(tx, row);
	const next = { ...log, reviews: [...log.reviews, correction] };
	const state = await rewriteItem(tx, learner, review.itemId, locked, log, next, first);
	const found = state.reviews.find((one) => one.review === correction);
	return { ...row, before: found?.before ?? row.before, after: found?.after ?? row.after };
}

function toAmended(learner: Learner, review: ReviewRow): Amended {
	return {
		ok: true,
		rating: toRating(review.rating),
		due: review.after.due,
		dueText: intervalText(review.after, review.reviewedAt, learner.settings)
	};
}
