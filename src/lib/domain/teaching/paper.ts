import { shuffle } from '../hash.ts';
import { toQuestion, type Question } from '../items/present.ts';
import type { Form, Item } from '../items/types.ts';
import { itemsFor, type Selection } from './selection.ts';

/** The same questions in other orders, so that neighbours do not share one. */
export const VARIANTS = ['A', 'B', 'C', 'D'] as const;
export type Variant = (typeof VARIANTS)[number];

/** An item of a quiz with the form in which it is put. */
export interface PaperItem {
	item: Item;
	formIndex: number;
}

/** A question as it is printed. */
export interface PaperQuestion {
	/** From 1. */
	number: number;
	itemId: string;
	question: Question;
	/** How it is answered on an answer sheet. */
	blank: Blank;
}

/** What an answer sheet has for one question: letters to mark, so many lines of letters to mark, or a line to write on. */
export type Blank =
	| { by: 'letters'; letters: string[]; several: boolean }
	| { by: 'rows'; rows: number; letters: string[] }
	| { by: 'writing' };

/** The key of a printed question. */
export interface PaperKey {
	number: number;
	item: Item;
	/** As it is marked on the answer sheet: "B", "A, C", "1 C, 2 A"; of a written answer the answer itself. */
	marked: string;
}

/** What a paper is made from. */
export interface PaperSource {
	/** Of the assignment. */
	id: string;
	selection: Selection;
	/** In the teacher's order. */
	items: readonly PaperItem[];
	/** Which questions are drawn, where they are drawn by chance: the same for all variants. */
	seed: string;
}

/** "A", "B" … for the first option, the second … */
export function letterOf(index: number): string {
	return String.fromCharCode(65 + index);
}

/** A page's word for a variant, or A. */
export function readVariant(text: string | null): Variant {
	return VARIANTS.find((variant) => variant === text?.toUpperCase()) ?? 'A';
}

/**
 * The questions of a paper in one variant. A is in the teacher's order; the others shuffle the questions, and each
 * variant its options but those that stand in an order of their own. The same arguments give the same paper for ever.
 */
export function paperOf(source: PaperSource, variant: Variant): PaperQuestion[] {
	return asked(source, variant).map(({ item, formIndex, form }, index) => {
		const question = toQuestion(form, seedOf(source, variant, item.id, formIndex));
		return { number: index + 1, itemId: item.id, question, blank: blankOf(question) };
	});
}

/** The key of a paper in one variant, by number. */
export function keyOf(source: PaperSource, variant: Variant): PaperKey[] {
	return asked(source, variant).map(({ item, formIndex, form }, index) => {
		const question = toQuestion(form, seedOf(source, variant, item.id, formIndex));
		return { number: index + 1, item, marked: markedOf(form, question) };
	});
}

interface Asked extends PaperItem {
	form: Form;
}

function asked({ id, selection, items, seed }: PaperSource, variant: Variant): Asked[] {
	const pool = items.map(({ item }) => item);
	const drawn = itemsFor(selection, pool, `${id}/paper/${seed}`, false);
	const ordered = variant === 'A' ? drawn : shuffle(drawn, `${id}/${variant}/order`);
	return ordered.flatMap((item) => {
		const formIndex = items.find((one) => one.item === item)?.formIndex ?? -1;
		const form = item.forms[formIndex];
		return form ? [{ item, formIndex, form }] : [];
	});
}

const seedOf = ({ id }: PaperSource, variant: Variant, itemId: string, formIndex: number): string =>
	`${id}/${variant}/${itemId}/${formIndex}`;

const letters = (entries: readonly unknown[]): string[] => entries.map((_, index) => letterOf(index));

function blankOf(question: Question): Blank {
	switch (question.form) {
		case 'choice':
			return { by: 'letters', letters: letters(question.options), several: false };
		case 'multiple-response':
			return { by: 'letters', letters: letters(question.options), several: true };
		case 'true-false':
			return { by: 'letters', letters: ['T', 'F'], several: false };
		case 'order':
			return { by: 'rows', rows: question.entries.length, letters: letters(question.entries) };
		case 'match':
			return { by: 'rows', rows: question.lefts.length, letters: letters(question.rights) };
		case 'sort':
			return { by: 'rows', rows: question.entries.length, letters: letters(question.bins) };
		default:
			return { by: 'writing' };
	}
}

/** The right answer to a form as the answer sheet of its printed question has it. */
function markedOf(form: Form, question: Question): string {
	const letter = (entries: readonly { id: string }[], id: string | undefined) =>
		letterOf(entries.findIndex((entry) => entry.id === id));
	if (form.form === 'choice' && question.form === 'choice') return letter(question.options, form.key);
	if (form.form === 'multiple-response' && question.form === 'multiple-response')
		return question.options.flatMap(({ id }, index) => (form.keys.includes(id) ? [letterOf(index)] : [])).join(', ');
	if (form.form === 'true-false') return form.key ? 'T' : 'F';
	if (form.form === 'order' && question.form === 'order')
		return rows(form.key.map((id) => letter(question.entries, id)));
	if (form.form === 'match' && question.form === 'match')
		return rows(question.lefts.map(({ id }) => letter(question.rights, form.key[id])));
	if (form.form === 'sort' && question.form === 'sort')
		return rows(question.entries.map(({ id }) => letter(question.bins, form.key[id])));
	return 'answer' in form ? form.answer.text : '';
}

/** "1 C, 2 A" for rows of letters. */
const rows = (marked: readonly string[]): string => marked.map((mark, index) => `${index + 1} ${mark}`).join(', ');
