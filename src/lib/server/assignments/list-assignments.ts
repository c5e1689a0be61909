import { and, desc, eq, inArray, sql } from 'drizzle-orm';
import type { Failure } from '#lib/domain/errors.ts';
import { mayShowGrade } from '#lib/domain/teaching/reveal.ts';
import type { OwnAssignment, TaughtAssignment } from '#lib/domain/teaching/lists.ts';
import { standingOf, termsFor } from '#lib/domain/teaching/terms.ts';
import { requireMember, requireTeacher } from '#lib/server/classes/guards.ts';
import { studyProgress } from '#lib/server/classwork/study-progress.ts';
import type { Db } from '#lib/server/db/db.ts';
import { assignments, attempts, extensions, grades } from '#lib/server/db/schema/assignments.ts';
import { assignedItems, type AssignmentRow } from './assignment-of.ts';
import type { Learner } from '#lib/server/reviews/today.ts';

/** The assignments of a class as its teachers see them, the latest first. */
export async function taughtAssignments(
	db: Db,
	teacher: Learner,
	classId: string,
	now: Date
): Promise<{ ok: true; assignments: TaughtAssignment[] } | Failure> {
	const may = await requireTeacher(db, teacher, classId);
	if (!may.ok) return may;
	const rows = await db
		.select()
		.from(assignments)
		.where(eq(assignments.classId, classId))
		.orderBy(desc(assignments.createdAt), desc(assignments.id));
	const ids = rows.map(({ id }) => id);
	const done = ids.length === 0 ? [] : await doneQuery(db, ids);
	const of = new Map(done.map((row) => [row.id, row]));
	return {
		ok: true,
		assignments: rows.map(({ id, title, kind, status, rules }) => {
			const terms = termsFor(rules);
			const { finished = 0, waiting = 0 } = of.get(id) ?? {};
			return { id, title, kind, status, terms, standing: standingOf(terms, now), finished, waiting };
		})
	};
}

/** The query behind "how many are done": one range of the index on assignments for each. */
export function doneQuery(db: Db, ids: readonly string[]) {
	return db
		.select({
			id: grades.assignmentId,
			finished: sql<number>`(count(*) filter (where ${grades.attempts} > 0))::int`,
			waiting: sql<number>`sum(${grades.waiting})::int`
		})
		.from(grades)
		.where(inArray(grades.assignmentId, [...ids]))
		.groupBy(grades.assignmentId);
}

/** The published assignments of a class as one of its students sees them: what is due first comes first. */
export async function ownAssignments(
	db: Db,
	learner: Learner,
	classId: string,
	now: Date
): Promise<{ ok: true; assignments: OwnAssignment[] } | Failure> {
	const may = await requireMember(db, learner, classId);
	if (!may.ok) return may;
	const rows = await ownQuery(db, learner.id, classId);
	const open = await db
		.select({ assignmentId: attempts.assignmentId })
		.from(attempts)
		.where(and(eq(attempts.learnerId, learner.id), eq(attempts.state, 'open')));
	const progress = await progressOfStudies(
		db,
		learner.id,
		rows.map(({ assignment }) => assignment)
	);
	const begun = new Set(open.map(({ assignmentId }) => assignmentId));
	const listed = rows.map(({ assignment, extension, grade }): OwnAssignment => {
		const { id, title, kind, rules, overAt } = assignment;
		const terms = termsFor(rules, extension ?? undefined);
		const finished = grade?.attempts ?? 0;
		const told = mayShowGrade({ feedback: rules.feedback, overAt, terms, finished }, now);
		const shown = told ? (grade?.override ?? grade?.computed ?? null) : null;
		const study = progress.get(id)?.get(learner.id);
		const standing = standingOf(terms, now);
		return { id, title, kind, terms, standing, begun: begun.has(id), finished, grade: shown, ...(study && { study }) };
	});
	const end = ({ terms }: OwnAssignment) => (terms.dueAt ?? terms.endsAt)?.getTime() ?? Infinity;
	const over = ({ standing }: OwnAssignment) => (standing === 'closed' ? 1 : 0);
	return { ok: true, assignments: listed.toSorted((a, b) => over(a) - over(b) || end(a) - end(b)) };
}

/** How far a student is with the study assignments among some. */
async function progressOfStudies(db: Db, learnerId: string, all: readonly AssignmentRow[]) {
	const studies = await Promise.all(
		all
			.filter(({ kind }) => kind === 'study')
			.map(async (study) => ({
				id: study.id,
				itemIds: (await assignedItems(db, study)).filter(({ excluded }) => !excluded).map(({ item }) => item.id)
			}))
	);
	return studyProgress(db, studies, [learnerId]);
}

/** The query behind a student's list: one range of assignments, her own grades and extensions by their keys. */
export function ownQuery(db: Db, learnerId: string, classId: string) {
	return db
		.select({ assignment: assignments, extension: extensions.extension, grade: grades })
		.from(assignments)
		.leftJoin(extensions, and(eq(extensions.learnerId, learnerId), eq(extensions.assignmentId, assignments.id)))
		.leftJoin(grades, and(eq(grades.learnerId, learnerId), eq(grades.assignmentId, assignments.id)))
		.where(and(eq(assignments.classId, classId), eq(assignments.status, 'published')))
		.orderBy(desc(assignments.createdAt), desc(assignments.id));
}
