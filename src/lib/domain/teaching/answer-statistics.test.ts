import { describe, expect, it } from 'vitest';
import type { Form } from '../items/types.ts';
import { chosenIn, distractorsOf, promptOf, usesOf, type GivenAnswer } from './answer-statistics.ts';

const options = [
	{ id: 'a', text: 'Bali' },
	{ id: 'b', text: 'Woodside' },
	{ id: 'c', text: 'Lima' }
];
const choice: Form = { form: 'choice', question: 'Where?', options, key: 'b', ordered: false };
const several: Form = { form: 'multiple-response', question: 'Which?', options, keys: ['a', 'b'], ordered: false };
const trueFalse: Form = { form: 'true-false', statement: 'They met in Bali.', key: false, shown: 'Bali' };
const typed: Form = {
	form: 'typed',
	question: 'Who?',
	answer: { type: 'person', text: 'Wang Yi', accept: [], near: {} }
};
const sort: Form = {
	form: 'sort',
	question: 'Which side?',
	bins: [
		{ id: 'us', text: 'United States' },
		{ id: 'cn', text: 'China' }
	],
	entries: [{ id: 'e', text: 'fentanyl' }],
	key: { e: 'cn' }
};
const order: Form = {
	form: 'order',
	question: 'In which order?',
	entries: [
		{ id: 'x', text: 'first', when: '' },
		{ id: 'y', text: 'then', when: '' }
	],
	key: ['x', 'y']
};
const given = (...responses: [GivenAnswer['response'], number][]): GivenAnswer[] =>
	responses.map(([response, score]) => ({ response, score }));

describe('how often something was answered', () => {
	it('names every option of a choice, also one that nobody took, with the key marked', () => {
		const uses = usesOf(
			choice,
			given(
				[{ form: 'choice', option: 'b' }, 1],
				[{ form: 'choice', option: 'b' }, 1],
				[{ form: 'choice', option: 'a' }, 0]
			)
		);
		expect(uses.map(({ id, key, count }) => [id, key, count])).toEqual([
			['a', false, 1],
			['b', true, 2],
			['c', false, 0]
		]);
		expect(uses[1]?.share).toBeCloseTo(2 / 3);
		expect(usesOf(choice, []).every(({ share }) => share === 0)).toBe(true);
	});

	it('counts each of several options', () => {
		const uses = usesOf(several, given([{ form: 'multiple-response', options: ['a', 'c'] }, 0.33]));
		expect(uses.map(({ key, count }) => [key, count])).toEqual([
			[true, 1],
			[true, 0],
			[false, 1]
		]);
	});

	it('counts True and False', () => {
		const uses = usesOf(trueFalse, given([{ form: 'true-false', value: true }, 0]));
		expect(uses).toMatchObject([
			{ text: 'True', key: false, count: 1 },
			{ text: 'False', key: true, count: 0 }
		]);
	});

	it('tells the most frequent wrong typed answers, folded, below all right ones together', () => {
		const text = (value: string, score: number): [GivenAnswer['response'], number] => [
			{ form: 'typed', text: value },
			score
		];
		const uses = usesOf(
			typed,
			given(text('Wang Yi', 1), text('wang  yi', 1), text('Qin Gang', 0), text(' QIN GANG!', 0), text('Li Qiang', 0))
		);
		expect(uses.map(({ text: shown, key, count }) => [shown, key, count])).toEqual([
			['Wang Yi', true, 2],
			['Qin Gang', false, 2],
			['Li Qiang', false, 1]
		]);
		const many = Array.from({ length: 50 }, (_, n) => text(`somebody ${n}`, 0));
		expect(usesOf(typed, given(...many))).toHaveLength(9);
	});

	it('tells right pairs and the wrong ones that were made, and wrong orders', () => {
		const sorted = usesOf(
			sort,
			given([{ form: 'sort', bins: { e: 'us' } }, 0], [{ form: 'sort', bins: { e: 'cn' } }, 1])
		);
		expect(sorted.map(({ text, key, count }) => [text, key, count])).toEqual([
			['fentanyl → China', true, 1],
			['fentanyl → United States', false, 1]
		]);
		const ordered = usesOf(order, given([{ form: 'order', order: ['y', 'x'] }, 0]));
		expect(ordered).toMatchObject([
			{ text: 'first · then', key: true, count: 0 },
			{ text: 'then · first', key: false, count: 1 }
		]);
	});
});

it('wrong options are those that are no key; only forms with options have them', () => {
	expect(distractorsOf(choice)).toEqual(['a', 'c']);
	expect(distractorsOf(several)).toEqual(['c']);
	expect(distractorsOf(trueFalse)).toEqual([]);
	expect(chosenIn({ form: 'choice', option: 'a' })).toEqual(['a']);
	expect(chosenIn({ form: 'typed', text: 'a' })).toEqual([]);
});

it('a form is named by what it asks', () => {
	const { answer } = typed;
	expect(promptOf({ form: 'cloze', before: 'They met in', after: '.', answer })).toBe('They met in … .');
	expect([promptOf(trueFalse), promptOf(choice)]).toEqual(['They met in Bali.', 'Where?']);
});
