import { describe, expect, it } from 'vitest';
import type {
	Choice,
	Flashcard,
	Form,
	Match,
	MultipleResponse,
	OrderForm,
	Sort,
	TrueFalse,
	Typed
} from '../items/types.ts';
import { checkResponse } from './check.ts';
import { keyOf, registry } from './fixtures.ts';
import { gradeResponse } from './grade.ts';
import type { Response } from './types.ts';

const texts = (ids: string) => Array.from(ids, (id) => ({ id, text: id.toUpperCase(), when: '' }));
const CHOICE: Choice = { form: 'choice', question: '?', options: texts('abc'), ordered: false, key: 'b' };
const MULTIPLE: MultipleResponse = {
	form: 'multiple-response',
	question: '?',
	options: texts('abcd'),
	ordered: false,
	keys: ['a', 'c']
};
const TRUE: TrueFalse = { form: 'true-false', statement: 'It is.', key: true, shown: 'is' };
const ORDER: OrderForm = { form: 'order', question: '?', entries: texts('bca'), key: ['a', 'b', 'c'] };
const MATCH: Match = {
	form: 'match',
	question: '?',
	lefts: texts('ab'),
	rights: texts('xyz'),
	key: { a: 'x', b: 'y' }
};
const SORT: Sort = {
	form: 'sort',
	question: '?',
	bins: texts('uv'),
	entries: texts('abcd'),
	key: { a: 'u', b: 'u', c: 'v', d: 'v' }
};
const CARD: Flashcard = { form: 'flashcard', question: '?', back: '!' };
const TYPED: Typed = { form: 'typed', question: '?', answer: keyOf('term', 'fentanyl') };

const grade = (form: Form, response: Response) => gradeResponse(form, response, registry);
const order = (given: string) => grade(ORDER, { form: 'order', order: Array.from(given) });
const multiple = (given: string) => grade(MULTIPLE, { form: 'multiple-response', options: Array.from(given) });

describe('a form of options', () => {
	it('takes the key and nothing else', () => {
		expect(grade(CHOICE, { form: 'choice', option: 'b' })).toMatchObject({
			verdict: 'correct',
			reason: 'option',
			score: 1
		});
		expect(grade(CHOICE, { form: 'choice', option: 'a' })).toMatchObject({
			verdict: 'wrong',
			reason: 'option',
			score: 0
		});
		expect(grade(CHOICE, { form: 'choice', option: 'B' }).verdict).toBe('wrong');
		expect(grade(CHOICE, { form: 'choice', option: '' }).verdict).toBe('wrong');
	});

	it('takes true for true and false for false', () => {
		expect(grade(TRUE, { form: 'true-false', value: true }).verdict).toBe('correct');
		expect(grade(TRUE, { form: 'true-false', value: false }).verdict).toBe('wrong');
		expect(grade({ ...TRUE, key: false }, { form: 'true-false', value: false }).verdict).toBe('correct');
	});

	it('with several right ones is right only when exact, and scores each decision', () => {
		expect(multiple('ca')).toMatchObject({ verdict: 'correct', score: 1 });
		expect(multiple('a')).toMatchObject({
			verdict: 'wrong',
			reason: 'partly',
			score: 0.75,
			parts: { a: true, c: false }
		});
		expect(multiple('abcd')).toMatchObject({ verdict: 'wrong', score: 0.5 });
		expect(multiple('bd')).toMatchObject({ verdict: 'wrong', reason: 'option', score: 0 });
		expect(multiple('')).toMatchObject({ verdict: 'wrong', score: 0.5 });
		expect(multiple('acz')).toMatchObject({ verdict: 'wrong', score: 0.8 });
		expect(multiple('aacc')).toMatchObject({ verdict: 'correct', score: 1 });
	});

	it('is self-rated on a flashcard', () => {
		expect(grade(CARD, { form: 'flashcard', rating: 1 })).toEqual({ verdict: 'wrong', reason: 'self-rated', score: 0 });
		expect(grade(CARD, { form: 'flashcard', rating: 2 })).toEqual({
			verdict: 'correct',
			reason: 'self-rated',
			score: 1
		});
		expect(grade(CARD, { form: 'flashcard', rating: 4 }).verdict).toBe('correct');
	});

	it('of another kind than the response is wrong', () => {
		expect(grade(CHOICE, { form: 'typed', text: 'b' }).verdict).toBe('wrong');
		expect(grade(TYPED, { form: 'cloze', text: 'fentanyl' }).verdict).toBe('wrong');
		expect(grade(CARD, { form: 'choice', option: 'b' }).verdict).toBe('wrong');
		expect(grade(MATCH, { form: 'sort', bins: { a: 'x', b: 'y' } }).verdict).toBe('wrong');
	});
});

