import { expect, test } from 'vitest';
import { deedTimes } from './deed-times.ts';

const NOW = new Date('2026-03-02T10:00:00Z');
const DAY_MS = 24 * 60 * 60_000;
const since = new Date(NOW.getTime() - 30 * DAY_MS);
const clock = (days: number, ms = 0) => new Date(NOW.getTime() + days * DAY_MS + ms).toISOString();

test('deeds by a clock that was set back a day and then forward a year keep their order, each at a time of its own', () => {
	const ats = [clock(0, -9000), clock(0, -8000), clock(-1, -7000), clock(-1, -6000), clock(365, -5000)];
	const heard = clock(0, -60_000);
	const times = deedTimes(ats, { now: clock(365), heard }, NOW, since).map((at) => at.getTime());
	expect(times.every((at, n) => n === 0 || at > times[n - 1]!)).toBe(true);
	expect(times[0]).toBeGreaterThan(Date.parse(heard));
	expect(times.at(-1)).toBe(NOW.getTime() - 5000);
});

test('two hundred deeds that can have been done in one moment alone are still told apart, and none is in the future', () => {
	const ats = Array.from({ length: 200 }, () => clock(-1));
	const times = deedTimes(ats, { now: clock(0), heard: NOW.toISOString() }, NOW, since).map((at) => at.getTime());
	expect(new Set(times).size).toBe(200);
	expect(Math.max(...times)).toBeLessThanOrEqual(NOW.getTime());
	expect(Math.min(...times)).toBeGreaterThanOrEqual(NOW.getTime() - 200);
});
