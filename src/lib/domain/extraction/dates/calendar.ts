import type { Precision } from '#lib/domain/dates.ts';

const MONTHS = 'january february march april may june july august september october november december'.split(' ');
const WEEKDAYS = 'sunday monday tuesday wednesday thursday friday saturday'.split(' ');
const WEEKDAY_ABBREVIATIONS = new Map(
	Object.entries({ sun: 0, mon: 1, tue: 2, tues: 2, wed: 3, weds: 3, thu: 4, thur: 4, thurs: 4, fri: 5, sat: 6 })
);
const MONTH_NUMBERS = new Map([
	...MONTHS.map((name, index): [string, number] => [name, index + 1]),
	...MONTHS.filter((name) => name !== 'may').map((name): [string, number] => [
		name.slice(0, 3),
		MONTHS.indexOf(name) + 1
	]),
	['sept', 9]
]);

/** The number of a month by its English name or abbreviation, in lower case; undefined for other words. */
export const monthNumber = (lower: string): number | undefined => MONTH_NUMBERS.get(lower);

/** Whether a month's name is cut short and may carry a full stop. */
export const isShortMonth = (lower: string): boolean => MONTH_NUMBERS.has(lower) && !MONTHS.includes(lower);

/** 0 for Sunday to 6 for Saturday, by the full name in lower case. */
export function weekdayNumber(lower: string): number | undefined {
	const index = WEEKDAYS.indexOf(lower);
	return index < 0 ? undefined : index;
}

/** The same for abbreviations, which count only beside a date. */
export const shortWeekdayNumber = (lower: string): number | undefined => WEEKDAY_ABBREVIATIONS.get(lower);

const two = (value: number) => String(value).padStart(2, '0');

/** An ISO date of the precision that is given; undefined where there is no such day. */
export function isoOf(year: number, month?: number, day?: number): string | undefined {
	if (year < 1000 || year > 2999) return undefined;
	if (month === undefined) return String(year);
	if (month < 1 || month > 12) return undefined;
	if (day === undefined) return `${year}-${two(month)}`;
	return day >= 1 && day <= daysIn(year, month) ? `${year}-${two(month)}-${two(day)}` : undefined;
}

/** How many days a month has. */
export const daysIn = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** The day of the week of an ISO day, 0 for Sunday. */
export const weekdayOf = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay();

/** How many days lie between two ISO days; negative where the second is the earlier. */
export const daysBetween = (from: string, to: string): number =>
	Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);

/** An ISO day moved by days. */
export const addDays = (day: string, by: number): string =>
	new Date(Date.parse(`${day}T00:00:00Z`) + by * 86_400_000).toISOString().slice(0, 10);

/** The month (YYYY-MM) so many months after that of an ISO date. */
export function addMonths(date: string, by: number): string {
	const [year = 0, month = 1] = date.split('-').map(Number);
	return new Date(Date.UTC(year, month - 1 + by, 1)).toISOString().slice(0, 7);
}

/** The year of an ISO date. */
export const yearOf = (date: string): number => Number(date.slice(0, 4));

/** The month of an ISO date, or undefined for a year. */
export const monthOf = (date: string): number | undefined => (date.length >= 7 ? Number(date.slice(5, 7)) : undefined);

/** A date moved by a number of units and cut to the unit's precision; undefined where the date is coarser than the unit. */
export function moved(date: string, by: number, unit: Precision): string | undefined {
	if (unit === 'year') return isoOf(yearOf(date) + by);
	if (unit === 'month') return date.length >= 7 ? addMonths(date, by) : undefined;
	return date.length === 10 ? addDays(date, by) : undefined;
}
