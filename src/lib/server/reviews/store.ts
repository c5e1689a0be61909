import { and, desc, eq, sql } from 'drizzle-orm';
import { failure, type ErrorCode, type Failure } from '#lib/domain/errors.ts';
import type { CardState } from '#lib/domain/scheduling/card.ts';
import type { Db } from '#lib/server/db/db.ts';
import { cards, learnerDays, reviews, undos } from '#lib/server/db/schema/reviews.ts';
import { toCard, toColumns } from './card-row.ts';

export type ReviewRow = typeof reviews.$inferSelect;

/** The review with an id, if the learner has one. */
export async function findReview(db: Db, learnerId: string, id: string): Promise<ReviewRow | undefined> {
	const [row] = await db
		.select()
		.from(reviews)
		.where(and(eq(reviews.learnerId, learnerId), eq(reviews.id, id)));
	return row;
}

/** Whether a review was taken back. */
export async function isUndone(db: Db, learnerId: string, reviewId: string): Promise<boolean> {
	const rows = await db
		.select({ reviewId: undos.reviewId })
		.from(undos)
		.where(and(eq(undos.learnerId, learnerId), eq(undos.reviewId, reviewId)));
	return rows.length > 0;
}

/** Whether a review was neither taken back nor replaced by another. */
export async function isCounting(db: Db, learnerId: string, reviewId: string): Promise<boolean> {
	const rows = await db
		.select({ id: reviews.id })
		.from(reviews)
		.where(and(eq(reviews.learnerId, learnerId), eq(reviews.id, reviewId), stillCounts));
	return rows.length > 0;
}

/**
 * The change count of an item that is new: 0 where it was never answered, beyond all of its log where its answers were
 * taken back or its card is of what it asked before, so that a question asked before that is stale.
 */
export async function freshSeq(db: Db, learnerId: string, itemId: string): Promise<number> {
	const [row] = await db
		.select({ last: sql<number | null>`max((${reviews.after} ->> 'seq')::int)` })
		.from(reviews)
		.where(and(eq(reviews.learnerId, learnerId), eq(reviews.itemId, itemId)));
	const [card] = await db
		.select({ seq: cards.seq })
		.from(cards)
		.where(and(eq(cards.learnerId, learnerId), eq(cards.itemId, itemId)));
	return Math.max(row?.last === null || row === undefined ? 0 : row.last + 1, card?.seq ?? 0);
}

/** The query behind "the last answers that still count": neither taken back nor replaced. */
export function latestReviewsQuery(db: Db, learnerId: string, most: number) {
	return db
		.select()
		.from(reviews)
		.where(and(eq(reviews.learnerId, learnerId), stillCounts))
		.orderBy(desc(reviews.reviewedAt), sql`(${reviews.after} ->> 'seq')::int desc`, desc(reviews.id))
		.limit(most);
}

/** Whether a review was neither taken back nor replaced by another. */
export const stillCounts = sql`not exists (
	select 1 from ${undos} where ${undos.learnerId} = ${reviews.learnerId} and ${undos.reviewId} = ${reviews.id}
) and not exists (
	select 1 from ${reviews} as later where later.learner_id = ${reviews.learnerId} and later.item_id = ${reviews.itemId}
		and later.amends = ${reviews.id}
)`;

/** A card with what of the item it was learnt under. */
export interface HeldCard {
	card: CardState;
	memory: string | null;
}

/** A learner's card, locked until the transaction ends; null where there is none. */
export async function lockCard(tx: Db, learnerId: string, itemId: string): Promise<HeldCard | null> {
	const [row] = await tx
		.select()
		.from(cards)
		.where(and(eq(cards.learnerId, learnerId), eq(cards.itemId, itemId)))
		.for('update');
	return row ? { card: toCard(row), memory: row.memory } : null;
}

/**
 * Writes a card that was locked before.
 * @param before the card that is replaced, also where it was learnt under something else; null where there is none
 * @param memory what of the item it is learnt under
 * @returns false when a card that should be new came into being meanwhile
 */
export async function storeCard(
	db: Db,
	learnerId: string,
	itemId: string,
	before: CardState | null,
	after: CardState,
	memory: string | null
): Promise<boolean> {
	const columns = { ...toColumns(after), memory };
	if (!before) {
		const made = await db
			.insert(cards)
			.values({ learnerId, itemId, ...columns })
			.onConflictDoNothing()
			.returning({ seq: cards.seq });
		return made.length === 1;
	}
	const changed = await db
		.update(cards)
		.set(columns)
		.where(and(eq(cards.learnerId, learnerId), eq(cards.itemId, itemId), eq(cards.seq, before.seq)))
		.returning({ seq: cards.seq });
	return changed.length === 1;
}

/** Ends a transaction with an expected failure, so that what it wrote is rolled back. */
class Refusal extends Error {
	constructor(readonly code: ErrorCode) {
		super(code);
	}
}

/** Runs a transaction that may be ended by a refusal, and returns that as the failure it is. */
export async function refusable<T>(work: () => Promise<T>): Promise<T | Failure> {
	try {
		return await work();
	} catch (error) {
		if (error instanceof Refusal) return failure(error.code);
		throw error;
	}
}

/** Appends a review to the log and counts it on its day. Run it inside `refusable`: its id may stand in the log already. */
export async function insertReview(tx: Db, review: ReviewRow): Promise<void> {
	const made = await tx.insert(reviews).values(review).onConflictDoNothing().returning({ id: reviews.id });
	if (made.length === 0) throw new Refusal('review_id_reused');
	await countOnDay(tx, review, 1);
}

/**
 * Adds a review to the counts of its day, or takes it off.
 * @param sign 1 to add, −1 to take off
 */
export async function countOnDay(db: Db, review: ReviewRow, sign: 1 | -1): Promise<void> {
	const introduced = review.before === null ? sign : 0;
	const reviewed = review.before?.state === 2 ? sign : 0;
	const correct = review.rating > 1 ? sign : 0;
	const answered = sign;
	const durationMs = sign * review.durationMs;
	const { learnerId, day } = review;
	await db
		.insert(learnerDays)
		.values({ learnerId, day, introduced, reviewed, correct, answered, durationMs })
		.onConflictDoUpdate({
			target: [learnerDays.learnerId, learnerDays.day],
			set: {
				introduced: sql`${learnerDays.introduced} + ${introduced}`,
				reviewed: sql`${learnerDays.reviewed} + ${reviewed}`,
				correct: sql`${learnerDays.correct} + ${correct}`,
				answered: sql`${learnerDays.answered} + ${answered}`,
				durationMs: sql`${learnerDays.durationMs} + ${durationMs}`
			}
		});
}
