import { and, desc, eq, sql } from 'drizzle-orm';
import type { CardState } from '#lib/domain/scheduling/card.ts';
import { dayOf } from '#lib/domain/scheduling/clock.ts';
import type { Db } from '#lib/server/db/db.ts';
import { cards, learnerDays, reviews, undos } from '#lib/server/db/schema/reviews.ts';
import { toCard, toColumns } from './card-row.ts';
import type { Learner } from './today.ts';

export type ReviewRow = typeof reviews.$inferSelect;

/** The review with an id, if the learner has one. */
export async function findReview(db: Db, learnerId: string, id: string): Promise<ReviewRow | undefined> {
	const [row] = await db
		.select()
		.from(reviews)
		.where(and(eq(reviews.learnerId, learnerId), eq(reviews.id, id)));
	return row;
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

/** A learner's card, locked until the transaction ends; null where there is none. */
export async function lockCard(tx: Db, learnerId: string, itemId: string): Promise<CardState | null> {
	const [row] = await tx
		.select()
		.from(cards)
		.where(and(eq(cards.learnerId, learnerId), eq(cards.itemId, itemId)))
		.for('update');
	return row ? toCard(row) : null;
}

/**
 * Writes a card that was locked before.
 * @returns false when a card that should be new came into being meanwhile
 */
export async function storeCard(
	db: Db,
	learnerId: string,
	itemId: string,
	before: CardState | null,
	after: CardState
): Promise<boolean> {
	const columns = toColumns(after);
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

/** Appends a review to the log and counts it on the learner's day. */
export async function insertReview(db: Db, learner: Learner, review: Omit<ReviewRow, 'day'>): Promise<void> {
	const day = dayOf(review.reviewedAt, learner.settings);
	await db.insert(reviews).values({ ...review, day });
	await countOnDay(db, { ...review, day }, 1);
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
