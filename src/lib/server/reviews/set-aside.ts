import { and, eq, gt, isNotNull, or, sql } from 'drizzle-orm';
import type { Aside } from '#lib/domain/scheduling/due.ts';
import type { Db } from '#lib/server/db/db.ts';
import { cards, itemMarks } from '#lib/server/db/schema/reviews.ts';

/** Whether an item is set aside by hand on a day of the learner's: `isAside` as the database says it. */
export const isSetAside = (day: string) => sql`exists (
	select 1 from ${itemMarks} where ${itemMarks.learnerId} = ${cards.learnerId} and ${itemMarks.itemId} = ${cards.itemId}
		and (${itemMarks.suspended} or ${itemMarks.buriedUntil} > ${day})
)`;

/** The query behind "what is set aside on a day of hers": one range of the primary key. */
export function setAsideQuery(db: Db, learnerId: string, day: string) {
	return db
		.select({ itemId: itemMarks.itemId })
		.from(itemMarks)
		.where(and(eq(itemMarks.learnerId, learnerId), or(itemMarks.suspended, gt(itemMarks.buriedUntil, day))));
}

/** The items, met or not, that are set aside on a day of hers. */
export async function setAsideOn(db: Db, learnerId: string, day: string): Promise<ReadonlySet<string>> {
	return new Set((await setAsideQuery(db, learnerId, day)).map(({ itemId }) => itemId));
}

/** The query behind "what is or was set aside": one range of the primary key. */
export function asideMarksQuery(db: Db, learnerId: string) {
	return db
		.select({ itemId: itemMarks.itemId, suspended: itemMarks.suspended, buriedUntil: itemMarks.buriedUntil })
		.from(itemMarks)
		.where(and(eq(itemMarks.learnerId, learnerId), or(itemMarks.suspended, isNotNull(itemMarks.buriedUntil))));
}

/** What sets a learner's items aside, by item. */
export async function asideMarks(db: Db, learnerId: string): Promise<ReadonlyMap<string, Aside>> {
	return new Map((await asideMarksQuery(db, learnerId)).map(({ itemId, ...aside }) => [itemId, aside]));
}
