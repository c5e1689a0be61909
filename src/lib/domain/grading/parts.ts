import type { Choice, Match, MultipleResponse, OrderForm, Sort, TrueFalse } from '../items/types.ts';
import type { Verdict } from './types.ts';
import { correct, wrong } from './verdicts.ts';

/** Grades one chosen option. */
export const gradeChoice = (form: Choice, option: unknown): Verdict =>
	option === form.key ? correct('option') : wrong('option');

/** Grades a statement that was called true or false. */
export const gradeTrueFalse = (form: TrueFalse, value: unknown): Verdict =>
	value === form.key ? correct('option') : wrong('option');

/** Grades several chosen options: each option is a decision, an unknown one a wrong decision. */
export function gradeMultipleResponse(form: MultipleResponse, options: unknown): Verdict {
	const chosen = new Set(strings(options));
	const parts = form.options.map(({ id }): Part => [id, chosen.has(id) === form.keys.includes(id)]);
	const unknown = Array.from(chosen).filter((id) => !form.options.some((option) => option.id === id));
	return share(parts, parts.length + unknown.length);
}

/** Grades an order by the pairs that stand the right way round; a part is right where it stands in its place. */
export function gradeOrder(form: OrderForm, order: unknown): Verdict {
	const given = strings(order);
	const places = new Map(Array.from(given.entries(), ([place, id]): [string, number] => [id, place]).reverse());
	const pairs = form.key.flatMap((first, index) =>
		form.key.slice(index + 1).map((second): [string, string] => [first, second])
	);
	const right = pairs.filter(([first, second]) => (places.get(first) ?? Infinity) < (places.get(second) ?? -Infinity));
	const parts = Object.fromEntries(form.key.map((id, place) => [id, given[place] === id]));
	if (given.length === form.key.length && form.key.every((id, place) => given[place] === id))
		return { ...correct('option'), parts };
	const extra = Math.max(0, given.length - form.key.length);
	const score = right.length / (pairs.length + extra || 1);
	return { ...wrong(score > 0 ? 'partly' : 'option'), score, parts };
}

/** Grades pairs: each left entry with its right one. */
export const gradeMatch = (form: Match, pairs: unknown): Verdict => gradeAssignment(form.key, pairs);

/** Grades entries sorted into bins. */
export const gradeSort = (form: Sort, bins: unknown): Verdict => gradeAssignment(form.key, bins);

type Part = [id: string, right: boolean];

function gradeAssignment(key: Record<string, string>, given: unknown): Verdict {
	const answers = new Map(entries(given));
	const parts = Object.entries(key).map(([id, right]): Part => [id, answers.get(id) === right]);
	const unknown = Array.from(answers.keys()).filter((id) => !Object.hasOwn(key, id));
	return share(parts, parts.length + unknown.length);
}

/** The verdict on independent parts: right only where all are. */
function share(list: Part[], total: number): Verdict {
	const right = list.filter(([, one]) => one).length;
	const parts = Object.fromEntries(list);
	if (right === total && total > 0) return { ...correct('option'), parts };
	const score = right / (total || 1);
	return { ...wrong(score > 0 ? 'partly' : 'option'), score, parts };
}

/** The texts of a value that should be a list of texts. */
export const strings = (value: unknown): string[] =>
	Array.isArray(value) ? value.filter((entry): entry is string => typeof entry === 'string') : [];

/** The entries of a value that should be texts by text. */
export const entries = (value: unknown): [string, string][] =>
	typeof value === 'object' && value !== null
		? Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string')
		: [];
