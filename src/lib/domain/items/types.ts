import type { PartyId } from '../facts/party.ts';
import type { Confusion, FactKind, KeyType, Modality, Topic } from '../facts/vocabulary.ts';

/** The ten forms, from recognising to recalling: a growing memory is asked for more. */
export const FORMS = [
	'true-false',
	'choice',
	'multiple-response',
	'sort',
	'match',
	'order',
	'cloze',
	'date',
	'typed',
	'flashcard'
] as const;
export type FormName = (typeof FORMS)[number];

/** What a typed answer is compared with. */
export interface AnswerKey {
	type: KeyType;
	/** The key as it is shown. */
	text: string;
	/** The key as a value: ISO date (YYYY, YYYY-MM, YYYY-MM-DD), plain number, or the id of a person, place or organisation. */
	value?: string | number;
	unit?: string;
	/** Other texts that are right. */
	accept: string[];
	/** Texts that are nearly right, each with the sentence that says what is missing. */
	near: Record<string, string>;
}

export interface Option {
	/** A letter, stable within the form: what a response names. */
	id: string;
	text: string;
	/** The mix-up that a wrong option stands for. */
	confusion?: Confusion;
}

export interface Choice {
	form: 'choice';
	question: string;
	options: Option[];
	key: string;
	/** The options stand in an order of their own (dates, numbers, the five sources) and are not shuffled. */
	ordered: boolean;
}
export interface MultipleResponse {
	form: 'multiple-response';
	question: string;
	options: Option[];
	keys: string[];
	ordered: boolean;
}
export interface TrueFalse {
	form: 'true-false';
	statement: string;
	key: boolean;
	/** What stands in the statement where the key belongs; equals the key in a true one. */
	shown: string;
	confusion?: Confusion;
}
export interface Cloze {
	form: 'cloze';
	before: string;
	after: string;
	answer: AnswerKey;
}
export interface Typed {
	form: 'typed';
	question: string;
	answer: AnswerKey;
}
export interface DateForm {
	form: 'date';
	question: string;
	/** How exact a date is wanted. */
	precision: 'year' | 'month' | 'day';
	answer: AnswerKey;
}
export interface Flashcard {
	form: 'flashcard';
	question: string;
	back: string;
}
export interface OrderForm {
	form: 'order';
	question: string;
	/** In the order in which they are shown; `when` is told afterwards. */
	entries: { id: string; text: string; when: string }[];
	/** Entry ids, earliest first. */
	key: string[];
}
export interface Match {
	form: 'match';
	question: string;
	lefts: { id: string; text: string }[];
	rights: { id: string; text: string }[];
	/** Right id by left id. */
	key: Record<string, string>;
}
export interface Sort {
	form: 'sort';
	question: string;
	bins: { id: string; text: string }[];
	entries: { id: string; text: string }[];
	/** Bin id by entry id. */
	key: Record<string, string>;
}
export type Form =
	Choice | MultipleResponse | TrueFalse | Cloze | Typed | DateForm | Flashcard | OrderForm | Match | Sort;

/** One place where a source says it. */
export interface Citation {
	source: string;
	paragraph: number;
	anchor: string;
	caption: boolean;
	/** UTF-16 offsets into the article's text, where it is at hand. */
	span?: { start: number; end: number };
}

/** What the sources say differently, and what counts. */
export interface Contested {
	ruling: string;
	matter: string;
	says: { source: string; paragraphs: number[]; says: string }[];
	/** The ruling in a sentence. */
	settled: string;
	/** Whether the sources contradict each other, or only differ in words. */
	contradicts: boolean;
}

/** Id of a party, or `both`. */
export type Side = PartyId;
export type ItemOrigin = 'ask' | 'holder' | 'speaker' | 'standing' | 'office' | 'person' | 'mention' | 'set';

/** One thing to know, and every form in which it may be put. */
export interface Item {
	/** "FACT.SLOT", "mention.ID" or "set.ID": the same after every regeneration. */
	id: string;
	/** Hash of everything a learner may see or be graded by. */
	version: string;
	/** The facts that it stands on; the first is the one that it is about. */
	facts: string[];
	/** Items that share a family (a fact, or a pair of related facts) do not meet on one day. */
	families: string[];
	origin: ItemOrigin;
	topic: Topic;
	kind: FactKind;
	importance: 1 | 2 | 3;
	modality: Modality;
	side?: Side;
	/** It asks a relation, comparison, attribution or order. */
	relation: boolean;
	question: string;
	/** The right answer in words, as it is told after an answer. */
	key: string;
	feedback: string;
	citations: Citation[];
	/** The sources that say it, those that are silent, and how many independent origins stand behind it. */
	corroboration: { sources: string[]; silent: string[]; origins: number };
	contested: Contested[];
	forms: Form[];
}
