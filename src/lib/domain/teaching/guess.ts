import type { Form } from '../items/types.ts';

/**
 * The mean score of somebody who guesses blindly: each option, order or pairing as likely as any other, under the
 * grader's own scoring of parts (of several responses each one is taken or left; of an order each pair is right or
 * not). Typed forms are not guessed.
 * @returns 0 to 1
 */
export function guessScore(form: Form): number {
	switch (form.form) {
		case 'choice':
			return 1 / form.options.length;
		case 'true-false':
			return 1 / 2;
		case 'multiple-response':
			return 1 / 2;
		case 'sort':
			return 1 / form.bins.length;
		case 'match':
			return 1 / form.rights.length;
		case 'order':
			return 1 / 2;
		case 'typed':
		case 'cloze':
		case 'date':
		case 'flashcard':
			return 0;
	}
}
