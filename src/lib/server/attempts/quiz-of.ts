import { and, eq } from 'drizzle-orm';
import { failure, type Failure } from '#lib/domain/errors.ts';
import type { Extension } from '#lib/domain/teaching/rules.ts';
import { termsFor, type Terms } from '#lib/domain/teaching/terms.ts';
import { UUID } from '#lib/domain/uuid.ts';
import type { AssignmentRow } from '#lib/server/assignments/assignment-of.ts';
import type { Db } from '#lib/server/db/db.ts';
import { assignments, extensions } from '#lib/server/db/schema/assignments.ts';
import { classes, classMembers } from '#lib/server/db/schema/classes.ts';
import type { Learner } from '#lib/server/reviews/today.ts';

/** A quiz as it is for one student. */
export interface Quiz {
	assignment: AssignmentRow;
	terms: Terms;
	extension: Extension | undefined;
	archived: boolean;
}

/** The query behind a student's quiz: keys alone. */
export function quizQuery(db: Db, learnerId: string, assignmentId: string) {
	return db
		.select({ assignment: assignments, archivedAt: classes.archivedAt, extension: extensions.extension })
		.from(assignments)
		.innerJoin(classes, eq(classes.id, assignments.classId))
		.innerJoin(classMembers, and(eq(classMembers.learnerId, learnerId), eq(classMembers.classId, assignments.classId)))
		.leftJoin(
			extensions,
			and(eq(extensions.learnerId, classMembers.learnerId), eq(extensions.assignmentId, assignments.id))
		)
		.where(
			and(eq(assignments.id, assignmentId), eq(classMembers.role, 'student'), eq(assignments.status, 'published'))
		);
}

/** A published quiz of a class to which a learner belongs as a student; for anybody else there is none. */
export async function quizOf(db: Db, learner: Learner, assignmentId: string): Promise<({ ok: true } & Quiz) | Failure> {
	if (!UUID.test(assignmentId)) return failure('not_found');
	const [row] = await quizQuery(db, learner.id, assignmentId);
	if (!row || row.assignment.kind !== 'quiz') return failure('not_found');
	const extension = row.extension ?? undefined;
	const { assignment } = row;
	return {
		ok: true,
		assignment,
		extension,
		terms: termsFor(assignment.rules, extension),
		archived: row.archivedAt !== null
	};
}
