import { describe, expect, it } from 'vitest';
import type { CardState } from './card.ts';
import { addDays, dayOf, startOfDay } from './clock.ts';
import { daysOf, isNear, lastReviewFrom, lastReviews, newForGoals, type Goal } from './goals.ts';

const clock = { timeZone: 'Asia/Shanghai', dayStart: 4 };
const MONDAY = new Date('2026-03-02T02:00:00Z');
const ids = (count: number) => Array.from({ length: count }, (_, n) => `item-${n}`);
const at = (day: number, hour = 10) => new Date(Date.UTC(2026, 2, 2 + day, hour - 8));
const goal = (count: number, days: number): Goal => ({ itemIds: ids(count), at: at(days, 9) });
const card = (lastReview: Date): CardState => ({
	...{ state: 2, due: at(400).toISOString(), stability: 300, difficulty: 5, scheduledDays: 300, step: 0 },
	...{ reps: 9, lapses: 0, lastReview: lastReview.toISOString(), seq: 9 }
});

/** Learns what is wanted each day and tells how many new items each day had. */
function pace(target: Goal, days: number, skip: readonly number[] = []): number[] {
	const known = new Set<string>();
	return Array.from({ length: days }, (_, day) => {
		if (skip.includes(day)) return 0;
		const met = new Set<string>();
		// One after another, as a learner does it: the day's part does not grow by being worked off.
		for (;;) {
			const [next] = newForGoals([target], known, met, at(day), clock);
			if (next === undefined) break;
			known.add(next);
			met.add(next);
		}
		return met.size;
	});
}

describe('new items before a date', () => {
	it('come in equal parts, and all before the last reviews', () => {
		const counts = pace(goal(40, 10), 11);
		expect(counts.reduce((a, b) => a + b)).toBe(40);
		expect(Math.max(...counts) - Math.min(...counts.slice(0, 9))).toBeLessThanOrEqual(1);
		const { left, last } = daysOf(goal(40, 10), at(0), clock);
		expect(counts.slice(left - last)).toEqual(counts.slice(left - last).map(() => 0));
	});

	it('come faster after days that were missed', () => {
		const counts = pace(goal(40, 10), 11, [0, 1, 2]);
		expect(counts.reduce((a, b) => a + b)).toBe(40);
		expect(counts[3]).toBeGreaterThan(pace(goal(40, 10), 11)[3]!);
	});

	it('come all at once where the date is today, and no more after it', () => {
		expect(newForGoals([goal(7, 0)], new Set(), new Set(), at(0, 8), clock)).toHaveLength(7);
		expect(newForGoals([goal(7, 0)], new Set(), new Set(), at(0, 9), clock)).toEqual([]);
	});
});

describe('the last review before a date', () => {
	const soon = goal(60, 10);

	it('falls on one of the last days, on each about as often', () => {
		const days = soon.itemIds.map((id) => dayOf(lastReviewFrom(soon, id, MONDAY, clock), clock));
		const last = dayOf(new Date(soon.at.getTime() - 1), clock);
		const counts = [0, 1, 2].map((back) => days.filter((day) => day === addDays(last, -back)).length);
		expect(counts.reduce((a, b) => a + b)).toBe(60);
		expect(Math.min(...counts)).toBeGreaterThan(8);
	});

	it('is asked once of each card, however long its interval', () => {
		const cards = new Map(soon.itemIds.map((id) => [id, card(at(0))]));
		const asked: string[] = [];
		for (let day = 0; day <= 10; day++)
			for (const id of lastReviews(soon, cards, at(day, 8), clock)) {
				asked.push(id);
				cards.set(id, card(at(day, 8)));
			}
		expect(asked.toSorted()).toEqual([...soon.itemIds].toSorted());
		expect(lastReviews(soon, new Map(soon.itemIds.map((id) => [id, card(at(0))])), soon.at, clock).size).toBe(0);
	});

	it('is near on the days on which it can fall, and not before', () => {
		const first = soon.itemIds.map((id) => lastReviewFrom(soon, id, MONDAY, clock).getTime());
		const begin = new Date(Math.min(...first));
		expect(isNear(soon, begin, clock)).toBe(true);
		expect(isNear(soon, new Date(startOfDay('2026-03-02', clock)), clock)).toBe(false);
	});
});
