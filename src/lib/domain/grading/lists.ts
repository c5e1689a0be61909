import type { AnswerKey } from '../items/types.ts';
import type { Verdict } from './types.ts';
import { correct, near, wrong } from './verdicts.ts';

type GradePart = (key: AnswerKey, text: string) => Verdict;

const LISTED = new Set<AnswerKey['type']>(['term', 'phrase', 'person', 'office', 'organisation', 'source', 'place']);
/** A comma joins the parts of a list only beside "and", and never those of an address. */
const MOST_PARTS = 8;

/** The parts of a key that names several things: "precursors and pill presses". */
export function partsOf(key: AnswerKey): string[] {
	if (!LISTED.has(key.type) || key.value !== undefined || !/ and | & /u.test(key.text)) return [];
	const parts = split(key.text);
	return parts.length > 1 && parts.length <= MOST_PARTS ? parts : [];
}

function split(text: string): string[] {
	return text
		.split(/[,;+/\n]|\sand\s|\s?&\s?|\sas well as\s|\splus\s/iu)
		.map((part) => part.trim().replace(/^(?:and|both)\s/iu, ''))
		.filter((part) => part !== '');
}

/** Grades an answer to a key of several parts: all are needed, some and no others are near. */
export function gradeList(key: AnswerKey, parts: string[], text: string, grade: GradePart): Verdict {
	const given = split(text);
	if (given.length === 0 || given.length > parts.length) return wrong('different');
	const open = [...parts];
	const found: Verdict[] = [];
	for (const answer of given) {
		const index = open.findIndex((part) =>
			isRight(grade({ type: key.type, text: part, accept: [], near: {} }, answer))
		);
		const [part] = index < 0 ? [] : open.splice(index, 1);
		if (part === undefined) return wrong('different');
		found.push(grade({ type: key.type, text: part, accept: [], near: {} }, answer));
	}
	if (open.length === 0) return correct(found.some(({ reason }) => reason === 'typo') ? 'typo' : 'accepted');
	return near(
		'incomplete',
		`Right so far, but ${open.length === 1 ? 'one more thing belongs' : 'more things belong'} to the answer.`
	);
}

const isRight = (verdict: Verdict): boolean => verdict.verdict === 'correct';
