import { eq, inArray, sql } from 'drizzle-orm';
import { countsByDay } from '#lib/domain/reviewing/item-log.ts';
import { batches } from '#lib/server/db/batches.ts';
import type { Db } from '#lib/server/db/db.ts';
import { learners } from '#lib/server/db/schema/learners.ts';
import { cardChanges, cards, itemMarks, learnerDays, reviews, undos } from '#lib/server/db/schema/reviews.ts';
import { scheduleOptions } from '#lib/server/db/schema/scheduling.ts';
import { itemReports, workspaceMembers, workspaceRemovals } from '#lib/server/db/schema/workspaces.ts';
import { adoptClasses } from './adopt-classes.ts';
import { adoptLearning } from './adopt-learning.ts';
import { lockLearner } from './learner-rows.ts';

type Card = typeof cards.$inferSelect;
type Review = typeof reviews.$inferSelect;
type Undo = typeof undos.$inferSelect;
type Change = typeof cardChanges.$inferSelect;
type Mark = typeof itemMarks.$inferSelect;
type Options = typeof scheduleOptions.$inferSelect;
type Day = typeof learnerDays.$inferSelect;

/**
 * Moves what a guest learned into an account, for the questions that the account has no card for and has not marked:
 * cards with their reviews and changes by hand, marks, what was taken back, and the counts of their days; the workspaces and
 * classes that she joined, and what she set up for her learning. Then the guest is deleted. Rows are written anew and not changed, because a row's learner decides where it is stored. Call it
 * inside a transaction.
 * @returns how many cards came along; 0 where the learner is no guest
 */
export async function adopt(tx: Db, guestId: string, accountId: string): Promise<number> {
	if (guestId === accountId) return 0;
	// Both are held in one order, so that two adoptions never wait for each other; answers in flight are waited for.
	const [first, second] = [guestId, accountId].sort();
	const held = [await lockLearner(tx, first ?? ''), await lockLearner(tx, second ?? '')];
	const guest = held.find((learner) => learner?.id === guestId);
	if (!guest || guest.registered) return 0;
	const all = await load(tx, guestId);
	const kept = keep(all, await load(tx, accountId));
	const mine = <T extends { learnerId: string }>(rows: T[]): T[] =>
		rows.map((row) => ({ ...row, learnerId: accountId }));
	for (const rows of batches(mine(kept.cards))) await tx.insert(cards).values(rows);
	for (const rows of batches(mine(kept.reviews))) await tx.insert(reviews).values(rows);
	for (const rows of batches(mine(kept.undos))) await tx.insert(undos).values(rows);
	for (const rows of batches(mine(kept.changes))) await tx.insert(cardChanges).values(rows);
	for (const rows of batches(mine(kept.marks))) await tx.insert(itemMarks).values(rows);
	for (const rows of batches(mine(all.options))) await tx.insert(scheduleOptions).values(rows).onConflictDoNothing();
	await addDays(tx, daysOf(kept, accountId));
	await moveBelongings(tx, guestId, accountId);
	await adoptClasses(tx, guestId, accountId);
	await adoptLearning(tx, guestId, accountId);
	await tx.delete(learners).where(eq(learners.id, guestId));
	return kept.cards.length;
}

/**
 * Takes along the workspaces that the guest joined and what she reported; a role that the account has already stays. A
 * workspace that either of them was removed from does not come along: she joins it anew, by a newer link.
 */
