import { and, asc, eq, isNotNull, sql } from 'drizzle-orm';
import type { CountedReview } from '#lib/domain/scheduling/fit/history.ts';
import type { Db } from '#lib/server/db/db.ts';
import { learnerDays, reviews, undos } from '#lib/server/db/schema/reviews.ts';
import { toRating } from '#lib/server/reviews/card-row.ts';

/** Rows of one statement: the embedded database does nothing else meanwhile. */
const PAGE = 5000;
/** Of more answers only the first ones are read. */
const MOST_PAGES = 60;

/** Where a page of the log begins: after a review. */
interface After {
	reviewedAt: Date;
	id: string;
}

/** The query behind a page of the log: one range of the index on (learner, time). */
export function logPageQuery(db: Db, learnerId: string, after: After | undefined) {
	const later = sql`(${reviews.reviewedAt}, ${reviews.id}) > (${after?.reviewedAt.toISOString()}::timestamptz, ${after?.id}::uuid)`;
	return db
		.select({
			id: reviews.id,
			itemId: reviews.itemId,
			rating: reviews.rating,
			day: reviews.day,
			begins: sql<boolean>`${reviews.before} is null`,
			reviewedAt: reviews.reviewedAt
		})
		.from(reviews)
		.where(after ? and(eq(reviews.learnerId, learnerId), later) : eq(reviews.learnerId, learnerId))
		.orderBy(asc(reviews.reviewedAt), asc(reviews.id))
		.limit(PAGE);
}

/** The query behind "how many answers": a range of the primary key of her days. */
export function answersQuery(db: Db, learnerId: string) {
	return db
		.select({ answers: sql<number>`coalesce(sum(${learnerDays.answered}), 0)::int` })
		.from(learnerDays)
		.where(eq(learnerDays.learnerId, learnerId));
}

/** How many answers a learner has given that count. */
export async function countAnswers(db: Db, learnerId: string): Promise<number> {
	const [row] = await answersQuery(db, learnerId);
	return row?.answers ?? 0;
}

/** A learner's answers in the order of time, those left out that she took back or whose rating was replaced. */
export async function countedReviews(db: Db, learnerId: string): Promise<CountedReview[]> {
	const undone = await db.select({ id: undos.reviewId }).from(undos).where(eq(undos.learnerId, learnerId));
	const replaced = await db
		.select({ id: reviews.amends })
		.from(reviews)
		.where(and(eq(reviews.learnerId, learnerId), isNotNull(reviews.amends)));
	const gone = new Set([...undone, ...replaced].map(({ id }) => id));
	const log: CountedReview[] = [];
	let after: After | undefined;
	for (let page = 0; page < MOST_PAGES; page++) {
		const rows = await logPageQuery(db, learnerId, after);
		for (const { id, itemId, rating, day, begins } of rows)
			if (!gone.has(id)) log.push({ itemId, rating: toRating(rating), day, begins });
		after = rows.at(-1);
		if (rows.length < PAGE) break;
	}
	return log;
}
