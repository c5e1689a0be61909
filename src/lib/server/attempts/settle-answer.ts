import { and, eq } from 'drizzle-orm';
import { failure, type Failure } from '#lib/domain/errors.ts';
import { checkResponse } from '#lib/domain/grading/check.ts';
import type { Shipped } from '#lib/server/bank/bank.ts';
import type { Db } from '#lib/server/db/db.ts';
import { responses } from '#lib/server/db/schema/assignments.ts';
import { inTransaction } from '#lib/server/db/transaction.ts';
import type { Learner } from '#lib/server/reviews/today.ts';
import { isOverdue, lockAttempt } from './finish-attempt.ts';
import { markingBy, markOne, responsesQuery, sittingOf } from './mark-attempt.ts';

/**
 * Settles one answer of a quiz that tells at once what was right: it is marked, and can be changed no more. Doing so again
 * changes nothing.
 * @param position the question, from 0
 * @returns `not_found`, also where the quiz tells later; `attempt_finished`, `time_is_up`; `incomplete` where there is no
 * whole answer yet
 */
export async function settleAnswer(
	db: Db,
	shipped: Shipped,
	learner: Learner,
	{ attemptId, position }: { attemptId: string; position: number },
	now: Date
): Promise<{ ok: true } | Failure> {
	return inTransaction(db, async (tx) => {
		const attempt = await lockAttempt(tx, learner.id, attemptId);
		const sitting = attempt && (await sittingOf(tx, attempt));
		if (!attempt || !sitting?.studying) return failure('not_found');
		const marking = await markingBy(tx, shipped, sitting.assignment);
		if (marking.assignment.rules.feedback !== 'at-once') return failure('not_found');
		if (attempt.state === 'finished') return failure('attempt_finished');
		if (isOverdue(attempt, now)) return failure('time_is_up');
		const given = await responsesQuery(tx, learner.id, attemptId);
		const response = given.find((one) => one.position === position);
		if (!response) return failure('incomplete');
		if (response.settledAt !== null) return { ok: true };
		const form = marking.items.get(response.itemId)?.item.forms[attempt.questions[position]?.formIndex ?? -1];
		if (!form || checkResponse(form, response.response) !== 'ok') return failure('incomplete');
		const { verdict, reason, score, waiting } = markOne(response, attempt, marking);
		const one = and(
			eq(responses.learnerId, learner.id),
			eq(responses.attemptId, attemptId),
			eq(responses.position, position)
		);
		await tx.update(responses).set({ verdict, reason, score, waiting, settledAt: now }).where(one);
		return { ok: true };
	});
}
