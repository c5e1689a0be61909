import { and, eq } from 'drizzle-orm';
import { failure, type Failure } from '#lib/domain/errors.ts';
import type { CardState } from '#lib/domain/scheduling/card.ts';
import { sameMemory } from '#lib/domain/scheduling/replay.ts';
import type { Db } from '#lib/server/db/db.ts';
import { inTransaction } from '#lib/server/db/transaction.ts';
import { cards, undos } from '#lib/server/db/schema/reviews.ts';
import { toColumns } from './card-row.ts';
import { countOnDay, findReview, latestReviewsQuery, lockCard, type ReviewRow } from './store.ts';
import type { Learner } from './today.ts';

/**
 * Takes back the learner's last answer: the card is as it was before, and the log keeps both the answer and that it was
 * taken back. An answer that was corrected afterwards is taken back with its correction.
 * @param reviewId the answer that is meant: one that was taken back already is not followed by another
 * @returns the item that may be answered again
 */
export async function undo(
	db: Db,
	learner: Learner,
	now: Date,
	reviewId?: string
): Promise<{ ok: true; itemId: string } | Failure> {
	return inTransaction(db, async (tx) => {
		const known = reviewId === undefined ? undefined : await findUndone(tx, learner.id, reviewId);
		if (known) return { ok: true, itemId: known.itemId };
		const [last] = await latestReviewsQuery(tx, learner.id, 1);
		if (!last) return failure('nothing_to_undo');
		if (reviewId !== undefined && last.id !== reviewId) return failure('not_the_last');
		const card = await lockCard(tx, learner.id, last.itemId);
		if (!card || !sameMemory(card, last.after)) return failure('nothing_to_undo');
		await restore(tx, learner.id, last.itemId, last.before, card.seq);
		await countOnDay(tx, last, -1);
		const chain = await chainOf(tx, last);
		await tx.insert(undos).values(chain.map((reviewId) => ({ learnerId: learner.id, reviewId, undoneAt: now })));
		return { ok: true, itemId: last.itemId };
	});
}

/** A review that was taken back already. */
async function findUndone(tx: Db, learnerId: string, reviewId: string): Promise<ReviewRow | undefined> {
	const [undone] = await tx
		.select()
		.from(undos)
		.where(and(eq(undos.learnerId, learnerId), eq(undos.reviewId, reviewId)));
	return undone && findReview(tx, learnerId, reviewId);
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

/** Puts a card back to an earlier state; its change count still goes up, so that older answers stay stale. */
async function restore(
	db: Db,
	learnerId: string,
	itemId: string,
	before: CardState | null,
	seq: number
): Promise<void> {
	const where = and(eq(cards.learnerId, learnerId), eq(cards.itemId, itemId));
	if (before)
		await db
			.update(cards)
			.set({ ...toColumns(before), seq: seq + 1 })
			.where(where);
	else await db.delete(cards).where(where);
}
