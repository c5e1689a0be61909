import { and, eq } from 'drizzle-orm';
import { failure, type Failure } from '#lib/domain/errors.ts';
import type { Source } from '#lib/domain/facts/entity-schema.ts';
import { explain } from '#lib/domain/items/explain.ts';
import { toQuestion } from '#lib/domain/items/present.ts';
import type { AttemptQuestion, AttemptView, Told } from '#lib/domain/teaching/attempt-view.ts';
import { mayReveal } from '#lib/domain/teaching/reveal.ts';
import { UUID } from '#lib/domain/uuid.ts';
import type { AssignedItem, AssignmentRow } from '#lib/server/assignments/assignment-of.ts';
import { assignedItems } from '#lib/server/assignments/assignment-of.ts';
import type { Shipped } from '#lib/server/bank/bank.ts';
import type { Db } from '#lib/server/db/db.ts';
import { assignments, attempts } from '#lib/server/db/schema/assignments.ts';
import { classMembers } from '#lib/server/db/schema/classes.ts';
import type { Learner } from '#lib/server/reviews/today.ts';
import { closeIfOverdue, type AttemptRow } from './finish-attempt.ts';
import { bankOfItems, responsesQuery, type MarkedResponse } from './mark-attempt.ts';

/** The query behind an attempt's page: keys alone; who has left the class does not see it. */
export function attemptQuery(db: Db, learnerId: string, id: string) {
	return db
		.select({ attempt: attempts, assignment: assignments })
		.from(attempts)
		.innerJoin(assignments, eq(assignments.id, attempts.assignmentId))
		.innerJoin(
			classMembers,
			and(eq(classMembers.learnerId, attempts.learnerId), eq(classMembers.classId, assignments.classId))
		)
		.where(and(eq(attempts.learnerId, learnerId), eq(attempts.id, id)));
}

/**
 * An attempt as its student sees it: the questions without their keys, her answers, and what the policy lets her know by
 * now. One whose time is up is closed first.
 */
export async function viewAttempt(
	db: Db,
	shipped: Shipped,
	learner: Learner,
	id: string,
	now: Date
): Promise<{ ok: true; attempt: AttemptView } | Failure> {
	if (!UUID.test(id)) return failure('not_found');
	const [found] = await attemptQuery(db, learner.id, id);
	if (!found) return failure('not_found');
	if (found.attempt.state === 'open' && (await closeIfOverdue(db, shipped, found.attempt, now)))
		return viewAttempt(db, shipped, learner, id, now);
	const { attempt, assignment } = found;
	const items = await assignedItems(db, assignment);
	const given = await responsesQuery(db, learner.id, id);
	const { sources } = await bankOfItems(db, shipped, items);
	return { ok: true, attempt: toView(attempt, assignment, { items, given, sources, now }) };
}

interface Shown {
	items: readonly AssignedItem[];
	given: readonly MarkedResponse[];
	sources: readonly Source[];
	now: Date;
}

/** What of an attempt may be shown at an instant. */
export function toView(
	attempt: AttemptRow,
	assignment: AssignmentRow,
	{ items, given, sources, now }: Shown
): AttemptView {
	const { rules, overAt, classId, title } = assignment;
	const finished = attempt.state === 'finished';
	const policy = { feedback: rules.feedback, finished, over: overAt, now };
	const revealed = mayReveal({ ...policy, settled: false });
	const byItem = new Map(items.map((row) => [row.item.id, row]));
	const byPosition = new Map(given.map((response) => [response.position, response]));
	const questions = attempt.questions.flatMap(({ itemId, formIndex }, position): AttemptQuestion[] => {
		const assigned = byItem.get(itemId);
		const form = assigned?.item.forms[formIndex];
		if (!assigned || !form) return [];
		const response = byPosition.get(position);
		const settled = response !== undefined && response.settledAt !== null;
		const told = mayReveal({ ...policy, settled }) ? tell(assigned, formIndex, response, sources) : undefined;
		return [
			{
				position,
				topic: assigned.item.topic,
				question: toQuestion(form, rules.shuffle ? `${attempt.id}/${position}` : null),
				response: response?.response ?? null,
				seq: response?.seq ?? 0,
				settled,
				...(told && { told })
			}
		];
	});
	const { id, assignmentId, number, state, startedAt, deadlineAt, finishedAt, finishedBy, marks, most, grade } =
		attempt;
	return {
		...{ id, assignmentId, classId, title, number, state, startedAt, deadlineAt, finishedAt, finishedBy, questions },
		layout: rules.layout,
		feedback: rules.feedback,
		...(revealed && marks !== null && most !== null && grade !== null && { result: { marks, most, grade } }),
		feedbackAt: rules.feedback === 'after-closing' && !revealed ? overAt : null
	};
}

function tell(
	{ item, excluded }: AssignedItem,
	formIndex: number,
	response: MarkedResponse | undefined,
	sources: readonly Source[]
): Told | undefined {
	const solution = item.forms[formIndex];
	return (
		solution && {
			verdict: response?.verdict ?? null,
			score: response?.score ?? 0,
			waiting: response?.waiting ?? false,
			excluded,
			solution,
			explanation: explain(item, sources)
		}
	);
}
