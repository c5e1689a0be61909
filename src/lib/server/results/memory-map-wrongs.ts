import { and, eq, inArray, sql } from 'drizzle-orm';
import { mostChosen, type MostChosen, type WrongAnswer } from '#lib/domain/teaching/memory-map-wrongs.ts';
import type { Db } from '#lib/server/db/db.ts';
import { responses } from '#lib/server/db/schema/assignments.ts';
import { classMembers } from '#lib/server/db/schema/classes.ts';
import { reviews } from '#lib/server/db/schema/reviews.ts';
import { stillCounts } from '#lib/server/reviews/store.ts';
import type { PlacedItem } from './memory-map-items.ts';

const times = sql<number>`count(*)::int`;

/** The query behind wrong answers in quizzes: the same ones of one question together; the index on (assignment, item). */
export function wrongInQuizzesQuery(db: Db, assignmentIds: readonly string[]) {
	return db
		.select({ assignmentId: responses.assignmentId, itemId: responses.itemId, response: responses.response, times })
		.from(responses)
		.where(
			and(
				inArray(responses.assignmentId, [...assignmentIds]),
				eq(responses.verdict, 'wrong'),
				sql`not ${responses.waiting}`
			)
		)
		.groupBy(responses.assignmentId, responses.itemId, responses.response);
}

/** The query behind wrong answers in the students' own reviews: for each student the index on (learner, item). */
export function wrongInReviewsQuery(db: Db, classId: string, itemIds: readonly string[]) {
	return db
		.select({
			itemId: reviews.itemId,
			version: reviews.itemVersion,
			formIndex: reviews.formIndex,
			response: reviews.response,
			times
		})
		.from(reviews)
		.innerJoin(
			classMembers,
			and(
				eq(classMembers.learnerId, reviews.learnerId),
				eq(classMembers.classId, classId),
				eq(classMembers.role, 'student')
			)
		)
		.where(
			and(
				inArray(reviews.itemId, [...itemIds]),
				eq(reviews.verdict, 'wrong'),
				sql`not ${reviews.claimedRight}`,
				stillCounts
			)
		)
		.groupBy(reviews.itemId, reviews.itemVersion, reviews.formIndex, reviews.response);
}

/**
 * The wrong answer that a class gave most to each item, in quizzes and reviews together: two statements. What was said
 * to another version of an item than the class was assigned is left out: its options were others.
 */
export async function wrongAnswers(
	db: Db,
	classId: string,
	placed: readonly PlacedItem[]
): Promise<Map<string, MostChosen>> {
	if (placed.length === 0) return new Map();
	const itemIds = [...new Set(placed.map(({ item }) => item.id))];
	const assignmentIds = [...new Set(placed.map(({ assignmentId }) => assignmentId))];
	const [quizzes, reviewed] = await Promise.all([
		wrongInQuizzesQuery(db, assignmentIds),
		wrongInReviewsQuery(db, classId, itemIds)
	]);
	const inQuiz = new Map(placed.map((row) => [`${row.assignmentId} ${row.item.id}`, row.item.forms[row.formIndex]]));
	const byVersion = new Map(placed.map(({ item }) => [`${item.version} ${item.id}`, item]));
	const found = new Map<string, WrongAnswer[]>();
	const add = (itemId: string, answer: Omit<WrongAnswer, 'form'>, form: WrongAnswer['form'] | undefined) => {
		if (!form) return;
		const answers = found.get(itemId) ?? [];
		answers.push({ form, ...answer });
		found.set(itemId, answers);
	};
	for (const { assignmentId, itemId, ...answer } of quizzes)
		add(itemId, answer, inQuiz.get(`${assignmentId} ${itemId}`));
	for (const { itemId, version, formIndex, ...answer } of reviewed)
		add(itemId, answer, byVersion.get(`${version} ${itemId}`)?.forms[formIndex]);
	return new Map(
		[...found].flatMap(([itemId, answers]) => {
			const most = mostChosen(answers);
			return most ? [[itemId, most] as const] : [];
		})
	);
}
