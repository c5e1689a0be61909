import type { Response, Verdict } from '#lib/domain/grading/types.ts';
import type { Form } from '#lib/domain/items/types.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/tongue/locale.ts';

/** One line of "your answer and the right one". */
export interface AnswerRow {
	id: string;
	text: string;
	/** right: chosen or given, and right; missed: right, not chosen; wrong: chosen or given, and not right. */
	mark: 'right' | 'missed' | 'wrong' | 'plain';
	/** What the mark means here, in words. */
	note?: string;
	/** The answer that belongs to the text: a match's partner, a sort's bin, an order's date. */
	value?: string;
}

/** How it is said whose answer a line is. */
export interface RowWords {
	rightYours: () => string;
	yours: () => string;
	put: (where: { place: string }) => string;
	chose: (what: { text: string }) => string;
}
const YOURS: RowWords = {
	rightYours: m.review_row_right_yours,
	yours: m.review_row_yours,
	put: m.review_row_you_put_it,
	chose: m.review_row_you_chose
};

/**
 * What was answered beside what is right, part by part.
 * @param solution the form as it was asked, with its key
 * @param shown ids of the options in the order in which they were shown, where it is known
 * @param words whose answer it is; that of whoever reads, unless others are given
 */
export function answerRows(
	solution: Form,
	response: Response,
	verdict: Verdict,
	shown: readonly string[] = [],
	words: RowWords = YOURS
): AnswerRow[] {
	if (solution.form === 'choice' && response.form === 'choice')
		return inOrder(solution.options, shown).map((option) =>
			optionRow(option, option.id === solution.key, option.id === response.option, words)
		);
	if (solution.form === 'multiple-response' && response.form === 'multiple-response')
		return inOrder(solution.options, shown).map((option) =>
			optionRow(option, solution.keys.includes(option.id), response.options.includes(option.id), words)
		);
	if (solution.form === 'order' && response.form === 'order') return orderRows(solution, response.order, words);
	if (solution.form === 'match' && response.form === 'match')
		return pairRows(solution.lefts, solution.rights, solution.key, response.pairs, words);
	if (solution.form === 'sort' && response.form === 'sort')
		return pairRows(solution.entries, solution.bins, solution.key, response.bins, words);
	return plainRows(solution, response, verdict, words);
}

type Labelled = { id: string; text: string };

function inOrder<T extends Labelled>(options: readonly T[], shown: readonly string[]): readonly T[] {
	const sorted = shown.flatMap((id) => options.filter((option) => option.id === id));
	return sorted.length === options.length ? sorted : options;
}

function optionRow({ id, text }: Labelled, isKey: boolean, chosen: boolean, words: RowWords): AnswerRow {
	if (isKey && chosen) return { id, text, mark: 'right', note: words.rightYours() };
	if (isKey) return { id, text, mark: 'missed', note: m.review_row_right() };
	return chosen ? { id, text, mark: 'wrong', note: words.yours() } : { id, text, mark: 'plain' };
}

function orderRows(solution: Extract<Form, { form: 'order' }>, order: readonly string[], words: RowWords): AnswerRow[] {
	return solution.key.flatMap((id, index) => {
		const entry = solution.entries.find((other) => other.id === id);
		if (!entry) return [];
		const given = order.indexOf(id);
		const right = given === index;
		const put = given < 0 ? m.review_row_none() : words.put({ place: ordinal(given + 1) });
		const note = right ? m.review_row_right() : put;
		return [{ id, text: entry.text, value: entry.when, mark: right ? ('right' as const) : ('wrong' as const), note }];
	});
}

function pairRows(
	entries: readonly Labelled[],
	targets: readonly Labelled[],
	key: Record<string, string>,
	given: Record<string, string>,
	words: RowWords
): AnswerRow[] {
	const textOf = (id: string | undefined) => targets.find((target) => target.id === id)?.text;
	return entries.map(({ id, text }) => {
		const right = key[id] === given[id];
		const chosen = textOf(given[id]);
		const chose = chosen === undefined ? m.review_row_none() : words.chose({ text: chosen });
		const note = right ? m.review_row_right() : chose;
		return { id, text, value: textOf(key[id]) ?? '', mark: right ? ('right' as const) : ('wrong' as const), note };
	});
}

/** Forms of one part whose answer is no option. */
function plainRows(solution: Form, response: Response, verdict: Verdict, words: RowWords): AnswerRow[] {
	if (solution.form === 'true-false' && response.form === 'true-false') {
		const word = (value: boolean) => (value ? m.review_true() : m.review_false());
		return [true, false].map((value) =>
			optionRow({ id: String(value), text: word(value) }, value === solution.key, value === response.value, words)
		);
	}
	if ('text' in response && 'answer' in solution) {
		const right = verdict.verdict === 'correct';
		const same = response.text.trim().toLowerCase() === solution.answer.text.toLowerCase();
		const yours: AnswerRow = {
			id: 'yours',
			text: response.text,
			mark: right ? 'right' : 'wrong',
			note: words.yours()
		};
		return same
			? [yours]
			: [
					yours,
					{ id: 'key', text: solution.answer.text, mark: right ? 'plain' : 'missed', note: m.review_row_answer() }
				];
	}
	return solution.form === 'flashcard'
		? [{ id: 'back', text: solution.back, mark: 'plain', note: m.review_row_answer() }]
		: [];
}

function ordinal(place: number): string {
	if (getLocale() !== 'en') return String(place);
	return ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth'][place - 1] ?? `${place}th`;
}
