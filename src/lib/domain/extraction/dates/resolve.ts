import { addDays, addMonths, daysBetween, isoOf, monthOf, moved, weekdayOf, yearOf } from './calendar.ts';
import type { Hint, Reading } from './types.ts';

/** What an expression is resolved against. */
export interface Setting {
	/** ISO day of publication, if it is known. */
	published: string | null;
	direction: 'ahead' | 'past' | undefined;
	/** A year that the sentence, the line before or the heading tells. */
	year: number | undefined;
	/** The date resolved before this one in the same or the previous sentence. */
	before: string | undefined;
	/** The year of the explicit date that stands nearest, anywhere in the text. */
	nearestYear: number | undefined;
}

export interface Resolved {
	iso: string | null;
	/** Only publication tells it. */
	relative: boolean;
	/** Factor on the rule's confidence. */
	trust: number;
}

const UNKNOWN: Resolved = { iso: null, relative: true, trust: 0.5 };
/** How far after publication a day without a year may lie that the clause does not place in time. */
const NEAR_FUTURE_DAYS = 75;
/** A report on the other side of the date line may be dated a day or two before what it tells. */
const DATE_LINE_DAYS = 2;

const NEAREST_NEXT = 2;

type Yearless = Extract<Reading, { as: 'yearless' }>;

/** The ISO date of a reading; undefined where it makes none (an anchor is missing, no such day). */
export function resolve(reading: Reading, setting: Setting): Resolved | undefined {
	const { published } = setting;
	switch (reading.as) {
		case 'fixed':
			return { iso: reading.iso, relative: false, trust: 1 };
		case 'yearless':
			return yearless(reading, setting);
		case 'weekday':
			return published ? told(weekdayDate(reading, published, setting.direction)) : UNKNOWN;
		case 'shift':
			return published ? told(moved(published, reading.by, reading.unit)) : UNKNOWN;
		case 'months-of-year': {
			if (!published) return UNKNOWN;
			const year = yearOf(published) + reading.years;
			const from = isoOf(year, reading.from);
			return told(reading.from === reading.to ? from : `${from}/${isoOf(year, reading.to)}`);
		}
		case 'anchored': {
			const iso = setting.before && moved(setting.before.slice(-10), reading.by, reading.unit);
			return iso ? { iso, relative: false, trust: 1 } : undefined;
		}
		case 'day-of-month':
			return dayOfMonth(reading, setting);
	}
}

const told = (iso: string | undefined): Resolved | undefined =>
	iso === undefined ? undefined : { iso, relative: true, trust: 1 };

/** The most recent such weekday on or before publication, unless the clause looks ahead. */
function weekdayDate(
	{ weekday, hint, weeks }: Extract<Reading, { as: 'weekday' }>,
	published: string,
	direction: Setting['direction']
): string {
	if (weeks !== undefined) {
		// Weeks begin on Monday, as in ISO 8601.
		const monday = addDays(published, -((weekdayOf(published) + 6) % 7));
		return addDays(monday, weeks * 7 + ((weekday + 6) % 7));
	}
	const forward = (weekday - weekdayOf(published) + 7) % 7;
	// Of the days just ahead one says "on Tuesday"; "next Tuesday" is that of the week after.
	if (hint === 'next') return addDays(published, forward <= NEAREST_NEXT ? forward + 7 : forward);
	if (hint === 'last') return addDays(published, forward - 7);
	if (direction === 'ahead') return addDays(published, forward);
	return addDays(published, forward === 0 ? 0 : forward - 7);
}

function yearless(reading: Yearless, setting: Setting): Resolved | undefined {
	const { published } = setting;
	if (reading.years !== undefined) {
		return published ? told(inYear(reading, yearOf(published) + reading.years)) : UNKNOWN;
	}
	if (setting.year !== undefined && reading.hint === undefined && fits(reading, setting.year)) {
		return withTrust(inYear(reading, setting.year), false, 0.95);
	}
	if (published) return told(inYear(reading, yearFrom(reading, published, setting.direction)));
	if (setting.nearestYear === undefined || reading.hint !== undefined) return UNKNOWN;
	const year = reading.weekday === undefined ? setting.nearestYear : nearFitting(reading, setting.nearestYear);
	return withTrust(inYear(reading, year), false, 0.75);
}

