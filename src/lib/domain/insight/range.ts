import { addDays } from '../scheduling/clock.ts';

/** Which of a learner's days are looked at: so many days up to today, or all. */
export const RANGES = ['30', '90', '365', 'all'] as const;
export type Range = (typeof RANGES)[number];

/** How far ahead is looked, in days. */
export const HORIZONS = ['7', '30', '90'] as const;
export type Horizon = (typeof HORIZONS)[number];

/** What an address asks for; `undefined` where it is no range. */
export function readRange(text: string): Range | undefined {
	return RANGES.find((range) => range === text);
}

/** What an address asks for; `undefined` where it is no horizon. */
export function readHorizon(text: string): Horizon | undefined {
	return HORIZONS.find((horizon) => horizon === text);
}

/** The first day of a range, today being its last; null where it has no first one. */
export function firstDay(range: Range, today: string): string | null {
	return range === 'all' ? null : addDays(today, 1 - Number(range));
}
