import { and, asc, count, desc, eq, inArray, sql } from 'drizzle-orm';
import { failure, type Failure } from '#lib/domain/errors.ts';
import type { Item } from '#lib/domain/items/types.ts';
import {
	quizStatistics,
	type AttemptAnswers,
	type PutItem,
	type PutQuestion,
	type QuestionStatistics
} from '#lib/domain/teaching/quiz-statistics.ts';
import { UUID } from '#lib/domain/uuid.ts';
import { requireTeacher } from '#lib/server/classes/guards.ts';
import type { Db } from '#lib/server/db/db.ts';
import { assignmentItems, assignments, attempts, responses } from '#lib/server/db/schema/assignments.ts';
import { itemVersions } from '#lib/server/db/schema/bank.ts';
import { classMembers } from '#lib/server/db/schema/classes.ts';
import type { Learner } from '#lib/server/reviews/today.ts';

/** Statistics of questions, and what they are of. */
export interface Statistics {
	/** First finished attempts, one of each student and assignment. */
	attempts: number;
	assignments: number;
	/** Answers that wait for a teacher; until then they count as wrong. */
	waiting: number;
	questions: QuestionStatistics[];
}

/** The statistics of an assignment's questions, in its order. */
export async function assignmentStatistics(
	db: Db,
	teacher: Learner,
	classId: string,
	assignmentId: string
): Promise<{ ok: true; title: string; statistics: Statistics } | Failure> {
	const may = await requireTeacher(db, teacher, classId);
	if (!may.ok) return may;
	if (!UUID.test(assignmentId)) return failure('not_found');
	const [assignment] = await db
		.select({ id: assignments.id, title: assignments.title })
		.from(assignments)
		.where(and(eq(assignments.classId, classId), eq(assignments.id, assignmentId)));
	if (!assignment) return failure('not_found');
	return { ok: true, title: assignment.title, statistics: await statisticsOver(db, [assignmentId]) };
}

/** The statistics of all questions that a teacher put in any of her classes, those put most often first. */
export async function teacherStatistics(
	db: Db,
	teacher: Learner,
	classId: string
): Promise<{ ok: true; statistics: Statistics } | Failure> {
	const may = await requireTeacher(db, teacher, classId);
	if (!may.ok) return may;
	const taught = await taughtQuery(db, teacher.id);
	const ids = taught.map(({ id }) => id);
	const found = await statisticsOver(db, ids);
	const asked = ({ statistics }: QuestionStatistics) => statistics?.n ?? 0;
	return {
		ok: true,
		statistics: {
			...found,
			questions: found.questions.filter((one) => asked(one) > 0).toSorted((a, b) => asked(b) - asked(a))
		}
	};
}

/** The query behind "the quizzes of all my classes": a range of the members' key, and one of assignments for each class. */
export function taughtQuery(db: Db, teacherId: string) {
	return db
		.select({ id: assignments.id })
		.from(classMembers)
		.innerJoin(assignments, eq(assignments.classId, classMembers.classId))
		.where(
			and(
				eq(classMembers.learnerId, teacherId),
				eq(classMembers.role, 'teacher'),
				eq(assignments.kind, 'quiz'),
				eq(assignments.status, 'published')
			)
		)
		.orderBy(desc(assignments.createdAt));
}

/** Four statements, however many assignments, students and answers. */
async function statisticsOver(db: Db, ids: readonly string[]): Promise<Statistics> {
	if (ids.length === 0) return { attempts: 0, assignments: 0, waiting: 0, questions: [] };
	const put = await putQuery(db, ids);
	const versions = await versionsQuery(db, ids);
	const answered = await firstAttemptsQuery(db, ids);
	const [waits] = await waitingCountQuery(db, ids);
	const content = new Map(
		versions.map(({ workspaceId, item }) => [versionKey(workspaceId, item.id, item.version), item])
	);
	const keyed = put.map((row): PutItem & { question: PutQuestion | undefined } => {
		const version = versionKey(row.workspaceId, row.itemId, row.itemVersion);
		const key = `${version}#${row.formIndex}`;
		const { assignmentId, itemId, excludedAt } = row;
		const question = questionOf(key, content.get(version), row.formIndex);
		return { assignmentId, itemId, key, excluded: excludedAt !== null, question };
	});
	const questions = new Map(keyed.flatMap(({ key, question }) => (question ? [[key, question] as const] : [])));
	const of: AttemptAnswers[] = answered.map(({ assignmentId, asked, given }) => ({
		...{ assignmentId, asked, given: given ?? [] }
	}));
	return {
		attempts: of.length,
		assignments: ids.length,
		waiting: waits?.number ?? 0,
		questions: quizStatistics([...questions.values()], keyed, of)
	};
}

