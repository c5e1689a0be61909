import { and, desc, eq, sql } from 'drizzle-orm';
import { failure, type ErrorCode, type Failure } from '#lib/domain/errors.ts';
import type { DayCounts } from '#lib/domain/reviewing/item-log.ts';
import type { CardState } from '#lib/domain/scheduling/card.ts';
import type { Db } from '#lib/server/db/db.ts';
import { cardChanges, cards, learnerDays, reviews, undos } from '#lib/server/db/schema/reviews.ts';
import { toColumns } from './card-row.ts';

/** A review as it is written; what the database takes out of it is left out. */
export type ReviewRow = Omit<typeof reviews.$inferSelect, 'intervalBefore' | 'stabilityBefore' | 'answeredBefore'>;

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

/**
 * Writes a card that was locked before. Run it inside `refusable`: a card that should be new may have come into being.
 * @param before the card that is replaced, also where it was learnt under something else; null where there is none
 * @param memory what of the item it is learnt under
 */
export async function storeCard(
	db: Db,
	learnerId: string,
	itemId: string,
	before: CardState | null,
	after: CardState,
	memory: string | null
): Promise<void> {
	const columns = { ...toColumns(after), memory };
	const written = before
		? await db
				.update(cards)
				.set(columns)
				.where(and(eq(cards.learnerId, learnerId), eq(cards.itemId, itemId), eq(cards.seq, before.seq)))
				.returning({ seq: cards.seq })
		: await db
				.insert(cards)
				.values({ learnerId, itemId, ...columns })
				.onConflictDoNothing()
				.returning({ seq: cards.seq });
	if (written.length === 0) throw new Refusal('stale_card');
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

/** Appends a review to the log. Run it inside `refusable`: its id may stand in the log already. */
export async function insertReview(tx: Db, review: ReviewRow): Promise<void> {
	const made = await tx.insert(reviews).values(review).onConflictDoNothing().returning({ id: reviews.id });
	if (made.length === 0) throw new Refusal('review_id_reused');
}

/** Appends several reviews to the log. Run it inside `refusable`: the id of one may stand in the log already. */
export async function insertReviews(tx: Db, rows: readonly ReviewRow[]): Promise<void> {
	const made = await tx
		.insert(reviews)
		.values([...rows])
		.onConflictDoNothing()
		.returning({ id: reviews.id });
	if (made.length < rows.length) throw new Refusal('review_id_reused');
}

/** Writes several cards that were locked before, also such as had no card. */
export async function storeCards(
	tx: Db,
	learnerId: string,
	held: readonly { itemId: string; card: CardState; memory: string | null }[]
): Promise<void> {
	const rows = held.map(({ itemId, card, memory }) => ({ learnerId, itemId, ...toColumns(card), memory }));
	const excluded = (name: string) => sql`excluded.${sql.identifier(name)}`;
	await tx
		.insert(cards)
		.values(rows)
		.onConflictDoUpdate({
			target: [cards.learnerId, cards.itemId],
			set: {
				...{ state: excluded('state'), due: excluded('due'), stability: excluded('stability') },
				...{ difficulty: excluded('difficulty'), scheduledDays: excluded('scheduled_days'), step: excluded('step') },
				...{ reps: excluded('reps'), lapses: excluded('lapses'), lastReview: excluded('last_review') },
				...{ memory: excluded('memory'), seq: excluded('seq') }
			}
		});
}

/** Appends a change by hand to the log. Run it inside `refusable`: its id may stand in the log already. */
export async function insertChange(tx: Db, change: typeof cardChanges.$inferInsert): Promise<void> {
	const made = await tx.insert(cardChanges).values(change).onConflictDoNothing().returning({ id: cardChanges.id });
	if (made.length === 0) throw new Refusal('review_id_reused');
}

/** Adds to the counts of days, or takes off; days in their order, so that two requests never wait for each other. */
export async function addToDays(
	db: Db,
	learnerId: string,
	changes: readonly (readonly [day: string, counts: DayCounts])[]
): Promise<void> {
	if (changes.length === 0) return;
	const plus = (column: keyof DayCounts, name: string) =>
		sql`${learnerDays[column]} + excluded.${sql.identifier(name)}`;
	await db
		.insert(learnerDays)
		.values(changes.map(([day, counts]) => ({ learnerId, day, ...counts })))
		.onConflictDoUpdate({
			target: [learnerDays.learnerId, learnerDays.day],
			set: {
				introduced: plus('introduced', 'introduced'),
				reviewed: plus('reviewed', 'reviewed'),
				correct: plus('correct', 'correct'),
				answered: plus('answered', 'answered'),
				durationMs: plus('durationMs', 'duration_ms')
			}
		});
}
