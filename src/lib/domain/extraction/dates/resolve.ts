import { addDays, addMonths, daysBetween, isoOf, monthOf, moved, weekdayOf, yearOf } from './calendar.ts';
import type { Hint, Reading } from './types.ts';

/** What an expression is resolved against. */
export interface Setting {
	/** ISO day of publication, if it is known. */
	published: string | null;
	direction: 'ahead' | 'past' | undefined;
	/** A present or "will" puts it ahead, and not a "would" that may be long past. */
	sure?: boolean;
	/** A year that the sentence, the line before or the heading tells. */
	year: number | undefined;
	/** The sentence looks back from a past of its own: "had told". */
	retold?: boolean;
	/** The date resolved before this one in the same or the previous sentence. */
	before: string | undefined;
	/** The year of the explicit date that stands nearest, anywhere in the text. */
	nearestYear: number | undefined;
	/** What the text's other dates in figures begin with, where they can be told apart. */
	habit: 'dayFirst' | 'monthFirst' | undefined;
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
/** The same for a month without its year. */
const NEAR_FUTURE_MONTHS = 4;
/** A report on the other side of the date line may be dated a day or two before what it tells. */
const DATE_LINE_DAYS = 2;

const NEAREST_NEXT = 2;
/** A day so long gone may still be told with "would" and "was to". */
const JUST_GONE_DAYS = 45;
/** The same of what is told with "will" or in the present. */
const SURELY_GONE_DAYS = 10;
/** A month told before is still the running one for so long. */
const RECENT_MONTHS = 2;
const FAR_FUTURE_DAYS = 285;
/** So many years back a report no longer speaks of the running year in passing. */
const LONG_GONE_YEARS = 2;
/** So long gone, the same day of the next year is far nearer. */
const FAR_PAST_DAYS = 300;

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
			return published ? told(weekdays(reading, published, setting.direction)) : UNKNOWN;
		case 'anchored-weekday':
			return anchoredWeekday(reading, setting);
		case 'either':
			return either(reading, setting);
		case 'shift':
			return published ? told(moved(published, reading.by, reading.unit)) : UNKNOWN;
		case 'week': {
			if (!published) return UNKNOWN;
			const monday = addDays(mondayOf(published), reading.weeks * 7);
			return told(`${monday}/${addDays(monday, 6)}`);
		}
		case 'decade': {
			if (!published) return UNKNOWN;
			const first = yearOf(published) - (yearOf(published) % 10);
			return told(`${first}/${first + 9}`);
		}
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

/** A weekday or a span of them; of a span that is past the end is the most recent one. */
function weekdays(
	reading: Extract<Reading, { as: 'weekday' }>,
	published: string,
	direction: Setting['direction']
): string {
	const { through } = reading;
	if (through === undefined) return weekdayDate(reading, published, direction);
	const days = (through - reading.weekday + 7) % 7;
	// "Is in Rome from Monday to Friday" may go on; what is told in the past is over.
	if (direction !== 'past' || reading.hint === 'next' || reading.weeks !== undefined) {
		const from = weekdayDate(reading, published, direction);
		return `${from}/${addDays(from, days)}`;
	}
	const to = weekdayDate({ as: 'weekday', weekday: through }, published, direction);
	return `${addDays(to, -days)}/${to}`;
}

/** "The previous Friday": counted from the day told before. */
function anchoredWeekday(
	{ weekday, by }: Extract<Reading, { as: 'anchored-weekday' }>,
	{ before }: Setting
): Resolved | undefined {
	const anchor = before?.slice(-10);
	if (anchor?.length !== 10) return undefined;
	const away = (((weekday - weekdayOf(anchor)) * by + 6 + 7) % 7) + 1;
	return { iso: addDays(anchor, away * by), relative: false, trust: 1 };
}

/** So much nearer to publication one reading of "11/12/2023" must be than the other. */
const MUCH_NEARER_DAYS = 25;

/** The text's habit decides; else the reading that is far nearer to publication; else it is left open. */
function either(
	{ dayFirst, monthFirst }: Extract<Reading, { as: 'either' }>,
	{ habit, published }: Setting
): Resolved | undefined {
	if (habit) return withTrust(habit === 'dayFirst' ? dayFirst : monthFirst, false, 1);
	if (!published) return undefined;
	const [first, second] = [dayFirst, monthFirst].map((day) => Math.abs(daysBetween(published, day)));
	if (first === undefined || second === undefined || Math.abs(first - second) < MUCH_NEARER_DAYS) return undefined;
	return withTrust(first < second ? dayFirst : monthFirst, false, 0.85);
}

/** The Monday of a day's week; weeks begin there, as in ISO 8601. */
const mondayOf = (day: string): string => addDays(day, -((weekdayOf(day) + 6) % 7));

/** The most recent such weekday on or before publication, unless the clause looks ahead. */
function weekdayDate(
	{ weekday, hint, weeks, east, later }: Extract<Reading, { as: 'weekday' }>,
	published: string,
	direction: Setting['direction']
): string {
	if (weeks !== undefined) {
		return addDays(mondayOf(published), weeks * 7 + ((weekday + 6) % 7));
	}
	const forward = (weekday - weekdayOf(published) + 7) % 7;
	if (later === true) return addDays(published, (forward === 0 ? 7 : forward) + 7);
	// "Was gone by Friday morning in Beijing", written on Thursday evening in Washington.
	if (east === true && forward === 1 && hint === undefined) return addDays(published, 1);
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
	if (reading.sameYear && setting.before) return withTrust(inYear(reading, yearOf(setting.before)), false, 0.95);
	if (setting.year !== undefined && reading.hint === undefined && fits(reading, setting.year)) {
		const own = inYear(reading, setting.year);
		if (!isOvertaken(own, setting)) return withTrust(own, false, 0.95);
	}
	const retold = retoldYear(reading, setting);
	if (retold !== undefined) return withTrust(inYear(reading, retold), false, 0.85);
	if (published) return told(inYear(reading, yearFrom(reading, published, setting)));
	if (setting.nearestYear === undefined || reading.hint !== undefined) return UNKNOWN;
	const year = reading.weekday === undefined ? setting.nearestYear : nearFitting(reading, setting.nearestYear);
	return withTrust(inYear(reading, year), false, 0.75);
}

/** "It was the spring of 1998. On April 8 he had told Blair": a tale of a year long gone goes on in it. */
function retoldYear(reading: Yearless, { published, before, direction, retold }: Setting): number | undefined {
	const long =
		published && before && /^\d{4}(?:-|$)/.test(before) && yearOf(before) <= yearOf(published) - LONG_GONE_YEARS;
	if (!long || retold !== true || direction !== 'past' || reading.hint !== undefined || reading.day === undefined)
		return undefined;
	return fits(reading, yearOf(before)) ? yearOf(before) : undefined;
}

/**
 * "Will resume in April", told in December beside a date of the same year: what lies ahead is not of a year whose April
 * is over; nor is what the clause does not place in time, if that day of the next year is far nearer.
 */
function isOvertaken(iso: string | undefined, { published, direction, year, sure }: Setting): boolean {
	if (iso === undefined || published === null || direction === 'past' || year === undefined) return false;
	if (year > yearOf(published) || (year < yearOf(published) && sure !== true)) return false;
	const last = iso.slice(-10).length === 10 ? iso.slice(-10) : `${iso.slice(-7)}-28`;
	return daysBetween(last, published) > (direction === 'ahead' ? JUST_GONE_DAYS : FAR_PAST_DAYS);
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
function yearFrom(reading: Yearless, published: string, { direction, sure }: Setting): number {
	const year = yearOf(published);
	if (reading.day === undefined) return monthYear(reading, published, direction);
	const away = (one: number) => daysBetween(published, isoOf(one, reading.month, reading.day) ?? `${one}-03-01`);
	const nearest = [year - 1, year, year + 1].sort((a, b) => Math.abs(away(a)) - Math.abs(away(b)))[0] ?? year;
	if (reading.weekday !== undefined) return nearFitting(reading, nearest);
	if (reading.hint === 'next') return away(year) > 0 ? year : year + 1;
	if (reading.hint === 'last') return away(year) < 0 ? year : year - 1;
	if (direction === 'ahead') return nextYear(year, away, sure === true);
	const slack = direction === 'past' ? DATE_LINE_DAYS : NEAR_FUTURE_DAYS;
	if (away(nearest) > 0 && away(nearest) <= slack) return nearest;
	// Writers leave out the year that is the current one: an earlier year's day is the likelier only if it is the nearer.
	if (direction === undefined) return away(year) <= 0 ? year : nearest;
	return away(year) <= 0 ? year : year - 1;
}

/** The year in which a day lies ahead; one just gone was still ahead when it was spoken of. */
function nextYear(year: number, away: (year: number) => number, sure: boolean): number {
	const gone = sure ? SURELY_GONE_DAYS : JUST_GONE_DAYS;
	const next = [year - 1, year, year + 1].find((one) => away(one) >= -gone) ?? year;
	if (sure) return next;
	// Nobody announces by the bare day what is most of a year away: "would begin on March 3", told in May.
	return away(next) > FAR_FUTURE_DAYS ? next - 1 : next;
}

function monthYear({ month, hint, toMonth }: Yearless, published: string, direction: Setting['direction']): number {
	const year = yearOf(published);
	const current = monthOf(published) ?? 1;
	const later = (strict: boolean) => (month > current || (!strict && month === current) ? year : year + 1);
	const earlier = (strict: boolean) => (month < current || (!strict && month === current) ? year : year - 1);
	const byHint: Record<Hint, number> = { last: earlier(true), this: year, next: later(true) };
	const away = (month - current + 12) % 12;
	// "Next September", said in August, is not the month that begins in a few days.
	if (hint === 'next' && away === 1) return later(true) + 1;
	if (hint) return byHint[hint];
	const near = toMonth === undefined && month > current && away <= 12 - away;
	const soon = direction === undefined && away > 0 && (away <= NEAR_FUTURE_MONTHS || near);
	return direction === 'ahead' || soon ? later(false) : earlier(false);
}

/** The month of the date told before, else that of publication or the one before it. */
function dayOfMonth(
	{ day, toDay, months }: Extract<Reading, { as: 'day-of-month' }>,
	{ published, before, direction }: Setting
): Resolved | undefined {
	const spanIn = (month: string): string | undefined => {
		const [from, to] = [day, toDay ?? day].map((one) => isoOf(yearOf(month), monthOf(month), one));
		return from === to ? from : from && to && `${from}/${to}`;
	};
	if (months !== undefined) {
		if (!published) return UNKNOWN;
		return told(spanIn(addMonths(published, months)));
	}
	const earlier = before !== undefined && before.length >= 7 ? before.slice(0, 7) : undefined;
	const old = earlier !== undefined && published !== null && addMonths(earlier, RECENT_MONTHS) < published.slice(0, 7);
	// What is still to come is no day of a month long gone.
	const base = direction === 'ahead' && old ? undefined : earlier;
	if (base) return withTrust(spanIn(base), false, 1);
	if (!published) return UNKNOWN;
	const today = Number(published.slice(8, 10));
	const ahead = direction === 'ahead';
	const by = ahead ? (day >= today ? 0 : 1) : day <= today ? 0 : -1;
	return told(spanIn(addMonths(published, by)));
}
