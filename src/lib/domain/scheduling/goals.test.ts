import { describe, expect, it } from 'vitest';
import type { CardState } from './card.ts';
import { daysOf, isNear, lastReviews, newForGoals, type Goal } from './goals.ts';

const clock = { timeZone: 'Asia/Shanghai', dayStart: 4 };
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

	/** On how many days before the date each card is asked, the last day being 0. */
	function lastDays(target: Goal, cards: Map<string, CardState>): Map<string, number> {
		const asked = new Map<string, number>();
		for (let day = 0; day <= 10; day++)
			for (let turn = 0; turn < 100; turn++) {
				const [id] = lastReviews(target, cards, at(day, 8), clock);
				if (id === undefined) break;
				expect(asked.has(id)).toBe(false);
				asked.set(id, 10 - day);
				cards.set(id, card(at(day, 8)));
			}
		return asked;
	}

	it('falls on one of the last days, on each as often, though it is asked one after another', () => {
		const days = [...lastDays(soon, new Map(soon.itemIds.map((id) => [id, card(at(0))]))).values()];
		expect([0, 1, 2].map((back) => days.filter((day) => day === back).length)).toEqual([20, 20, 20]);
	});

	it('comes the later the weaker a memory is, and what falls due by itself counts as part of a day', () => {
		const cards = new Map(soon.itemIds.map((id, n) => [id, { ...card(at(0)), stability: 100 - n }]));
		for (const id of soon.itemIds.slice(50)) cards.set(id, { ...card(at(0)), due: at(8, 1).toISOString() });
		const first = lastReviews(soon, cards, at(8, 8), clock);
		expect([...first]).toEqual([...soon.itemIds.slice(50), ...soon.itemIds.slice(0, 10)]);
		const last = lastReviews(soon, new Map([...cards].slice(0, 50)), at(10, 8), clock);
		expect(last.size).toBe(50);
	});

	it('is spread over more days where the date was set long before', () => {
		const long: Goal = { ...goal(140, 30), since: at(-10) };
		const { last } = daysOf(long, at(0), clock);
		expect(last).toBe(10);
		expect(daysOf({ ...long, since: at(28) }, at(28), clock).last).toBe(5);
		expect(daysOf(long, at(25), clock).last).toBe(last);
		expect(lastReviews(long, new Map(long.itemIds.map((id) => [id, card(at(0))])), at(25), clock).size).toBe(24);
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
		const { last } = daysOf(soon, at(0), clock);
		const cards = new Map(soon.itemIds.map((id) => [id, card(at(0))]));
		for (let day = 0; day <= 10; day++) {
			expect(isNear(soon, at(day, 8), clock)).toBe(day > 10 - last);
			expect(lastReviews(soon, cards, at(day, 8), clock).size > 0).toBe(day > 10 - last);
		}
	});
});
