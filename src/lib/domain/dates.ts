/** Dates at the precision that a source gives: "2023", "2023-11" or "2023-11-15". */
export type Precision = 'year' | 'month' | 'day';

const MONTHS = [
	'January',
	'February',
	'March',
	'April',
	'May',
	'June',
	'July',
	'August',
	'September',
	'October',
	'November',
	'December'
];

/** How exact a date is. */
export function precisionOf(date: string): Precision {
	return date.length === 4 ? 'year' : date.length === 7 ? 'month' : 'day';
}

/** "15 November 2023", "August 2022" or "2019". */
export function formatDate(date: string): string {
	const [year = '', month, day] = date.split('-');
	const name = month === undefined ? undefined : MONTHS[Number(month) - 1];
	return [day === undefined ? undefined : String(Number(day)), name, year]
		.filter((part) => part !== undefined)
		.join(' ');
}

/**
 * A date moved by a number of days, months or years, at the same precision.
 * @param date ISO date of any precision; a unit finer than its precision leaves it as it is
 */
export function shiftDate(date: string, by: number, unit: Precision): string {
	const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
	const moved = new Date(
		Date.UTC(
			year + (unit === 'year' ? by : 0),
			month - 1 + (unit === 'month' ? by : 0),
			day + (unit === 'day' ? by : 0)
		)
	);
	return moved.toISOString().slice(0, date.length);
}

/** Reads "15 November 2023", "August 2022" or "2019" as they are written in the bank; undefined if it is none. */
export function readDate(text: string): string | undefined {
	const parts = /^(?:(\d{1,2}) )?(?:([A-Z][a-z]+) )?(\d{4})$/.exec(text.trim());
	if (!parts) return undefined;
	const [, day, name, year = ''] = parts;
	if (name === undefined) return day === undefined ? year : undefined;
	const month = MONTHS.indexOf(name) + 1;
	if (month === 0) return undefined;
	return [year, String(month).padStart(2, '0'), ...(day === undefined ? [] : [day.padStart(2, '0')])].join('-');
}
