import type { Topic } from '../facts/vocabulary.ts';
import { shuffle } from '../hash.ts';
import type { Gloss } from './glosses.ts';
import type { Form, FormName, Item } from './types.ts';

interface Labelled {
	id: string;
	text: string;
}

/** A form as it is asked: without its key. A flashcard carries its back, because its learner judges herself. */
export type Question =
	| { form: 'choice' | 'multiple-response'; question: string; options: Labelled[] }
	| { form: 'true-false'; question: string; statement: string }
	| { form: 'cloze'; question: string; before: string; after: string }
	| { form: 'typed'; question: string }
	| { form: 'date'; question: string; precision: 'year' | 'month' | 'day' }
	| { form: 'flashcard'; question: string; back: string }
	| { form: 'order'; question: string; entries: Labelled[] }
	| { form: 'match'; question: string; lefts: Labelled[]; rights: Labelled[] }
	| { form: 'sort'; question: string; bins: Labelled[]; entries: Labelled[] };

/** What a learner is asked, and what the answer must name so that the server knows which question it answers. */
export interface Prompt {
	itemId: string;
	itemVersion: string;
	formIndex: number;
	/** The card's change count when it was asked; 0 for a new one. */
	seq: number;
	topic: Topic;
	question: Question;
	/** The Chinese names of what the question names (`withGlosses`). */
	glosses?: Gloss[];
}

const INSTRUCTIONS: Partial<Record<FormName, string>> = {
	'true-false': 'True or false?',
	cloze: 'Fill the gap.'
};

/**
 * The question of one form of an item. Options without an order of their own are shuffled anew for each showing, so
 * that a place is not learnt instead of an answer.
 * @param seq the card's change count, which seeds the shuffle
 */
export function present(item: Item, formIndex: number, seq: number): Prompt | undefined {
	const form = item.forms[formIndex];
	if (!form) return undefined;
	const { id: itemId, version: itemVersion, topic } = item;
	return { itemId, itemVersion, formIndex, seq, topic, question: toQuestion(form, `${itemId}/${seq}`) };
}

/**
 * A form as it is asked: its key stays behind.
 * @param seed sets the order of options without an order of their own; null leaves them as the item has them
 */
export function toQuestion(form: Form, seed: string | null): Question {
	const mixed = <T>(entries: readonly T[]): T[] => (seed === null ? [...entries] : shuffle(entries, seed));
	const labelled = ({ id, text }: Labelled): Labelled => ({ id, text });
	switch (form.form) {
		case 'choice':
		case 'multiple-response': {
			const options = form.options.map(labelled);
			return { form: form.form, question: form.question, options: form.ordered ? options : mixed(options) };
		}
		case 'true-false':
			return { form: 'true-false', question: INSTRUCTIONS['true-false'] ?? '', statement: form.statement };
		case 'cloze':
			return { form: 'cloze', question: INSTRUCTIONS.cloze ?? '', before: form.before, after: form.after };
		case 'typed':
			return { form: 'typed', question: form.question };
		case 'date':
			return { form: 'date', question: form.question, precision: form.precision };
		case 'flashcard':
			return { form: 'flashcard', question: form.question, back: form.back };
		case 'order':
			return { form: 'order', question: form.question, entries: mixed(form.entries).map(labelled) };
		case 'match':
			return { form: 'match', question: form.question, lefts: form.lefts, rights: mixed(form.rights) };
		case 'sort':
			return { form: 'sort', question: form.question, bins: form.bins, entries: mixed(form.entries) };
	}
}
