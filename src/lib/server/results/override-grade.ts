import { and, eq } from 'drizzle-orm';
import * as v from 'valibot';
import { failure, type Failure } from '#lib/domain/errors.ts';
import { plainNote } from '#lib/domain/workspace/plain-text.ts';
import { requireChanger } from '#lib/server/classes/guards.ts';
import type { Db } from '#lib/server/db/db.ts';
import { attempts, gradeChanges, grades } from '#lib/server/db/schema/assignments.ts';
import { inTransaction } from '#lib/server/db/transaction.ts';
import { uuidv7 } from '#lib/server/db/uuidv7.ts';
import type { Learner } from '#lib/server/reviews/today.ts';
import { changesOf, gradedQuiz, gradeRow, versionOf, type GradePlace, type GradeRow } from './grade-trail.ts';
import { studentOf } from './gradebook-names.ts';

/** What a teacher sets of a grade. */
const gradeSchema = v.strictObject({
	/** 0 to 1; null takes an override back. */
	override: v.nullable(v.pipe(v.number(), v.minValue(0), v.maxValue(1))),
	comment: plainNote(2000),
	/** Why; the student reads it. */
	note: plainNote(500)
});

/**
 * Sets or takes back a teacher's own grade, and her comment; who changed what from what to what goes into the trail in
 * the same transaction. Saying again what stands changes nothing.
 * @param change `{override, comment, note}`
 * @param version the grade's, as the teacher saw it
 * @returns `not_found`, `class_archived`, `invalid_input`; `stale_grade` where it changed meanwhile
 */
export async function overrideGrade(
	db: Db,
	teacher: Learner,
	place: GradePlace,
	{ change, version }: { change: unknown; version: string },
	now: Date
): Promise<{ ok: true } | Failure> {
	const checked = v.safeParse(gradeSchema, change);
	return inTransaction(db, async (tx) => {
		const may = await requireChanger(tx, teacher, place.classId);
		if (!may.ok) return may;
		if (!(await isGraded(tx, place))) return failure('not_found');
		if (!checked.success) return failure('invalid_input');
		const { override, comment, note } = checked.output;
		const { held, fresh } = await holdGrade(tx, place, now);
		const changes = await changesOf(tx, place.studentId, place.assignmentId);
		const stale = versionOf(held, changes) !== version;
		const made = stale ? [] : madeChanges(held, { override, comment });
		const mine = and(eq(grades.learnerId, place.studentId), eq(grades.assignmentId, place.assignmentId));
		if (made.length === 0) {
			// A row that was made to be held only would count as somebody's grade.
			if (fresh) await tx.delete(grades).where(mine);
			return stale ? failure('stale_grade') : { ok: true };
		}
		await tx.update(grades).set({ override, comment, changedAt: now }).where(mine);
		const { studentId: learnerId, assignmentId } = place;
		const by = { learnerId, assignmentId, at: now, changedBy: teacher.id, note };
		await tx.insert(gradeChanges).values(made.map((one) => ({ ...by, ...one, id: uuidv7(now) })));
		return { ok: true };
	});
}

/** Whether there is a grade to be set: a student's for a published quiz, also one's who left after she had begun it. */
async function isGraded(tx: Db, { classId, studentId, assignmentId }: GradePlace): Promise<boolean> {
	const quiz = await gradedQuiz(tx, classId, assignmentId);
	const student = quiz && (await studentOf(tx, classId, studentId));
	if (!student) return false;
	if (!student.former || (await gradeRow(tx, studentId, assignmentId))) return true;
	const begun = await tx
		.select({ id: attempts.id })
		.from(attempts)
		.where(and(eq(attempts.learnerId, studentId), eq(attempts.assignmentId, assignmentId)))
		.limit(1);
	return begun.length > 0;
}

/**
 * The grade, held until the transaction ends: of two teachers at once one comes second, also where there was none.
 * @returns `fresh` where there was no row before
 */
async function holdGrade(
	tx: Db,
	{ studentId: learnerId, assignmentId }: GradePlace,
	now: Date
): Promise<{ held: GradeRow; fresh: boolean }> {
	const made = await tx
		.insert(grades)
		.values({ learnerId, assignmentId, changedAt: now })
		.onConflictDoNothing()
		.returning({ id: grades.learnerId });
	const [held] = await tx
		.select()
		.from(grades)
		.where(and(eq(grades.learnerId, learnerId), eq(grades.assignmentId, assignmentId)))
		.for('update');
	if (!held) throw new Error('a grade was held and is gone');
	return { held, fresh: made.length > 0 };
}

type Made = Pick<typeof gradeChanges.$inferInsert, 'what' | 'before' | 'after'>;

function madeChanges(held: GradeRow, { override, comment }: Pick<GradeRow, 'override' | 'comment'>): Made[] {
	const counted = held.override ?? held.computed;
	return [
		...(override === held.override ? [] : [{ what: 'override' as const, before: counted, after: override }]),
		...(comment === held.comment ? [] : [{ what: 'comment' as const, before: held.comment, after: comment }])
	];
}
