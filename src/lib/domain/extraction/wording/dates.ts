import { formatDate, precisionOf } from '../../dates.ts';
import type { DateExpression } from '../types.ts';

const PREPOSITION =
	/(?:^|\s)(?:on|in|since|by|until|till|from|of|before|after|during|for|and|to|between|through|around|about|early|late|mid|the|an?|its|their|his|her|whose|\S{1,40}['’]s|at|dated)[\s-]$/i;
/** "Two days later", "the same day": counted from another date, and without its preposition. */
const COUNTED = /\s(?:later|earlier|days?|months?|years?|morning|evening|afternoon|before|after)$/i;
const LEADING = /^(on|in|since|by|until|till|from|before|after|during|between)\s/i;

/**
 * A date expression in full, as it stands in a sentence that is read alone: "Wednesday" → "on 15 November 2023".
 * @param before the text before it in the sentence
 * @returns undefined where the expression is to stay as it is
 */
export function fullDate(expression: DateExpression, text: string, before: string): string | undefined {
	const { iso } = expression;
	if (iso === null) return undefined;
	if (iso.includes('/')) return expression.relative ? undefined : text;
	// "Four days after the vote": the day is told by what follows.
	if (/\s(?:after|before)$/i.test(text)) return undefined;
	const date = formatDate(iso);
	// "Before the year is out"
	if (/^the (?:year|month) (?!before last|after next)[a-z]/i.test(text)) return `the end of ${date}`;
	const led = LEADING.exec(text);
	if (led) return `${led[1] ?? ''} ${date}`;
	if (!(expression.relative || COUNTED.test(text)) || PREPOSITION.test(` ${before}`)) return date;
	return `${precisionOf(iso) === 'day' ? 'on' : 'in'} ${date}`;
}

/**
 * "Wednesday's" before a noun: "the 15 November 2023"; before a number "2026's": "2026's 25 million tons".
 * @param after the text behind it in the sentence
 */
export function fullPossessive({ iso, relative }: DateExpression, before: string, after: string): string | undefined {
	if (iso === null || iso.includes('/') || !relative) return undefined;
	if (/^\s*\p{N}/u.test(after)) return `${formatDate(iso)}'s`;
	return `${/\bthe\s$/i.test(before) ? '' : 'the '}${formatDate(iso)}`;
}

/**
 * "on Monday night" → "on the night of 15 November 2021".
 * @param part of the day, as it stands behind the expression
 * @returns undefined for a date that stands in the text in full, or is no day
 */
export function partOfDay(
	{ iso, relative }: DateExpression,
	part: string,
	text: string,
	before: string
): string | undefined {
	if (iso === null || iso.includes('/') || !relative || precisionOf(iso) !== 'day') return undefined;
	const night = `the ${part} of ${formatDate(iso)}`;
	const led = LEADING.exec(text);
	if (led) return `${led[1] ?? ''} ${night}`;
	const governed = PREPOSITION.test(` ${before}`) && !/(?:early|late|mid|the)[\s-]$/i.test(before);
	return governed ? night : `on ${night}`;
}
