import type { Form } from '../items/types.ts';
import { gradeChoice, gradeMatch, gradeMultipleResponse, gradeOrder, gradeSort, gradeTrueFalse } from './parts.ts';
import { gradeTyped } from './typed.ts';
import type { Registry, Response, Verdict } from './types.ts';
import { correct, wrong } from './verdicts.ts';

/**
 * Grades a response to a form. Total: whatever the response holds, there is a verdict and nothing is thrown; a response
 * to another form is wrong, so is an option that the form does not have.
 * @param form the form as it was asked, with its key
 * @param response the learner's answer
 * @param registry the people, organisations and places of the bank, so that another one's name is no typing error
 */
export function gradeResponse(form: Form, response: Response, registry: Registry): Verdict {
	switch (form.form) {
		case 'choice':
			return response.form === 'choice' ? gradeChoice(form, response.option) : wrong('different');
		case 'true-false':
			return response.form === 'true-false' ? gradeTrueFalse(form, response.value) : wrong('different');
		case 'multiple-response':
			return response.form === 'multiple-response' ? gradeMultipleResponse(form, response.options) : wrong('different');
		case 'order':
			return response.form === 'order' ? gradeOrder(form, response.order) : wrong('different');
		case 'match':
			return response.form === 'match' ? gradeMatch(form, response.pairs) : wrong('different');
		case 'sort':
			return response.form === 'sort' ? gradeSort(form, response.bins) : wrong('different');
		case 'flashcard':
			return response.form === 'flashcard' ? gradeFlashcard(response.rating) : wrong('different');
		case 'typed':
			return gradeTyped(form.answer, textOf(response, 'typed'), { question: form.question, registry });
		case 'cloze':
			return gradeTyped(form.answer, textOf(response, 'cloze'), { question: `${form.before} ${form.after}`, registry });
		case 'date':
			return gradeTyped(form.answer, textOf(response, 'date'), {
				question: form.question,
				registry,
				precision: form.precision
			});
	}
}

/** A learner's own judgement: "Again" means that the answer was not known. */
const gradeFlashcard = (rating: unknown): Verdict =>
	rating === 2 || rating === 3 || rating === 4 ? correct('self-rated') : wrong('self-rated');

/** The typed text of a response to this form; nothing where it answers another one. */
function textOf(response: Response, form: 'typed' | 'cloze' | 'date'): string {
	return response.form === form && typeof response.text === 'string' ? response.text : '';
}
