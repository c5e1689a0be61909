import { ordinalValue } from '#lib/domain/grading/number-words.ts';
import { isoOf, monthNumber } from './calendar.ts';
import { dayAt, joinAt, monthAt, shortWeekdayAt, weekdayAt, yearAfter, yearAt, type Part } from './parts.ts';
import { isDash, type Token } from './tokens.ts';
import type { Found, Reading, Rule } from './types.ts';
import { wordSet } from '../../text.ts';

type Tokens = readonly Token[];

/** A day of a month, perhaps with its year, and the index after it. */
interface Day {
	year?: number;
	month: number;
	day: number;
	next: number;
}

/** "2023-11-15", "2023/11/15", "15/11/2023" and "15.11.2023" where only one reading is a date. */
export const numericDay: Rule = (tokens, index) => {
	const numbers = [index, index + 2, index + 4].map((at) => (tokens[at]?.kind === 'number' ? tokens[at].text : ''));
	const [first = '', second = '', third = ''] = numbers;
	const sign = tokens[index + 1];
	if (first === '' || sign === undefined || !'-/.'.includes(sign.text) || tokens[index + 3]?.text !== sign.text) return;
	if (tokens[index]?.joined || ![1, 2, 3, 4].every((step) => tokens[index + step]?.joined)) return;
	const found = (iso: string | undefined): Found | undefined =>
		iso === undefined
			? undefined
			: { from: index, to: index + 5, reading: { as: 'fixed', iso }, rule: 'numeric-day', confidence: 0.98 };
	if (/^\d{4}$/.test(first) && /^\d{1,2}$/.test(second) && /^\d{1,2}/.test(third)) {
		return found(isoOf(Number(first), Number(second), Number(third)));
	}
	if (!/^\d{1,2}$/.test(first) || !/^\d{1,2}$/.test(second) || !/^\d{4}$/.test(third)) return;
	const dayFirst = isoOf(Number(third), Number(second), Number(first));
	const monthFirst = isoOf(Number(third), Number(first), Number(second));
	// Dots are written day first; with slashes both habits live.
	if (sign.text === '.' || dayFirst === monthFirst) return found(dayFirst);
	if (dayFirst === undefined || monthFirst === undefined) return found(dayFirst ?? monthFirst);
	const reading = { as: 'either', dayFirst, monthFirst } as const;
	return { from: index, to: index + 5, reading, rule: 'numeric-day-by-habit', confidence: 0.85 };
};

/** Which figure comes first in a date in figures that has but one reading; undefined for others. */
export function habitOf(tokens: Tokens, { from, rule, reading }: Found): 'dayFirst' | 'monthFirst' | undefined {
	if (rule !== 'numeric-day' || reading.as !== 'fixed' || tokens[from + 1]?.text !== '/') return undefined;
	const [first = 0, second = 0] = [from, from + 2].map((at) => Number(tokens[at]?.text));
	if (first > 31 || first === second) return undefined;
	return first > 12 ? 'dayFirst' : 'monthFirst';
}

/** "2023年11月15日" and "2023年11月", as translations leave them. */
export const hanDay: Rule = (tokens, index) => {
	const year = tokens[index];
	const month = tokens[index + 2];
	const day = tokens[index + 4];
	if (!year || !/^\d{4}$/.test(year.text) || tokens[index + 1]?.text !== '年' || month?.kind !== 'number')
		return undefined;
	if (!tokens[index + 3]?.text.startsWith('月')) return undefined;
	const whole = day?.kind === 'number' && /^[日号]/.test(tokens[index + 5]?.text ?? '');
	const iso = isoOf(Number(year.text), Number(month.text), whole ? Number(day.text) : undefined);
	if (iso === undefined) return undefined;
	return { from: index, to: index + (whole ? 6 : 4), reading: { as: 'fixed', iso }, rule: 'han-day', confidence: 0.98 };
};

/** Of "first", "second", "fifth", "twenty": any other word is no ordinal, as most words are. */
const ORDINAL_ENDINGS = new Set('tdhy');

