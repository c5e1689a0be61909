import { describe, expect, it } from 'vitest';
import type { CardState } from '../scheduling/card.ts';
import { retrievability } from '../scheduling/fsrs.ts';
import { DEFAULT_SETTINGS } from '../scheduling/settings.ts';
import type { Choice, Form } from '../items/types.ts';
import { memoryMap, recallAt, recallsOf, type Recalls } from './memory-map.ts';
import { ITEMS_A_PAGE, mapView, MOST_COLUMNS, stepOf } from './memory-map-view.ts';
import { mostChosen } from './memory-map-wrongs.ts';

const days = (n: number) => new Date(Date.UTC(2026, 2, 2 + n, 10));
const card = (more: Partial<CardState> = {}): CardState => ({
	...{ state: 2, due: days(4).toISOString(), stability: 10, difficulty: 7, scheduledDays: 4, step: 0, reps: 5 },
	...{ lapses: 1, lastReview: days(0).toISOString(), seq: 5 },
	...more
});

describe('predicted recall', () => {
	it('is nine tenths when as many days have gone by as the stability says', () => {
		expect(recallAt(card(), DEFAULT_SETTINGS, days(10))).toBeCloseTo(0.9, 3);
		expect(recallAt(card({ stability: 40 }), DEFAULT_SETTINGS, days(40))).toBeCloseTo(0.9, 3);
	});
	it('is the scheduler’s own for every card', () => {
		for (const one of [card(), card({ state: 1, step: 1, reps: 1 }), card({ state: 3, lapses: 4, difficulty: 1 })])
			expect(recallAt(one, DEFAULT_SETTINGS, days(7))).toBe(retrievability(one, days(7), DEFAULT_SETTINGS));
	});
	it('of a date before the last review is that of the review', () => {
		expect(recallAt(card(), DEFAULT_SETTINGS, days(-30))).toBe(1);
	});
	it('has none of what was never met', () => {
		expect(recallsOf(['a', 'b'], new Map([['b', card()]]), DEFAULT_SETTINGS, days(0))).toEqual([null, 1]);
	});
});

describe('the memory map', () => {
	const map = memoryMap(
		['a', 'b', 'c'],
		[
			[0.9, 0.9, null],
			[0.9, 0.5, null],
			[null, 0.4, null]
		]
	);
	it('puts the least known first, and what nobody met before all', () => {
		expect(map.items.map(({ itemId, recall, met }) => [itemId, Number(recall.toFixed(3)), met])).toEqual([
			['c', 0, 0],
			['a', 0.6, 2],
			['b', 0.6, 3]
		]);
		expect(map.items[1]?.by).toEqual([0.9, 0.9, null]);
	});
	it('names who knows less than seven tenths of the class’s middle', () => {
		expect(map.students.map(({ behind, met }) => [behind, met])).toEqual([
			[false, 2],
			[false, 2],
			[true, 1]
		]);
		const none = memoryMap(['a'], [[null], [null]]);
		expect(none.students.every(({ behind }) => !behind)).toBe(true);
	});
});

