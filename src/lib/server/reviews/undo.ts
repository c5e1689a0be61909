import { and, desc, eq, notInArray, sql } from 'drizzle-orm';
import { failure, type Failure } from '#lib/domain/errors.ts';
import { sameMemory } from '#lib/domain/scheduling/replay.ts';
import type { Db } from '#lib/server/db/db.ts';
import { inTransaction } from '#lib/server/db/transaction.ts';
import { cards, reviews, undos } from '#lib/server/db/schema/reviews.ts';
import { toColumns } from './card-row.ts';
import {
	countOnDay,
	findReview,
	isUndone,
	latestReviewsQuery,
	lockCard,
	stillCounts,
	type ReviewRow
} from './store.ts';
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
			const chain = await chainOf(tx, last);
			if (reviewId !== undefined && !chain.includes(reviewId)) return failure('not_the_last');
			const card = (await lockCard(tx, learner.id, last.itemId))?.card;
			const [still] = await latestReviewsQuery(tx, learner.id, 1);
			// Another request was first: what is the last answer now?
			if (still?.id !== last.id) continue;
			if (!card || !sameMemory(card, last.after)) return failure('nothing_to_undo');
			await restore(tx, last, chain, card.seq);
			await countOnDay(tx, last, -1);
			await tx.insert(undos).values(chain.map((id) => ({ learnerId: learner.id, reviewId: id, undoneAt: now })));
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

/** The review and those that it replaced, the latest first. */
async function chainOf(db: Db, review: ReviewRow): Promise<string[]> {
	const ids = [review.id];
	for (let amends = review.amends; amends !== null;) {
		ids.push(amends);
		const earlier: ReviewRow | undefined = await findReview(db, review.learnerId, amends);
		amends = earlier?.amends ?? null;
	}
	return ids;
}

/**
 * Puts a card back to what it was before a review; its change count still goes up (see `freshSeq`), so that older
 * answers stay stale. Before the first answer to a changed item stood the card of what the item asked until then.
 */
async function restore(tx: Db, last: ReviewRow, chain: readonly string[], seq: number): Promise<void> {
	const { learnerId, itemId } = last;
	const where = and(eq(cards.learnerId, learnerId), eq(cards.itemId, itemId));
	const earlier =
		last.before === null ? await lastOfItem(tx, last, chain) : { after: last.before, memory: last.memory };
	if (!earlier) {
		await tx.delete(cards).where(where);
		return;
	}
	await tx
		.update(cards)
		.set({ ...toColumns(earlier.after), memory: earlier.memory, seq: seq + 1 })
		.where(where);
}

/** The last review of an item that counts, without those that are being taken back. */
async function lastOfItem(
	tx: Db,
	{ learnerId, itemId }: ReviewRow,
	without: readonly string[]
): Promise<Pick<ReviewRow, 'after' | 'memory'> | undefined> {
	const [row] = await tx
		.select({ after: reviews.after, memory: reviews.memory })
		.from(reviews)
		.where(
			and(
				eq(reviews.learnerId, learnerId),
				eq(reviews.itemId, itemId),
				notInArray(reviews.id, [...without]),
				stillCounts
			)
		)
		.orderBy(desc(reviews.reviewedAt), sql`(${reviews.after} ->> 'seq')::int desc`)
		.limit(1);
	return row;
}
