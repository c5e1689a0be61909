import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, dayOf, daysBetween, startOfDay, utcOffset } from './clock.ts';

const ZONES = [
	'UTC',
	'America/New_York',
	'America/Los_Angeles',
	'Europe/London',
	'Europe/Berlin',
	'Asia/Tokyo',
	'Asia/Shanghai',
	'Asia/Kolkata',
	'Australia/Sydney',
	'Pacific/Auckland',
	'America/St_Johns',
	'Pacific/Apia'
];
const anyClock = fc.record({ timeZone: fc.constantFrom(...ZONES), dayStart: fc.integer({ min: 0, max: 23 }) });
const anyInstant = fc.date({ min: new Date('2015-01-01'), max: new Date('2035-01-01'), noInvalidDate: true });

describe('the learner’s day', () => {
	it('begins at her day start and not at midnight', () => {
		const clock = { timeZone: 'America/New_York', dayStart: 4 };
		expect(dayOf(new Date('2026-03-02T08:59:59Z'), clock)).toBe('2026-03-01');
		expect(dayOf(new Date('2026-03-02T09:00:00Z'), clock)).toBe('2026-03-02');
	});

	it('follows her zone and not UTC', () => {
		const evening = new Date('2026-07-01T20:00:00Z');
		expect(dayOf(evening, { timeZone: 'Asia/Tokyo', dayStart: 0 })).toBe('2026-07-02');
		expect(dayOf(evening, { timeZone: 'America/Los_Angeles', dayStart: 0 })).toBe('2026-07-01');
	});

	it('contains the instant at which it starts', () => {
		fc.assert(
			fc.property(anyInstant, anyClock, (at, clock) => {
				const day = dayOf(at, clock);
				expect(dayOf(startOfDay(day, clock), clock)).toBe(day);
			}),
			{ numRuns: 2000 }
		);
	});

	it('never starts after an instant that belongs to it', () => {
		fc.assert(
			fc.property(anyInstant, anyClock, (at, clock) => {
				const start = startOfDay(dayOf(at, clock), clock);
				expect(start.getTime()).toBeLessThanOrEqual(at.getTime());
			}),
			{ numRuns: 2000 }
		);
	});

	it('starts at the first of two equal hours when the clock goes back, in every zone', () => {
		const clock = { timeZone: 'Europe/Berlin', dayStart: 2 };
		expect(startOfDay('2026-10-25', clock).toISOString()).toBe('2026-10-25T00:00:00.000Z');
	});

	it('is 23 or 25 hours long when the clock changes', () => {
		const clock = { timeZone: 'Europe/Berlin', dayStart: 4 };
		const hours = (day: string) =>
			(startOfDay(addDays(day, 1), clock).getTime() - startOfDay(day, clock).getTime()) / 3_600_000;
		expect(hours('2026-03-28')).toBe(23);
		expect(hours('2026-10-24')).toBe(25);
		expect(hours('2026-06-01')).toBe(24);
	});
});

describe('day arithmetic', () => {
	it('adding days and counting them are inverse', () => {
		fc.assert(
			fc.property(fc.integer({ min: -4000, max: 4000 }), (days) => {
				expect(daysBetween('2026-02-28', addDays('2026-02-28', days))).toBe(days);
			})
		);
	});

	it('knows half-hour zones', () => {
		expect(utcOffset('Asia/Kolkata', new Date('2026-01-01T00:00:00.123Z'))).toBe(5.5 * 3_600_000);
	});
});

it('a day is the same whether it is asked for the first time or again, as the zone’s own calendar has it', () => {
	for (const timeZone of ['Asia/Kathmandu', 'Australia/Lord_Howe', 'America/St_Johns', 'Africa/Casablanca']) {
		const format = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
		for (const dayStart of [0, 4]) {
			for (let time = Date.UTC(2026, 2, 1); time < Date.UTC(2026, 10, 10); time += 7 * 60 * 60_000 + 421_337) {
				const at = new Date(time);
				const days = [dayOf(at, { timeZone, dayStart }), dayOf(at, { timeZone, dayStart })];
				if (dayStart === 0) expect(days).toEqual([format.format(at), format.format(at)]);
				const begin = startOfDay(days[0]!, { timeZone, dayStart });
				expect(startOfDay(days[0]!, { timeZone, dayStart })).toEqual(begin);
				expect(begin.getTime()).toBeLessThanOrEqual(time);
				expect(dayOf(begin, { timeZone, dayStart })).toBe(days[0]);
			}
		}
	}
});
