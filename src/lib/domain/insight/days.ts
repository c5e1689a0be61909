import { addDays, daysBetween } from '../scheduling/clock.ts';

/** What was done on one of the learner's days. */
export interface DayTotals {
	day: string;
	answered: number;
	correct: number;
	/** Items that were answered for the first time. */
	introduced: number;
	durationMs: number;
}

const NOTHING = { answered: 0, correct: 0, introduced: 0, durationMs: 0 };

/** The totals of a day, which are nothing where it has none. */
export function totalsOf(totals: readonly DayTotals[], day: string): DayTotals {
	return totals.find((entry) => entry.day === day) ?? { day, ...NOTHING };
}

/**
 * Days in a row with an answer: up to today, and the most there ever were. A day that has only begun breaks no row.
 * @param totals by day, the earliest first
 */
export function streaks(totals: readonly DayTotals[], today: string): { current: number; longest: number } {
	let length = 0;
	let longest = 0;
	let last: string | undefined;
	for (const { day, answered } of totals) {
		if (answered === 0 || day > today) continue;
		length = last !== undefined && addDays(last, 1) === day ? length + 1 : 1;
		longest = Math.max(longest, length);
		last = day;
	}
	const goesOn = last === today || last === addDays(today, -1);
	return { current: goesOn ? length : 0, longest };
}

/** How the days of a range are put together in a picture, so that it has at most about fifty bars. */
export type Unit = 'day' | 'week' | 'month';

/** Totals of some days in a row. */
export interface Stretch extends Omit<DayTotals, 'day'> {
	/** First and last day. */
	from: string;
	to: string;
}

/**
 * The totals of a range, by day up to 31 days, by week up to a year, else by month.
 * @param first the first day of the range; null for that of the first answer
 */
export function stretches(
	totals: readonly DayTotals[],
	first: string | null,
	today: string
): { unit: Unit; stretches: Stretch[] } {
	const begins = first ?? totals.find(({ answered }) => answered > 0)?.day ?? today;
	const from = begins < today ? begins : today;
	const length = daysBetween(from, today) + 1;
	const unit = length <= 31 ? 'day' : length <= 366 ? 'week' : 'month';
	const made: Stretch[] = [];
	const inRange = totals.filter(({ day }) => day >= from && day <= today);
	let next = 0;
	for (let at = from; at <= today;) {
		const to = earlier(lastOf(at, unit), today);
		const sum: Stretch = { from: at, to, ...NOTHING };
		for (let entry = inRange[next]; entry && entry.day <= to; entry = inRange[++next]) {
			sum.answered += entry.answered;
			sum.correct += entry.correct;
			sum.introduced += entry.introduced;
			sum.durationMs += entry.durationMs;
		}
		made.push(sum);
		at = addDays(to, 1);
	}
	return { unit, stretches: made };
}

/** The last day of the day, the week (which ends on Sunday) or the month in which a day lies. */
function lastOf(day: string, unit: Unit): string {
	if (unit === 'day') return day;
	if (unit === 'week') return addDays(day, 6 - weekday(day));
	const [year = 0, month = 1] = day.split('-').map(Number);
	return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}

function earlier(a: string, b: string): string {
	return a < b ? a : b;
}

/** 0 for Monday to 6 for Sunday. */
export function weekday(day: string): number {
	return (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
}
