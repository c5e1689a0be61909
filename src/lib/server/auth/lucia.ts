import { createHash } from 'node:crypto';
import { and, eq, lte, ne, type SQL, sql } from 'drizzle-orm';
import { Lucia, TimeSpan, type Adapter } from 'lucia';
import { readSettings, type LearnerSettings } from '#lib/domain/scheduling/settings.ts';
import type { Db } from '#lib/server/db/db.ts';
import { grades } from '#lib/server/db/schema/assignments.ts';
import { classMembers } from '#lib/server/db/schema/classes.ts';
import { accounts, learners, sessions } from '#lib/server/db/schema/learners.ts';
import { deadlines } from '#lib/server/db/schema/scheduling.ts';

/**
 * Sessions. The one file that knows Lucia, whose author has stopped work on it. The adapter is ours: the database holds
 * only the SHA-256 of a session's id, so that a leaked one opens no session, and a session has an absolute end, which
 * Lucia does not know.
 */

const DAY_MS = 24 * 60 * 60_000;
/** A session ends thirty days after its last use … */
const SLIDING_MS = 30 * DAY_MS;
/** … and, with an account, ninety days after it began, whatever its use. */
const ABSOLUTE_MS = 90 * DAY_MS;
/** What Lucia makes of 25 random bytes; anything else is no session's id and is not looked up. */
const SESSION_ID = /^[a-z2-7]{40}$/;

interface Owner {
	settings: LearnerSettings;
	/** Whether she has set herself deadlines, over or not. */
	hasDeadlines: boolean;
	account: { name: string; email: string } | null;
}

declare module 'lucia' {
	interface Register {
		Lucia: Lucia<Record<never, never>, Owner>;
		DatabaseSessionAttributes: Record<never, never>;
		DatabaseUserAttributes: Owner;
	}
}

/** A session as its browser holds it. */
export interface Session {
	/** The secret; the database has only its hash. */
	id: string;
	learnerId: string;
	expiresAt: Date;
}

/** Whoever a valid session belongs to. */
export interface Visitor {
	learner: { id: string; settings: LearnerSettings; hasDeadlines: boolean };
	/** Null for a guest. */
	account: { name: string; email: string } | null;
	expiresAt: Date;
	/** The session now ends later than before: its cookie has to follow. */
	prolonged: boolean;
}

/** What the database keeps of a session's id. */
export function hashSessionId(id: string): string {
	return createHash('sha256').update(id).digest('hex');
}

/** A new session of a learner; its id is a secret of 25 random bytes, for the browser alone. */
export async function createSession(db: Db, learnerId: string, now: Date): Promise<Session> {
	const { id } = await luciaAt(db, now).lucia.createSession(learnerId, {});
	return { id, learnerId, expiresAt: slidingEnd(now) };
}

/**
 * Finds whom a session belongs to. One in the second half of its time is prolonged, at most to its absolute end; one
 * that is over is deleted.
 * @returns null for an id that is unknown, over or no id at all
 */
export async function validateSession(db: Db, id: string, now: Date): Promise<Visitor | null> {
	if (!SESSION_ID.test(id)) return null;
	const { lucia, seen } = luciaAt(db, now);
	const { user } = await lucia.validateSession(id);
	if (!user || !seen.expiresAt) return null;
	const { settings, hasDeadlines, account } = user;
	const learner = { id: user.id, settings, hasDeadlines };
	return { learner, account, expiresAt: seen.expiresAt, prolonged: seen.prolonged };
}

/** Ends one session. */
export async function endSession(db: Db, id: string): Promise<void> {
	await luciaAt(db, new Date(0)).lucia.invalidateSession(id);
}

/** Ends all sessions of a learner. */
export async function endAllSessions(db: Db, learnerId: string): Promise<void> {
	await luciaAt(db, new Date(0)).lucia.invalidateUserSessions(learnerId);
}

/** Ends all sessions of a learner but one. */
export async function endOtherSessions(db: Db, learnerId: string, id: string): Promise<void> {
	await db.delete(sessions).where(and(eq(sessions.learnerId, learnerId), ne(sessions.idHash, hashSessionId(id))));
}

/**
 * Removes the sessions that are over, and the guests whom nobody can reach any more: those without an account whose
 * last session is gone. Who belongs to a class, or has a grade in one, stays: her teacher's records do not vanish.
 */
