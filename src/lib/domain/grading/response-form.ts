import type { FormName } from '../items/types.ts';
import type { Response } from './types.ts';

const MOST_PARTS = 12;

/**
 * A learner's answer from the fields of its form on the review page; the browser and the server read it alike.
 * @returns undefined where the form is not filled in: nothing chosen, no text, a part left out, a place given twice
 */
export function responseFromForm(form: FormData, formName: FormName): Response | undefined {
	switch (formName) {
		case 'choice': {
			const option = text(form, 'option');
			return option ? { form: 'choice', option } : undefined;
		}
		case 'multiple-response': {
			const options = form.getAll('option').filter((value) => typeof value === 'string');
			return options.length > 0 ? { form: 'multiple-response', options: options.slice(0, MOST_PARTS) } : undefined;
		}
		case 'true-false': {
			const value = text(form, 'value');
			return value === 'true' || value === 'false' ? { form: 'true-false', value: value === 'true' } : undefined;
		}
		case 'typed':
		case 'cloze':
		case 'date': {
			const answer = text(form, 'text').trim();
			return answer ? { form: formName, text: answer } : undefined;
		}
		case 'order':
			return order(form);
		case 'match': {
			const pairs = parts(form, 'pair-');
			return pairs && { form: 'match', pairs };
		}
		case 'sort': {
			const bins = parts(form, 'bin-');
			return bins && { form: 'sort', bins };
		}
		case 'flashcard': {
			const rating = Number(text(form, 'rating'));
			return rating === 1 || rating === 2 || rating === 3 || rating === 4 ? { form: 'flashcard', rating } : undefined;
		}
	}
}

function text(form: FormData, name: string): string {
	const value = form.get(name);
	return typeof value === 'string' ? value : '';
}

/** Values by the rest of their field's name; undefined where there is none or one is empty. */
function parts(form: FormData, prefix: string): Record<string, string> | undefined {
	const found = [...form.entries()].flatMap(([name, value]) =>
		name.startsWith(prefix) && typeof value === 'string' ? [[name.slice(prefix.length), value] as const] : []
	);
	if (found.length === 0 || found.some(([, value]) => value === '')) return undefined;
	return Object.fromEntries(found);
}

/** The entries by the places 1 to n that they were given, each place once. */
function order(form: FormData): Response | undefined {
	const places = parts(form, 'position-');
	if (!places) return undefined;
	const sorted = Object.entries(places).sort(([, a], [, b]) => Number(a) - Number(b));
	if (sorted.some(([, place], index) => Number(place) !== index + 1)) return undefined;
	return { form: 'order', order: sorted.map(([id]) => id) };
}
