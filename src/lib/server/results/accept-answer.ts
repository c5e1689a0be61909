import { and, eq, sql } from 'drizzle-orm';
import { failure, type Failure } from '#lib/domain/errors.ts';
import { LONGEST_ANSWER } from '#lib/domain/grading/typed.ts';
import { foldAnswer } from '#lib/domain/teaching/marking.ts';
import { UUID } from '#lib/domain/uuid.ts';
import type { Shipped } from '#lib/server/bank/bank.ts';
import { lockClass, requireChanger } from '#lib/server/classes/guards.ts';
import type { Db } from '#lib/server/db/db.ts';
import { acceptedAnswers, assignmentItems, responses } from '#lib/server/db/schema/assignments.ts';
import { inTransaction } from '#lib/server/db/transaction.ts';
import type { Learner } from '#lib/server/reviews/today.ts';
import { regradeAssignment, type RegradeReason } from './regrade.ts';

/** What a teacher says of a typed answer. */
export interface Deciding {
	classId: string;
	/** Where she says it; it holds for the whole class. */
	assignmentId: string;
	itemId: string;
	/** As it was typed, or folded. */
	answer: string;
	/** Right for the class from now on; wrong where it waits; or no longer taken as right, so that the grader judges. */
	as: 'right' | 'wrong' | 'undecided';
}

/** What came of it. */
export interface Decided {
	ok: true;
	/** Students who gave this answer. */
	students: number;
	/** Grades that are other ones now. */
	changed: number;
}

/**
 * Settles a typed answer for a class: every attempt of every assignment of the class in which it was given is graded
 * again. Doing so again changes nothing, and mends what a crash left half-graded.
 * @returns `not_found`, `class_archived`, `unknown_item`, `invalid_input` for no answer
 */
export async function decideAnswer(
	db: Db,
	shipped: Shipped,
	teacher: Learner,
	deciding: Deciding,
	now: Date
): Promise<Decided | Failure> {
	const { classId, itemId, as } = deciding;
	const answer = foldAnswer(deciding.answer);
	const stored = await inTransaction(db, (tx) => store(tx, teacher, { ...deciding, answer }, now));
	if (!stored.ok) return stored;
	const reason: RegradeReason = { what: 'answer-accepted', changedBy: teacher.id, note: NOTES[as](deciding.answer) };
	const rejected = as === 'wrong' ? { itemId, answer } : undefined;
	let [students, changed] = [0, 0];
	// Only now: what is not committed yet, an attempt that finishes at this moment would not see.
	for (const [assignmentId, learners] of await givenBy(db, classId, itemId, answer)) {
		const done = await regradeAssignment(db, shipped, assignmentId, reason, now, { learners, rejected });
		students += done.students;
		changed += done.changed;
	}
	return { ok: true, students, changed };
}

const NOTES: Record<Deciding['as'], (answer: string) => string> = {
	right: (answer) => `The answer “${answer}” was taken as right.`,
	wrong: (answer) => `The answer “${answer}” was not taken as right.`,
	undecided: (answer) => `The answer “${answer}” is no longer taken as right.`
};

async function store(
	tx: Db,
	teacher: Learner,
	{ classId, assignmentId, itemId, answer, as }: Deciding,
	now: Date
): Promise<{ ok: true } | Failure> {
	const may = await requireChanger(tx, teacher, classId);
	if (!may.ok) return may;
	if (!UUID.test(assignmentId)) return failure('not_found');
	await lockClass(tx, classId);
	const [there] = await tx
		.select({ id: assignmentItems.itemId })
		.from(assignmentItems)
		.where(
			and(
				eq(assignmentItems.classId, classId),
				eq(assignmentItems.assignmentId, assignmentId),
				eq(assignmentItems.itemId, itemId)
			)
		);
	if (!there) return failure('unknown_item');
	if (answer === '' || answer.length > LONGEST_ANSWER) return failure('invalid_input');
	const row = { classId, itemId, answer };
	if (as === 'right') {
		await tx
			.insert(acceptedAnswers)
			.values({ ...row, acceptedBy: teacher.id, acceptedAt: now })
			.onConflictDoNothing();
		return { ok: true };
	}
	await tx
		.delete(acceptedAnswers)
		.where(
			and(eq(acceptedAnswers.classId, classId), eq(acceptedAnswers.itemId, itemId), eq(acceptedAnswers.answer, answer))
		);
	return { ok: true };
}

/** The query behind "who answered this item in the class": one range of the index on (assignment, item) for each. */
export function typedQuery(db: Db, classId: string, itemId: string) {
	return db
		.select({
			assignmentId: responses.assignmentId,
			learnerId: responses.learnerId,
			text: sql<string | null>`${responses.response} ->> 'text'`
		})
		.from(assignmentItems)
		.innerJoin(
			responses,
			and(eq(responses.assignmentId, assignmentItems.assignmentId), eq(responses.itemId, assignmentItems.itemId))
		)
		.where(and(eq(assignmentItems.classId, classId), eq(assignmentItems.itemId, itemId)));
}

/** Who gave an answer, by assignment. */
async function givenBy(db: Db, classId: string, itemId: string, answer: string): Promise<Map<string, string[]>> {
	const rows = await typedQuery(db, classId, itemId);
	const of = new Map<string, string[]>();
	for (const { assignmentId, learnerId, text } of rows)
		if (text !== null && foldAnswer(text) === answer)
			of.set(assignmentId, [...(of.get(assignmentId) ?? []), learnerId]);
	return of;
}
