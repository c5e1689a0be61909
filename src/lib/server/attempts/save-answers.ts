import { and, eq, isNull, lt, sql } from 'drizzle-orm';
import * as v from 'valibot';
import { failure, type ErrorCode, type Failure } from '#lib/domain/errors.ts';
import { checkResponse } from '#lib/domain/grading/check.ts';
import { responseSchema } from '#lib/domain/grading/response-schema.ts';
import { assignedItems, type AssignmentRow } from '#lib/server/assignments/assignment-of.ts';
import type { Db } from '#lib/server/db/db.ts';
import { assignments, attempts, responses } from '#lib/server/db/schema/assignments.ts';
import { classMembers } from '#lib/server/db/schema/classes.ts';
import { inTransaction } from '#lib/server/db/transaction.ts';
import { UUID } from '#lib/domain/uuid.ts';
import type { Learner } from '#lib/server/reviews/today.ts';
import { isOverdue, type AttemptRow } from './finish-attempt.ts';

/** Answers of one attempt as a browser sends them. */
export const savingSchema = v.strictObject({
	answers: v.pipe(
		v.array(
			v.strictObject({
				position: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(199)),
				/** Counts the changes of this answer in the browser: what overtakes another is told by it. */
				seq: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1_000_000)),
				response: responseSchema,
				durationMs: v.pipe(v.number(), v.minValue(0), v.maxValue(86_400_000))
			})
		),
		v.minLength(1),
		v.maxLength(200)
	)
});

/** What became of one answer. */
export interface Saved {
	position: number;
	/** Why it was not saved; where an answer with a higher count was there already, that one stays. */
	refused?: ErrorCode;
}

/**
 * Saves answers while an attempt is open; each is kept as it was sent last. Nothing is graded here, and nothing told.
 * The attempt is held meanwhile, so that none slips in after it was finished.
 * @returns what became of each; `not_found`, `invalid_input`, `attempt_finished`, `time_is_up`
 */
export async function saveAnswers(
	db: Db,
	learner: Learner,
	attemptId: string,
	input: unknown,
	now: Date
): Promise<{ ok: true; saved: Saved[] } | Failure> {
	const checked = v.safeParse(savingSchema, input);
	if (!checked.success) return failure('invalid_input');
	if (!UUID.test(attemptId)) return failure('not_found');
	return inTransaction(db, async (tx) => {
		const [held] = await heldQuery(tx, learner.id, attemptId);
		if (!held) return failure('not_found');
		const { attempt, assignment } = held;
		if (attempt.state === 'finished') return failure('attempt_finished');
		if (isOverdue(attempt, now)) return failure('time_is_up');
		const { answers } = checked.output;
		const refused = await refusals(tx, assignment, attempt, answers);
		const fitting = answers.filter(({ position }) => !refused.has(position));
		await store(tx, attempt, fitting, now);
		return {
			ok: true,
			saved: answers.map(({ position }) => {
				const code = refused.get(position);
				return code === undefined ? { position } : { position, refused: code };
			})
		};
	});
}

/** The query behind saving: an attempt of who still belongs to its class, held so that nobody finishes it meanwhile. */
export function heldQuery(tx: Db, learnerId: string, attemptId: string) {
	return tx
		.select({ attempt: attempts, assignment: assignments })
		.from(attempts)
		.innerJoin(assignments, eq(assignments.id, attempts.assignmentId))
		.innerJoin(
			classMembers,
			and(eq(classMembers.learnerId, attempts.learnerId), eq(classMembers.classId, assignments.classId))
		)
		.where(and(eq(attempts.learnerId, learnerId), eq(attempts.id, attemptId)))
		.for('share', { of: attempts });
}

type Answer = v.InferOutput<typeof savingSchema>['answers'][number];

/** The answers that do not fit their questions; an answer that is not complete yet is kept. */
async function refusals(
	tx: Db,
	assignment: AssignmentRow,
	attempt: AttemptRow,
	answers: readonly Answer[]
): Promise<Map<number, ErrorCode>> {
	const items = new Map((await assignedItems(tx, assignment)).map((row) => [row.item.id, row.item]));
	const codes = new Map<number, ErrorCode>();
	for (const { position, response } of answers) {
		const question = attempt.questions[position];
		const form = question && items.get(question.itemId)?.forms[question.formIndex];
		const fit = form ? checkResponse(form, response) : 'wrong-form';
		if (fit === 'wrong-form') codes.set(position, 'wrong_form');
		if (fit === 'unknown-option') codes.set(position, 'unknown_option');
	}
	return codes;
}

async function store(tx: Db, attempt: AttemptRow, answers: readonly Answer[], now: Date): Promise<void> {
	// Of two answers to one question in one message the later one counts, and a statement takes each row once.
	const last = new Map(answers.toSorted((a, b) => a.seq - b.seq).map((answer) => [answer.position, answer]));
	if (last.size === 0) return;
	const { learnerId, id: attemptId, assignmentId } = attempt;
	await tx
		.insert(responses)
		.values(
			[...last.values()].map(({ position, seq, response, durationMs }) => ({
				...{ learnerId, attemptId, position, assignmentId, response, seq, savedAt: now },
				itemId: attempt.questions[position]?.itemId ?? '',
				durationMs: Math.round(durationMs)
			}))
		)
		.onConflictDoUpdate({
			target: [responses.learnerId, responses.attemptId, responses.position],
			set: {
				response: sql`excluded.response`,
				seq: sql`excluded.seq`,
				savedAt: sql`excluded.saved_at`,
				durationMs: sql`excluded.duration_ms`
			},
			setWhere: and(lt(responses.seq, sql`excluded.seq`), isNull(responses.settledAt))
		});
}
