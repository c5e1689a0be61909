import { failure, type Failure } from '#lib/domain/errors.ts';
import { chainOf } from '#lib/domain/reviewing/item-log.ts';
import type { Db } from '#lib/server/db/db.ts';
import { inTransaction } from '#lib/server/db/transaction.ts';
import { readItemLog, takeBack } from './item-log.ts';
import { lockItem } from './lock-item.ts';
import { findReview, isUndone, latestReviewsQuery } from './store.ts';
import type { Learner } from './today.ts';

/** Requests at the same moment wait for each other; more of them than this at once is nobody's hand. */
const MOST_ATTEMPTS = 50;

/**
 * Takes back the learner's last answer: the card is as it was before, and the log keeps both the answer and that it was
 * taken back. An answer that was corrected afterwards is taken back with its correction.
 * @param reviewId the answer that is meant, or one that it replaced: what was taken back already stays so, and no other
 *   answer follows it
 * @returns the item that may be answered again
 */
export async function undo(
	db: Db,
	learner: Learner,
	now: Date,
	reviewId?: string
): Promise<{ ok: true; itemId: string } | Failure> {
	return inTransaction(db, async (tx) => {
		for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
			if (reviewId !== undefined && (await isUndone(tx, learner.id, reviewId))) return undone(tx, learner, reviewId);
			const [last] = await latestReviewsQuery(tx, learner.id, 1);
			if (!last) return failure('nothing_to_undo');
			const locked = await lockItem(tx, learner.id, last.itemId);
			const [still] = await latestReviewsQuery(tx, learner.id, 1);
			// Another request was first: what is the last answer now?
			if (still?.id !== last.id) continue;
			const log = await readItemLog(tx, learner, last.itemId, locked);
			const isMeant = chainOf(log, last.id).some(({ id }) => id === reviewId);
			if (reviewId !== undefined && !isMeant) return failure('not_the_last');
			await takeBack(tx, learner, last.itemId, locked, log, last.id, now);
			return { ok: true, itemId: last.itemId };
		}
		return failure('not_the_last');
	});
}

/** An answer that was taken back already: it is as was asked. */
async function undone(tx: Db, learner: Learner, reviewId: string): Promise<{ ok: true; itemId: string } | Failure> {
	const review = await findReview(tx, learner.id, reviewId);
	return review ? { ok: true, itemId: review.itemId } : failure('unknown_review');
}
