import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { utcOffset } from '#lib/domain/scheduling/clock.ts';
import { offsetsOf } from './offsets.ts';

const FROM = new Date('2009-06-01T00:00:00Z');
const TO = new Date('2027-03-01T00:00:00Z');
const ZONES = ['America/New_York', 'Australia/Lord_Howe', 'Africa/Casablanca', 'Asia/Kathmandu', 'Pacific/Apia'];

describe('the offsets of a zone', () => {
	it('give at every instant how far it is ahead of UTC, to the second of each change', () => {
		const instant = fc.date({ min: FROM, max: TO, noInvalidDate: true });
		const property = fc.property(fc.constantFrom(...ZONES), instant, (timeZone, at) => {
			const all = offsetsOf(timeZone, FROM, TO);
			const offsetAt = (time: number) => all.findLast(({ from }) => from * 1000 <= time)!.offset * 1000;
			expect(offsetAt(at.getTime())).toBe(utcOffset(timeZone, at));
			for (const { from } of all)
				for (const time of [from * 1000, from * 1000 - 1].filter((one) => one >= Date.UTC(2009, 0)))
					expect(offsetAt(time)).toBe(utcOffset(timeZone, new Date(time)));
		});
		fc.assert(property, { numRuns: 100 });
	});

	it('are as many as the clock was changed', () => {
		expect(offsetsOf('Asia/Shanghai', FROM, TO).map(({ offset }) => offset)).toEqual([28_800]);
		expect(offsetsOf('America/New_York', new Date('2026-05-01'), new Date('2026-05-02'))).toEqual([
			{ from: Date.UTC(2026, 0) / 1000, offset: -18_000 },
			{ from: Date.UTC(2026, 2, 8, 7) / 1000, offset: -14_400 },
			{ from: Date.UTC(2026, 10, 1, 6) / 1000, offset: -18_000 }
		]);
	});
});
