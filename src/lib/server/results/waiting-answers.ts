import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import type { Failure } from '#lib/domain/errors.ts';
import { gradeResponse } from '#lib/domain/grading/grade.ts';
import { explain, type Explanation } from '#lib/domain/items/explain.ts';
import { promptOf } from '#lib/domain/teaching/answer-statistics.ts';
import { foldAnswer } from '#lib/domain/teaching/marking.ts';
import { TEACHER_REJECTED } from '#lib/domain/teaching/teacher-verdict.ts';
import { assignmentOf, type AssignedItem } from '#lib/server/assignments/assignment-of.ts';
import { bankOfItems } from '#lib/server/attempts/mark-attempt.ts';
import type { Bank, Shipped } from '#lib/server/bank/bank.ts';
import type { Db } from '#lib/server/db/db.ts';
import { acceptedAnswers, responses } from '#lib/server/db/schema/assignments.ts';
import type { Learner } from '#lib/server/reviews/today.ts';

/** An answer that waits, however many gave it. */
export interface WaitingAnswer {
	/** Folded: what is decided on. */
	answer: string;
	/** As it was typed most often. */
	text: string;
	/** How often it was given. */
	times: number;
	/** Why the grader doubts, where it says so. */
	hint: string | undefined;
}

/** A question with answers that wait. */
export interface WaitingQuestion {
	itemId: string;
	question: string;
	key: string;
	explanation: Explanation;
	answers: WaitingAnswer[];
}

/** An answer on which a teacher decided. */
export interface DecidedAnswer {
	itemId: string;
	question: string;
	answer: string;
	as: 'right' | 'wrong';
}

export interface WaitingPage {
	title: string;
	waiting: WaitingQuestion[];
	decided: DecidedAnswer[];
}

/**
 * The typed answers of an assignment on which its teacher has to decide, most frequent first, and those on which one
 * did. Nobody's name stands beside an answer: it is judged for itself.
 */
export async function waitingAnswers(
	db: Db,
	shipped: Shipped,
	teacher: Learner,
	classId: string,
	assignmentId: string
): Promise<({ ok: true } & WaitingPage) | Failure> {
	const found = await assignmentOf(db, teacher, classId, assignmentId);
	if (!found.ok) return found;
	const { assignment, items } = found;
	const rows = await waitingQuery(db, assignmentId);
	const bank = await bankOfItems(db, shipped, items);
	const waiting = items.flatMap((assigned): WaitingQuestion[] => {
		const own = rows.filter(({ itemId }) => itemId === assigned.item.id);
		return own.length === 0 ? [] : [questionOf(assigned, own, bank)];
	});
	const asked = new Map(items.map((assigned) => [assigned.item.id, questionText(assigned)]));
	const accepted = await acceptedQuery(db, classId);
	const rejected = await rejectedQuery(db, assignmentId, items);
	const decided = [
		...accepted.map(({ itemId, answer }) => ({ itemId, answer, as: 'right' as const })),
		...distinct(rejected).map((one) => ({ ...one, as: 'wrong' as const }))
	].flatMap((one) => {
		const question = asked.get(one.itemId);
		return question === undefined ? [] : [{ ...one, question }];
	});
	return { ok: true, title: assignment.title, waiting, decided };
}

const typed = sql<string | null>`${responses.response} ->> 'text'`;

/** The query behind "what waits": one range of the index on answers that wait. */
export function waitingQuery(db: Db, assignmentId: string) {
	return db
		.select({ itemId: responses.itemId, response: responses.response })
		.from(responses)
		.where(and(eq(responses.assignmentId, assignmentId), responses.waiting))
		.orderBy(asc(responses.savedAt));
}

function acceptedQuery(db: Db, classId: string) {
	return db
		.select({ itemId: acceptedAnswers.itemId, answer: acceptedAnswers.answer })
		.from(acceptedAnswers)
		.where(eq(acceptedAnswers.classId, classId))
		.orderBy(asc(acceptedAnswers.acceptedAt));
}

/** The query behind "what was called wrong": one range of the index on (assignment, item). */
export function rejectedQuery(db: Db, assignmentId: string, items: readonly AssignedItem[]) {
	const ids = items.flatMap(({ item, formIndex }) => ('answer' in (item.forms[formIndex] ?? {}) ? [item.id] : []));
	return db
		.selectDistinct({ itemId: responses.itemId, text: typed })
		.from(responses)
		.where(
			and(
				eq(responses.assignmentId, assignmentId),
				inArray(responses.itemId, ids),
				eq(responses.reason, TEACHER_REJECTED)
			)
		);
}

type WaitingRow = Awaited<ReturnType<typeof waitingQuery>>[number];

function questionOf(assigned: AssignedItem, rows: readonly WaitingRow[], bank: Bank): WaitingQuestion {
	const { item, formIndex } = assigned;
	const form = item.forms[formIndex];
	const groups = new Map<string, WaitingRow[]>();
	for (const row of rows) {
		const answer = 'text' in row.response ? foldAnswer(row.response.text) : '';
		groups.set(answer, [...(groups.get(answer) ?? []), row]);
	}
	const answers = [...groups].map(([answer, own]): WaitingAnswer => {
		const [first] = own;
		const verdict = form && first ? gradeResponse(form, first.response, bank.registry) : undefined;
		const text = mostFrequent(own.map(({ response }) => ('text' in response ? response.text.trim() : '')));
		return { answer, text, times: own.length, hint: verdict?.hint };
	});
	return {
		itemId: item.id,
		question: questionText(assigned),
		key: item.key,
		explanation: explain(item, bank.sources),
		answers: answers.toSorted((a, b) => b.times - a.times)
	};
}

function questionText({ item, formIndex }: AssignedItem): string {
	const form = item.forms[formIndex];
	return form ? promptOf(form) : item.question;
}

function distinct(rows: readonly { itemId: string; text: string | null }[]): { itemId: string; answer: string }[] {
	const all = rows.map(({ itemId, text }) => ({ itemId, answer: foldAnswer(text ?? '') }));
	return [...new Map(all.map((one) => [`${one.itemId} ${one.answer}`, one])).values()];
}

/** What occurs most often; of two the first. */
function mostFrequent(texts: readonly string[]): string {
	const counts = new Map<string, number>();
	for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
	return [...counts].toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? '';
}
