import { sql } from 'drizzle-orm';
import { cards, itemMarks } from '#lib/server/db/schema/reviews.ts';

/** Whether an item is set aside by hand on a day of the learner's. */
export const isSetAside = (day: string) => sql`exists (
	select 1 from ${itemMarks} where ${itemMarks.learnerId} = ${cards.learnerId} and ${itemMarks.itemId} = ${cards.itemId}
		and (${itemMarks.suspended} or ${itemMarks.buriedUntil} > ${day})
)`;
