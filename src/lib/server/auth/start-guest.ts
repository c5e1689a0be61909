import type { Db } from '#lib/server/db/db.ts';
import { inTransaction } from '#lib/server/db/transaction.ts';
import { insertLearner } from './learner-rows.ts';
import { createSession, type Session } from './lucia.ts';

/**
 * Lets somebody review without an account: a learner who is known by her browser alone.
 * @param timeZone of the browser; UTC where it gives none that is known
 */
export async function startGuest(
	db: Db,
	timeZone: string | undefined,
	now: Date
): Promise<{ ok: true; learnerId: string; session: Session }> {
	return inTransaction(db, async (tx) => {
		const learnerId = await insertLearner(tx, timeZone, now);
		return { ok: true, learnerId, session: await createSession(tx, learnerId, now) };
	});
}