/** "fifteenth", "twenty-first". */
function spelledDayAt(tokens: Tokens, index: number): Part | undefined {
	const first = tokens[index];
	if (first?.kind !== 'word' || !ORDINAL_ENDINGS.has(first.lower.charAt(first.lower.length - 1))) return undefined;
	const second = isDash(tokens[index + 1]) ? index + 2 : index + 1;
	const both = ordinalValue([first.lower, tokens[second]?.lower ?? '']);
	if (both !== undefined) return { value: both, next: second + 1 };
	const one = ordinalValue([first.lower]);
	return one === undefined ? undefined : { value: one, next: index + 1 };
}

const withYear = (tokens: Tokens, day: Day): Day => {
	const year = yearAfter(tokens, day.next);
	return year === undefined ? day : { ...day, year: year.value, next: year.next };
};

/** "November 15, 2023", "Nov. 15". */
function monthFirstAt(tokens: Tokens, index: number): Day | undefined {
	const month = monthAt(tokens, index);
	const the = tokens[month?.next ?? 0]?.lower === 'the' ? 1 : 0;
	const day = month && dayAt(tokens, month.next + the);
	return day && month && withYear(tokens, { month: month.value, day: day.value, next: day.next });
}

/** "15 November 2023", "the 15th of November", "15-Nov-2023". */
function dayFirstAt(tokens: Tokens, index: number): Day | undefined {
	const day = dayAt(tokens, index) ?? spelledDayAt(tokens, index);
	if (day === undefined) return undefined;
	const joint = tokens[day.next];
	const skip = joint?.lower === 'of' || (isDash(joint) && joint?.joined) ? 1 : 0;
	const month = monthAt(tokens, day.next + skip);
	if (month === undefined) return undefined;
	const dashed = isDash(tokens[month.next]) && tokens[month.next]?.joined ? yearAt(tokens, month.next + 1) : undefined;
	const found = { month: month.value, day: day.value, next: month.next };
	return dashed ? { ...found, year: dashed.value, next: dashed.next } : withYear(tokens, found);
}

/** "2023 November 15", as translated from languages that put the year first. */
function yearFirstAt(tokens: Tokens, index: number): Day | undefined {
	const year = yearAt(tokens, index);
	const month = year && monthAt(tokens, year.next);
	const day = month && dayAt(tokens, month.next);
	return year && month && day && { year: year.value, month: month.value, day: day.value, next: day.next };
}

function oneDayAt(tokens: Tokens, index: number): Day | undefined {
	const found = monthFirstAt(tokens, index) ?? dayFirstAt(tokens, index) ?? yearFirstAt(tokens, index);
	return found !== undefined && found.year === undefined && isPartOfName(tokens, found.next) ? undefined : found;
}

const NAMED = wordSet(
	'communique communiqué accord accords declaration revolution movement uprising incident massacre'
);

/** "The August 17 Communique": the name of something long past, of which no year is told. */
function isPartOfName(tokens: Tokens, next: number): boolean {
	const at = tokens[next]?.text === 'Joint' ? next + 1 : next;
	const token = tokens[at];
	return token !== undefined && NAMED.has(token.lower) && token.text !== token.lower;
}

/** The two ends of "November 14-17", "14 to 17 November", "November 30 to December 2, 2023". */
function dayRangeAt(tokens: Tokens, index: number): [Day, Day] | undefined {
	const month = monthAt(tokens, index);
	const first = dayAt(tokens, month?.next ?? index);
	const join = first && joinAt(tokens, first.next);
	if (first && join) {
		const last = month ? dayAt(tokens, join.next) : undefined;
		const end = month && last ? withYear(tokens, { month: month.value, day: last.value, next: last.next }) : undefined;
		const close = end ?? (month ? undefined : dayFirstAt(tokens, join.next));
		const opening = close && { month: close.month, day: first.value, next: first.next };
		if (opening && close && opening.day < close.day && isRange(tokens, first.next, close.day - opening.day)) {
			return [opening, close];
		}
	}
	const start = oneDayAt(tokens, index);
	const link = start && joinAt(tokens, start.next);
	const end = link && oneDayAt(tokens, link.next);
	const between = tokens[index - 1]?.lower === 'between';
	return start && end && (tokens[start.next]?.lower !== 'and' || between) ? [start, end] : undefined;
}

/** "and" makes a span of neighbouring days only. */
const isRange = (tokens: Tokens, join: number, distance: number): boolean =>
	tokens[join]?.lower !== 'and' || distance === 1;