const versionKey = (workspaceId: string, itemId: string, version: string) => `${workspaceId}/${itemId}@${version}`;

function questionOf(key: string, item: Item | undefined, formIndex: number): PutQuestion | undefined {
	const form = item?.forms[formIndex];
	return item && form && { key, itemId: item.id, form, answer: item.key, topic: item.topic };
}

/** The query behind "what was put": the items of assignments, without their content. */
export function putQuery(db: Db, ids: readonly string[]) {
	return db
		.select({
			assignmentId: assignmentItems.assignmentId,
			itemId: assignmentItems.itemId,
			workspaceId: assignmentItems.workspaceId,
			itemVersion: assignmentItems.itemVersion,
			formIndex: assignmentItems.formIndex,
			excludedAt: assignmentItems.excludedAt
		})
		.from(assignments)
		.innerJoin(
			assignmentItems,
			and(eq(assignmentItems.classId, assignments.classId), eq(assignmentItems.assignmentId, assignments.id))
		)
		.where(inArray(assignments.id, [...ids]))
		.orderBy(asc(assignmentItems.assignmentId), asc(assignmentItems.ordinal));
}

/** The query behind their content: each version once, in however many assignments it is. */
export function versionsQuery(db: Db, ids: readonly string[]) {
	const used = db
		.selectDistinct({
			workspaceId: assignmentItems.workspaceId,
			itemId: assignmentItems.itemId,
			version: assignmentItems.itemVersion
		})
		.from(assignments)
		.innerJoin(
			assignmentItems,
			and(eq(assignmentItems.classId, assignments.classId), eq(assignmentItems.assignmentId, assignments.id))
		)
		.where(inArray(assignments.id, [...ids]))
		.as('used');
	return db
		.select({ workspaceId: itemVersions.workspaceId, item: itemVersions.content })
		.from(used)
		.innerJoin(
			itemVersions,
			and(
				eq(itemVersions.workspaceId, used.workspaceId),
				eq(itemVersions.itemId, used.itemId),
				eq(itemVersions.version, used.version)
			)
		);
}

/**
 * The query behind all figures: of each student and assignment the first finished attempt, with the items that it asked
 * and its answers packed in one value: so many rows as attempts, and not as answers.
 */
export function firstAttemptsQuery(db: Db, ids: readonly string[]) {
	const first = db
		.selectDistinctOn([attempts.assignmentId, attempts.learnerId], {
			learnerId: attempts.learnerId,
			id: attempts.id,
			assignmentId: attempts.assignmentId,
			asked: sql<string[]>`jsonb_path_query_array(${attempts.questions}, '$[*].itemId')`.as('asked')
		})
		.from(attempts)
		.where(and(inArray(attempts.assignmentId, [...ids]), eq(attempts.state, 'finished')))
		.orderBy(asc(attempts.assignmentId), asc(attempts.learnerId), asc(attempts.number))
		.as('first');
	const answers = db
		.select({ given: sql<AttemptAnswers['given'] | null>`json_agg(${packed})`.as('given') })
		.from(responses)
		.where(and(eq(responses.learnerId, first.learnerId), eq(responses.attemptId, first.id)))
		.as('answers');
	return db
		.select({ assignmentId: first.assignmentId, asked: first.asked, given: answers.given })
		.from(first)
		.leftJoinLateral(answers, sql`true`);
}

const { position, score, durationMs, response } = responses;
const packed = sql`json_build_array(${position}, ${score}, ${durationMs}, ${response})`;

function waitingCountQuery(db: Db, ids: readonly string[]) {
	return db
		.select({ number: count() })
		.from(responses)
		.where(and(inArray(responses.assignmentId, [...ids]), responses.waiting));
}
