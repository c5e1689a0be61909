import { count, eq, and } from 'drizzle-orm';
import type { Failure } from '#lib/domain/errors.ts';
import { mayReveal } from '#lib/domain/teaching/reveal.ts';
import { attemptsLeft, standingOf, type Standing, type Terms } from '#lib/domain/teaching/terms.ts';
import type { Counting, Feedback } from '#lib/domain/teaching/rules.ts';
import type { Shipped } from '#lib/server/bank/bank.ts';
import type { Db } from '#lib/server/db/db.ts';
import { assignmentItems } from '#lib/server/db/schema/assignments.ts';
import type { Learner } from '#lib/server/reviews/today.ts';
import { closeIfOverdue, type AttemptRow } from './finish-attempt.ts';
import { quizOf } from './quiz-of.ts';
import { attemptsQuery } from './start-attempt.ts';

/** A quiz before and between attempts, as its student sees it. */
export interface QuizPage {
	id: string;
	classId: string;
	title: string;
	terms: Terms;
	standing: Standing;
	archived: boolean;
	/** How many questions one attempt holds. */
	questions: number;
	counts: Counting;
	feedback: Feedback;
	late: { accepted: boolean; penaltyPerDay: number; mostPenalty: number };
	/** Null for as many as she likes. */
	left: number | null;
	attempts: {
		id: string;
		number: number;
		state: AttemptRow['state'];
		startedAt: Date;
		finishedAt: Date | null;
		grade: number | null;
	}[];
	feedbackAt: Date | null;
}

/** The page of a quiz for one of its students; attempts whose time is up are closed first. */
export async function quizPage(
	db: Db,
	shipped: Shipped,
	learner: Learner,
	assignmentId: string,
	now: Date
): Promise<{ ok: true; quiz: QuizPage } | Failure> {
	const quiz = await quizOf(db, learner, assignmentId);
	if (!quiz.ok) return quiz;
	const before = await attemptsQuery(db, learner.id, assignmentId);
	const overdue = before.filter(({ state }) => state === 'open');
	const closed = await Promise.all(overdue.map((attempt) => closeIfOverdue(db, shipped, attempt, now)));
	const rows = closed.includes(true) ? await attemptsQuery(db, learner.id, assignmentId) : before;
	const { assignment, terms, archived } = quiz;
	const { rules, overAt, selection } = assignment;
	const told = (row: AttemptRow) =>
		mayReveal({ feedback: rules.feedback, finished: row.state === 'finished', settled: false, over: overAt, now });
	const attempts = rows.map((row) => ({
		...{ id: row.id, number: row.number, state: row.state, startedAt: row.startedAt, finishedAt: row.finishedAt },
		grade: told(row) ? row.grade : null
	}));
	const [all] = await db
		.select({ number: count() })
		.from(assignmentItems)
		.where(and(eq(assignmentItems.classId, assignment.classId), eq(assignmentItems.assignmentId, assignmentId)));
	const drawn = selection.by === 'chance' ? selection.draws.reduce((sum, { number }) => sum + number, 0) : undefined;
	return {
		ok: true,
		quiz: {
			...{ id: assignmentId, classId: assignment.classId, title: assignment.title, terms, archived, attempts },
			standing: standingOf(terms, now),
			questions: drawn ?? all?.number ?? 0,
			...{ counts: rules.counts, feedback: rules.feedback, late: rules.late },
			left: attemptsLeft(terms, rows.length),
			feedbackAt: rules.feedback === 'after-closing' ? overAt : null
		}
	};
}