export async function removeExpiredSessions(db: Db, now: Date): Promise<void> {
	await luciaAt(db, now).lucia.deleteExpiredSessions();
	await db.delete(learners)
		.where(sql`not exists (select 1 from ${accounts} where ${accounts.learnerId} = ${learners.id})
		and not exists (select 1 from ${sessions} where ${sessions.learnerId} = ${learners.id})
		and not exists (select 1 from ${classMembers} where ${classMembers.learnerId} = ${learners.id})
		and not exists (select 1 from ${grades} where ${grades.learnerId} = ${learners.id})`);
}

/** What the adapter saw, in our time: Lucia's own answer is in the machine's and does not know the absolute end. */
interface Seen {
	/** Its absolute end. */
	end?: Date;
	expiresAt?: Date;
	prolonged: boolean;
}

function luciaAt(db: Db, now: Date) {
	const seen: Seen = { prolonged: false };
	const lucia = new Lucia(adapterAt(db, now, seen), {
		sessionExpiresIn: new TimeSpan(SLIDING_MS / DAY_MS, 'd'),
		getUserAttributes: ({ settings, hasDeadlines, account }) => ({ settings, hasDeadlines, account })
	});
	return { lucia, seen };
}

/**
 * Lucia's adapter on our tables, at an instant. Lucia compares with the machine's clock, and time is an argument here:
 * so each instant is shown to it as far from the machine's now as it is from ours.
 */
function adapterAt(db: Db, now: Date, seen: Seen): Adapter {
	const shift = Date.now() - now.getTime();
	const withId = (id: string) => eq(sessions.idHash, hashSessionId(id));
	const remove = async (which: SQL) => void (await db.delete(sessions).where(which));
	return {
		async getSessionAndUser(id) {
			const [row] = await sessionQuery(db).where(withId(id));
			if (!row) return [null, null];
			const { learnerId, createdAt, settings, hasDeadlines, account } = row;
			// A guest has no other way in: her sessions last as long as she comes back.
			const end = account ? absoluteEnd(createdAt) : NEVER;
			const expiresAt = earlier(row.expiresAt, end);
			Object.assign(seen, { end, expiresAt } satisfies Partial<Seen>);
			return [
				{ id, userId: learnerId, expiresAt: new Date(expiresAt.getTime() + shift), attributes: {} },
				{ id: learnerId, attributes: { settings: readSettings(settings), hasDeadlines, account } }
			];
		},
		async updateSessionExpiration(id) {
			const expiresAt = earlier(slidingEnd(now), seen.end ?? absoluteEnd(now));
			// In its last days a session cannot be prolonged any further, and no request needs to write that.
			if (seen.expiresAt && expiresAt <= seen.expiresAt) return;
			await db.update(sessions).set({ expiresAt }).where(withId(id));
			Object.assign(seen, { expiresAt, prolonged: true } satisfies Partial<Seen>);
		},
		async setSession({ id, userId }) {
			const row = { idHash: hashSessionId(id), learnerId: userId, createdAt: now, expiresAt: slidingEnd(now) };
			await db.insert(sessions).values(row);
		},
		deleteSession: (id) => remove(withId(id)),
		deleteUserSessions: (learnerId) => remove(eq(sessions.learnerId, learnerId)),
		deleteExpiredSessions: () => remove(lte(sessions.expiresAt, now)),
		async getUserSessions(learnerId) {
			const rows = await db.select().from(sessions).where(eq(sessions.learnerId, learnerId));
			// The secret itself is not known here; its hash names the session.
			return rows.map(({ idHash, expiresAt }) => ({ id: idHash, userId: learnerId, expiresAt, attributes: {} }));
		}
	};
}

/** Sessions with their learners and, where there are some, their accounts. */
const sessionQuery = (db: Db) =>
	db
		.select({
			learnerId: sessions.learnerId,
			createdAt: sessions.createdAt,
			expiresAt: sessions.expiresAt,
			settings: learners.settings,
			hasDeadlines: sql<boolean>`exists (select 1 from ${deadlines} where ${deadlines.learnerId} = ${sessions.learnerId})`,
			account: { name: accounts.name, email: accounts.email }
		})
		.from(sessions)
		.innerJoin(learners, eq(learners.id, sessions.learnerId))
		.leftJoin(accounts, eq(accounts.learnerId, sessions.learnerId));

const NEVER = new Date(8.64e15);
const slidingEnd = (now: Date): Date => new Date(now.getTime() + SLIDING_MS);
const absoluteEnd = (createdAt: Date): Date => new Date(createdAt.getTime() + ABSOLUTE_MS);
const earlier = (a: Date, b: Date): Date => (a < b ? a : b);