describe('a page of the map', () => {
	const classOf = (students: number, items: number) => {
		const ids = Array.from({ length: items }, (_, n) => `i${n}`);
		// The student n knows n per mille of everything, but of the last item nothing.
		const recalls = Array.from({ length: students }, (_, n): Recalls =>
			ids.map((_, index) => (index === items - 1 ? null : (n + 1) / 1000))
		);
		return {
			map: memoryMap(ids, recalls),
			names: recalls.map((_, n) => `S${n}`)
		};
	};
	it('gives each student a column while there are few', () => {
		const { map, names } = classOf(3, 2);
		const view = mapView(map, names, 1);
		expect(view).toMatchObject({ together: 1, page: 1, pages: 1 });
		expect(view.columns.map(({ name }) => name)).toEqual(['S0', 'S1', 'S2']);
		expect(view.rows[0]).toEqual({ itemId: 'i1', recall: 0, met: 0, cells: [null, null, null] });
	});
	it('lets neighbours stand together when there are many, and loses nobody', () => {
		const { map, names } = classOf(200, 3);
		const view = mapView(map, names, 1);
		expect(view.columns).toHaveLength(MOST_COLUMNS);
		expect(view.together).toBe(9);
		expect(view.columns.reduce((sum, { students }) => sum + students, 0)).toBe(200);
		expect(view.columns.every(({ name }) => name === null)).toBe(true);
		const row = view.rows.find(({ itemId }) => itemId === 'i0');
		expect(row?.cells).toEqual(row?.cells.toSorted((a, b) => (a ?? 0) - (b ?? 0)));
		expect([row?.cells[0], row?.cells.at(-1)]).toEqual([0, 20]);
		expect(view.columns.reduce((sum, { behind }) => sum + behind, 0)).toBe(
			map.students.filter(({ behind }) => behind).length
		);
	});
	it('pages its items, and counts all of them by step', () => {
		const { map, names } = classOf(2, 2 * ITEMS_A_PAGE + 1);
		const pages = [1, 2, 3].map((page) => mapView(map, names, page).rows.map(({ itemId }) => itemId));
		expect(pages.map(({ length }) => length)).toEqual([ITEMS_A_PAGE, ITEMS_A_PAGE, 1]);
		expect(new Set(pages.flat()).size).toBe(2 * ITEMS_A_PAGE + 1);
		for (const [page, shown] of [
			[99, 3],
			[-1, 1],
			[Number.NaN, 1]
		] as const)
			expect(mapView(map, names, page).page).toBe(shown);
		expect(mapView(map, names, 1).steps).toEqual([2 * ITEMS_A_PAGE + 1, 0, 0, 0, 0]);
	});
	it('tells five steps apart, and those from never met', () => {
		expect([null, 0, 19, 20, 40, 60, 79, 80, 100].map(stepOf)).toEqual([0, 1, 1, 2, 3, 4, 4, 5, 5]);
	});
});

describe('the most chosen wrong answer', () => {
	const options = ['a', 'b', 'c'].map((id) => ({ id, text: `Option ${id}` }));
	const choice: Choice = { form: 'choice', question: 'q', options, key: 'a', ordered: false };
	const answer = { type: 'place' as const, text: 'Woodside', accept: [], near: {} };
	const typed: Form = { form: 'typed', question: 'q', answer };
	const said = (text: string, times = 1) => ({ form: typed, response: { form: 'typed' as const, text }, times });
	it('joins what was typed and what was chosen, folded alike', () => {
		const chose = { form: choice, response: { form: 'choice' as const, option: 'b' }, times: 2 };
		expect(mostChosen([chose, said('OPTION  B'), said('elsewhere', 2)])).toEqual({ text: 'Option b', times: 3 });
		expect(mostChosen([said(' '), said('')])).toBeUndefined();
	});
	it('takes the wrong parts of an answer in several parts', () => {
		const several: Form = { form: 'multiple-response', question: 'q', options, keys: ['a'], ordered: false };
		const response = { form: 'multiple-response' as const, options: ['a', 'c'] };
		expect(mostChosen([{ form: several, response, times: 4 }])).toEqual({ text: 'Option c', times: 4 });
		const entries = ['x', 'y'].map((id) => ({ id, text: id }));
		const match: Form = { form: 'match', question: 'q', lefts: entries, rights: options, key: { x: 'a', y: 'b' } };
		const pairs = { form: 'match' as const, pairs: { x: 'a', y: 'c' } };
		expect(mostChosen([{ form: match, response: pairs, times: 1 }])).toEqual({ text: 'y – Option c', times: 1 });
	});
	it('of a statement that was believed is what stood in it', () => {
		const statement: Form = { form: 'true-false', statement: 'It was in Bali.', key: false, shown: 'Bali' };
		const believed = { form: statement, response: { form: 'true-false' as const, value: true }, times: 1 };
		expect(mostChosen([believed])).toEqual({ text: 'Bali', times: 1 });
	});
});
