import { and, asc, eq, sql } from 'drizzle-orm';
import type { DayTotals } from '#lib/domain/insight/days.ts';
import type { Db } from '#lib/server/db/db.ts';
import { learnerDays, reviews } from '#lib/server/db/schema/reviews.ts';
import { stillCounts } from '#lib/server/reviews/store.ts';
import { ofItems } from './log-query.ts';

/** The query behind what a learner did on each of her days: one range of the primary key. */
export function daysQuery(db: Db, learnerId: string) {
	return db
		.select({
			day: learnerDays.day,
			answered: learnerDays.answered,
			correct: learnerDays.correct,
			introduced: learnerDays.introduced,
			durationMs: learnerDays.durationMs
		})
		.from(learnerDays)
		.where(eq(learnerDays.learnerId, learnerId))
		.orderBy(asc(learnerDays.day));
}

/** The query behind what a learner did with some items on each of her days: ranges of the index on (learner, item, time). */
export function daysOfItemsQuery(db: Db, learnerId: string, itemIds: readonly string[]) {
	const count = sql<number>`count(*)::int`;
	return db
		.select({
			day: reviews.day,
			answered: count,
			correct: sql<number>`(count(*) filter (where ${reviews.rating} > 1))::int`,
			introduced: sql<number>`(count(*) filter (where ${reviews.before} is null))::int`,
			durationMs: sql<number>`sum(${reviews.durationMs})::float8`
		})
		.from(reviews)
		.where(and(eq(reviews.learnerId, learnerId), ofItems(itemIds), stillCounts))
		.groupBy(reviews.day)
		.orderBy(asc(reviews.day));
}

/**
 * What was done on each day, the earliest first.
 * @param itemIds the items of a deck; null for all that was answered
 */
export async function dayTotals(db: Db, learnerId: string, itemIds: readonly string[] | null): Promise<DayTotals[]> {
	return itemIds === null ? daysQuery(db, learnerId) : daysOfItemsQuery(db, learnerId, itemIds);
}
