import { utcOffset } from '#lib/domain/scheduling/clock.ts';
import { Kept } from '#lib/server/bank/kept.ts';

/** From an instant on, a zone is so far ahead of UTC; both in seconds, the instant since 1 January 1970. */
export interface Offset {
	from: number;
	offset: number;
}

const HOUR_MS = 60 * 60_000;
const DAY_MS = 24 * HOUR_MS;
const QUARTER_MS = HOUR_MS / 4;
/** Years of zones: finding their changes takes some milliseconds. */
const MOST_KEPT = 2000;
/** More years than any log has. */
const MOST_YEARS = 100;
const kept = new Kept<Offset[]>(MOST_KEPT);

/**
 * How far a zone is ahead of UTC from one instant to another, the years of both from their beginning to their end: what
 * held first, and every change of it, the earliest first.
 */
export function offsetsOf(timeZone: string, from: Date, to: Date): Offset[] {
	const last = to.getUTCFullYear();
	const first = Math.max(from.getUTCFullYear(), last - MOST_YEARS);
	const years = Array.from({ length: last - first + 1 }, (_, index) => changesIn(timeZone, first + index));
	return years.flat().filter(({ offset }, index, all) => index === 0 || offset !== all[index - 1]?.offset);
}

/** What holds as a year begins by UTC, and its changes. */
function changesIn(timeZone: string, year: number): Offset[] {
	const key = `${timeZone} ${year}`;
	const known = kept.get(key);
	if (known) return known;
	const end = Date.UTC(year + 1, 0);
	let at = Date.UTC(year, 0);
	const made = [offsetFrom(timeZone, at)];
	for (; at < end; at += DAY_MS) {
		const next = Math.min(at + DAY_MS, end);
		if (utcOffset(timeZone, new Date(at)) !== utcOffset(timeZone, new Date(next)))
			made.push(offsetFrom(timeZone, changeBetween(timeZone, at, next)));
	}
	kept.set(key, made);
	return made;
}

function offsetFrom(timeZone: string, at: number): Offset {
	return { from: at / 1000, offset: utcOffset(timeZone, new Date(at)) / 1000 };
}

/** The first quarter of an hour with the later of two offsets: zones change theirs on no other minute. */
function changeBetween(timeZone: string, from: number, to: number): number {
	const before = utcOffset(timeZone, new Date(from));
	let [low, high] = [from / QUARTER_MS, to / QUARTER_MS];
	while (high - low > 1) {
		const middle = Math.floor((low + high) / 2);
		if (utcOffset(timeZone, new Date(middle * QUARTER_MS)) === before) low = middle;
		else high = middle;
	}
	return high * QUARTER_MS;
}
