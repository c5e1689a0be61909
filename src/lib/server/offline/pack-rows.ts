import { and, asc, eq, gte } from 'drizzle-orm';
import type { Pack } from '#lib/domain/offline/pack-schema.ts';
import { dayOf, startOfDay } from '#lib/domain/scheduling/clock.ts';
import type { Marks } from '#lib/domain/scheduling/marks.ts';
import type { DeckOptions } from '#lib/domain/scheduling/settings.ts';
import type { Db } from '#lib/server/db/db.ts';
import { itemMarks, learnerDays, reviews } from '#lib/server/db/schema/reviews.ts';
import { deckOptions } from '#lib/server/db/schema/scheduling.ts';
import { stillCounts } from '#lib/server/reviews/store.ts';
import type { Learner } from '#lib/server/reviews/today.ts';

/** The query behind what was answered since an instant and counts: one range of the index on (learner, time). */
export function answersSinceQuery(db: Db, learnerId: string, since: Date) {
	return db
		.select({ itemId: reviews.itemId, before: reviews.before })
		.from(reviews)
		.where(and(eq(reviews.learnerId, learnerId), gte(reviews.reviewedAt, since), stillCounts))
		.orderBy(asc(reviews.reviewedAt), asc(reviews.id));
}

/** The query behind what a learner set by hand: one range of the primary key. */
export function marksQuery(db: Db, learnerId: string) {
	return db.select().from(itemMarks).where(eq(itemMarks.learnerId, learnerId));
}

/** What a learner has done on her day, and by how much she changed its limits. */
export async function readToday(db: Db, { id, settings }: Learner, now: Date): Promise<Pack['today']> {
	const day = dayOf(now, settings);
	const rows = await answersSinceQuery(db, id, startOfDay(day, settings));
	const [more] = await db
		.select({ moreNew: learnerDays.moreNew, moreReviews: learnerDays.moreReviews })
		.from(learnerDays)
		.where(and(eq(learnerDays.learnerId, id), eq(learnerDays.day, day)));
	return { day, moreNew: more?.moreNew ?? 0, moreReviews: more?.moreReviews ?? 0, answers: rows };
}

/** What a learner set by hand, by item; without what is as it is from the beginning. */
export async function readMarks(db: Db, learnerId: string): Promise<Record<string, Marks>> {
	const rows = await marksQuery(db, learnerId);
	const set = rows.filter(({ suspended, buriedUntil, flag }) => suspended || buriedUntil !== null || flag !== 0);
	return Object.fromEntries(
		set.map(({ itemId, suspended, buriedUntil, flag }) => [itemId, { suspended, buriedUntil, flag }])
	);
}

/** What a learner chose for decks alone, by the deck's name. */
export async function readDeckOptions(db: Db, learnerId: string): Promise<Record<string, DeckOptions>> {
	const rows = await db.select().from(deckOptions).where(eq(deckOptions.learnerId, learnerId));
	return Object.fromEntries(rows.map(({ deck, options }) => [deck, options]));
}