async function moveBelongings(tx: Db, guestId: string, accountId: string): Promise<void> {
	const removals = await tx
		.select()
		.from(workspaceRemovals)
		.where(inArray(workspaceRemovals.learnerId, [guestId, accountId]));
	const closed = new Set(removals.map(({ workspaceId }) => workspaceId));
	const joined = await tx.select().from(workspaceMembers).where(eq(workspaceMembers.learnerId, guestId));
	const memberships = joined.filter(({ workspaceId }) => !closed.has(workspaceId));
	const carried = removals.filter(({ learnerId }) => learnerId === guestId);
	for (const rows of batches(carried.map((row) => ({ ...row, learnerId: accountId }))))
		await tx.insert(workspaceRemovals).values(rows).onConflictDoNothing();
	const reports = await tx.select().from(itemReports).where(eq(itemReports.learnerId, guestId));
	for (const rows of batches(memberships.map((row) => ({ ...row, learnerId: accountId }))))
		await tx.insert(workspaceMembers).values(rows).onConflictDoNothing();
	for (const rows of batches(reports.map((row) => ({ ...row, learnerId: accountId }))))
		await tx.insert(itemReports).values(rows).onConflictDoNothing();
}

interface Memory {
	cards: Card[];
	reviews: Review[];
	undos: Undo[];
	changes: Change[];
	marks: Mark[];
}

async function load(tx: Db, learnerId: string): Promise<Memory & { options: Options[] }> {
	return {
		cards: await tx.select().from(cards).where(eq(cards.learnerId, learnerId)),
		reviews: await tx.select().from(reviews).where(eq(reviews.learnerId, learnerId)),
		undos: await tx.select().from(undos).where(eq(undos.learnerId, learnerId)),
		changes: await tx.select().from(cardChanges).where(eq(cardChanges.learnerId, learnerId)),
		marks: await tx.select().from(itemMarks).where(eq(itemMarks.learnerId, learnerId)),
		options: await tx.select().from(scheduleOptions).where(eq(scheduleOptions.learnerId, learnerId))
	};
}

/** What of the guest's memory the account does not have; an item that it has answered or marked is left out. */
function keep(guest: Memory, account: Memory): Memory {
	const ids = new Set([...account.reviews, ...account.changes].map(({ id }) => id));
	const clash = [...guest.reviews, ...guest.changes].filter(({ id }) => ids.has(id));
	const known = new Set([...account.cards, ...account.changes, ...account.marks, ...clash].map(({ itemId }) => itemId));
	const own = <T extends { itemId: string }>(rows: readonly T[]) => rows.filter(({ itemId }) => !known.has(itemId));
	const kept = own(guest.reviews);
	const changes = own(guest.changes);
	const keptIds = new Set([...kept, ...changes].map(({ id }) => id));
	return {
		cards: own(guest.cards),
		reviews: kept,
		undos: guest.undos.filter((undo) => keptIds.has(undo.reviewId)),
		changes,
		marks: own(guest.marks)
	};
}

/** The counts of each day, from the reviews that still count. */
function daysOf(memory: Memory, learnerId: string): Day[] {
	const gone = new Set([
		...memory.undos.map((undo) => undo.reviewId),
		...memory.reviews.map((review) => review.amends)
	]);
	const counting = memory.reviews.filter(({ id }) => !gone.has(id));
	const days = countsByDay(counting.map((review) => ({ review, before: review.before })));
	return Array.from(days, ([day, counts]) => ({ learnerId, day, ...counts, moreNew: 0, moreReviews: 0 }));
}

/** Adds counts to those that the account's days have. */
async function addDays(tx: Db, days: Day[]): Promise<void> {
	const plus = (column: 'introduced' | 'reviewed' | 'answered' | 'correct' | 'durationMs', name: string) =>
		sql`${learnerDays[column]} + excluded.${sql.identifier(name)}`;
	for (const rows of batches(days)) {
		await tx
			.insert(learnerDays)
			.values(rows)
			.onConflictDoUpdate({
				target: [learnerDays.learnerId, learnerDays.day],
				set: {
					introduced: plus('introduced', 'introduced'),
					reviewed: plus('reviewed', 'reviewed'),
					answered: plus('answered', 'answered'),
					correct: plus('correct', 'correct'),
					durationMs: plus('durationMs', 'duration_ms')
				}
			});
	}
}
