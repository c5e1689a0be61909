import type { ItemEdit } from '../workbench.ts';
import type { Registry } from '../grading/types.ts';
import { readDate } from '../dates.ts';
import { capitalise, fold } from '../text.ts';
import { gradeTyped } from '../grading/typed.ts';
import type { Confusion, KeyType } from '../facts/vocabulary.ts';
import { numberIn } from './number-words.ts';
import type { AnswerKey, Choice, Form, Item, Option, TrueFalse } from './types.ts';
import { withoutVersion, withVersion } from './version.ts';

/** Letters of options; no choice has more. */
const LETTERS = 'abcdefgh';

/**
 * An item with what a teacher set instead of what was generated: its question in every form that shows it, its
 * feedback, and the wrong options of its choice. Its version changes with it; its id, its key and its forms' order do not.
 */
export function applyEdit(item: Item, edit: ItemEdit): Item {
	const { question = item.question, feedback = item.feedback, distractors } = edit;
	const asked = item.forms.map((form) => ('question' in form ? { ...form, question } : form));
	const forms = distractors === undefined ? asked : withDistractors(item, asked, distractors, question);
	return withVersion({ ...withoutVersion(item), question, feedback, forms });
}

/** The forms with other wrong options; a choice is added where there was none, and goes where none are left. */
function withDistractors(item: Item, forms: readonly Form[], distractors: readonly string[], question: string): Form[] {
	const key = fold(item.key);
	const texts = [...new Map(distractors.map((text) => [fold(text), capitalise(text.trim())])).entries()]
		.filter(([folded]) => folded !== '' && folded !== key)
		.map(([, text]) => text);
	const old = forms.find((form) => form.form === 'choice');
	const fixed = forms.some((form) => form.form === 'order' || form.form === 'match' || form.form === 'sort');
	if (fixed || forms.some((form) => form.form === 'multiple-response')) return [...forms];
	const choice = texts.length === 0 ? undefined : choiceOf(item, old, texts, question);
	const rest = forms.flatMap((form): Form[] => {
		if (form.form === 'choice') return [];
		return form.form === 'true-false' ? statementWith(form, texts) : [form];
	});
	// True or false comes first, then the choice, as they are generated.
	const at = rest.filter((form) => form.form === 'true-false').length;
	return choice === undefined ? rest : [...rest.slice(0, at), choice, ...rest.slice(at)];
}

function choiceOf(item: Item, old: Choice | undefined, texts: readonly string[], question: string): Choice {
	const mixUps = new Map((old?.options ?? []).map((option) => [fold(option.text), option.confusion]));
	const keyText = old?.options.find((option) => option.id === old.key)?.text ?? item.key;
	const entries = texts
		.slice(0, LETTERS.length - 1)
		.map((text) => ({ text, confusion: mixUps.get(fold(text)) ?? mixUpOf(item) }));
	const options: { text: string; confusion?: Confusion }[] = [...entries];
	// The key keeps its place, as far as there are options before it.
	const place = old?.options.findIndex((option) => option.id === old.key) ?? entries.length;
	options.splice(Math.min(place, options.length), 0, { text: keyText });
	const sorted = sortedRow(options);
	const shown: Option[] = (sorted ?? options).map((option, index) => ({ id: LETTERS.charAt(index), ...option }));
	const key = shown.find((option) => option.text === keyText)?.id ?? '';
	return { form: 'choice', question, options: shown, key, ordered: sorted !== undefined };
}

/** Dates and bare numbers stand in their order. */
function sortedRow<T extends { text: string }>(options: readonly T[]): T[] | undefined {
	const dated = options.map((option) => ({ option, order: readDate(option.text) }));
	if (dated.every((entry) => entry.order !== undefined)) {
		return dated.sort((a, b) => ((a.order ?? '') < (b.order ?? '') ? -1 : 1)).map((entry) => entry.option);
	}
	const bare = options.every((option) => /^[^\p{L}]{0,3}[\d,.]+\s?(?:%|\p{L}+)?$/u.test(option.text));
	if (!bare) return undefined;
	return options
		.map((option) => ({ option, order: numberIn(option.text) ?? 0 }))
		.sort((a, b) => a.order - b.order)
		.map((entry) => entry.option);
}

const MIX_UPS: Partial<Record<KeyType, Confusion>> = {
	date: 'wrong-date',
	number: 'other-figure',
	person: 'other-person',
	office: 'other-office',
	place: 'other-place',
	organisation: 'other-organisation',
	side: 'wrong-side',
	source: 'other-source'
};

/** What a new wrong option stands for: the mix-up that goes with the key's type. */
function mixUpOf(item: Item): Confusion {
	const type = item.forms.map(answerOf).find((answer) => answer !== undefined)?.type;
	return (type && MIX_UPS[type]) ?? 'other-term';
}

/** A false statement whose wrong part is offered no more is filled with one that is. */
function statementWith(form: TrueFalse, texts: readonly string[]): TrueFalse[] {
	if (form.key || texts.some((text) => fold(text) === fold(form.shown))) return [form];
	const [text] = texts;
	const at = form.statement.toLowerCase().indexOf(form.shown.toLowerCase());
	if (text === undefined || at < 0) return [];
	const statement = form.statement.slice(0, at) + text + form.statement.slice(at + form.shown.length);
	return [{ ...form, statement: capitalise(statement), shown: text }];
}

function answerOf(form: Form): AnswerKey | undefined {
	return form.form === 'typed' || form.form === 'cloze' || form.form === 'date' ? form.answer : undefined;
}

/**
 * Whether what a learner knew of an item still answers its new version, so that her memory of it is kept. It does
 * where the old key, typed as an answer to the new version, is graded right (slips of the pen included), and where
 * forms with keys of their own (order, match, sort, several answers) ask for the same keys as before.
 * @param registry the names that the grader must know
 */
export function memorySurvives(before: Item, after: Item, registry: Registry): boolean {
	if (fixedKeys(before) !== fixedKeys(after)) return false;
	if (after.forms.every((form) => isFixed(form) || form.form === 'flashcard') && fixedKeys(after) !== '') return true;
	const old = before.forms.map(answerOf).find((answer) => answer !== undefined)?.text ?? before.key;
	const key = after.forms.map(answerOf).find((answer) => answer !== undefined) ?? keyOf(after);
	return gradeTyped(key, old, { question: after.question, registry }).verdict === 'correct';
}

const keyOf = (item: Item): AnswerKey => ({ type: 'phrase', text: item.key, accept: [], near: {} });

const isFixed = (form: Form): boolean => keysOf(form) !== undefined;

/** The keys of the forms that have their own, as one text whose order means nothing. */
function fixedKeys(item: Item): string {
	const keys = item.forms.flatMap((form) => keysOf(form) ?? []);
	return JSON.stringify(keys) === '[]' ? '' : JSON.stringify(keys);
}

function keysOf(form: Form): string[] | undefined {
	const text = (list: readonly { id: string; text: string }[], id: string | undefined) =>
		fold(list.find((entry) => entry.id === id)?.text ?? '');
	switch (form.form) {
		case 'multiple-response':
			return form.keys.map((id) => text(form.options, id)).sort();
		case 'order':
			return form.key.map((id) => text(form.entries, id));
		case 'match':
			return form.lefts.map((left) => `${fold(left.text)}=${text(form.rights, form.key[left.id])}`).sort();
		case 'sort':
			return form.entries.map((entry) => `${fold(entry.text)}=${text(form.bins, form.key[entry.id])}`).sort();
		default:
			return undefined;
	}
}
