import { expect, test } from 'vitest';
import { ask, askDate, keyOf } from '#lib/domain/grading/fixtures.ts';
import { findLocaleBy } from '#lib/tongue/locale.ts';
import { hintWord } from './hint-word.ts';

const person = (value: string, text: string) => keyOf('person', text, { value });

test('a hint of the grader keeps its words in English', () => {
	for (const hint of [
		'That is Xie Zhenhua.',
		'That is the office of Joe Biden.',
		'Say the day and the month as well.',
		'Say the year as well.',
		'Name the side and not a person.',
		'The month is right; the day is asked.'
	])
		expect(hintWord(hint)).toBe(hint);
});

test('a hint of the grader is put into Chinese; what an author wrote is not', () => {
	findLocaleBy(() => 'zh-CN');
	try {
		expect(hintWord(ask(person('xi-jinping', 'Xi Jinping'), 'Mr Xie').hint ?? '')).toBe('那是 Xie Zhenhua。');
		expect(
			hintWord(askDate(keyOf('date', '15 November 2023', { value: '2023-11-15' }), 'day', '2023').hint ?? '')
		).toBe('还要写出月和日。');
		expect(hintWord(ask(person('joe-biden', 'Joe Biden'), 'Joe').hint ?? '')).toBe('这是名字，还要写出姓氏。');
		expect(hintWord('Name the river too.')).toBe('Name the river too.');
	} finally {
		findLocaleBy(() => 'en');
	}
});
