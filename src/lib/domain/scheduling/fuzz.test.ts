import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addDays } from './clock.ts';
import { chooseDay, dayWeight, fuzzRange } from './fuzz.ts';
import type { DayLoad } from './settings.ts';

const NORMAL: DayLoad[] = Array.from({ length: 7 }, () => 'normal');
const quietSunday = (load: DayLoad): DayLoad[] => [...NORMAL.slice(0, 6), load];
const MONDAY = '2026-06-01';

it('an interval is spread as Anki spreads it', () => {
	const range = (days: number) => Object.values(fuzzRange(days, 0, 36500));
	expect([1, 2, 3, 7, 20, 100].map(range)).toEqual([
		[1, 1],
		[2, 2],
		[2, 4],
		[5, 9],
		[17, 23],
		[93, 107]
	]);
});

it('a spread interval is not shorter than the time since the last review where the plain one is longer', () => {
	expect(fuzzRange(20, 19, 36500)).toEqual({ first: 20, last: 23 });
	expect(fuzzRange(20, 20, 36500)).toEqual({ first: 17, last: 23 });
	expect(fuzzRange(100, 0, 100)).toEqual({ first: 93, last: 100 });
});

it('every day of a range is chosen alike, and an easy one less often', () => {
	const count = (easyDays: DayLoad[]) => {
		const sundays = Array.from({ length: 20_000 }, (_, seed) =>
			chooseDay({ first: 3, last: 9 }, MONDAY, easyDays, `card ${seed}`)
		).filter((days) => new Date(addDays(MONDAY, days)).getUTCDay() === 0);
		return sundays.length / 20_000;
	};
	expect(count(NORMAL)).toBeCloseTo(1 / 7, 2);
	expect(count(quietSunday('reduced'))).toBeCloseTo(0.5 / 6.5, 2);
	expect(count(quietSunday('minimum'))).toBeLessThan(0.001);
});

it('a day is chosen where all are easy alike', () => {
	const days = new Set(
		Array.from({ length: 500 }, (_, seed) =>
			chooseDay(
				{ first: 3, last: 9 },
				MONDAY,
				NORMAL.map(() => 'minimum' as const),
				`${seed}`
			)
		)
	);
	expect([...days].sort()).toEqual([3, 4, 5, 6, 7, 8, 9]);
});

it('of two ranges the later one never gives the earlier day', () => {
	fc.assert(
		fc.property(
			fc.integer({ min: 1, max: 60 }),
			fc.integer({ min: 0, max: 20 }),
			fc.integer({ min: 0, max: 20 }),
			fc.integer({ min: 0, max: 20 }),
			fc.array(fc.constantFrom<DayLoad>('normal', 'reduced', 'minimum'), { minLength: 7, maxLength: 7 }),
			fc.string(),
			(first, width, later, longer, easyDays, seed) => {
				const near = chooseDay({ first, last: first + width }, MONDAY, easyDays, seed);
				const far = chooseDay(
					{ first: first + later, last: first + later + Math.max(width - later, 0) + longer },
					MONDAY,
					easyDays,
					seed
				);
				expect(near).toBeLessThanOrEqual(far);
			}
		)
	);
});

it('a weekday has its own weight', () => {
	expect(dayWeight('2026-06-07', quietSunday('reduced'))).toBe(0.5);
	expect(dayWeight('2026-06-08', quietSunday('reduced'))).toBe(1);
});
