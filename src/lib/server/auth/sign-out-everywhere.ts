import type { Db } from '#lib/server/db/db.ts';
import { endAllSessions } from './lucia.ts';

/** Ends all sessions of a learner, this one too. */
export async function signOutEverywhere(db: Db, learnerId: string): Promise<{ ok: true }> {
	await endAllSessions(db, learnerId);
	return { ok: true };
}
