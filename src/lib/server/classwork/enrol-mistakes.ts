import { and, eq, inArray, sql } from 'drizzle-orm';
import type { QuizRules } from '#lib/domain/teaching/rules.ts';
import type { AssignedItem } from '#lib/server/assignments/assignment-of.ts';
import type { Db } from '#lib/server/db/db.ts';
import { enrolments } from '#lib/server/db/schema/assignments.ts';

/** An answer of a quiz with its verdict. */
interface MarkedAnswer {
	itemId: string;
	verdict: 'correct' | 'near' | 'wrong' | null;
	waiting: boolean;
}

/** An attempt whose answers were marked. */
interface MarkedAttempt {
	learnerId: string;
	assignmentId: string;
	rules: Pick<QuizRules, 'feedback'>;
	items: ReadonlyMap<string, AssignedItem>;
	answers: readonly MarkedAnswer[];
}

/**
 * Notes what a student had wrong in an attempt for her reviews, and takes out what was found right after all. When it is
 * asked there, and whether she wants it to be, is decided when her reviews are planned. A quiz whose answers are never
 * shown notes nothing, because a review would show them.
 * @param at when the attempt was finished
 */
export async function enrolMistakes(tx: Db, attempt: MarkedAttempt, at: Date): Promise<void> {
	const { learnerId, assignmentId, rules, items, answers } = attempt;
	if (rules.feedback === 'never' || answers.length === 0) return;
	const isWrong = ({ verdict, waiting, itemId }: MarkedAnswer) =>
		verdict !== 'correct' && !waiting && items.get(itemId)?.excluded === false;
	const right = answers.filter((answer) => !isWrong(answer)).map(({ itemId }) => itemId);
	const mine = and(eq(enrolments.learnerId, learnerId), eq(enrolments.assignmentId, assignmentId));
	if (right.length > 0) await tx.delete(enrolments).where(and(mine, inArray(enrolments.itemId, right)));
	const wrong = answers.filter(isWrong);
	if (wrong.length === 0) return;
	await tx
		.insert(enrolments)
		.values(
			wrong.map(({ itemId }) => ({
				...{ learnerId, assignmentId, itemId, at },
				workspaceId: items.get(itemId)?.workspaceId ?? ''
			}))
		)
		.onConflictDoUpdate({
			target: [enrolments.learnerId, enrolments.assignmentId, enrolments.itemId],
			set: { at: sql`greatest(${enrolments.at}, excluded.at)` }
		});
}
