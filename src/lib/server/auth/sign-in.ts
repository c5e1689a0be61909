import { eq, sql } from 'drizzle-orm';
import type { Db } from '#lib/server/db/db.ts';
import { accounts } from '#lib/server/db/schema/learners.ts';
import { inTransaction } from '#lib/server/db/transaction.ts';
import { adopt } from './adopt.ts';
import { parseEmail } from './emails.ts';
import { refused, type AuthFailure } from './failures.ts';
import { endSession, createSession, type Session } from './lucia.ts';
import { verifyPassword } from './passwords.ts';
import type { From } from './register.ts';
import { throttle as shared } from './throttle.ts';

/** What somebody types to sign in. */
export interface Credentials {
	email: string;
	password: string;
}

/**
 * Signs in. An unknown address takes as long as a wrong password and is answered alike. A guest's cards come along for
 * the questions that the account does not know yet.
 * @param from with the browser's present session, which ends
 * @returns a fresh session, and how many cards came along
 */
export async function signIn(
	db: Db,
	{ email, password }: Credentials,
	from: From & { sessionId?: string },
	now: Date
): Promise<{ ok: true; session: Session; adopted: number } | AuthFailure> {
	const attempt = await (from.throttle ?? shared).begin(email.trim().slice(0, 300), from.address);
	if (!attempt.ok) return attempt;
	const account = await findAccount(db, email);
	const right = await verifyPassword(account?.passwordHash ?? null, password);
	if (!account || !right) return refused('wrong_credentials');
	const result = await inTransaction(db, async (tx) => {
		if (!(await stillHas(tx, account))) return refused('wrong_credentials');
		const adopted = from.learnerId === undefined ? 0 : await adopt(tx, from.learnerId, account.learnerId);
		if (from.sessionId !== undefined) await endSession(tx, from.sessionId);
		return { ok: true as const, session: await createSession(tx, account.learnerId, now), adopted };
	});
	if (result.ok) await attempt.succeeded();
	return result;
}

interface Found {
	learnerId: string;
	passwordHash: string;
}

async function findAccount(db: Db, text: string): Promise<Found | undefined> {
	const email = parseEmail(text);
	if (email === undefined) return undefined;
	const [account] = await db
		.select({ learnerId: accounts.learnerId, passwordHash: accounts.passwordHash })
		.from(accounts)
		.where(eq(sql`lower(${accounts.email})`, sql`lower(${email})`));
	return account;
}

/** Whether the password was not changed while it was compared; held until the transaction ends. */
async function stillHas(tx: Db, account: Found): Promise<boolean> {
	const [now] = await tx
		.select({ passwordHash: accounts.passwordHash })
		.from(accounts)
		.where(eq(accounts.learnerId, account.learnerId))
		.for('share');
	return now?.passwordHash === account.passwordHash;
}
