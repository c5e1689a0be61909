import { addDays } from '../scheduling/clock.ts';
import { weekday, type DayTotals } from './days.ts';

/** How strong a day is: 0 for no answer, 1 to 4 by the quarters of the days that have one. */
export type Level = 0 | 1 | 2 | 3 | 4;

export interface HeatDay {
	day: string;
	answered: number;
	level: Level;
}

export interface HeatMap {
	/** Each from Monday to Sunday; days after today are left out. */
	weeks: { monday: string; days: HeatDay[] }[];
	/** Answers a day from which the levels 1 to 4 begin. */
	levels: number[];
	activeDays: number;
	answered: number;
}

const WEEKS = 53;

/** The last 53 weeks up to today. */
export function heatMap(totals: readonly DayTotals[], today: string): HeatMap {
	const monday = addDays(today, -weekday(today) - 7 * (WEEKS - 1));
	const answered = new Map(totals.map((entry) => [entry.day, entry.answered]));
	const shown = totals.filter(({ day, answered: count }) => day >= monday && day <= today && count > 0);
	const levels = quarters(shown.map((entry) => entry.answered));
	const levelOf = (count: number): Level => {
		const [, second = Infinity, third = Infinity, fourth = Infinity] = levels;
		if (count <= 0) return 0;
		return count >= fourth ? 4 : count >= third ? 3 : count >= second ? 2 : 1;
	};
	const weeks = Array.from({ length: WEEKS }, (_, week) => {
		const begins = addDays(monday, 7 * week);
		const days = Array.from({ length: 7 }, (_, index) => addDays(begins, index)).filter((day) => day <= today);
		const heat = (day: string) => ({ day, answered: answered.get(day) ?? 0, level: levelOf(answered.get(day) ?? 0) });
		return { monday: begins, days: days.map(heat) };
	});
	return { weeks, levels, activeDays: shown.length, answered: shown.reduce((sum, entry) => sum + entry.answered, 0) };
}

/** Where the quarters of some counts begin, each at least one above the one before. */
function quarters(counts: readonly number[]): number[] {
	const sorted = counts.toSorted((a, b) => a - b);
	const begins: number[] = [];
	for (let quarter = 0; quarter < 4; quarter++) {
		const least = begins.at(-1) ?? 0;
		begins.push(Math.max(least + 1, quarter === 0 ? 1 : (sorted[Math.floor((sorted.length * quarter) / 4)] ?? 0)));
	}
	return begins;
}
