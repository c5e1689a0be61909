import type { AnswerKey } from '../items/types.ts';
import { parseDate, parseIsoDate, type DateParts } from './dates.ts';
import { wordsOf } from './normalise.ts';
import { gradePhrase } from './phrases.ts';
import type { Registry, Verdict } from './types.ts';
import { correct, near, wrong } from './verdicts.ts';

const PARTS = ['year', 'month', 'day'] as const;
type Part = (typeof PARTS)[number];

/** Grades a date: every part that is asked must be right, coarser is near, another day is wrong. */
export function gradeDate(
	key: AnswerKey,
	text: string,
	question: string,
	registry: Registry,
	precision?: Part
): Verdict {
	const target = keyDate(key);
	if (!target) return gradePhrase(key, text, question, registry);
	const answer = parseDate(text, new Set(wordsOf(question)));
	if (!answer) return wrong('different');
	const { readings } = answer;
	if (key.accept.some((other) => isListed(other, readings))) return correct('accepted');
	const listed = Object.entries(key.near).find(([other]) => isListed(other, readings));
	const asked = PARTS.slice(0, precision === undefined ? 3 : PARTS.indexOf(precision) + 1).filter(
		(part) => target[part] !== undefined
	);
	const consistent = readings.filter((reading) => PARTS.every((part) => agree(reading[part], target[part])));
	const full = consistent.some((reading) => asked.every((part) => reading[part] !== undefined));
	if (listed && !consistent.some((reading) => same(reading, target))) return near('named-near', listed[1]);
	if (full) return correct(answer.mistyped ? 'typo' : 'same-value');
	const [best] = consistent;
	return best ? near('coarser', missing(asked.filter((part) => best[part] === undefined))) : wrong('another-date');
}

/** The date that a key stands for. */
function keyDate(key: AnswerKey): DateParts | undefined {
	const iso = typeof key.value === 'string' ? parseIsoDate(key.value) : undefined;
	if (iso) return iso;
	if (typeof key.value === 'number') return parseIsoDate(String(key.value));
	const read = parseDate(key.text);
	return read?.readings.length === 1 && read.readings[0]?.year !== undefined ? read.readings[0] : undefined;
}

const agree = (a: number | undefined, b: number | undefined): boolean => a === undefined || b === undefined || a === b;
const same = (a: DateParts, b: DateParts): boolean => PARTS.every((part) => a[part] === b[part]);

/** Whether a text of the key's lists is the same date, told as exactly. */
function isListed(text: string, readings: DateParts[]): boolean {
	const listed = parseDate(text)?.readings ?? [];
	return listed.some((one) => readings.some((reading) => same(one, reading)));
}

function missing(absent: Part[]): string {
	const named = absent.map((part) => `the ${part}`).reverse();
	const text =
		named.length > 1 ? `${named.slice(0, -1).join(', ')} and ${named[named.length - 1] ?? ''}` : (named[0] ?? '');
	return `Say ${text} as well.`;
}
