import type { Response } from '../grading/types.ts';
import type { Form } from '../items/types.ts';
import { foldAnswer } from './marking.ts';

/** The same wrong answer to one item, and how often it was given. */
export interface WrongAnswer {
	form: Form;
	response: Response;
	times: number;
}

/** The wrong answer that was given most. */
export interface MostChosen {
	text: string;
	times: number;
}

/**
 * The wrong answer that was given most to one item, over all its forms. Of several parts each wrong one is an answer;
 * an order of its own is none. Typed answers are the same where they are folded alike.
 * @returns undefined where none was given
 */
export function mostChosen(answers: readonly WrongAnswer[]): MostChosen | undefined {
	const counts = new Map<string, { times: number; spelt: Map<string, number> }>();
	for (const { form, response, times } of answers) {
		for (const text of wrongParts(form, response)) {
			const key = foldAnswer(text);
			if (key === '') continue;
			const entry = counts.get(key) ?? { times: 0, spelt: new Map<string, number>() };
			entry.times += times;
			entry.spelt.set(text, (entry.spelt.get(text) ?? 0) + times);
			counts.set(key, entry);
		}
	}
	const [most] = [...counts.values()].toSorted((a, b) => b.times - a.times);
	const [text] = [...(most?.spelt ?? [])].toSorted(([, a], [, b]) => b - a);
	return most && text && { text: text[0].slice(0, LONGEST), times: most.times };
}

/** Characters of a typed answer that a table shows. */
const LONGEST = 120;

/** What of an answer is wrong, in words. */
function wrongParts(form: Form, response: Response): string[] {
	if (form.form === 'choice' && response.form === 'choice')
		return form.options.filter(({ id }) => id === response.option && id !== form.key).map(({ text }) => text);
	if (form.form === 'multiple-response' && response.form === 'multiple-response')
		return form.options
			.filter(({ id }) => response.options.includes(id) && !form.keys.includes(id))
			.map(({ text }) => text);
	if (form.form === 'true-false' && response.form === 'true-false')
		return response.value === form.key ? [] : [response.value ? form.shown : `not: ${form.shown}`];
	if (form.form === 'match' && response.form === 'match')
		return pairs(form.lefts, form.rights, form.key, response.pairs);
	if (form.form === 'sort' && response.form === 'sort') return pairs(form.entries, form.bins, form.key, response.bins);
	return 'text' in response ? [response.text.trim()] : [];
}

interface Labelled {
	id: string;
	text: string;
}

/** "Left – right" for every pair that does not belong together. */
function pairs(
	lefts: readonly Labelled[],
	rights: readonly Labelled[],
	key: Readonly<Record<string, string>>,
	given: Readonly<Record<string, string>>
): string[] {
	return lefts.flatMap(({ id, text }) => {
		const right = rights.find((one) => one.id === given[id]);
		return right && right.id !== key[id] ? [`${text} – ${right.text}`] : [];
	});
}
