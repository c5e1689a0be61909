import { eq } from 'drizzle-orm';
import type { Db } from '#lib/server/db/db.ts';
import { accounts, learners } from '#lib/server/db/schema/learners.ts';
import { inTransaction } from '#lib/server/db/transaction.ts';
import { parseEmail } from './emails.ts';
import { refused, type AuthFailure } from './failures.ts';
import { insertLearner, lockLearner } from './learner-rows.ts';
import { createSession, endAllSessions, type Session } from './lucia.ts';
import { checkPassword, hashPassword } from './passwords.ts';
import { throttle as shared, type Throttle } from './throttle.ts';

const LONGEST_NAME = 100;

/** What somebody types to get an account. */
export interface Registration {
	name: string;
	email: string;
	password: string;
	/** The browser's, for a learner who is new. */
	timeZone?: string;
}

/** From where a request comes. */
export interface From {
	/** The learner of the request's session, if it has one. */
	learnerId?: string;
	/** The network address, from the connection or a proxy that is trusted. */
	address: string;
	/** Other counters than those of this process, for tests. */
	throttle?: Throttle;
}

/**
 * Makes an account. A guest keeps her learner id and so all she did; whoever is new becomes a learner. Either way the
 * browser gets a fresh session, and the guest's old ones end.
 */
export async function register(
	db: Db,
	input: Registration,
	from: From,
	now: Date
): Promise<{ ok: true; session: Session } | AuthFailure> {
	const name = input.name.replace(/[\p{Cc}\p{Cs}\s]+/gu, ' ').trim();
	if (name === '') return refused('name_missing');
	if (Array.from(name).length > LONGEST_NAME) return refused('name_too_long');
	const email = parseEmail(input.email);
	if (email === undefined) return refused('invalid_email');
	const weak = checkPassword(input.password, email);
	if (weak) return weak;
	// Whether an address is taken can be tried out here, and each hash costs time: so this is throttled as well.
	const attempt = await (from.throttle ?? shared).begin(`register ${email}`, from.address);
	if (!attempt.ok) return attempt;
	const passwordHash = await hashPassword(input.password);
	const result = await inTransaction(db, (tx) =>
		insertAccount(tx, { name, email, passwordHash }, from.learnerId, input.timeZone, now)
	);
	if (result.ok) await attempt.succeeded();
	return result;
}

async function insertAccount(
	tx: Db,
	account: { name: string; email: string; passwordHash: string },
	guestId: string | undefined,
	timeZone: string | undefined,
	now: Date
): Promise<{ ok: true; session: Session } | AuthFailure> {
	const guest = guestId === undefined ? undefined : await lockLearner(tx, guestId);
	if (guest?.registered) return refused('already_registered');
	const learnerId = guest?.id ?? (await insertLearner(tx, timeZone, now));
	const made = await tx
		.insert(accounts)
		.values({ learnerId, ...account, createdAt: now })
		.onConflictDoNothing()
		.returning({ learnerId: accounts.learnerId });
	if (made.length === 0) {
		if (!guest) await tx.delete(learners).where(eq(learners.id, learnerId));
		return refused('email_taken');
	}
	await endAllSessions(tx, learnerId);
	return { ok: true, session: await createSession(tx, learnerId, now) };
}