describe('a form of several parts', () => {
	it('of an order scores the pairs that stand the right way round', () => {
		expect(order('abc')).toMatchObject({ verdict: 'correct', score: 1, parts: { a: true, b: true, c: true } });
		expect(order('bac')).toMatchObject({
			verdict: 'wrong',
			reason: 'partly',
			score: 2 / 3,
			parts: { a: false, c: true }
		});
		expect(order('cba')).toMatchObject({ verdict: 'wrong', reason: 'option', score: 0 });
		expect(order('ab')).toMatchObject({ verdict: 'wrong', score: 1 / 3 });
		expect(order('abcz')).toMatchObject({ verdict: 'wrong', score: 0.75 });
		expect(order('aabc')).toMatchObject({ verdict: 'wrong', score: 0.75 });
		expect(order('')).toMatchObject({ verdict: 'wrong', score: 0 });
	});

	it('of pairs scores each left entry', () => {
		expect(grade(MATCH, { form: 'match', pairs: { a: 'x', b: 'y' } })).toMatchObject({ verdict: 'correct', score: 1 });
		const half = grade(MATCH, { form: 'match', pairs: { a: 'x', b: 'z' } });
		expect(half).toMatchObject({ verdict: 'wrong', reason: 'partly', score: 0.5, parts: { a: true, b: false } });
		expect(grade(MATCH, { form: 'match', pairs: { a: 'x' } }).score).toBe(0.5);
		expect(grade(MATCH, { form: 'match', pairs: { a: 'x', b: 'y', q: 'x' } }).verdict).toBe('wrong');
	});

	it('of bins scores each entry', () => {
		const right = { a: 'u', b: 'u', c: 'v', d: 'v' };
		expect(grade(SORT, { form: 'sort', bins: right })).toMatchObject({ verdict: 'correct', score: 1 });
		expect(grade(SORT, { form: 'sort', bins: { ...right, d: 'u' } })).toMatchObject({
			score: 0.75,
			parts: { d: false }
		});
		expect(grade(SORT, { form: 'sort', bins: {} })).toMatchObject({ verdict: 'wrong', reason: 'option', score: 0 });
	});

	it('is not misled by names of the prototype', () => {
		const pairs: unknown = JSON.parse('{"__proto__":"x","constructor":"y"}');
		expect(grade(MATCH, { form: 'match', pairs: pairs as Record<string, string> }).score).toBe(0);
		expect(checkResponse(MATCH, { form: 'match', pairs: pairs as Record<string, string> })).toBe('unknown-option');
	});
});

describe('the check at the edge', () => {
	it.each([
		['a known option', CHOICE, { form: 'choice', option: 'a' }, 'ok'],
		['an unknown option', CHOICE, { form: 'choice', option: 'z' }, 'unknown-option'],
		['no option', CHOICE, { form: 'choice', option: '' }, 'incomplete'],
		['a response to another form', CHOICE, { form: 'flashcard', rating: 3 }, 'wrong-form'],
		['some options', MULTIPLE, { form: 'multiple-response', options: ['a'] }, 'ok'],
		['no options', MULTIPLE, { form: 'multiple-response', options: [] }, 'incomplete'],
		['an option twice', MULTIPLE, { form: 'multiple-response', options: ['a', 'a'] }, 'wrong-form'],
		['an unknown one among several', MULTIPLE, { form: 'multiple-response', options: ['a', 'z'] }, 'unknown-option'],
		['a full order', ORDER, { form: 'order', order: ['c', 'b', 'a'] }, 'ok'],
		['a short order', ORDER, { form: 'order', order: ['c', 'b'] }, 'incomplete'],
		['an order with an entry twice', ORDER, { form: 'order', order: ['c', 'b', 'b'] }, 'wrong-form'],
		['an order with an unknown entry', ORDER, { form: 'order', order: ['c', 'b', 'z'] }, 'unknown-option'],
		['all pairs', MATCH, { form: 'match', pairs: { a: 'z', b: 'x' } }, 'ok'],
		['one pair', MATCH, { form: 'match', pairs: { a: 'z' } }, 'incomplete'],
		['an unknown right entry', MATCH, { form: 'match', pairs: { a: 'z', b: 'q' } }, 'unknown-option'],
		['all bins', SORT, { form: 'sort', bins: { a: 'u', b: 'u', c: 'u', d: 'u' } }, 'ok'],
		['an entry without a bin', SORT, { form: 'sort', bins: { a: 'u', b: '' } }, 'incomplete'],
		['a text', TYPED, { form: 'typed', text: 'x' }, 'ok'],
		['an empty text', TYPED, { form: 'typed', text: '' }, 'ok'],
		['a text to another form', TYPED, { form: 'date', text: 'x' }, 'wrong-form'],
		['a rating', CARD, { form: 'flashcard', rating: 4 }, 'ok'],
		['a rating that does not exist', CARD, { form: 'flashcard', rating: 5 as 4 }, 'wrong-form'],
		['a true or false', TRUE, { form: 'true-false', value: false }, 'ok'],
		['a truth of another type', TRUE, { form: 'true-false', value: 'yes' as unknown as boolean }, 'wrong-form']
	] as const)('calls %s by its name', (_, form, response, expected) => {
		expect(checkResponse(form as unknown as Form, response as unknown as Response)).toBe(expected);
	});
});
