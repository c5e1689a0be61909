import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import type { Failure } from '#lib/domain/errors.ts';
import type { OwnGrade } from '#lib/domain/teaching/gradebook-grade.ts';
import { mayShowGrade } from '#lib/domain/teaching/reveal.ts';
import { UUID } from '#lib/domain/uuid.ts';
import { quizOf, type Quiz } from '#lib/server/attempts/quiz-of.ts';
import type { Db } from '#lib/server/db/db.ts';
import { gradeChanges } from '#lib/server/db/schema/assignments.ts';
import type { Learner } from '#lib/server/reviews/today.ts';
import { gradeRow, type GradeRow } from './grade-trail.ts';

const HIDDEN: OwnGrade = { shown: false, grade: null, overridden: false, comment: '', waiting: 0, changes: [] };

/**
 * A student's own grade for a quiz with her teacher's comment, and what changed in it since she last looked: all of it
 * only once the quiz's policy shows her grades.
 * @returns `not_found` for whoever is no student of its class
 */
export async function gradeFor(
	db: Db,
	learner: Learner,
	assignmentId: string,
	now: Date
): Promise<{ ok: true; own: OwnGrade } | Failure> {
	const quiz = await quizOf(db, learner, assignmentId);
	if (!quiz.ok) return quiz;
	const row = await gradeRow(db, learner.id, assignmentId);
	if (!row || !isShown(quiz, row, now)) return { ok: true, own: HIDDEN };
	const { override, computed, comment, waiting } = row;
	const unseen = await unseenQuery(db, learner.id, assignmentId);
	return {
		ok: true,
		own: {
			shown: true,
			grade: override ?? computed,
			overridden: override !== null,
			...{ comment, waiting },
			changes: unseen.map((change) => ({ ...change, before: change.before ?? null, after: change.after ?? null }))
		}
	};
}

/**
 * Notes that a student has seen changes of her grade; what she may not see yet stays new, and doing so again changes
 * nothing.
 * @param ids of the changes that her page showed, as its form has them
 */
export async function changesSeen(
	db: Db,
	learner: Learner,
	assignmentId: string,
	ids: readonly unknown[],
	now: Date
): Promise<{ ok: true } | Failure> {
	const quiz = await quizOf(db, learner, assignmentId);
	if (!quiz.ok) return quiz;
	const row = await gradeRow(db, learner.id, assignmentId);
	const known = ids.flatMap((id) => (typeof id === 'string' && UUID.test(id) ? [id] : [])).slice(0, MOST_AT_ONCE);
	if (!row || !isShown(quiz, row, now) || known.length === 0) return { ok: true };
	await db
		.update(gradeChanges)
		.set({ seenAt: now })
		.where(
			and(
				...[eq(gradeChanges.learnerId, learner.id), inArray(gradeChanges.id, known)],
				...[eq(gradeChanges.assignmentId, assignmentId), isNull(gradeChanges.seenAt)]
			)
		);
	return { ok: true };
}

/** So many notes one page shows and takes back. */
const MOST_AT_ONCE = 100;

function isShown({ assignment, terms }: Quiz, { attempts }: GradeRow, now: Date): boolean {
	const { rules, overAt } = assignment;
	return mayShowGrade({ feedback: rules.feedback, overAt, terms, finished: attempts }, now);
}

/** The query behind what is new to her: one range of the index on grades. */
export function unseenQuery(db: Db, learnerId: string, assignmentId: string) {
	return db
		.select({
			id: gradeChanges.id,
			at: gradeChanges.at,
			what: gradeChanges.what,
			before: gradeChanges.before,
			after: gradeChanges.after,
			note: gradeChanges.note
		})
		.from(gradeChanges)
		.where(
			and(
				eq(gradeChanges.learnerId, learnerId),
				eq(gradeChanges.assignmentId, assignmentId),
				isNull(gradeChanges.seenAt)
			)
		)
		.orderBy(asc(gradeChanges.at), asc(gradeChanges.id))
		.limit(MOST_AT_ONCE);
}
