import type { Counting, QuizRules } from './rules.ts';

const DAY_MS = 86_400_000;

/** What an attempt counts towards a grade. */
export interface Finished {
	/** Marks reached, of `most`. */
	marks: number;
	most: number;
	finishedAt: Date;
}

/**
 * The share of an attempt's grade that its lateness takes off.
 * @returns 0 to 1: each day begun after the due date counts whole
 */
export function penaltyOf({ late }: Pick<QuizRules, 'late'>, dueAt: Date | null, finishedAt: Date): number {
	if (!dueAt || finishedAt <= dueAt) return 0;
	const days = Math.ceil((finishedAt.getTime() - dueAt.getTime()) / DAY_MS);
	return Math.min(late.mostPenalty, days * late.penaltyPerDay);
}

/**
 * The grade of one attempt.
 * @returns 0 to 1; 0 where there was nothing to be reached
 */
export function gradeOf(
	{ marks, most, finishedAt }: Finished,
	rules: Pick<QuizRules, 'late'>,
	dueAt: Date | null
): number {
	if (most <= 0) return 0;
	return (Math.max(0, Math.min(most, marks)) / most) * (1 - penaltyOf(rules, dueAt, finishedAt));
}

/**
 * The grade that counts of several attempts' grades.
 * @param grades in the order in which the attempts were begun
 * @returns undefined where there is none
 */
export function countingGrade(grades: readonly number[], counts: Counting): number | undefined {
	if (grades.length === 0) return undefined;
	switch (counts) {
		case 'best':
			return Math.max(...grades);
		case 'last':
			return grades.at(-1);
		case 'first':
			return grades[0];
		case 'mean':
			return grades.reduce((sum, grade) => sum + grade, 0) / grades.length;
	}
}
