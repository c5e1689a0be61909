import { and, asc, eq } from 'drizzle-orm';
import { failure, type Failure } from '#lib/domain/errors.ts';
import { itemsFor } from '#lib/domain/teaching/selection.ts';
import { attemptsLeft, deadlineOf, standingOf } from '#lib/domain/teaching/terms.ts';
import { assignedItems } from '#lib/server/assignments/assignment-of.ts';
import type { Shipped } from '#lib/server/bank/bank.ts';
import type { Db } from '#lib/server/db/db.ts';
import { attempts } from '#lib/server/db/schema/assignments.ts';
import { inTransaction } from '#lib/server/db/transaction.ts';
import { uuidv7 } from '#lib/server/db/uuidv7.ts';
import type { Learner } from '#lib/server/reviews/today.ts';
import { closeIfOverdue } from './finish-attempt.ts';
import { quizOf, type Quiz } from './quiz-of.ts';

/** The attempts of a student at a quiz, the first one first. */
export function attemptsQuery(db: Db, learnerId: string, assignmentId: string) {
	return db
		.select()
		.from(attempts)
		.where(and(eq(attempts.learnerId, learnerId), eq(attempts.assignmentId, assignmentId)))
		.orderBy(asc(attempts.number));
}

/**
 * Begins an attempt, or goes on with the one that is open: however often and from wherever it is called, one is open.
 * The questions, their order and the deadline are set here, once.
 * @returns the attempt; `not_found`, `class_archived`, `not_open_yet`, `quiz_closed`, `no_attempts_left`
 */
export async function startAttempt(
	db: Db,
	shipped: Shipped,
	learner: Learner,
	assignmentId: string,
	now: Date
): Promise<{ ok: true; id: string } | Failure> {
	return inTransaction(db, async (tx) => {
		const quiz = await quizOf(tx, learner, assignmentId);
		if (!quiz.ok) return quiz;
		const before = await attemptsQuery(tx, learner.id, assignmentId);
		const open = before.find(({ state }) => state === 'open');
		if (open && !(await closeIfOverdue(tx, shipped, open, now))) return { ok: true, id: open.id };
		if (quiz.archived) return failure('class_archived');
		const standing = standingOf(quiz.terms, now);
		if (standing === 'not-open') return failure('not_open_yet');
		if (standing === 'closed') return failure('quiz_closed');
		if (attemptsLeft(quiz.terms, before.length) === 0) return failure('no_attempts_left');
		const id = await insertAttempt(tx, quiz, learner, before.length + 1, now);
		if (id !== undefined) return { ok: true, id };
		// Another one was quicker: its attempt is the one that is open.
		const [first] = (await attemptsQuery(tx, learner.id, assignmentId)).filter(({ state }) => state === 'open');
		return first ? { ok: true, id: first.id } : failure('no_attempts_left');
	});
}

/** Adds an attempt; nothing where another one with its number was added meanwhile. */
async function insertAttempt(
	tx: Db,
	{ assignment, terms }: Quiz,
	learner: Learner,
	number: number,
	now: Date
): Promise<string | undefined> {
	const id = uuidv7(now);
	const assigned = await assignedItems(tx, assignment);
	const included = assigned.filter(({ excluded }) => !excluded);
	const rows = new Map(included.map((row) => [row.item.id, row]));
	const pool = included.map(({ item }) => item);
	const items = itemsFor(
		assignment.selection,
		pool,
		`${learner.id}/${assignment.id}/${number}`,
		assignment.rules.shuffle
	);
	const questions = items.map(({ id: itemId, version: itemVersion }) => ({
		itemId,
		itemVersion,
		formIndex: rows.get(itemId)?.formIndex ?? 0
	}));
	const made = await tx
		.insert(attempts)
		.values({
			learnerId: learner.id,
			id,
			assignmentId: assignment.id,
			number,
			state: 'open',
			startedAt: now,
			deadlineAt: deadlineOf(terms, now),
			questions
		})
		.onConflictDoNothing()
		.returning({ id: attempts.id });
	return made[0]?.id;
}
