import { createHash, randomBytes } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { Db } from '#lib/server/db/db.ts';
import { inTransaction } from '#lib/server/db/transaction.ts';
import { learners } from '#lib/server/db/schema/learners.ts';
import { calendarFeeds } from '#lib/server/db/schema/scheduling.ts';
import { readSettings } from '#lib/domain/scheduling/settings.ts';
import type { Learner } from '#lib/server/reviews/today.ts';

const TOKEN_BYTES = 32;
/** What base64url makes of 32 bytes; anything else is no token and is not looked up. */
const TOKEN = /^[A-Za-z0-9_-]{43}$/;

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');

/**
 * Makes the secret address of a learner's calendar; the one before leads nowhere any more.
 * @returns the secret, shown this once: only its hash is kept
 */
export async function makeFeed(db: Db, learner: Pick<Learner, 'id'>, now: Date): Promise<string> {
	const token = randomBytes(TOKEN_BYTES).toString('base64url');
	await inTransaction(db, async (tx) => {
		// Two made at once come one after the other, and one address is left.
		await tx.select({ id: learners.id }).from(learners).where(eq(learners.id, learner.id)).for('update');
		await tx.delete(calendarFeeds).where(eq(calendarFeeds.learnerId, learner.id));
		await tx.insert(calendarFeeds).values({ tokenHash: hashOf(token), learnerId: learner.id, createdAt: now });
	});
	return token;
}

/** Withdraws the address of a learner's calendar. */
export async function revokeFeed(db: Db, learner: Pick<Learner, 'id'>): Promise<void> {
	await db.delete(calendarFeeds).where(eq(calendarFeeds.learnerId, learner.id));
}

/** The query behind "does she have an address": the index on the learner. */
export function ownFeedQuery(db: Db, learnerId: string) {
	return db
		.select({ createdAt: calendarFeeds.createdAt })
		.from(calendarFeeds)
		.where(eq(calendarFeeds.learnerId, learnerId));
}

/** When a learner's address was made; null where she has none. */
export async function feedSince(db: Db, learner: Pick<Learner, 'id'>): Promise<Date | null> {
	const [row] = await ownFeedQuery(db, learner.id);
	return row?.createdAt ?? null;
}

/** The query behind "whose calendar is it": the primary keys alone. */
export function feedOwnerQuery(db: Db, tokenHash: string) {
	return db
		.select({ id: learners.id, settings: learners.settings })
		.from(calendarFeeds)
		.innerJoin(learners, eq(learners.id, calendarFeeds.learnerId))
		.where(eq(calendarFeeds.tokenHash, tokenHash));
}

/** Whose calendar a secret leads to; null for one that is unknown, withdrawn or no secret at all. */
export async function feedOwner(db: Db, token: string): Promise<Learner | null> {
	if (!TOKEN.test(token)) return null;
	const [row] = await feedOwnerQuery(db, hashOf(token));
	return row ? { id: row.id, settings: readSettings(row.settings) } : null;
}
