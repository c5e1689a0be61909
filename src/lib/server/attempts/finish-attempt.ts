import { and, eq, sql } from 'drizzle-orm';
import { failure, type Failure } from '#lib/domain/errors.ts';
import { GRACE_MS } from '#lib/domain/teaching/terms.ts';
import { UUID } from '#lib/domain/uuid.ts';
import type { Shipped } from '#lib/server/bank/bank.ts';
import { enrolMistakes } from '#lib/server/classwork/enrol-mistakes.ts';
import type { Db } from '#lib/server/db/db.ts';
import { attempts, responses } from '#lib/server/db/schema/assignments.ts';
import { inTransaction } from '#lib/server/db/transaction.ts';
import type { Learner } from '#lib/server/reviews/today.ts';
import { markAttempt, sittingOf, type MarkedResponse, type Sitting } from './mark-attempt.ts';
import { renewGrade } from './renew-grade.ts';

export type AttemptRow = typeof attempts.$inferSelect;

/** An attempt of a learner, held until the transaction ends. */
export async function lockAttempt(tx: Db, learnerId: string, id: string): Promise<AttemptRow | undefined> {
	if (!UUID.test(id)) return undefined;
	const [row] = await tx
		.select()
		.from(attempts)
		.where(and(eq(attempts.learnerId, learnerId), eq(attempts.id, id)))
		.for('update');
	return row;
}

/** Whether an attempt's time is up, the grace for answers under way included. */
export function isOverdue({ deadlineAt }: Pick<AttemptRow, 'deadlineAt'>, now: Date): boolean {
	return deadlineAt !== null && now.getTime() > deadlineAt.getTime() + GRACE_MS;
}

/**
 * Finishes an attempt and grades it. Doing so again changes nothing and tells the same: fifty at once give one grade.
 * @returns the attempt as it is finished; `not_found`
 */
export async function finishAttempt(
	db: Db,
	shipped: Shipped,
	learner: Learner,
	id: string,
	now: Date
): Promise<{ ok: true; attempt: AttemptRow } | Failure> {
	return inTransaction(db, async (tx) => {
		const attempt = await lockAttempt(tx, learner.id, id);
		const sitting = attempt && (await sittingOf(tx, attempt));
		if (!attempt || !sitting?.studying) return failure('not_found');
		if (attempt.state === 'finished') return { ok: true, attempt };
		return { ok: true, attempt: await close(tx, shipped, attempt, sitting, now) };
	});
}

/**
 * Closes an open attempt whose time is up, with what it holds and its deadline as the time of its finish.
 * @returns whether it is closed now
 */
export async function closeIfOverdue(db: Db, shipped: Shipped, attempt: AttemptRow, now: Date): Promise<boolean> {
	if (!isOverdue(attempt, now)) return false;
	return inTransaction(db, async (tx) => {
		const held = await lockAttempt(tx, attempt.learnerId, attempt.id);
		if (held?.state === 'open') await close(tx, shipped, held, await sittingOf(tx, held), now);
		return true;
	});
}

async function close(tx: Db, shipped: Shipped, attempt: AttemptRow, sitting: Sitting, now: Date): Promise<AttemptRow> {
	const { deadlineAt } = attempt;
	const late = deadlineAt !== null && now > deadlineAt;
	const finishedAt = late ? deadlineAt : now;
	const marked = await markAttempt(tx, shipped, attempt, sitting, finishedAt);
	await storeMarks(tx, marked.responses);
	const finished = {
		state: 'finished' as const,
		finishedAt,
		finishedBy: late ? ('deadline' as const) : ('student' as const),
		...marked.result
	};
	await tx
		.update(attempts)
		.set(finished)
		.where(and(eq(attempts.learnerId, attempt.learnerId), eq(attempts.id, attempt.id)));
	const { learnerId, assignmentId } = attempt;
	const { items, assignment } = marked.marking;
	const answers = marked.responses;
	await enrolMistakes(tx, { learnerId, assignmentId, rules: assignment.rules, items, answers }, finishedAt);
	await renewGrade(tx, learnerId, assignmentId, marked.counts, now);
	return { ...attempt, ...finished };
}

/** Writes the verdicts of many responses in one statement. */
export async function storeMarks(tx: Db, marked: readonly MarkedResponse[]): Promise<void> {
	if (marked.length === 0) return;
	await tx
		.insert(responses)
		.values([...marked])
		.onConflictDoUpdate({
			target: [responses.learnerId, responses.attemptId, responses.position],
			set: {
				verdict: sql`excluded.verdict`,
				reason: sql`excluded.reason`,
				score: sql`excluded.score`,
				waiting: sql`excluded.waiting`
			}
		});
}
