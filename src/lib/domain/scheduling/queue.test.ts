import { describe, expect, it } from 'vitest';
import type { Item } from '../items/types.ts';
import type { CardState } from './card.ts';
import { planQueue, type QueueInput, type Waiting } from './queue.ts';
import { DEFAULT_SETTINGS } from './settings.ts';

const now = new Date('2026-03-10T12:00:00Z');
const HOUR = 3_600_000;
const at = (hours: number) => new Date(now.getTime() + hours * HOUR).toISOString();

const known = new Map<string, Item>();
/** An item of a family of its own, or of one that it shares. */
function item(id: string, { family = id, topic = 'taiwan' }: { family?: string; topic?: string } = {}): Item {
	const made = { id, families: [family], topic } as Item;
	known.set(id, made);
	return made;
}

function waits(id: string, card: Partial<CardState>, more: Parameters<typeof item>[1] = {}): Waiting {
	item(id, more);
	const plain: CardState = {
		state: 2,
		due: at(-8),
		stability: 10,
		difficulty: 5,
		scheduledDays: 10,
		step: 0,
		reps: 3,
		lapses: 0,
		lastReview: at(-248),
		seq: 3
	};
	return { itemId: id, card: { ...plain, ...card } };
}

const input = (some: Partial<QueueInput>): QueueInput => ({
	now,
	waiting: [],
	fresh: [],
	item: (id) => known.get(id),
	answeredToday: [],
	introduced: 0,
	reviewed: 0,
	settings: DEFAULT_SETTINGS,
	...some
});
const settings = (some: Partial<QueueInput['settings']>) => ({ ...DEFAULT_SETTINGS, ...some });

/** The ids in the order in which a day asks them: each answer takes its item out of the queue. */
function walk(start: QueueInput): string[] {
	const order: string[] = [];
	let { waiting, fresh, introduced, reviewed } = start;
	const answeredToday = [...start.answeredToday];
	for (;;) {
		const { next } = planQueue({ ...start, waiting, fresh, introduced, reviewed, answeredToday });
		if (!next) return order;
		order.push(next.itemId);
		answeredToday.push(next.itemId);
		waiting = waiting.filter(({ itemId }) => itemId !== next.itemId);
		fresh = fresh.filter(({ id }) => id !== next.itemId);
		if (next.kind === 'new') introduced++;
		if (next.kind === 'review') reviewed++;
	}
}

describe('due cards', () => {
	// a: due longest ago; b: weakest memory; c: furthest beyond its interval.
	const waiting = [
		waits('a', { due: at(-72), lastReview: at(-2472), stability: 120 }),
		waits('b', { due: at(-48), lastReview: at(-960), stability: 4 }),
		waits('c', { due: at(-24), lastReview: at(-48), stability: 2 })
	];

	it.each([
		['due', ['a', 'b', 'c']],
		['retrievability', ['b', 'c', 'a']],
		['overdueness', ['c', 'b', 'a']]
	] as const)('are asked in the order of %s', (dueOrder, order) => {
		expect(walk(input({ waiting, settings: settings({ dueOrder }) }))).toEqual(order);
	});

	it('are asked worst first and no more than a spread backlog has room for, whatever the order and the limit', () => {
		const spread = input({ waiting, room: 2, settings: settings({ reviewsPerDay: 100 }) });
		expect(planQueue(spread).left.review).toBe(2);
		expect(planQueue(spread).next?.itemId).toBe('c');
		expect(planQueue({ ...spread, settings: settings({ reviewsPerDay: 1 }) }).left.review).toBe(2);
	});
});

describe('new items', () => {
	const fresh = ['taiwan', 'taiwan', 'taiwan', 'iran', 'iran', 'fentanyl'].map((topic, index) =>
		item(`n${index}`, { topic })
	);

	it('are introduced in the bank’s order, or topics by turns', () => {
		const order = (newOrder: 'bank' | 'topics') => {
			const left = [...fresh];
			const ids: string[] = [];
			while (left.length > 0) {
				// Of one candidate there is no other topic to change to: the order itself is seen.
				const { next } = planQueue(
					input({
						fresh: left,
						introduced: ids.length,
						answeredToday: ids,
						settings: settings({ newOrder, newPerDay: ids.length + 1 })
					})
				);
				ids.push(next!.itemId);
				left.splice(
					left.findIndex(({ id }) => id === next!.itemId),
					1
				);
			}
			return ids;
		};
		expect(order('bank')).toEqual(['n0', 'n1', 'n2', 'n3', 'n4', 'n5']);
		expect(order('topics')).toEqual(['n0', 'n3', 'n5', 'n1', 'n4', 'n2']);
	});

	it('are introduced at random the same way for one learner, and another way for another', () => {
		const many = Array.from({ length: 40 }, (_, index) => item(`r${index}`));
		const day = (seed: string) => walk(input({ fresh: many, seed, settings: settings({ newOrder: 'random' }) }));
		expect(day('one')).toEqual(day('one'));
		expect(day('one')).not.toEqual(day('two'));
		expect(day('one')).not.toEqual(many.slice(0, 15).map(({ id }) => id));
	});

	it('stand among the reviews, before or after them', () => {
		const waiting = Array.from({ length: 4 }, (_, index) => waits(`w${index}`, {}));
		const some = [item('f0'), item('f1')];
		const day = (mix: 'mixed' | 'new-first' | 'reviews-first') =>
			walk(input({ waiting, fresh: some, settings: settings({ mix }) })).map((id) => id[0]);
		expect(day('new-first').join('')).toBe('ffwwww');
		expect(day('reviews-first').join('')).toBe('wwwwff');
		expect(day('mixed').join('')).toBe('wwfwwf');
	});
});

