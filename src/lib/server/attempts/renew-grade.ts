import { and, asc, eq, sql } from 'drizzle-orm';
import type { Counting } from '#lib/domain/teaching/rules.ts';
import { countingGrade } from '#lib/domain/teaching/scores.ts';
import type { Db } from '#lib/server/db/db.ts';
import { attempts, grades, responses } from '#lib/server/db/schema/assignments.ts';

/**
 * Writes what a student's attempts of a quiz make of her grade; a teacher's override and comment stay.
 * @returns the grade, null where no attempt is finished
 */
export async function renewGrade(
	tx: Db,
	learnerId: string,
	assignmentId: string,
	counts: Counting,
	now: Date
): Promise<number | null> {
	const one = and(eq(grades.learnerId, learnerId), eq(grades.assignmentId, assignmentId));
	// Held before the attempts are read: whoever writes last has read last.
	await tx.select({ at: grades.changedAt }).from(grades).where(one).for('update');
	const finished = await tx
		.select({ grade: attempts.grade })
		.from(attempts)
		.where(
			and(eq(attempts.learnerId, learnerId), eq(attempts.assignmentId, assignmentId), eq(attempts.state, 'finished'))
		)
		.orderBy(asc(attempts.number));
	const [waits] = await tx
		.select({ number: sql<number>`count(*)::int` })
		.from(responses)
		.where(and(eq(responses.assignmentId, assignmentId), eq(responses.learnerId, learnerId), responses.waiting));
	const computed =
		countingGrade(
			finished.map(({ grade }) => grade ?? 0),
			counts
		) ?? null;
	const row = { computed, attempts: finished.length, waiting: waits?.number ?? 0, changedAt: now };
	await tx
		.insert(grades)
		.values({ learnerId, assignmentId, ...row })
		.onConflictDoUpdate({ target: [grades.learnerId, grades.assignmentId], set: row });
	return computed;
}
