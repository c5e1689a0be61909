import { hash } from '../hash.ts';
import type { DayLoad } from './settings.ts';

/** Intervals are spread from here on; days. */
const FUZZED_FROM = 2.5;
/** By how much of each part of an interval it may be off, beside one day (Anki: rslib, scheduler/states/fuzz.rs). */
const PARTS = [
	{ from: 2.5, to: 7, share: 0.15 },
	{ from: 7, to: 20, share: 0.1 },
	{ from: 20, to: Infinity, share: 0.05 }
];
/** How likely a day is chosen beside a normal one (Anki's weights). */
const WEIGHTS: Record<DayLoad, number> = { normal: 1, reduced: 0.5, minimum: 0.0001 };

/** The first and the last day of a choice, counted from the day of the review. */
export interface DayRange {
	first: number;
	last: number;
}

/**
 * The days within which an interval may be spread.
 * @param interval whole days, at most `maximum`
 * @param elapsed days since the review before; what is longer than that stays longer
 */
export function fuzzRange(interval: number, elapsed: number, maximum: number): DayRange {
	if (interval < FUZZED_FROM) return { first: interval, last: interval };
	const off = PARTS.reduce((sum, { from, to, share }) => sum + share * Math.max(0, Math.min(interval, to) - from), 1);
	const last = Math.min(Math.round(interval + off), maximum);
	const first = Math.max(2, Math.round(interval - off), interval > elapsed ? elapsed + 1 : 0);
	return { first: Math.min(first, last), last };
}

/** How much of a normal day's share a day of the learner's takes. */
export function dayWeight(day: string, easyDays: readonly DayLoad[]): number {
	return weightAt(mondayFirst(day), easyDays);
}

/**
 * A day out of a range, by a seed, easy days less often. The same seed falls on the same share of every range, so that
 * of two ranges the later one never gives the earlier day.
 * @param from the learner's day on which the review is given
 */
export function chooseDay(range: DayRange, from: string, easyDays: readonly DayLoad[], seed: string): number {
	const count = range.last - range.first + 1;
	const share = hash(seed) / 2 ** 53;
	if (count === 1 || easyDays.every(isNormal)) return range.first + Math.floor(share * count);
	const weights = weightsOf(range, from, easyDays);
	let rest = share * weights.reduce((sum, weight) => sum + weight, 0);
	for (const [index, weight] of weights.entries()) {
		if (rest < weight) return range.first + index;
		rest -= weight;
	}
	return range.last;
}

/** The first day of a range that is as little of an easy day as any of it. */
export function firstGoodDay(range: DayRange, from: string, easyDays: readonly DayLoad[]): number {
	if (easyDays.every(isNormal)) return range.first;
	const weights = weightsOf(range, from, easyDays);
	return range.first + weights.indexOf(Math.max(...weights));
}

const isNormal = (load: DayLoad) => load === 'normal';

function weightsOf({ first, last }: DayRange, from: string, easyDays: readonly DayLoad[]): number[] {
	const start = mondayFirst(from) + first;
	return Array.from({ length: last - first + 1 }, (_, index) => weightAt((start + index) % 7, easyDays));
}

/** 0 for Monday to 6 for Sunday. */
function mondayFirst(day: string): number {
	return (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
}

function weightAt(weekday: number, easyDays: readonly DayLoad[]): number {
	return WEIGHTS[easyDays[weekday] ?? 'normal'];
}
