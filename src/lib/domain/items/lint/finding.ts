import { remarkText, type Remark } from './remark.ts';

/** One thing that a rule of the rubric dislikes. */
export interface Finding {
	rule: RuleName;
	/** The item, or "bank" for a rule over all of them. */
	item: string;
	/** What is disliked, for pages; rules over the whole bank, which no page shows, have a message alone. */
	remark?: Remark;
	/** The same in English. */
	message: string;
}

/** A finding with its remark, and the remark in English. */
export function findingOf(rule: RuleName, item: string, remark: Remark): Finding {
	return { rule, item, remark, message: remarkText(remark) };
}

/** The rules of the lint, each with what it asks. All are gates: a published bank has no finding. */
export const RULES = {
	evidence: 'an item cites at least one place, and its feedback is one sentence',
	'stands-alone': 'a question names its people and its occasion, and leans on nothing said before',
	length: 'a question has at most 35 words',
	positive: 'a question is positive and asks for no exception',
	'key-in-stem': 'a question does not contain its key',
	'word-cue': 'no distinctive word joins question and key alone',
	'one-key': 'no wrong option is the key, an accepted or near answer, or another option',
	'banned-option': 'no wrong option is one that a ruling forbids',
	parallel: 'options are alike in length, case and end',
	sorted: 'options that are dates or numbers stand in order',
	'option-words': 'no "all of the above", and no absolute word in wrong options alone',
	grammar: 'no article before the gap gives the key away',
	confusion: 'each wrong option stands for a named mix-up',
	attributed: 'a position is asked with its holder or its source',
	recognisable: 'every item has a form in which the answer can be recognised or placed',
	duplicate: 'no two items ask the same in other words',
	worthwhile: 'no bylines, credits or publishers’ self-descriptions',
	coverage: 'every fact of importance 1 and 95 % of importance 2 have an item',
	balance: 'position items of the two sides lie within 20 % of each other',
	breadth: 'all kinds, forms, sources and topics are there, and 30 % ask a relation',
	'length-cue': 'the key is the longest option at most 5 points more often than chance',
	'position-cue': 'the key stands in every place equally often',
	ruling: 'the bank keeps every ruling on what the sources disagree about'
} as const;
export type RuleName = keyof typeof RULES;
