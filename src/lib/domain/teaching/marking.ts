import { checkResponse } from '../grading/check.ts';
import { gradeResponse } from '../grading/grade.ts';
import type { Registry, Response, Verdict } from '../grading/types.ts';
import { correct, wrong } from '../grading/verdicts.ts';
import type { Form } from '../items/types.ts';
import { fold } from '../text.ts';
import { isAnswered } from './answers-form.ts';

/** What one answer of an attempt is worth. */
export interface Mark {
	verdict: Verdict;
	/** The grader doubts, and a teacher decides; until then it is worth nothing. */
	waiting: boolean;
}

/**
 * Marks an answer of a quiz. A typed answer that is nearly right is not asked again, as in a review: it waits for a
 * teacher. One that a teacher took as right in this class is right.
 * @param accepted the class's further right answers, folded
 */
export function markResponse(form: Form, response: Response, registry: Registry, accepted: ReadonlySet<string>): Mark {
	if (checkResponse(form, response) === 'wrong-form') return { verdict: wrong('different'), waiting: false };
	// Nothing chosen is no decision about each option, as it would be in a review.
	if (!isAnswered(response)) return { verdict: wrong('different'), waiting: false };
	if ('text' in response && accepted.has(foldAnswer(response.text)))
		return { verdict: correct('accepted'), waiting: false };
	const verdict = gradeResponse(form, response, registry);
	return { verdict, waiting: verdict.verdict === 'near' };
}

/** A typed answer as accepted answers are kept and compared. */
export function foldAnswer(text: string): string {
	return fold(text);
}

/** The marks of an attempt: each question that counts is worth one. */
export function marksOf(
	questions: readonly { itemId: string }[],
	scores: ReadonlyMap<number, number>,
	excluded: ReadonlySet<string>
): { marks: number; most: number } {
	const counting = questions.flatMap(({ itemId }, position) => (excluded.has(itemId) ? [] : [position]));
	return { marks: counting.reduce((sum, position) => sum + (scores.get(position) ?? 0), 0), most: counting.length };
}
