import { describe, expect, it } from 'vitest';
import type { Form } from '../items/types.ts';
import {
	quizStatistics,
	type AttemptAnswers,
	type GivenRow,
	type PutItem,
	type PutQuestion
} from './quiz-statistics.ts';
import { inOrder, orderIn, STATISTICS_ORDERS } from './statistics-order.ts';

const form: Form = { form: 'true-false', statement: 'They met.', key: true, shown: 'met' };
const question = (itemId: string, more: Partial<PutQuestion> = {}): PutQuestion => ({
	...{ key: itemId, itemId, form, answer: 'True', topic: 'summit' },
	...more
});
const put = (assignmentId: string, itemId: string, more: Partial<PutItem> = {}): PutItem => ({
	...{ assignmentId, itemId, key: itemId, excluded: false },
	...more
});
const row = (position: number, right: boolean, ms = 1000): GivenRow => [
	position,
	right ? 1 : 0,
	ms,
	{ form: 'true-false', value: right }
];
const attempt = (asked: string[], given: GivenRow[], assignmentId = 'one'): AttemptAnswers => ({
	assignmentId,
	asked,
	given
});

describe('the statistics of a quiz', () => {
	it('compares a question with the rest that each student was asked, in whatever order', () => {
		const all = ['a', 'b', 'c'].map((id) => question(id));
		const items = ['a', 'b', 'c'].map((id) => put('one', id));
		const found = quizStatistics(all, items, [
			attempt(['a', 'b', 'c'], [row(0, true), row(1, true), row(2, true)]),
			attempt(['c', 'b', 'a'], [row(0, false), row(1, false), row(2, false)]),
			// Drawn at random: nobody asked her c.
			attempt(['b', 'a'], [row(0, true), row(1, true)])
		]);
		expect(found.map(({ statistics }) => statistics?.n)).toEqual([3, 3, 2]);
		expect(found[0]?.statistics?.discrimination).toBeCloseTo(1);
		expect(found[0]?.statistics?.facility).toBeCloseTo(2 / 3);
	});

	it('takes what was left blank as wrong, without a time, and what took no time as not measured', () => {
		const found = quizStatistics(
			[question('a')],
			[put('one', 'a')],
			[attempt(['a'], []), attempt(['a'], [row(0, true, 0)]), attempt(['a'], [row(0, true, 3000)])]
		);
		expect(found[0]?.statistics).toMatchObject({ n: 3, blank: 1, medianTime: 3000 });
		expect(found[0]?.uses.map(({ count }) => count)).toEqual([2, 0]);
	});

	it('keeps the same item apart where it was put in another form, and joins it where it was not', () => {
		const cloze: Form = {
			...{ form: 'cloze', before: 'They', after: '.' },
			answer: { type: 'term', text: 'met', accept: [], near: {} }
		};
		const questions = [question('a'), question('a', { key: 'a#2', form: cloze })];
		const items = [put('one', 'a'), put('two', 'a'), put('three', 'a', { key: 'a#2', excluded: true })];
		const found = quizStatistics(questions, items, [
			attempt(['a'], [row(0, true)], 'one'),
			attempt(['a'], [row(0, false)], 'two'),
			attempt(['a'], [[0, 1, 5, { form: 'cloze', text: 'met' }]], 'three')
		]);
		expect(found.map(({ assignments, excluded, statistics }) => [assignments, excluded, statistics?.n])).toEqual([
			[2, 0, 2],
			[1, 1, 1]
		]);
	});

	it('names a question that nobody was asked', () => {
		expect(quizStatistics([question('a')], [put('one', 'a')], [])).toMatchObject([
			{ itemId: 'a', statistics: undefined }
		]);
	});
});

describe('a table of statistics', () => {
	const questions = quizStatistics(
		['a', 'b', 'never'].map((id) => question(id)),
		['a', 'b', 'never'].map((id) => put('one', id)),
		[attempt(['a', 'b'], [row(0, true, 9000), row(1, false, 2000)])]
	);
	const ids = (by: (typeof STATISTICS_ORDERS)[number], down: boolean) =>
		inOrder(questions, by, down).map(({ itemId }) => itemId);

	it('is sorted by any figure, either way; what has none stands last', () => {
		expect(ids('facility', false)).toEqual(['b', 'a', 'never']);
		expect(ids('facility', true)).toEqual(['a', 'b', 'never']);
		expect(ids('time', false)).toEqual(['b', 'a', 'never']);
		expect(ids('order', true)).toEqual(['never', 'b', 'a']);
		for (const by of STATISTICS_ORDERS) expect(ids(by, false)).toHaveLength(3);
	});

	it('takes its order from the address, and its own where that names none', () => {
		expect(orderIn(new URLSearchParams('sort=facility&down=1'))).toEqual({ by: 'facility', down: true });
		expect(orderIn(new URLSearchParams('sort=__proto__'))).toEqual({ by: 'order', down: false });
	});
});
