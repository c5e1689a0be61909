import { and, asc, eq } from 'drizzle-orm';
import type { Registry } from '#lib/domain/grading/types.ts';
import { markResponse, marksOf } from '#lib/domain/teaching/marking.ts';
import type { Counting, Extension } from '#lib/domain/teaching/rules.ts';
import { gradeOf } from '#lib/domain/teaching/scores.ts';
import { withTeachersWord } from '#lib/domain/teaching/teacher-verdict.ts';
import { termsFor } from '#lib/domain/teaching/terms.ts';
import { assignedItems, type AssignedItem, type AssignmentRow } from '#lib/server/assignments/assignment-of.ts';
import { SHIPPED_WORKSPACE, type Bank, type Shipped } from '#lib/server/bank/bank.ts';
import { bankOf, revisionsOf } from '#lib/server/bank/bank-for.ts';
import { spokenBank } from '#lib/server/bank/spoken-bank.ts';
import type { Db } from '#lib/server/db/db.ts';
import { acceptedAnswers, assignments, extensions, responses } from '#lib/server/db/schema/assignments.ts';
import { classMembers } from '#lib/server/db/schema/classes.ts';
import type { AttemptRow } from './finish-attempt.ts';

export type MarkedResponse = typeof responses.$inferSelect;

/** An attempt with its answers marked. */
export interface Marked {
	responses: MarkedResponse[];
	result: { marks: number; most: number; grade: number };
	counts: Counting;
	marking: Marking;
}

/** What an assignment's answers are marked by. */
export interface Marking {
	assignment: AssignmentRow;
	items: ReadonlyMap<string, AssignedItem>;
	/** Further right answers of the class, by item. */
	accepted: ReadonlyMap<string, ReadonlySet<string>>;
	registry: Registry;
}

/** Reads what the answers of an assignment are marked by. */
export async function markingOf(db: Db, shipped: Shipped, assignmentId: string): Promise<Marking> {
	const [assignment] = await db.select().from(assignments).where(eq(assignments.id, assignmentId));
	if (!assignment) throw new Error('an attempt belongs to an assignment');
	return markingBy(db, shipped, assignment);
}

/** Reads what the answers of an assignment are marked by, beside itself. */
export async function markingBy(db: Db, shipped: Shipped, assignment: AssignmentRow): Promise<Marking> {
	const items = await assignedItems(db, assignment);
	const rows = await db
		.select({ itemId: acceptedAnswers.itemId, answer: acceptedAnswers.answer })
		.from(acceptedAnswers)
		.where(eq(acceptedAnswers.classId, assignment.classId));
	const accepted = new Map<string, Set<string>>();
	for (const { itemId, answer } of rows) accepted.set(itemId, (accepted.get(itemId) ?? new Set()).add(answer));
	return {
		assignment,
		items: new Map(items.map((row) => [row.item.id, row])),
		accepted,
		registry: (await bankOfItems(db, shipped, items)).registry
	};
}

/**
 * The bank that knows all names and sources of an assignment's items: the shipped one with the workspaces they are from,
 * called as in the request's language.
 */
export async function bankOfItems(db: Db, shipped: Shipped, items: readonly AssignedItem[]): Promise<Bank> {
	const ids = [...new Set(items.map(({ workspaceId }) => workspaceId))].filter((id) => id !== SHIPPED_WORKSPACE);
	return spokenBank(await bankOf(db, shipped, ids.length === 0 ? [] : await revisionsOf(db, ids)));
}

/** The answers of an attempt, in the order of its questions. */
export function responsesQuery(db: Db, learnerId: string, attemptId: string) {
	return db
		.select()
		.from(responses)
		.where(and(eq(responses.learnerId, learnerId), eq(responses.attemptId, attemptId)))
		.orderBy(asc(responses.position));
}

/** What an attempt is of. */
export interface Sitting {
	assignment: AssignmentRow;
	/** What a teacher granted its student. */
	extension: Extension | undefined;
	/** Whether its student still belongs to the class: who left or was removed answers nothing more in it. */
	studying: boolean;
}

/** The query behind what an attempt is of: keys alone. */
export function sittingQuery(db: Db, { learnerId, assignmentId }: Pick<AttemptRow, 'learnerId' | 'assignmentId'>) {
	return db
		.select({ assignment: assignments, extension: extensions.extension, member: classMembers.learnerId })
		.from(assignments)
		.leftJoin(extensions, and(eq(extensions.learnerId, learnerId), eq(extensions.assignmentId, assignments.id)))
		.leftJoin(classMembers, and(eq(classMembers.learnerId, learnerId), eq(classMembers.classId, assignments.classId)))
		.where(eq(assignments.id, assignmentId));
}

/** What an attempt is of. */
export async function sittingOf(db: Db, attempt: Pick<AttemptRow, 'learnerId' | 'assignmentId'>): Promise<Sitting> {
	const [row] = await sittingQuery(db, attempt);
	if (!row) throw new Error('an attempt belongs to an assignment');
	return { assignment: row.assignment, extension: row.extension ?? undefined, studying: row.member !== null };
}

/** Marks the answers of one attempt. */
export async function markAttempt(
	db: Db,
	shipped: Shipped,
	attempt: AttemptRow,
	{ assignment, extension }: Sitting,
	finishedAt: Date
): Promise<Marked> {
	const marking = await markingBy(db, shipped, assignment);
	const given = await responsesQuery(db, attempt.learnerId, attempt.id);
	const { rules } = assignment;
	const marked = given.map((response) => markOne(response, attempt, marking));
	const result = resultOf(attempt, marked, marking);
	const { dueAt } = termsFor(rules, extension);
	return {
		responses: marked,
		result: { ...result, grade: gradeOf({ ...result, finishedAt }, rules, dueAt) },
		counts: rules.counts,
		marking
	};
}

/** One answer with its verdict, from the item version that was shown. */
export function markOne(response: MarkedResponse, attempt: AttemptRow, marking: Marking): MarkedResponse {
	const question = attempt.questions[response.position];
	const assigned = question && marking.items.get(question.itemId);
	const form = assigned?.item.forms[question?.formIndex ?? -1];
	if (!form) throw new Error(`question ${response.position} of attempt ${attempt.id} has no form`);
	const accepted = marking.accepted.get(response.itemId) ?? new Set<string>();
	const { verdict, waiting } = markResponse(form, response.response, marking.registry, accepted);
	const { reason } = verdict;
	const marked = { ...response, verdict: verdict.verdict, reason, score: waiting ? 0 : verdict.score, waiting };
	return withTeachersWord(response.reason, marked);
}

function resultOf(attempt: AttemptRow, marked: readonly MarkedResponse[], { items }: Marking) {
	const excluded = new Set([...items.values()].filter((row) => row.excluded).map(({ item }) => item.id));
	const scores = new Map(marked.map(({ position, score }) => [position, score ?? 0]));
	return marksOf(attempt.questions, scores, excluded);
}
