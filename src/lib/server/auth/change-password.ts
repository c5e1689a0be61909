import { and, eq } from 'drizzle-orm';
import type { Db } from '#lib/server/db/db.ts';
import { accounts } from '#lib/server/db/schema/learners.ts';
import { inTransaction } from '#lib/server/db/transaction.ts';
import { refused, type AuthFailure } from './failures.ts';
import { endOtherSessions } from './lucia.ts';
import { checkPassword, hashPassword, verifyPassword } from './passwords.ts';
import { throttle as shared, type Throttle } from './throttle.ts';

/** What somebody types to change her password. */
export interface PasswordChange {
	present: string;
	next: string;
}

/** Whose password it is, in which session, and from where. */
export interface Changer {
	learnerId: string;
	sessionId: string;
	address: string;
	throttle?: Throttle;
}

/**
 * Changes a password. It needs the present one, because a session may be somebody else's who found the browser open;
 * with the change all other sessions end, whoever holds them.
 */
export async function changePassword(
	db: Db,
	{ present, next }: PasswordChange,
	{ learnerId, sessionId, address, throttle = shared }: Changer
): Promise<{ ok: true } | AuthFailure> {
	const attempt = await throttle.begin(`change ${learnerId}`, address);
	if (!attempt.ok) return attempt;
	const [account] = await db.select().from(accounts).where(eq(accounts.learnerId, learnerId));
	const right = await verifyPassword(account?.passwordHash ?? null, present);
	if (!account || !right) return refused('wrong_password');
	await attempt.succeeded();
	const weak = checkPassword(next, account.email);
	if (weak) return weak;
	const passwordHash = await hashPassword(next);
	return inTransaction(db, async (tx) => {
		const changed = await tx
			.update(accounts)
			.set({ passwordHash })
			.where(and(eq(accounts.learnerId, learnerId), eq(accounts.passwordHash, account.passwordHash)))
			.returning({ learnerId: accounts.learnerId });
		if (changed.length === 0) return refused('wrong_password');
		await endOtherSessions(tx, learnerId, sessionId);
		return { ok: true };
	});
}
