import { responseFromForm } from '../grading/response-form.ts';
import type { Response } from '../grading/types.ts';
import type { Question } from '../items/present.ts';
import type { AttemptQuestion } from './attempt-view.ts';

/** What the fields of one question begin with, so that a page of many is one form. */
export const prefixOf = (position: number): string => `q${position}-`;

/**
 * The answers in a form of a whole page, by question, as far as they are given: a match with two pairs of five is an
 * answer that goes on. A question that was never answered and is not filled in is left out; one that was answered and is
 * emptied has an empty answer.
 * @param questions those that the page showed, with the answers that they have
 */
export function answersIn(
	form: FormData,
	questions: readonly Pick<AttemptQuestion, 'position' | 'question' | 'response'>[]
): { position: number; response: Response }[] {
	return questions.flatMap(({ position, question, response: before }) => {
		const prefix = prefixOf(position);
		const own = new FormData();
		for (const [name, value] of form.entries())
			if (name.startsWith(prefix)) own.append(name.slice(prefix.length), value);
		const response = responseFromForm(own, question.form) ?? unfinished(own, question);
		return response && (before !== null || !isEmpty(response)) ? [{ position, response }] : [];
	});
}

/** An answer of which parts are missing; undefined where the form has no parts and nothing to empty. */
function unfinished(form: FormData, question: Question): Response | undefined {
	switch (question.form) {
		case 'multiple-response':
			return { form: question.form, options: [] };
		case 'typed':
		case 'cloze':
		case 'date':
			return { form: question.form, text: '' };
		case 'match':
			return { form: 'match', pairs: partsOf(form, 'pair-', question.lefts) };
		case 'sort':
			return { form: 'sort', bins: partsOf(form, 'bin-', question.entries) };
		case 'order':
			return { form: 'order', order: placesOf(partsOf(form, 'position-', question.entries), question.entries.length) };
		case 'choice':
		case 'true-false':
		case 'flashcard':
			return undefined;
	}
}

/** What was chosen for each entry, without those for which nothing was. */
function partsOf(form: FormData, prefix: string, entries: readonly { id: string }[]): Record<string, string> {
	return Object.fromEntries(
		entries.flatMap(({ id }) => {
			const value = form.get(prefix + id);
			return typeof value === 'string' && value !== '' ? [[id, value] as const] : [];
		})
	);
}

/** Entries by place; an empty text where a place is not given, and of two in one place the first. */
function placesOf(places: Record<string, string>, length: number): string[] {
	return Array.from({ length }, (_, index) => {
		const found = Object.entries(places).find(([, place]) => Number(place) === index + 1);
		return found?.[0] ?? '';
	});
}

function isEmpty(response: Response): boolean {
	if ('text' in response) return response.text === '';
	switch (response.form) {
		case 'multiple-response':
			return response.options.length === 0;
		case 'match':
			return Object.keys(response.pairs).length === 0;
		case 'sort':
			return Object.keys(response.bins).length === 0;
		case 'order':
			return response.order.every((id) => id === '');
		default:
			return false;
	}
}

/** Whether a question counts as answered: something of it is. */
export function isAnswered(response: Response | null): boolean {
	return response !== null && !isEmpty(response);
}
