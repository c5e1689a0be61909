import { expect, test } from 'vitest';
import { retrievability } from '../scheduling/fsrs.ts';
import { DEFAULT_SETTINGS } from '../scheduling/settings.ts';
import { calibrate } from './calibration.ts';
import { streaks, stretches, type DayTotals } from './days.ts';
import { median } from '../median.ts';
import { binDays, binShares } from './distribution.ts';
import { forecast } from './forecast.ts';
import { heatMap } from './heat-map.ts';
import { hourRows } from './hours.ts';
import { DEFAULT_DECAY, predictedRecall } from './prediction.ts';
import { firstDay, readHorizon, readRange } from './range.ts';

const day = (date: string, answered: number): DayTotals => ({
	...{ day: date, answered, correct: Math.floor(answered / 2) },
	...{ introduced: 1, durationMs: 1000 * answered }
});

test('the forgetting curve is the scheduler’s own', () => {
	for (const days of [1, 3, 10, 40, 400]) {
		const lastReview = '2026-01-01T12:00:00.000Z';
		const now = new Date(Date.parse(lastReview) + days * 86_400_000);
		const card = { state: 2 as const, due: lastReview, stability: 12.5, difficulty: 5, scheduledDays: 10, step: 0 };
		const known = retrievability({ ...card, reps: 3, lapses: 0, lastReview, seq: 3 }, now, DEFAULT_SETTINGS);
		expect(predictedRecall(days, 12.5, DEFAULT_DECAY)).toBeCloseTo(known, 6);
	}
	expect(predictedRecall(12.5, 12.5, 0.4)).toBeCloseTo(0.9, 12);
});

test('a row of days goes on until a day without an answer is over', () => {
	const days = [
		day('2026-03-01', 2),
		day('2026-03-02', 1),
		day('2026-03-03', 1),
		day('2026-03-05', 4),
		day('2026-03-06', 0)
	];
	expect(streaks(days, '2026-03-05')).toEqual({ current: 1, longest: 3 });
	expect(streaks(days, '2026-03-06')).toEqual({ current: 1, longest: 3 });
	expect(streaks(days, '2026-03-07')).toEqual({ current: 0, longest: 3 });
	expect(streaks([], '2026-03-07')).toEqual({ current: 0, longest: 0 });
});

test('a range is put together by days, weeks that end on Sunday, or months, and loses no answer', () => {
	const days = [day('2025-12-31', 3), day('2026-03-01', 5), day('2026-03-02', 2), day('2026-03-20', 1)];
	const month = stretches(days, '2026-02-19', '2026-03-20');
	expect(month.unit).toBe('day');
	expect(month.stretches).toHaveLength(30);
	const weeks = stretches(days, '2026-01-01', '2026-03-20');
	expect(weeks.unit).toBe('week');
	expect(
		weeks.stretches.filter(({ answered }) => answered > 0).map(({ from, to, answered }) => [from, to, answered])
	).toEqual([
		['2026-02-23', '2026-03-01', 5],
		['2026-03-02', '2026-03-08', 2],
		['2026-03-16', '2026-03-20', 1]
	]);
	const all = stretches([day('2024-11-30', 7), ...days], null, '2026-03-20');
	expect(all.unit).toBe('month');
	expect(all.stretches[0]).toMatchObject({ from: '2024-11-30', to: '2024-11-30', answered: 7 });
	expect(all.stretches.at(-1)).toMatchObject({ from: '2026-03-01', to: '2026-03-20', answered: 8, durationMs: 8000 });
	expect(stretches([], null, '2026-03-20').stretches).toHaveLength(1);
});

test('the heat map holds the last 53 weeks and weighs a day by the quarters of the active ones', () => {
	const map = heatMap(
		[day('2020-01-01', 99), day('2026-03-16', 1), day('2026-03-17', 5), day('2026-03-18', 20), day('2026-03-19', 80)],
		'2026-03-20'
	);
	expect(map.weeks).toHaveLength(53);
	expect(map.weeks[0]!.monday).toBe('2025-03-17');
	expect(map.weeks.at(-1)!.days.map(({ level }) => level)).toEqual([1, 2, 3, 4, 0]);
	expect(map).toMatchObject({ activeDays: 4, answered: 106 });
});

test('values are counted by days or by tenths, each once', () => {
	expect(binDays([0, 0.5, 1, 6.9, 7, 800]).map(({ count }) => count)).toEqual([2, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 1]);
	expect(binDays([2])).toHaveLength(2);
	expect(binShares([0, 0.1, 0.999, 1]).map(({ count }) => count)).toEqual([1, 1, 0, 0, 0, 0, 0, 0, 0, 2]);
	expect([median([]), median([3]), median([1, 9, 2]), median([1, 2, 3, 10])]).toEqual([null, 3, 2, 2.5]);
});

test('what is overdue stands apart from what falls due today', () => {
	const seen = forecast(['2026-03-01', '2026-03-20', '2026-03-22', '2026-03-27'], '2026-03-20', 7);
	expect(seen).toMatchObject({ backlog: 1, later: 1 });
	expect(seen.days.map(({ count }) => count)).toEqual([1, 0, 1, 0, 0, 0, 0]);
});

test('answers of one hour are one row, right or wrong', () => {
	const rows = hourRows([
		{ hour: 3, right: true, count: 2 },
		{ hour: 3, right: false, count: 1 },
		{ hour: 23, right: true, count: 1 }
	]);
	expect(rows).toHaveLength(24);
	expect([rows[3], rows[23], rows[0]]).toEqual([
		{ passed: 2, all: 3 },
		{ passed: 1, all: 1 },
		{ passed: 0, all: 0 }
	]);
});

test('predictions are compared in bins, without empty ones', () => {
	const cells = [
		{ percent: 91, right: true, count: 9 },
		{ percent: 93, right: false, count: 1 },
		{ percent: 40, right: false, count: 2 }
	];
	const seen = calibrate(cells);
	expect(seen.bins.map(({ from, to, recalled }) => [from, to, recalled.passed, recalled.all])).toEqual([
		[0, 50, 0, 2],
		[90, 95, 9, 10]
	]);
	expect(seen.bins[1]!.predicted).toBeCloseTo(0.917, 10);
});

test('an address names a range and a horizon of ours, or none', () => {
	expect([readRange('all'), readRange('1'), readRange('toString'), readHorizon('7'), readHorizon('8')]).toEqual([
		'all',
		undefined,
		undefined,
		'7',
		undefined
	]);
	expect([firstDay('30', '2026-03-20'), firstDay('all', '2026-03-20')]).toEqual(['2026-02-19', null]);
});
