import { and, eq } from 'drizzle-orm';
import { failure, type Failure } from '#lib/domain/errors.ts';
import type { AttemptView } from '#lib/domain/teaching/attempt-view.ts';
import { penaltyOf } from '#lib/domain/teaching/scores.ts';
import { termsFor } from '#lib/domain/teaching/terms.ts';
import { UUID } from '#lib/domain/uuid.ts';
import { assignedItems } from '#lib/server/assignments/assignment-of.ts';
import { closeIfOverdue } from '#lib/server/attempts/finish-attempt.ts';
import { bankOfItems, responsesQuery } from '#lib/server/attempts/mark-attempt.ts';
import { toView } from '#lib/server/attempts/view-attempt.ts';
import type { Shipped } from '#lib/server/bank/bank.ts';
import { requireTeacher } from '#lib/server/classes/guards.ts';
import type { Db } from '#lib/server/db/db.ts';
import { assignments, attempts, extensions } from '#lib/server/db/schema/assignments.ts';
import type { Learner } from '#lib/server/reviews/today.ts';
import { studentOf, type KnownStudent } from './gradebook-names.ts';

/** An attempt as a teacher of its class sees it: every key, whatever the quiz's policy tells the student. */
export interface TaughtAttempt {
	student: KnownStudent;
	attempt: AttemptView;
	/** By question: what it took her, in milliseconds, as her browser measured it. */
	times: Record<number, number>;
	/** Her own due date, and the share that lateness took off her grade. */
	dueAt: Date | null;
	penalty: number;
}

/** Which attempt; whose it is, where that is known, finds it by its key. */
interface Looked {
	classId: string;
	attemptId: string;
	studentId?: string;
}

/**
 * An attempt of a class, question by question, for a teacher. One whose time is up is closed first; of one that is open
 * the answers are there, and not yet marked.
 */
export async function attemptForTeacher(
	db: Db,
	shipped: Shipped,
	teacher: Learner,
	looked: Looked,
	now: Date
): Promise<{ ok: true; taught: TaughtAttempt } | Failure> {
	const may = await requireTeacher(db, teacher, looked.classId);
	if (!may.ok) return may;
	if (![looked.attemptId, looked.studentId].every((id) => id === undefined || UUID.test(id)))
		return failure('not_found');
	const [found] = await taughtAttemptQuery(db, looked);
	if (!found) return failure('not_found');
	const { attempt, assignment, extension } = found;
	if (attempt.state === 'open' && (await closeIfOverdue(db, shipped, attempt, now)))
		return attemptForTeacher(db, shipped, teacher, looked, now);
	const student = await studentOf(db, looked.classId, attempt.learnerId);
	if (!student) return failure('not_found');
	const items = await assignedItems(db, assignment);
	const given = await responsesQuery(db, attempt.learnerId, attempt.id);
	const { sources } = await bankOfItems(db, shipped, items);
	// What the policy keeps from the student a teacher sees: as where feedback comes at once.
	const open = { ...assignment, rules: { ...assignment.rules, feedback: 'at-once' as const } };
	const { dueAt } = termsFor(assignment.rules, extension ?? undefined);
	return {
		ok: true,
		taught: {
			student,
			attempt: toView(attempt, open, { items, given, sources, now }),
			times: Object.fromEntries(given.map(({ position, durationMs }) => [position, durationMs])),
			dueAt,
			penalty: attempt.finishedAt ? penaltyOf(assignment.rules, dueAt, attempt.finishedAt) : 0
		}
	};
}

/**
 * The query behind a teacher's view of an attempt: by its key where the student is known, else a range of the index on
 * assignments for each assignment of the class.
 */
export function taughtAttemptQuery(db: Db, { classId, attemptId, studentId }: Looked) {
	return db
		.select({ attempt: attempts, assignment: assignments, extension: extensions.extension })
		.from(assignments)
		.innerJoin(attempts, eq(attempts.assignmentId, assignments.id))
		.leftJoin(
			extensions,
			and(eq(extensions.learnerId, attempts.learnerId), eq(extensions.assignmentId, attempts.assignmentId))
		)
		.where(
			and(
				eq(assignments.classId, classId),
				eq(attempts.id, attemptId),
				studentId === undefined ? undefined : eq(attempts.learnerId, studentId)
			)
		);
}
