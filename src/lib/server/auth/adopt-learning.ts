import { eq } from 'drizzle-orm';
import type { Db } from '#lib/server/db/db.ts';
import { calendarFeeds, deadlines, deckOptions, pushSubscriptions } from '#lib/server/db/schema/scheduling.ts';

/**
 * Takes along what a guest set up for her learning: deadlines, options of decks, her calendar's secret address and the
 * browsers that remind her. What the account has set itself stays. Fits of the memory model do not come along: they are of
 * the guest's log alone. Call it inside the transaction of `adopt`.
 */
export async function adoptLearning(tx: Db, guestId: string, accountId: string): Promise<void> {
	const hers = <T extends { learnerId: string }>(rows: readonly T[]): T[] =>
		rows.map((row) => ({ ...row, learnerId: accountId }));
	const set = hers(await tx.select().from(deadlines).where(eq(deadlines.learnerId, guestId)));
	if (set.length > 0) await tx.insert(deadlines).values(set).onConflictDoNothing();
	const options = hers(await tx.select().from(deckOptions).where(eq(deckOptions.learnerId, guestId)));
	if (options.length > 0) await tx.insert(deckOptions).values(options).onConflictDoNothing();
	const browsers = hers(await tx.select().from(pushSubscriptions).where(eq(pushSubscriptions.learnerId, guestId)));
	if (browsers.length > 0) await tx.insert(pushSubscriptions).values(browsers).onConflictDoNothing();
	// Its key is the secret's hash, so the row itself changes hands.
	await tx.update(calendarFeeds).set({ learnerId: accountId }).where(eq(calendarFeeds.learnerId, guestId));
}
