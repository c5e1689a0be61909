import type { Form } from '../items/types.ts';
import { entries, strings } from './parts.ts';
import type { Response } from './types.ts';

/** Whether a response can be graded as an answer to a form. */
export type ResponseCheck = 'ok' | 'wrong-form' | 'unknown-option' | 'incomplete';

/**
 * Checks the shape of a response at the edge, before it is graded and stored. An empty text is an answer (a wrong one);
 * an empty choice is none.
 * @returns `wrong-form` where it answers another form or names an entry twice, `unknown-option` where it names one that
 * the form does not have, `incomplete` where entries are missing
 */
export function checkResponse(form: Form, response: Response): ResponseCheck {
	switch (form.form) {
		case 'choice':
			return response.form === 'choice' ? checkIds([response.option], ids(form.options), 1) : 'wrong-form';
		case 'multiple-response':
			return response.form === 'multiple-response' ? checkIds(response.options, ids(form.options), 1) : 'wrong-form';
		case 'order':
			return response.form === 'order'
				? checkIds(response.order, ids(form.entries), form.entries.length)
				: 'wrong-form';
		case 'match':
			return response.form === 'match' ? checkMap(response.pairs, ids(form.lefts), ids(form.rights)) : 'wrong-form';
		case 'sort':
			return response.form === 'sort' ? checkMap(response.bins, ids(form.entries), ids(form.bins)) : 'wrong-form';
		case 'true-false':
			return response.form === 'true-false' && typeof response.value === 'boolean' ? 'ok' : 'wrong-form';
		case 'flashcard':
			return response.form === 'flashcard' && [1, 2, 3, 4].includes(response.rating) ? 'ok' : 'wrong-form';
		case 'typed':
		case 'cloze':
		case 'date':
			return response.form === form.form && typeof response.text === 'string' ? 'ok' : 'wrong-form';
	}
}

const ids = (list: { id: string }[]): string[] => list.map(({ id }) => id);

/** Ids that are known, each once, and at least so many of them; an empty id is a choice that was not made. */
function checkIds(given: unknown, known: string[], least: number): ResponseCheck {
	const chosen = strings(given);
	if (!Array.isArray(given) || chosen.length !== given.length) return 'wrong-form';
	const made = chosen.filter((id) => id !== '');
	if (made.some((id) => !known.includes(id))) return 'unknown-option';
	if (new Set(made).size < made.length) return 'wrong-form';
	return made.length < least ? 'incomplete' : 'ok';
}

/** Every known entry with a known partner. */
function checkMap(given: unknown, known: string[], partners: string[]): ResponseCheck {
	if (typeof given !== 'object' || given === null || Array.isArray(given)) return 'wrong-form';
	const pairs = entries(given);
	if (pairs.length !== Object.keys(given).length) return 'wrong-form';
	const made = pairs.filter(([, partner]) => partner !== '');
	if (made.some(([id, partner]) => !known.includes(id) || !partners.includes(partner))) return 'unknown-option';
	return made.length < known.length ? 'incomplete' : 'ok';
}
