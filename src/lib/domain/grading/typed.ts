import type { AnswerKey } from '../items/types.ts';
import { gradeDate } from './grade-date.ts';
import { gradeList, partsOf } from './lists.ts';
import { gradeName } from './names.ts';
import { fold, plain, sameText, unquoted } from './normalise.ts';
import { gradeNumber } from './numbers.ts';
import { gradeOffice } from './offices.ts';
import { gradePerson } from './people.ts';
import { gradePhrase } from './phrases.ts';
import { gradeSide } from './sides.ts';
import type { Registry, Verdict } from './types.ts';
import { correct, near, wrong } from './verdicts.ts';

/** Longer answers are no answers. */
export const LONGEST_ANSWER = 500;

/** What a grader needs besides the key and the answer. */
export interface Asked {
	question: string;
	registry: Registry;
	precision?: 'year' | 'month' | 'day';
}

/**
 * Grades a typed answer: first the texts that the key lists, then by the kind of thing that the key is. Slips of the
 * pen count last, so that no slip turns somebody else's name, or a nearly right answer, into the key.
 */
export function gradeTyped(key: AnswerKey, text: string, asked: Asked): Verdict {
	if (text.length > LONGEST_ANSWER) return wrong('different');
	const listed = gradeListed(key, text);
	if (listed) return listed;
	if (!/[\p{L}\p{N}]/u.test(text)) return wrong('empty');
	const outer = withoutParenthesis(key, text, asked);
	return outer ?? gradeUnlisted(key, text, asked);
}

function gradeUnlisted(key: AnswerKey, text: string, asked: Asked): Verdict {
	const main = gradeByType(key, text, asked);
	if (main.verdict === 'correct' && main.reason !== 'typo') return main;
	const hint = nearHint(key, text, asked);
	if (hint !== undefined) return near('named-near', hint);
	const parts = main.verdict === 'wrong' ? partsOf(key) : [];
	if (parts.length === 0) return main;
	const list = gradeList(key, parts, text, (part, answer) => gradeTyped(part, answer, asked));
	return list.verdict === 'wrong' ? main : list;
}

/** The verdict where the answer is, but for case, accents and punctuation, a text of the key. */
function gradeListed(key: AnswerKey, text: string): Verdict | undefined {
	const same = key.type === 'number' || key.type === 'date' ? sameWriting : sameWords;
	if (same(text, key.text)) return correct('exact');
	if (key.accept.some((accepted) => same(text, accepted))) return correct('accepted');
	const found = Object.entries(key.near).find(([nearly]) => same(text, nearly));
	return found ? near('named-near', found[1]) : undefined;
}

const sameWords = (a: string, b: string): boolean => {
	const [one, two] = [fold(a), fold(b)];
	return one === '' || two === '' ? sameWriting(a, b) : sameText(one, two);
};

/** Punctuation between digits has a meaning, so that only what ends the answer is set aside. */
const sameWriting = (a: string, b: string): boolean => writing(a) === writing(b);
const writing = (text: string): string => {
	const bare = unquoted(plain(text)).replace(/\s+/gu, ' ').trim();
	return bare.replace(/[.!?]$/u, '') || bare;
};

/** "Joe Biden (US President)": what stands in parentheses may add to a right answer, but not contradict it. */
function withoutParenthesis(key: AnswerKey, text: string, asked: Asked): Verdict | undefined {
	const [, before, inside] = /^([^()]+)\(([^()]+)\)[\s.]*$/u.exec(text) ?? [];
	if (before === undefined || inside === undefined) return undefined;
	const outer = gradeTyped(key, before, asked);
	if (outer.verdict !== 'correct') return undefined;
	return gradeTyped(key, inside, asked).verdict === 'wrong' ? undefined : outer;
}

/** The hint of the nearly right text that the answer means, slips of the pen included. */
function nearHint(key: AnswerKey, text: string, asked: Asked): string | undefined {
	if (key.type === 'date' || key.type === 'number') return undefined;
	const found = Object.entries(key.near).find(([nearly]) => {
		const listed = { type: key.type, text: nearly, accept: [], near: {} };
		return gradeByType(listed, text, { ...asked, question: '' }).verdict === 'correct';
	});
	return found?.[1];
}

function gradeByType(key: AnswerKey, text: string, { question, registry, precision }: Asked): Verdict {
	switch (key.type) {
		case 'date':
			return gradeDate(key, text, question, registry, precision);
		case 'number':
			return gradeNumber(key, text, question, registry);
		case 'person':
			return gradePerson(key, text, registry);
		case 'office':
			return gradeOffice(key, text, question, registry);
		case 'side':
			return gradeSide(key, text, question, registry);
		case 'place':
		case 'organisation':
		case 'source':
			return gradeName(key, text, registry);
		case 'term':
		case 'phrase':
			return gradePhrase(key, text, question, registry);
	}
}
