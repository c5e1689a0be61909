/** A learner's own days: her time zone, and the hour at which a new day begins for her. */
export interface DayClock {
	/** IANA name. */
	timeZone: string;
	/** Hour, 0 to 23. */
	dayStart: number;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const KEPT_FORMATS = 600;
const formats = new Map<string, Intl.DateTimeFormat>();

/** Making a format costs a hundred times what using it does. */
function formatFor(timeZone: string): Intl.DateTimeFormat {
	const known = formats.get(timeZone);
	if (known) return known;
	// A zone can be spelt in many ways; the map must not grow with them.
	if (formats.size >= KEPT_FORMATS) formats.clear();
	const made = new Intl.DateTimeFormat('en-US', {
		timeZone,
		hourCycle: 'h23',
		year: 'numeric',
		month: 'numeric',
		day: 'numeric',
		hour: 'numeric',
		minute: 'numeric',
		second: 'numeric'
	});
	formats.set(timeZone, made);
	return made;
}

const QUARTER = 15 * MINUTE;
/** Since then every zone changes its offset on a quarter of an hour, if it does. */
const QUARTERS_SINCE = Date.UTC(1975, 0);
const KEPT_OFFSETS = 20_000;
const offsets = new Map<string, Map<number, number>>();
let keptOffsets = 0;

/** How far a zone is ahead of UTC at an instant, in milliseconds; worked out once for each quarter of an hour. */
export function utcOffset(timeZone: string, at: Date): number {
	const time = at.getTime();
	if (!(time >= QUARTERS_SINCE)) return offsetAt(timeZone, at);
	const quarter = Math.floor(time / QUARTER);
	const known = offsets.get(timeZone)?.get(quarter);
	if (known !== undefined) return known;
	const offset = offsetAt(timeZone, at);
	if (keptOffsets >= KEPT_OFFSETS) {
		offsets.clear();
		keptOffsets = 0;
	}
	const ofZone = offsets.get(timeZone) ?? new Map<number, number>();
	offsets.set(timeZone, ofZone.set(quarter, offset));
	keptOffsets++;
	return offset;
}

function offsetAt(timeZone: string, at: Date): number {
	const parts = new Map(
		formatFor(timeZone)
			.formatToParts(at)
			.map((part) => [part.type, Number(part.value)])
	);
	const field = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0;
	const local = Date.UTC(
		field('year'),
		field('month') - 1,
		field('day'),
		field('hour'),
		field('minute'),
		field('second')
	);
	return local - Math.floor(at.getTime() / 1000) * 1000;
}

/**
 * The instant on a clock whose UTC date is the learner's day: shifted by the zone's offset and back by the day start.
 * The scheduling library counts days by UTC date and is given this clock, so that its days are hers.
 */
export function shiftedClock(at: Date, clock: DayClock): Date {
	return new Date(at.getTime() + utcOffset(clock.timeZone, at) - clock.dayStart * HOUR);
}

/** Days of learners that were worked out: a plan of a year asks for the same few over and over. */
interface KnownDays {
	/** The number of the day on which a quarter of an hour falls, by its own. */
	ofQuarter: Map<number, number>;
	/** When a day begins, by its number. */
	begins: Map<number, number>;
}
const KEPT_DAYS = 20_000;
/** By time zone and, in its list, by the hour at which a day begins. */
const knownDays = new Map<string, KnownDays[]>();
let keptDays = 0;

/** What is known of a clock's days; with room for one more. */
function daysBy({ timeZone, dayStart }: DayClock): KnownDays {
	if (keptDays >= KEPT_DAYS) {
		knownDays.clear();
		keptDays = 0;
	}
	const ofZone = knownDays.get(timeZone) ?? [];
	const known = ofZone[dayStart];
	if (known) return known;
	const made: KnownDays = { ofQuarter: new Map(), begins: new Map() };
	ofZone[dayStart] = made;
	knownDays.set(timeZone, ofZone);
	return made;
}

/** The learner's day on which an instant falls, as YYYY-MM-DD. */
export function dayOf(at: Date, clock: DayClock): string {
	return dayName(dayNumber(at.getTime(), clock));
}

/**
 * The learner's day on which an instant falls, as the number of days since 1 January 1970.
 * @param time milliseconds
 * @throws RangeError where it is no instant
 */
export function dayNumber(time: number, clock: DayClock): number {
	if (!(time >= QUARTERS_SINCE)) return numberAt(time, clock);
	const { ofQuarter } = daysBy(clock);
	const quarter = Math.floor(time / QUARTER);
	const known = ofQuarter.get(quarter);
	if (known !== undefined) return known;
	const day = numberAt(time, clock);
	ofQuarter.set(quarter, day);
	keptDays++;
	return day;
}

function numberAt(time: number, clock: DayClock): number {
	return Math.floor(shiftedClock(new Date(time), clock).getTime() / DAY);
}

/**
 * The instant at which one of the learner's days begins: the first one of it. Where the clock skips that hour it is the
 * first instant after the gap, where the clock repeats it the first of the two.
 */
export function startOfDay(day: string, clock: DayClock): Date {
	return new Date(startOfDayNumber(numberOf(day), clock));
}

/**
 * When a day begins that is given by its number.
 * @returns milliseconds
 */
export function startOfDayNumber(day: number, clock: DayClock): number {
	const { begins } = daysBy(clock);
	const known = begins.get(day);
	if (known !== undefined) return known;
	const found = findStart(day, clock);
	begins.set(day, found);
	keptDays++;
	return found;
}

function findStart(day: number, clock: DayClock): number {
	const wanted = day * DAY + clock.dayStart * HOUR;
	const offsets = [wanted - DAY, wanted + DAY].map((at) => utcOffset(clock.timeZone, new Date(at)));
	const candidates = offsets.map((offset) => wanted - offset).sort((a, b) => a - b);
	const begins = (at: number) => dayNumber(at, clock) === day && dayNumber(at - 1, clock) !== day;
	return candidates.find(begins) ?? Math.max(...candidates);
}

/** The day that lies a number of days after another. */
export function addDays(day: string, days: number): string {
	return dayName(numberOf(day) + days);
}

/** Whole days from one day to another. */
export function daysBetween(from: string, to: string): number {
	return numberOf(to) - numberOf(from);
}

const numbers = new Map<string, number>();

/** How many days a day lies after 1 January 1970; NaN for what is no day. */
function numberOf(day: string): number {
	const known = numbers.get(day);
	if (known !== undefined) return known;
	if (numbers.size >= KEPT_DAYS) numbers.clear();
	const found = Math.round(Date.parse(`${day}T00:00:00Z`) / DAY);
	numbers.set(day, found);
	return found;
}

const names = new Map<number, string>();

/** A day by its number, as YYYY-MM-DD. */
export function dayName(number: number): string {
	const known = names.get(number);
	if (known !== undefined) return known;
	if (names.size >= KEPT_DAYS) names.clear();
	const name = new Date(number * DAY).toISOString().slice(0, 10);
	names.set(number, name);
	return name;
}
