import { and, eq, gt, or, sql } from 'drizzle-orm';
import type { Db } from '#lib/server/db/db.ts';
import { cards, itemMarks } from '#lib/server/db/schema/reviews.ts';

/** Whether an item is set aside by hand on a day of the learner's. */
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
