import { eq, sql } from 'drizzle-orm';
import { DEFAULT_SETTINGS, isTimeZone } from '#lib/domain/scheduling/settings.ts';
import type { Db } from '#lib/server/db/db.ts';
import { accounts, learners } from '#lib/server/db/schema/learners.ts';
import { uuidv7 } from '#lib/server/db/uuidv7.ts';

/** Adds a learner with the usual settings, in her browser's time zone where that is known. */
export async function insertLearner(db: Db, timeZone: string | undefined, now: Date): Promise<string> {
	const id = uuidv7(now);
	const known = timeZone !== undefined && timeZone.length <= 64 && isTimeZone(timeZone);
	const settings = known ? { ...DEFAULT_SETTINGS, timeZone } : DEFAULT_SETTINGS;
	await db.insert(learners).values({ id, createdAt: now, settings });
	return id;
}

/** A learner, held until the transaction ends, and whether she has an account. */
export async function lockLearner(tx: Db, id: string): Promise<{ id: string; registered: boolean } | undefined> {
	const [learner] = await tx.select({ id: learners.id }).from(learners).where(eq(learners.id, id)).for('update');
	if (!learner) return undefined;
	const found = await tx
		.select({ one: sql`1` })
		.from(accounts)
		.where(eq(accounts.learnerId, id));
	return { id, registered: found.length > 0 };
}
