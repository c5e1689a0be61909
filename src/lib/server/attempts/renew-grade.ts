import { and, eq, sql } from 'drizzle-orm';
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
	const ofQuiz = sql`${responses.assignmentId} = ${assignmentId} and ${responses.learnerId} = ${learnerId}`;
	const [sums] = await tx
		.select({
			grades: sql<number[]>`coalesce(json_agg(coalesce(${attempts.grade}, 0) order by ${attempts.number}), '[]')`,
			waiting: sql<number>`(select count(*)::int from ${responses} where ${ofQuiz} and ${responses.waiting})`
		})
		.from(attempts)
		.where(
			and(eq(attempts.learnerId, learnerId), eq(attempts.assignmentId, assignmentId), eq(attempts.state, 'finished'))
		);
	const finished = sums?.grades ?? [];
	const computed = countingGrade(finished, counts) ?? null;
	const row = { computed, attempts: finished.length, waiting: sums?.waiting ?? 0, changedAt: now };
	await tx
		.insert(grades)
		.values({ learnerId, assignmentId, ...row })
		.onConflictDoUpdate({ target: [grades.learnerId, grades.assignmentId], set: row });
	return computed;
}
