import { and, asc, count, desc, eq } from 'drizzle-orm';
import { failure, type Failure } from '#lib/domain/errors.ts';
import type { TaughtGrade } from '#lib/domain/teaching/gradebook-grade.ts';
import { UUID } from '#lib/domain/uuid.ts';
import { requireTeacher } from '#lib/server/classes/guards.ts';
import type { Db } from '#lib/server/db/db.ts';
import { assignments, attempts, extensions, gradeChanges, grades } from '#lib/server/db/schema/assignments.ts';
import { classMembers } from '#lib/server/db/schema/classes.ts';
import type { Learner } from '#lib/server/reviews/today.ts';
import { studentOf } from './gradebook-names.ts';

export type GradeRow = typeof grades.$inferSelect;

/** Which grade: one student's for one quiz of a class. */
export interface GradePlace {
	classId: string;
	studentId: string;
	assignmentId: string;
}

/**
 * One student's grade for one quiz with her attempts and everything that was changed in it, for a teacher.
 * @returns `not_found` also for somebody who was never in the class and for a quiz that is not published
 */
export async function taughtGrade(
	db: Db,
	teacher: Learner,
	place: GradePlace
): Promise<{ ok: true; grade: TaughtGrade } | Failure> {
	const { classId, studentId, assignmentId } = place;
	const may = await requireTeacher(db, teacher, classId);
	if (!may.ok) return may;
	const [quiz, student] = await Promise.all([gradedQuiz(db, classId, assignmentId), studentOf(db, classId, studentId)]);
	if (!quiz || !student) return failure('not_found');
	const [row, lines, trail, [granted]] = await Promise.all([
		gradeRow(db, studentId, assignmentId),
		attemptLinesQuery(db, studentId, assignmentId),
		trailQuery(db, place),
		db
			.select({ extension: extensions.extension })
			.from(extensions)
			.where(and(eq(extensions.learnerId, studentId), eq(extensions.assignmentId, assignmentId)))
	]);
	if (student.former && !row && lines.length === 0) return failure('not_found');
	return {
		ok: true,
		grade: {
			student,
			quiz,
			computed: row?.computed ?? null,
			override: row?.override ?? null,
			comment: row?.comment ?? '',
			waiting: row?.waiting ?? 0,
			attempts: lines,
			extension: granted?.extension ?? null,
			trail: trail.map((change) => ({ ...change, before: change.before ?? null, after: change.after ?? null })),
			version: versionOf(row, trail.length)
		}
	};
}

/** A published quiz of a class. */
export async function gradedQuiz(
	db: Db,
	classId: string,
	assignmentId: string
): Promise<{ id: string; title: string } | undefined> {
	if (!UUID.test(assignmentId)) return undefined;
	const [quiz] = await db
		.select({ id: assignments.id, title: assignments.title })
		.from(assignments)
		.where(
			and(
				...[eq(assignments.classId, classId), eq(assignments.id, assignmentId)],
				...[eq(assignments.status, 'published'), eq(assignments.kind, 'quiz')]
			)
		);
	return quiz;
}

/** The grade that stands; nothing before an attempt is finished or a teacher has set one. */
export async function gradeRow(db: Db, learnerId: string, assignmentId: string): Promise<GradeRow | undefined> {
	const [row] = await db
		.select()
		.from(grades)
		.where(and(eq(grades.learnerId, learnerId), eq(grades.assignmentId, assignmentId)));
	return row;
}

/** Names a grade as it stands: what its attempts make of it, and how often it was changed. */
export function versionOf(row: Pick<GradeRow, 'computed'> | undefined, changes: number): string {
	return `${changes}:${row?.computed ?? ''}`;
}

/** How often a grade was changed: one range of the index on grades. */
export async function changesOf(db: Db, learnerId: string, assignmentId: string): Promise<number> {
	const [all] = await db
		.select({ number: count() })
		.from(gradeChanges)
		.where(and(eq(gradeChanges.learnerId, learnerId), eq(gradeChanges.assignmentId, assignmentId)));
	return all?.number ?? 0;
}

/** The query behind the trail: one range of the index on grades; a teacher by the name that the class knows. */
export function trailQuery(db: Db, { classId, studentId, assignmentId }: GradePlace) {
	return db
		.select({
			id: gradeChanges.id,
			at: gradeChanges.at,
			what: gradeChanges.what,
			before: gradeChanges.before,
			after: gradeChanges.after,
			note: gradeChanges.note,
			seenAt: gradeChanges.seenAt,
			by: classMembers.name
		})
		.from(gradeChanges)
		.leftJoin(classMembers, and(eq(classMembers.learnerId, gradeChanges.changedBy), eq(classMembers.classId, classId)))
		.where(and(eq(gradeChanges.learnerId, studentId), eq(gradeChanges.assignmentId, assignmentId)))
		.orderBy(desc(gradeChanges.at), desc(gradeChanges.id));
}

/** The query behind the list of attempts, without their questions: one range of the index on their numbers. */
export function attemptLinesQuery(db: Db, learnerId: string, assignmentId: string) {
	return db
		.select({
			id: attempts.id,
			number: attempts.number,
			state: attempts.state,
			startedAt: attempts.startedAt,
			finishedAt: attempts.finishedAt,
			finishedBy: attempts.finishedBy,
			marks: attempts.marks,
			most: attempts.most,
			grade: attempts.grade
		})
		.from(attempts)
		.where(and(eq(attempts.learnerId, learnerId), eq(attempts.assignmentId, assignmentId)))
		.orderBy(asc(attempts.number));
}
