import { addDays, startOfDay, type DayClock } from '#lib/domain/scheduling/clock.ts';
import { Kept } from '#lib/server/bank/kept.ts';

/** One of a learner's days: its date, when it begins and when the next one does, as ISO instants in UTC. */
export type CalendarDay = [day: string, begins: string, ends: string];

/** Years of calendars, by zone and day start: working one out takes some milliseconds. */
const MOST_KEPT = 200;
const years = new Kept<CalendarDay[]>(MOST_KEPT);

/** The learner's days from one to another, both included; no more than a century of them. */
export function calendarOf(from: string, to: string, clock: DayClock): CalendarDay[] {
	const last = Math.min(Number(to.slice(0, 4)), Number(from.slice(0, 4)) + 99);
	const wanted: CalendarDay[] = [];
	for (let year = Number(from.slice(0, 4)); year <= last; year++) wanted.push(...yearOf(year, clock));
	return wanted.filter(([day]) => day >= from && day <= to);
}

function yearOf(year: number, clock: DayClock): CalendarDay[] {
	const key = `${clock.timeZone} ${clock.dayStart} ${year}`;
	const known = years.get(key);
	if (known) return known;
	const made: CalendarDay[] = [];
	let begins = startOfDay(`${year}-01-01`, clock).toISOString();
	for (let day = `${year}-01-01`; day.startsWith(`${year}-`); day = addDays(day, 1)) {
		const ends = startOfDay(addDays(day, 1), clock).toISOString();
		made.push([day, begins, ends]);
		begins = ends;
	}
	years.set(key, made);
	return made;
}

/** Whether each of these days begins on a full hour of UTC, so that hours of UTC are hours of the learner's clock. */
export function beginsOnHours(calendar: readonly CalendarDay[]): boolean {
	return calendar.every(([, begins]) => begins.slice(14, 19) === '00:00');
}

/**
 * A date by UTC: the learner's day as it begins, and the instants within it at which a day of hers begins. There is one
 * as a rule; where clocks change there may be none or two.
 */
export type DateInUtc = [date: string, day: string, first: string, second: string];

/** After every instant, as text. */
const NEVER = '~';

/** The dates by UTC that the calendar covers from their beginning. */
export function datesOf(calendar: readonly CalendarDay[]): DateInUtc[] {
	const begun = new Map<string, CalendarDay[]>();
	for (const entry of calendar) {
		const date = entry[1].slice(0, 10);
		begun.set(date, [...(begun.get(date) ?? []), entry]);
	}
	const [earliest, latest] = [calendar[0], calendar.at(-1)];
	if (!earliest || !latest) return [];
	const dates: DateInUtc[] = [];
	let day = earliest[0];
	for (let date = addDays(earliest[1].slice(0, 10), 1); date <= latest[1].slice(0, 10); date = addDays(date, 1)) {
		const [first, second] = begun.get(date) ?? [];
		dates.push([date, day, first?.[1] ?? NEVER, second?.[1] ?? NEVER]);
		day = (second ?? first)?.[0] ?? day;
	}
	return dates;
}
