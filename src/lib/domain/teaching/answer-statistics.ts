import type { Response } from '../grading/types.ts';
import type { Form } from '../items/types.ts';
import { fold } from '../text.ts';

/** How often something was answered. */
export interface AnswerUse {
	id: string;
	text: string;
	/** It belongs to the right answer. */
	key: boolean;
	count: number;
	/** Of those who answered, 0 to 1. */
	share: number;
}

/** An answer with what it was worth, 0 to 1. */
export interface GivenAnswer {
	response: Response;
	score: number;
}

/** Of wrong answers that nobody offered, the most frequent ones are told. */
const MOST_WRONG = 8;
const LONGEST_SHOWN = 120;

/** What a form asks, in one line. */
export function promptOf(form: Form): string {
	if (form.form === 'true-false') return form.statement;
	return form.form === 'cloze' ? `${form.before} … ${form.after}` : form.question;
}

/** The wrong options of a form; what is not offered as an option has none. */
export function distractorsOf(form: Form): string[] {
	if (form.form === 'choice') return form.options.flatMap(({ id }) => (id === form.key ? [] : [id]));
	if (form.form === 'multiple-response') return form.options.flatMap(({ id }) => (form.keys.includes(id) ? [] : [id]));
	return [];
}

/** The options that an answer chose. */
export function chosenIn(response: Response): readonly string[] {
	if (response.form === 'choice') return [response.option];
	return response.form === 'multiple-response' ? response.options : [];
}

/**
 * How often each option was chosen, the key among them; of forms without options the most frequent wrong answers, typed
 * ones compared folded, below the right one.
 * @param given of different attempts, blank ones left out
 */
export function usesOf(form: Form, given: readonly GivenAnswer[]): AnswerUse[] {
	switch (form.form) {
		case 'choice':
			return optionUses(form.options, [form.key], given);
		case 'multiple-response':
			return optionUses(form.options, form.keys, given);
		case 'true-false':
			return optionUses(TRUE_FALSE, [String(form.key)], given);
		case 'match':
			return pairUses(form.lefts, form.rights, form.key, given);
		case 'sort':
			return pairUses(form.entries, form.bins, form.key, given);
		case 'order':
			return textUses(orderText(form, form.key), given, ({ response }) =>
				response.form === 'order' ? orderText(form, response.order) : ''
			);
		case 'typed':
		case 'cloze':
		case 'date':
			return textUses(form.answer.text, given, ({ response }) => ('text' in response ? response.text : ''));
		case 'flashcard':
			return [];
	}
}

type Labelled = { id: string; text: string };
const TRUE_FALSE: readonly Labelled[] = [
	{ id: 'true', text: 'True' },
	{ id: 'false', text: 'False' }
];

function optionUses(options: readonly Labelled[], keys: readonly string[], given: readonly GivenAnswer[]) {
	const counts = new Map<string, number>();
	for (const { response } of given) {
		const chosen = response.form === 'true-false' ? [String(response.value)] : chosenIn(response);
		for (const id of new Set(chosen)) counts.set(id, (counts.get(id) ?? 0) + 1);
	}
	return options.map(({ id, text }): AnswerUse => {
		const count = counts.get(id) ?? 0;
		return { id, text, key: keys.includes(id), count, share: shareOf(count, given.length) };
	});
}

/** Right pairs, each with the wrong ones that were made of its entry. */
function pairUses(
	entries: readonly Labelled[],
	targets: readonly Labelled[],
	key: Record<string, string>,
	given: readonly GivenAnswer[]
): AnswerUse[] {
	const counts = new Map<string, number>();
	for (const { response } of given) {
		const pairs = response.form === 'match' ? response.pairs : response.form === 'sort' ? response.bins : {};
		for (const [entry, target] of Object.entries(pairs)) {
			const id = `${entry}/${target}`;
			counts.set(id, (counts.get(id) ?? 0) + 1);
		}
	}
	return entries.flatMap((entry) =>
		targets
			.map((target): AnswerUse => {
				const id = `${entry.id}/${target.id}`;
				const count = counts.get(id) ?? 0;
				const text = `${entry.text} → ${target.text}`;
				return { id, text, key: key[entry.id] === target.id, count, share: shareOf(count, given.length) };
			})
			.filter(({ key: isKey, count }) => isKey || count > 0)
			.toSorted((a, b) => Number(b.key) - Number(a.key) || b.count - a.count)
	);
}

/** The right answer, however it was put, and the most frequent ones that are not quite right. */
function textUses(key: string, given: readonly GivenAnswer[], textOf: (one: GivenAnswer) => string): AnswerUse[] {
	const right = given.filter(({ score }) => score >= 1).length;
	const wrong = new Map<string, { text: string; count: number }>();
	for (const one of given) {
		if (one.score >= 1) continue;
		const text = textOf(one).trim();
		const known = wrong.get(fold(text));
		if (known) known.count++;
		else wrong.set(fold(text), { text: text.slice(0, LONGEST_SHOWN), count: 1 });
	}
	const most = [...wrong].toSorted(([, a], [, b]) => b.count - a.count).slice(0, MOST_WRONG);
	return [
		{ id: 'key', text: key, key: true, count: right, share: shareOf(right, given.length) },
		...most.map(([folded, { text, count }]) => ({
			...{ id: `wrong/${folded}`, text, key: false, count },
			share: shareOf(count, given.length)
		}))
	];
}

function orderText({ entries }: Extract<Form, { form: 'order' }>, order: readonly string[]): string {
	return order.map((id) => entries.find((entry) => entry.id === id)?.text ?? '?').join(' · ');
}

const shareOf = (count: number, of: number): number => (of === 0 ? 0 : count / of);