describe('siblings', () => {
	const family = 'one fact';

	it('do not meet on a day among new items, unless the deck lets them', () => {
		const fresh = [item('s1', { family }), item('s2', { family })];
		expect(walk(input({ fresh }))).toEqual(['s1']);
		expect(walk(input({ fresh, settings: settings({ buryNew: false }) }))).toEqual(['s1', 's2']);
	});

	it('do not meet on a day among reviews, unless the deck lets them', () => {
		const waiting = [waits('s3', {}, { family }), waits('s4', {}, { family })];
		expect(walk(input({ waiting }))).toEqual(['s3']);
		expect(walk(input({ waiting, settings: settings({ buryReviews: false }) }))).toEqual(['s3', 's4']);
	});

	it('do not meet on a day among steps of a day or more, unless the deck lets them', () => {
		const step = { state: 1 as const, scheduledDays: 1 };
		const waiting = [waits('s5', step, { family }), waits('s6', step, { family })];
		expect(walk(input({ waiting }))).toEqual(['s5']);
		expect(walk(input({ waiting, settings: settings({ buryLearning: false }) }))).toEqual(['s5', 's6']);
	});
});

describe('steps of a day or more', () => {
	const step = { state: 1 as const, step: 1, scheduledDays: 1 };

	it('stay in the queue as learning, beside the review limit', () => {
		const waiting = [waits('d1', step), waits('d2', {})];
		const plan = planQueue(input({ waiting, settings: settings({ reviewsPerDay: 0 }) }));
		expect(plan.left).toEqual({ learning: 1, review: 0, new: 0 });
		expect(plan.next).toMatchObject({ itemId: 'd1', kind: 'learning' });
	});

	it('are not asked before their day, not even twenty minutes', () => {
		const soon = planQueue(input({ waiting: [waits('d3', { ...step, due: at(0.2) })] }));
		expect(soon).toMatchObject({ next: undefined, later: undefined, left: { learning: 0 } });
		const minutes = planQueue(input({ waiting: [waits('d4', { ...step, scheduledDays: 0, due: at(0.2) })] }));
		expect(minutes.next?.itemId).toBe('d4');
	});
});

describe('limits', () => {
	const waiting = Array.from({ length: 8 }, (_, index) => waits(`l${index}`, {}));
	const fresh = Array.from({ length: 8 }, (_, index) => item(`m${index}`));
	const left = (some: Partial<QueueInput>) => planQueue(input({ waiting, fresh, ...some })).left;

	it('hold for the whole, less what was done today', () => {
		const few = settings({ newPerDay: 5, reviewsPerDay: 9 });
		expect(left({ settings: few })).toMatchObject({ review: 8, new: 1 });
		expect(left({ settings: few, reviewed: 4, introduced: 2 })).toMatchObject({ review: 5, new: 0 });
	});

	it('hold for the deck too, by what was done in it', () => {
		const deck = { limits: { newPerDay: 3, reviewsPerDay: 6 }, introduced: 1, reviewed: 2 };
		expect(left({ deck, introduced: 4, reviewed: 9 })).toMatchObject({ review: 4, new: 0 });
		const newOnly = { limits: { newPerDay: 3 }, introduced: 1, reviewed: 2 };
		expect(left({ deck: newOnly })).toMatchObject({ review: 8, new: 2 });
		const wide = { limits: { newPerDay: 300, reviewsPerDay: 900 }, introduced: 0, reviewed: 0 };
		expect(left({ deck: wide, settings: settings({ newPerDay: 2, reviewsPerDay: 5 }) })).toMatchObject({
			review: 5,
			new: 0
		});
	});

	it('are raised or lowered for today alone', () => {
		const few = settings({ newPerDay: 1, reviewsPerDay: 4 });
		expect(left({ settings: few })).toMatchObject({ review: 4, new: 0 });
		expect(left({ settings: few, more: { moreNew: 2, moreReviews: 0 } })).toMatchObject({ review: 4, new: 2 });
		expect(left({ settings: few, more: { moreNew: 0, moreReviews: 2 } })).toMatchObject({ review: 6, new: 0 });
		expect(left({ settings: few, more: { moreNew: -5, moreReviews: -3 } })).toMatchObject({ review: 1, new: 0 });
	});

	it('do not hold back what is wanted by a date', () => {
		const none = settings({ newPerDay: 0, reviewsPerDay: 0 });
		const wanted = new Set(['l1', 'm1']);
		expect(left({ settings: none, wanted })).toMatchObject({ review: 1, new: 1 });
	});
});
