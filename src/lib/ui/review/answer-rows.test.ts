import { expect, test } from 'vitest';
import type { Verdict } from '#lib/domain/grading/types.ts';
import type { Form } from '#lib/domain/items/types.ts';
import { answerRows } from './answer-rows.ts';

const right: Verdict = { verdict: 'correct', reason: 'option', score: 1 };
const wrong: Verdict = { verdict: 'wrong', reason: 'option', score: 0 };
const choice: Form = {
	form: 'choice',
	question: 'Which?',
	options: [
		{ id: 'a', text: 'one' },
		{ id: 'b', text: 'two' },
		{ id: 'c', text: 'three' }
	],
	key: 'b',
	ordered: false
};

test('a wrong choice is marked, and so is the right option', () => {
	const rows = answerRows(choice, { form: 'choice', option: 'a' }, wrong);
	expect(rows.map(({ id, mark }) => [id, mark])).toEqual([
		['a', 'wrong'],
		['b', 'missed'],
		['c', 'plain']
	]);
});

test('options stand as they were shown', () => {
	const rows = answerRows(choice, { form: 'choice', option: 'b' }, right, ['c', 'a', 'b']);
	expect(rows.map((row) => row.id)).toEqual(['c', 'a', 'b']);
	expect(rows[2]?.mark).toBe('right');
});

test('an order is told in its right order, with the place that was given', () => {
	const form: Form = {
		form: 'order',
		question: 'Order these.',
		entries: [
			{ id: 'a', text: 'late', when: '2023' },
			{ id: 'b', text: 'early', when: '2001' }
		],
		key: ['b', 'a']
	};
	expect(answerRows(form, { form: 'order', order: ['a', 'b'] }, wrong)).toEqual([
		{ id: 'b', text: 'early', value: '2001', mark: 'wrong', note: 'you put it second' },
		{ id: 'a', text: 'late', value: '2023', mark: 'wrong', note: 'you put it first' }
	]);
});

test('a sorted entry is told with its right bin and with the one that was chosen', () => {
	const form: Form = {
		form: 'sort',
		question: 'Sort these.',
		bins: [
			{ id: 'x', text: 'agreed' },
			{ id: 'y', text: 'claimed' }
		],
		entries: [{ id: 'a', text: 'flights' }],
		key: { a: 'x' }
	};
	expect(answerRows(form, { form: 'sort', bins: { a: 'y' } }, wrong)).toEqual([
		{ id: 'a', text: 'flights', value: 'agreed', mark: 'wrong', note: 'you chose: claimed' }
	]);
});

test('a typed answer that equals the key but for its case is told once', () => {
	const form: Form = {
		form: 'typed',
		question: 'Who?',
		answer: { type: 'person', text: 'Xi Jinping', accept: [], near: {} }
	};
	expect(answerRows(form, { form: 'typed', text: 'xi jinping' }, right)).toHaveLength(1);
	expect(answerRows(form, { form: 'typed', text: 'Wang Yi' }, wrong).map((row) => row.mark)).toEqual([
		'wrong',
		'missed'
	]);
});

test('what was given no place and no partner is said to be not answered', () => {
	const order: Form = {
		form: 'order',
		question: 'Order these.',
		entries: [
			{ id: 'a', text: 'late', when: '2023' },
			{ id: 'b', text: 'early', when: '2001' }
		],
		key: ['b', 'a']
	};
	const given = answerRows(order, { form: 'order', order: ['', 'b'] }, wrong);
	expect(given.map(({ note }) => note)).toEqual(['you put it second', 'not answered']);
	const match: Form = {
		form: 'match',
		question: 'Match these.',
		lefts: [{ id: 'a', text: 'Xie Zhenhua' }],
		rights: [{ id: 'x', text: 'climate envoy' }],
		key: { a: 'x' }
	};
	expect(answerRows(match, { form: 'match', pairs: {} }, wrong)[0]?.note).toBe('not answered');
});

test('a teacher reads whose answer it was', () => {
	const words = {
		rightYours: () => 'right, hers',
		yours: () => 'hers',
		put: ({ place }: { place: string }) => `put ${place}`,
		chose: ({ text }: { text: string }) => `chose ${text}`
	};
	const rows = answerRows(choice, { form: 'choice', option: 'a' }, wrong, [], words);
	expect(rows.map(({ note }) => note)).toEqual(['hers', 'right', undefined]);
});
