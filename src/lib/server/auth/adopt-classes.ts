import { eq, inArray } from 'drizzle-orm';
import { batches } from '#lib/server/db/batches.ts';
import type { Db } from '#lib/server/db/db.ts';
import {
	attempts,
	enrolments,
	extensions,
	gradeChanges,
	grades,
	responses
} from '#lib/server/db/schema/assignments.ts';
import { classMembers, classRemovals, rosterPlaces } from '#lib/server/db/schema/classes.ts';

/**
 * Moves the classes that a guest joined into an account, with her attempts, answers, grades and extensions. A class to
 * which the account belongs keeps its role and name; an assignment that the account has attempted or has a grade of
 * stays as it is there, and the guest's work on it goes with her. A class that either was removed from does not come
 * along. Call it inside a transaction that holds both.
 */
export async function adoptClasses(tx: Db, guestId: string, accountId: string): Promise<void> {
	const both = [guestId, accountId];
	const removals = await tx.select().from(classRemovals).where(inArray(classRemovals.learnerId, both));
	const closed = new Set(removals.map(({ classId }) => classId));
	const joined = await tx.select().from(classMembers).where(eq(classMembers.learnerId, guestId));
	const mine = <T extends { learnerId: string }>(rows: readonly T[]): T[] =>
		rows.filter(({ learnerId }) => learnerId === guestId).map((row) => ({ ...row, learnerId: accountId }));
	for (const rows of batches(mine(removals))) await tx.insert(classRemovals).values(rows).onConflictDoNothing();
	const memberships = mine(joined).filter(({ classId }) => !closed.has(classId));
	for (const rows of batches(memberships)) await tx.insert(classMembers).values(rows).onConflictDoNothing();
	await tx.update(rosterPlaces).set({ takenBy: accountId }).where(eq(rosterPlaces.takenBy, guestId));
	await adoptWork(tx, both, mine);
}

type Mine = <T extends { learnerId: string }>(rows: readonly T[]) => T[];

async function adoptWork(tx: Db, both: string[], mine: Mine): Promise<void> {
	const tried = await tx.select().from(attempts).where(inArray(attempts.learnerId, both));
	const graded = await tx.select().from(grades).where(inArray(grades.learnerId, both));
	const [guestId = ''] = both;
	const taken = new Set([...tried, ...graded].flatMap((row) => (row.learnerId === guestId ? [] : [row.assignmentId])));
	const fresh = <T extends { learnerId: string; assignmentId: string }>(rows: readonly T[]): T[] =>
		mine(rows).filter(({ assignmentId }) => !taken.has(assignmentId));
	for (const rows of batches(fresh(tried))) await tx.insert(attempts).values(rows);
	for (const rows of batches(fresh(graded))) await tx.insert(grades).values(rows);
	const answers = await tx.select().from(responses).where(eq(responses.learnerId, guestId));
	for (const rows of batches(fresh(answers))) await tx.insert(responses).values(rows);
	const changes = await tx.select().from(gradeChanges).where(eq(gradeChanges.learnerId, guestId));
	for (const rows of batches(fresh(changes))) await tx.insert(gradeChanges).values(rows).onConflictDoNothing();
	const granted = await tx.select().from(extensions).where(eq(extensions.learnerId, guestId));
	for (const rows of batches(fresh(granted))) await tx.insert(extensions).values(rows).onConflictDoNothing();
	const enrolled = await tx.select().from(enrolments).where(eq(enrolments.learnerId, guestId));
	for (const rows of batches(fresh(enrolled))) await tx.insert(enrolments).values(rows).onConflictDoNothing();
}
