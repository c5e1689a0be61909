import { plain, unquoted } from './normalise.ts';
import { ordinalValue } from './number-words.ts';
import { budget, distance } from './typos.ts';

/** A date as far as it was told. */
export interface DateParts {
	year?: number;
	month?: number;
	day?: number;
}

/** What a text can mean as a date: two readings for 11/12/2023, and whether a month was mistyped. */
export interface DateText {
	readings: DateParts[];
	mistyped: boolean;
}

const MONTHS = 'january february march april may june july august september october november december'.split(' ');
const WEEKDAYS = 'sunday monday tuesday wednesday thursday friday saturday'.split(' ');
/** What may stand around a date without changing it; "mid", "early" and "before" do change it. */
const SILENT = new Set('the of on in at year month day date it was is'.split(' '));
/** What is silent as well where the question has it. */
const LENT = new Set('by since from during'.split(' '));
const ISO = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/u;

/** Reads an ISO date of any precision: YYYY, YYYY-MM or YYYY-MM-DD. */
export function parseIsoDate(text: string): DateParts | undefined {
	const [, year, month, day] = ISO.exec(text) ?? [];
	return year === undefined ? undefined : valid(parts(year, month, day));
}

const parts = (year?: string, month?: string, day?: string): DateParts => ({
	...(year === undefined ? {} : { year: year.length === 2 ? 2000 + Number(year) : Number(year) }),
	...(month === undefined ? {} : { month: Number(month) }),
	...(day === undefined ? {} : { day: Number(day) })
});

/** Reads a date in any of the shapes that people write; `also` are words of the question that say nothing new ("by"). */
export function parseDate(text: string, also: ReadonlySet<string> = new Set()): DateText | undefined {
	const lower = unquoted(plain(text))
		.replace(/(\d{4}) ?年 ?(\d{1,2}) ?月(?: ?(\d{1,2}) ?[日号])?/gu, (_, year, month, day) =>
			[year, month, day].filter(Boolean).join('-')
		)
		.replace(/(\d{1,2})(?:st|nd|rd|th)\b/gu, '$1')
		.replace(/\ba\.?d\.?(?![\p{L}\p{N}])/gu, ' ')
		.trim();
	const tokens = lower
		.split(/[\s,]+/u)
		.flatMap((token) => (/[a-z]/u.test(token) ? token.split(/[-./]/u) : [token.replace(/[.!?]+$/u, '')]))
		.filter((token) => token !== '' && !SILENT.has(token) && !(LENT.has(token) && also.has(token)));
	return tokens.length === 0 || tokens.length > 6 ? undefined : readTokens(tokens);
}

function readTokens(all: string[]): DateText | undefined {
	const weekdays = all.map(weekdayOf).filter((day) => day !== undefined);
	const tokens = all.filter((token) => weekdayOf(token) === undefined);
	const months = tokens.map(monthOf).filter((month) => month !== undefined);
	const rest = tokens.filter((token) => monthOf(token) === undefined);
	if (months.length > 1 || weekdays.length > 1) return undefined;
	const found = months[0] ? withMonth(months[0].month, spelled(rest)) : numeric(spelled(rest));
	const readings = found.filter((date) => valid(date) !== undefined && weekdays.every((day) => fallsOn(date, day)));
	return readings.length === 0 ? undefined : { readings, mistyped: months[0]?.mistyped ?? false };
}

/** Spelled days as digits: "fifteenth", "twenty first". */
function spelled(tokens: string[]): string[] {
	const two = tokens.findIndex(
		(_, index) => tokens[index + 1] !== undefined && ordinalValue(tokens.slice(index, index + 2)) !== undefined
	);
	const joined = two < 0 ? tokens : tokens.toSpliced(two, 2, String(ordinalValue(tokens.slice(two, two + 2))));
	return joined.map((token) => String(ordinalValue([token]) ?? token));
}

/** A month by name, with at most a day and a year beside it. */
function withMonth(month: number, rest: string[]): DateParts[] {
	if (rest.length > 2) return [];
	const years = rest.filter((token) => /^(?:'\d{2}|\d{4})$/u.test(token));
	const short = rest.filter((token) => /^\d{1,2}$/u.test(token));
	if (years.length + short.length < rest.length || years.length > 1) return [];
	const [first, second] = short;
	const year = years[0]?.replace("'", '') ?? (second?.length === 2 ? second : undefined);
	if (second !== undefined && (years.length > 0 || year === undefined)) return [];
	return [parts(year, String(month), first)];
}

/** A date in digits alone. */
function numeric(tokens: string[]): DateParts[] {
	if (tokens.length !== 1) return tokens.length === 3 ? numeric([tokens.join('/')]) : [];
	const [token = ''] = tokens;
	if (/^\d{4}$/u.test(token)) return [parts(token)];
	const [, year, yearMonth, yearDay] = /^(\d{4})[-./](\d{1,2})(?:[-./](\d{1,2}))?$/u.exec(token) ?? [];
	if (year !== undefined) return [parts(year, yearMonth, yearDay)];
	const [, only, onlyYear] = /^(\d{1,2})[-./](\d{4})$/u.exec(token) ?? [];
	if (only !== undefined) return [parts(onlyYear, only)];
	const [, first, second, last] = /^(\d{1,2})[-./](\d{1,2})(?:[-./](\d{4}|\d{2}))?$/u.exec(token) ?? [];
	return first === undefined ? [] : [parts(last, second, first), parts(last, first, second)];
}

function monthOf(token: string): { month: number; mistyped: boolean } | undefined {
	const exact = MONTHS.findIndex(
		(name) => name === token || name.slice(0, 3) === token || (token === 'sept' && name === 'september')
	);
	if (exact >= 0) return { month: exact + 1, mistyped: false };
	const close = MONTHS.filter((name) => {
		const shorter = Math.min(name.length, token.length);
		return shorter > 4 && name[0] === token[0] && distance(token, name, budget(shorter)) <= budget(shorter);
	});
	return close.length === 1 ? { month: MONTHS.indexOf(close[0] ?? '') + 1, mistyped: true } : undefined;
}

function weekdayOf(token: string): number | undefined {
	const index = WEEKDAYS.findIndex(
		(name) => name === token || (token.length >= 3 && token.length <= 5 && name.startsWith(token))
	);
	return index < 0 ? undefined : index;
}

/** A weekday that contradicts its date makes no reading; without a full date nothing can contradict. */
function fallsOn({ year, month, day }: DateParts, weekday: number): boolean {
	if (year === undefined || month === undefined || day === undefined) return true;
	return new Date(Date.UTC(year, month - 1, day)).getUTCDay() === weekday;
}

function valid(date: DateParts): DateParts | undefined {
	const { year, month, day } = date;
	if (year !== undefined && (year < 1000 || year > 2999)) return undefined;
	if (month !== undefined && (month < 1 || month > 12)) return undefined;
	if (day === undefined) return date;
	const longest = month === undefined ? 31 : new Date(Date.UTC(year ?? 2000, month, 0)).getUTCDate();
	return day >= 1 && day <= longest ? date : undefined;
}
