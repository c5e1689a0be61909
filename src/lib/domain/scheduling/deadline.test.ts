import { describe, expect, it } from 'vitest';
import { timed, type CardState } from './card.ts';
import { addDays, startOfDay } from './clock.ts';
import { deadlineDays, goalOf, knownAt, mayBeDeadline, planDeadline } from './deadline.ts';
import type { PlanLearner } from './deadline-days.ts';
import { DEFAULT_SETTINGS, type LearnerSettings } from './settings.ts';

const settings: LearnerSettings = { ...DEFAULT_SETTINGS, timeZone: 'America/New_York' };
const TODAY = '2026-03-02';
const NOW = new Date(startOfDay(TODAY, settings).getTime() + 5 * 3_600_000);
const ids = (count: number, from = 0) => Array.from({ length: count }, (_, n) => `item-${from + n}`);
const learner = (order: readonly string[], more: Partial<PlanLearner> = {}): PlanLearner => ({
	...{
		settings,
		cards: new Map<string, CardState>(),
		order,
		metToday: new Set<string>(),
		reviewedToday: 0,
		seed: 'she'
	},
	...more
});
const by = (days: number, itemIds: readonly string[]) =>
	goalOf({ day: addDays(TODAY, days), createdAt: NOW }, itemIds, settings);

describe('what a deadline costs and gives', () => {
	it('within her limits: every item met, more known than without it', () => {
		// By the bank's own order she would not have come to them by then.
		const wanted = ids(60, 340);
		const plan = planDeadline(learner(ids(400)), by(20, wanted), [], 12, NOW);
		expect(plan).toMatchObject({ items: 60, unseen: 60, enough: true, raise: { newPerDay: null } });
		expect(plan.days).toHaveLength(20);
		expect(plan.days[0]?.day).toBe(TODAY);
		expect(plan.known).toBeGreaterThan(0.9);
		expect(plan.known).toBeGreaterThan(plan.knownWithout + 0.2);
		expect(plan.minutesPerDay).toBeGreaterThan(1);
	});

	it('beyond them: says which limit, and how high it would be', () => {
		const plan = planDeadline(learner(ids(200)), by(5, ids(200)), [], 12, NOW);
		expect(plan.raise.newPerDay).toBeGreaterThanOrEqual(200 / 5);
		expect(planDeadline(learner(ids(10)), by(5, ids(10)), [], 12, NOW).raise).toEqual({
			newPerDay: null,
			reviewsPerDay: null
		});
		const few = { ...settings, reviewsPerDay: 5 };
		expect(
			planDeadline(learner(ids(90), { settings: few }), by(9, ids(90)), [], 12, NOW).raise.reviewsPerDay
		).toBeGreaterThan(5);
	});

	it('says when too little would be known', () => {
		const strict = { ...settings, desiredRetention: 0.99 };
		expect(planDeadline(learner(ids(80), { settings: strict }), by(1, ids(80)), [], 12, NOW).enough).toBe(false);
	});

	it('counts minutes by her own answer times, and what it adds to the day', () => {
		const order = ids(100);
		const [slow, fast] = [30, 10].map((seconds) => planDeadline(learner(order), by(10, order), [], seconds, NOW));
		expect(slow!.minutesPerDay).toBeCloseTo(3 * fast!.minutesPerDay, 6);
		expect(fast!.moreMinutesPerDay).toBeLessThan(fast!.minutesPerDay);
	});

	it('counts other deadlines in, and is the same whenever it is asked', () => {
		const order = ids(120);
		const alone = planDeadline(learner(order), by(12, ids(40)), [], 12, NOW);
		const beside = planDeadline(learner(order), by(12, ids(40)), [by(2, ids(60, 60))], 12, NOW);
		expect(beside.raise.newPerDay).toBeGreaterThan(30);
		expect(alone.raise.newPerDay).toBeNull();
		expect(planDeadline(learner(order), by(12, ids(40)), [], 12, NOW)).toEqual(alone);
	});

	it('takes off what was met and reviewed today', () => {
		const order = ids(40);
		const met = planDeadline(learner(order, { metToday: new Set(ids(15, 1000)) }), by(300, ids(2)), [], 12, NOW);
		expect(met.days[0]!.fresh).toBeLessThanOrEqual(2);
	});
});

describe('the day of a deadline', () => {
	it('is one from tomorrow to a year ahead', () => {
		const { first, last } = deadlineDays(NOW, settings);
		expect(first).toBe(addDays(TODAY, 1));
		expect([TODAY, first, last, addDays(last, 1)].map((day) => mayBeDeadline(day, NOW, settings))).toEqual([
			false,
			true,
			true,
			false
		]);
	});

	it('counts an item without a card as not known', () => {
		const card: CardState = {
			...{
				state: 2,
				due: NOW.toISOString(),
				stability: 10,
				difficulty: 5,
				scheduledDays: 10,
				step: 0,
				reps: 2,
				lapses: 0
			},
			...{ lastReview: NOW.toISOString(), seq: 2 }
		};
		expect(knownAt(['a', 'b'], new Map([['a', timed(card)]]), NOW, settings)).toBeCloseTo(0.5, 6);
		expect(knownAt([], new Map(), NOW, settings)).toBe(0);
	});
});
