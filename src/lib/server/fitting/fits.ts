import { desc, eq } from 'drizzle-orm';
import type { Db } from '#lib/server/db/db.ts';
import { modelFits } from '#lib/server/db/schema/scheduling.ts';

/** One fit of a learner's model. */
export type FitRow = typeof modelFits.$inferSelect;

/** The query behind "the last fits": the primary key backwards, as its ids sort by time. */
export function fitsQuery(db: Db, learnerId: string, most: number) {
	return db
		.select()
		.from(modelFits)
		.where(eq(modelFits.learnerId, learnerId))
		.orderBy(desc(modelFits.learnerId), desc(modelFits.id))
		.limit(most);
}

/** A learner's last fit, taken over or not. */
export async function lastFit(db: Db, learnerId: string): Promise<FitRow | undefined> {
	const [row] = await fitsQuery(db, learnerId, 1);
	return row;
}