function rangeReading(first: Day, last: Day): Reading | undefined {
	const { year } = last;
	if (year === undefined) {
		return { as: 'yearless', month: first.month, day: first.day, toMonth: last.month, toDay: last.day };
	}
	const from = isoOf(first.year ?? (first.month > last.month ? year - 1 : year), first.month, first.day);
	const to = isoOf(year, last.month, last.day);
	return from && to ? { as: 'fixed', iso: `${from}/${to}` } : undefined;
}

const YEARS = new Map([
	['last', -1],
	['this', 0],
	['next', 1]
]);

/** "last year", "of this year", "next year" after a month or a day. */
export function yearsAfter(tokens: Tokens, index: number): Part | undefined {
	const link = ['of', ','].includes(tokens[index]?.lower ?? '') ? index + 1 : index;
	const at = link > index && tokens[link]?.lower === 'the' ? link + 1 : link;
	const years = YEARS.get(tokens[at]?.lower ?? '');
	return years !== undefined && tokens[at + 1]?.lower === 'year' ? { value: years, next: at + 2 } : undefined;
}

/** "of the same year", "of that year" after a month or a day; the index after it. */
export function sameYearAfter(tokens: Tokens, index: number): number | undefined {
	let at = tokens[index]?.lower === 'of' || tokens[index]?.text === ',' ? index + 1 : index;
	if (tokens[at]?.lower === 'the') at += 1;
	const same = tokens[at]?.lower === 'same' || (tokens[at]?.lower === 'that' && at > index);
	return same && tokens[at + 1]?.lower === 'year' ? at + 2 : undefined;
}

/** Of words only a month or a spelled-out day begins a day: most are neither, and need no further look. */
function opensNoDay(tokens: Tokens, index: number): boolean {
	const token = tokens[index];
	if (token?.kind !== 'word') return false;
	return monthNumber(token.lower) === undefined && spelledDayAt(tokens, index) === undefined;
}

/** A day or a span of days by a month's name, with or without the year. */
export const namedDay: Rule = (tokens, index) => {
	if (opensNoDay(tokens, index)) return undefined;
	const range = dayRangeAt(tokens, index);
	if (range) {
		const reading = rangeReading(...range);
		const fixed = reading?.as === 'fixed';
		const rule = fixed ? 'day-span-year' : 'day-span';
		return reading && { from: index, to: range[1].next, reading, rule, confidence: fixed ? 0.97 : 0.9 };
	}
	const day = oneDayAt(tokens, index);
	if (day === undefined) return undefined;
	const { month, day: value, year, next } = day;
	if (year !== undefined) {
		const iso = isoOf(year, month, value);
		return iso
			? { from: index, to: next, reading: { as: 'fixed', iso }, rule: 'day-month-year', confidence: 0.99 }
			: undefined;
	}
	// The longest month decides: 2000 was a leap year.
	if (isoOf(2000, month, value) === undefined) return undefined;
	const years = yearsAfter(tokens, next);
	const same = years ? undefined : sameYearAfter(tokens, next);
	const told = years ? { years: years.value } : same ? ({ sameYear: true } as const) : {};
	const reading: Reading = { as: 'yearless', month, day: value, ...told };
	return {
		from: index,
		to: years?.next ?? same ?? next,
		reading,
		rule: years ? 'day-of-year' : 'day-month',
		confidence: 0.93
	};
};

/** "Wednesday, November 15, 2023", "Wednesday (15 Nov.)": the weekday belongs to the date. */
export const weekdayAndDay: Rule = (tokens, index) => {
	const weekday = weekdayAt(tokens, index) ?? shortWeekdayAt(tokens, index);
	if (weekday === undefined) return undefined;
	let at = weekday.next;
	while (at < weekday.next + 2 && [',', '(', 'the'].includes(tokens[at]?.lower ?? '')) at += 1;
	const day = numericDay(tokens, at) ?? namedDay(tokens, at);
	if (day === undefined) return undefined;
	const closes = tokens[at - 1]?.text === '(' && tokens[day.to]?.text === ')';
	// Of "Friday (May 14-15)" nobody can tell which day the weekday is.
	const one = day.reading.as === 'yearless' && day.reading.toDay === undefined;
	const reading = one ? { ...day.reading, weekday: weekday.value } : day.reading;
	return { ...day, from: index, to: day.to + (closes ? 1 : 0), reading, rule: `weekday-${day.rule}` };
};