const withTrust = (iso: string | undefined, relative: boolean, trust: number): Resolved | undefined =>
	iso === undefined ? undefined : { iso, relative, trust };

/** A reading in a year; a span that crosses the year's end ends in the next. */
function inYear({ month, day, toMonth, toDay }: Yearless, year: number): string | undefined {
	const from = isoOf(year, month, day);
	if (toMonth === undefined) return from;
	const to = isoOf(toMonth < month ? year + 1 : year, toMonth, toDay);
	return from && to && `${from}/${to}`;
}

/** Whether the weekday that stands with a date agrees with a year. */
function fits({ month, day, weekday }: Yearless, year: number): boolean {
	const iso = day === undefined ? undefined : isoOf(year, month, day);
	return weekday === undefined || iso === undefined || weekdayOf(iso) === weekday;
}

/** The nearest year, earlier ones first, in which the weekday agrees; the year itself where none does. */
const nearFitting = (reading: Yearless, year: number): number =>
	[0, -1, 1, -2, 2].map((by) => year + by).find((one) => fits(reading, one)) ?? year;

/** The year of a month or day: the most recent on or before publication, unless the clause looks ahead. */
function yearFrom(reading: Yearless, published: string, direction: Setting['direction']): number {
	const year = yearOf(published);
	if (reading.day === undefined) return monthYear(reading, published, direction);
	const away = (one: number) => daysBetween(published, isoOf(one, reading.month, reading.day) ?? `${one}-03-01`);
	const nearest = [year - 1, year, year + 1].sort((a, b) => Math.abs(away(a)) - Math.abs(away(b)))[0] ?? year;
	if (reading.weekday !== undefined) return nearFitting(reading, nearest);
	if (reading.hint === 'next') return away(year) > 0 ? year : year + 1;
	if (reading.hint === 'last') return away(year) < 0 ? year : year - 1;
	if (direction === 'ahead') return nearest;
	const slack = direction === 'past' ? DATE_LINE_DAYS : NEAR_FUTURE_DAYS;
	if (away(nearest) > 0 && away(nearest) <= slack) return nearest;
	return away(year) <= 0 ? year : year - 1;
}

function monthYear({ month, hint }: Yearless, published: string, direction: Setting['direction']): number {
	const year = yearOf(published);
	const current = monthOf(published) ?? 1;
	const later = (strict: boolean) => (month > current || (!strict && month === current) ? year : year + 1);
	const earlier = (strict: boolean) => (month < current || (!strict && month === current) ? year : year - 1);
	const byHint: Record<Hint, number> = { last: earlier(true), this: year, next: later(true) };
	if (hint) return byHint[hint];
	return direction === 'ahead' ? later(false) : earlier(false);
}

/** The month of the date told before, else that of publication or the one before it. */
function dayOfMonth(
	{ day, months }: Extract<Reading, { as: 'day-of-month' }>,
	{ published, before }: Setting
): Resolved | undefined {
	if (months !== undefined) {
		if (!published) return UNKNOWN;
		const said = addMonths(published, months);
		return told(isoOf(yearOf(said), monthOf(said), day));
	}
	const base = before !== undefined && before.length >= 7 ? before.slice(0, 7) : undefined;
	if (base) return withTrust(isoOf(yearOf(base), monthOf(base), day), false, 1);
	if (!published) return UNKNOWN;
	const month = day <= Number(published.slice(8, 10)) ? published.slice(0, 7) : addMonths(published, -1);
	return told(isoOf(yearOf(month), monthOf(month), day));
}
