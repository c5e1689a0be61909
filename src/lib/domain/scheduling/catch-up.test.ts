import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CardState } from './card.ts';
import { catchUpToday, daysLeft, isBacklog, overdueBefore, partToday, spreadChoices } from './catch-up.ts';
import { addDays, startOfDay } from './clock.ts';
import { DEFAULT_SETTINGS, type LearnerSettings } from './settings.ts';

const TODAY = '2026-06-10';
const base: LearnerSettings = { ...DEFAULT_SETTINGS, timeZone: 'America/New_York' };
const catching: LearnerSettings = { ...base, catchUp: { from: TODAY, days: 5, fresh: 'half' } };
const NOW = new Date(startOfDay(TODAY, base).getTime() + 6 * 3_600_000);
/** A card in review that fell due so many days ago, after an interval of so many days. */
const card = (daysAgo: number, scheduledDays = 10, state: 2 | 3 = 2): CardState => ({
	...{ state, stability: 10, difficulty: 5, scheduledDays, step: 0, reps: 3, lapses: 0, seq: 3 },
	due: startOfDay(addDays(TODAY, -daysAgo), base).toISOString(),
	lastReview: startOfDay(addDays(TODAY, -daysAgo - scheduledDays), base).toISOString()
});
const waits = (cards: CardState[]) => cards.map((one, n) => ({ itemId: `i${n}`, card: one }));
const none = new Set<string>();
const idle = { wanted: none, done: 0, reviewed: 0 };

describe('a backlog', () => {
	it('is what should have been reviewed before today, not what falls due today, nor steps', () => {
		expect(overdueBefore([card(3), card(1), card(0), card(-1), card(5, 10, 3)], TODAY, base)).toBe(2);
	});

	it('is offered to be spread from more than sixty cards or one and a half days of work', () => {
		expect([60, 61].map((overdue) => isBacklog(overdue, 120))).toEqual([false, true]);
		expect([30, 31].map((overdue) => isBacklog(overdue, 20))).toEqual([false, true]);
		expect(isBacklog(0, 0)).toBe(false);
	});

	it('has three growing choices of days, whatever its size', () => {
		expect(spreadChoices(400, 120)).toEqual([5, 10, 20]);
		fc.assert(
			fc.property(fc.integer({ min: 1, max: 5000 }), fc.integer({ min: 0, max: 2000 }), (overdue, perDay) => {
				const [fast, middle, slow] = spreadChoices(overdue, perDay);
				expect(fast).toBeGreaterThanOrEqual(2);
				expect(middle).toBeGreaterThan(fast);
				expect(slow).toBeGreaterThan(middle);
				expect(slow).toBeLessThanOrEqual(60);
			})
		);
	});
});

describe('a day of catching up', () => {
	const backlog = waits(Array.from({ length: 100 }, (_, n) => card(n + 1, 50)));

	it('asks an equal part, and the most overdue for its interval first', () => {
		const long = waits([card(20, 200), card(4, 2), card(9, 9), card(1, 1), card(2, 1)]);
		const today = catchUpToday({ waiting: long, ...idle }, catching, NOW);
		expect(today?.rest).toBe(5);
		expect(today?.waiting.map(({ itemId }) => itemId)).toEqual(['i4']);
	});

	it('asks what falls due since as always, and no wall', () => {
		const fresh = waits(Array.from({ length: 30 }, () => card(0, 5))).map((one) => ({
			...one,
			itemId: `f${one.itemId}`
		}));
		const today = catchUpToday({ waiting: [...backlog, ...fresh], ...idle }, { ...catching, reviewsPerDay: 40 }, NOW);
		expect(today?.waiting).toHaveLength(20 + 30);
		expect(today?.room).toBe(20 + 40);
		expect(today?.newPerDay).toBe(7);
	});

	it('does not grow while it is worked off', () => {
		for (let done = 0; done <= 20; done++) {
			const left = backlog.slice(done);
			const today = catchUpToday({ waiting: left, wanted: none, done, reviewed: done }, catching, NOW);
			expect(today?.waiting).toHaveLength(20 - done);
		}
	});

	it('keeps what is wanted whatever the limits say', () => {
		const wanted = new Set(['i0', 'i1']);
		const today = catchUpToday({ waiting: backlog, ...idle, wanted }, catching, NOW);
		expect(today?.waiting.map(({ itemId }) => itemId)).toEqual(expect.arrayContaining(['i0', 'i1']));
		expect(today?.waiting).toHaveLength(2 + 20);
	});

	it('ends by itself: when nothing of it is left, when its days are over, and before it begins', () => {
		expect(catchUpToday({ waiting: waits([card(0)]), ...idle }, catching, NOW)).toBeNull();
		expect(catchUpToday({ waiting: backlog, ...idle }, base, NOW)).toBeNull();
		const catchUp = { from: TODAY, days: 5 };
		expect([-1, 0, 4, 5].map((ahead) => daysLeft(catchUp, addDays(TODAY, ahead)))).toEqual([0, 5, 1, 0]);
	});

	it('leaves nothing over on its last day, however the days before went', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 1, max: 900 }),
				fc.array(fc.nat({ max: 100 }), { minLength: 1, maxLength: 59 }),
				(size, skips) => {
					let rest = size;
					for (const [day, skip] of skips.entries()) {
						const part = partToday(rest, 0, skips.length + 1 - day);
						// Sometimes she does only some of it.
						rest -= Math.floor((part * skip) / 100);
					}
					expect(partToday(rest, 0, 1)).toBe(rest);
				}
			)
		);
	});
});
