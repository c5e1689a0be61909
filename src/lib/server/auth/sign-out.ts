import type { Db } from '#lib/server/db/db.ts';
import { endSession } from './lucia.ts';

/** Ends one session: its id is worth nothing from now on, wherever it was copied to. */
export async function signOut(db: Db, sessionId: string): Promise<{ ok: true }> {
	await endSession(db, sessionId);
	return { ok: true };
}
