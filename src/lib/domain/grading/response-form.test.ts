import { expect, test } from 'vitest';
import { responseFromForm } from './response-form.ts';

const form = (...fields: [string, string][]): FormData => {
	const data = new FormData();
	for (const [name, value] of fields) data.append(name, value);
	return data;
};

test('a pressed option is a choice', () => {
	expect(responseFromForm(form(['option', 'b']), 'choice')).toEqual({ form: 'choice', option: 'b' });
});

test('ticked options are a multiple response', () => {
	expect(responseFromForm(form(['option', 'a'], ['option', 'c']), 'multiple-response')).toEqual({
		form: 'multiple-response',
		options: ['a', 'c']
	});
});

test('true and false are read as such', () => {
	expect(responseFromForm(form(['value', 'false']), 'true-false')).toEqual({ form: 'true-false', value: false });
});

test('typed text is trimmed', () => {
	expect(responseFromForm(form(['text', '  1989 ']), 'date')).toEqual({ form: 'date', text: '1989' });
});

test('places become an order', () => {
	const response = responseFromForm(form(['position-a', '3'], ['position-b', '1'], ['position-c', '2']), 'order');
	expect(response).toEqual({ form: 'order', order: ['b', 'c', 'a'] });
});

test('a place that is given twice is no order', () => {
	expect(responseFromForm(form(['position-a', '1'], ['position-b', '1']), 'order')).toBeUndefined();
});

test('pairs and bins go by the ids in their names', () => {
	expect(responseFromForm(form(['pair-l1', 'c'], ['pair-l2', 'a']), 'match')).toEqual({
		form: 'match',
		pairs: { l1: 'c', l2: 'a' }
	});
	expect(responseFromForm(form(['bin-a', 'b1']), 'sort')).toEqual({ form: 'sort', bins: { a: 'b1' } });
});

test('a rating outside 1 to 4 is none', () => {
	expect(responseFromForm(form(['rating', '4']), 'flashcard')).toEqual({ form: 'flashcard', rating: 4 });
	expect(responseFromForm(form(['rating', '5']), 'flashcard')).toBeUndefined();
});

test.each(['choice', 'multiple-response', 'true-false', 'typed', 'order', 'match', 'sort', 'flashcard'] as const)(
	'an empty %s form is no answer',
	(name) => {
		expect(responseFromForm(form(['text', ' '], ['pair-l1', '']), name)).toBeUndefined();
	}
);
