import { responseFromForm } from '../grading/response-form.ts';
import type { Response } from '../grading/types.ts';
import type { AttemptQuestion } from './attempt-view.ts';

/** What the fields of one question begin with, so that a page of many is one form. */
export const prefixOf = (position: number): string => `q${position}-`;

/**
 * The answers in a form of a whole page, by question; one that is not filled in is left out.
 * @param questions those that the page showed
 */
export function answersIn(
	form: FormData,
	questions: readonly Pick<AttemptQuestion, 'position' | 'question'>[]
): { position: number; response: Response }[] {
	return questions.flatMap(({ position, question }) => {
		const prefix = prefixOf(position);
		const own = new FormData();
		for (const [name, value] of form.entries())
			if (name.startsWith(prefix)) own.append(name.slice(prefix.length), value);
		const response = responseFromForm(own, question.form);
		return response ? [{ position, response }] : [];
	});
}
