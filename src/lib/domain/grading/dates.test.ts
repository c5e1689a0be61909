import { describe, expect, it } from 'vitest';
import { ask, askDate, keyOf, short } from './fixtures.ts';

const SUMMIT = keyOf('date', '15 November 2023', { value: '2023-11-15' });
const BALI = keyOf('date', '14 November 2022', {
	value: '2022-11-14',
	near: { 'November 2022': 'The month is right; the day is asked.', '14 November 2023': 'That is the joint statement.' }
});
const VISIT = keyOf('date', 'August 2022', { value: '2022-08' });
const YEAR = keyOf('date', '2019', { value: '2019' });
const EARLY = keyOf('date', 'early November 2023', { value: '2023-11', accept: ['beginning of November 2023'] });
const SEASON = keyOf('date', 'early 2024');

describe('a date', () => {
	it.each([
		['day month year', '15 November 2023', 'correct exact'],
		['month day, year', 'November 15, 2023', 'correct same-value'],
		['an abbreviated month', '15 Nov 2023', 'correct same-value'],
		['an abbreviated month with a stop', 'Nov. 15, 2023', 'correct same-value'],
		['an ordinal', 'November 15th 2023', 'correct same-value'],
		['a long form', 'the 15th of November, 2023', 'correct same-value'],
		['a spelled day', 'fifteenth of November 2023', 'correct same-value'],
		['ISO', '2023-11-15', 'correct same-value'],
		['year first with slashes', '2023/11/15', 'correct same-value'],
		['day first', '15/11/2023', 'correct same-value'],
		['day first with points', '15.11.2023', 'correct same-value'],
		['month first', '11/15/2023', 'correct same-value'],
		['a year of two digits', '15/11/23', 'correct same-value'],
		['a year of two digits after the month', '15 Nov 23', 'correct same-value'],
		['hyphens around the month', '15-Nov-2023', 'correct same-value'],
		['Chinese', '2023年11月15日', 'correct same-value'],
		['the right weekday', 'Wednesday, 15 November 2023', 'correct same-value'],
		['a contradicting weekday', 'Tuesday, 15 November 2023', 'wrong different'],
		['a preposition', 'on November 15, 2023', 'correct same-value'],
		['a mistyped month', '15 Novmber 2023', 'correct typo'],
		['the month alone', 'November 2023', 'near coarser'],
		['the month in digits', '11/2023', 'near coarser'],
		['the year alone', '2023', 'near coarser'],
		['no year', '15 November', 'near coarser'],
		['no year, in digits', '15/11', 'near coarser'],
		['the next day', '16 November 2023', 'wrong another-date'],
		['another month', '15 October 2023', 'wrong another-date'],
		['another year', '15 November 2022', 'wrong another-date'],
		['another year alone', '2022', 'wrong another-date'],
		['another month alone', 'December 2023', 'wrong another-date'],
		['the middle of the month', 'mid-November 2023', 'wrong different'],
		['early', 'early November 2023', 'wrong different'],
		['before', 'before 15 November 2023', 'wrong different'],
		['about', 'around 15 November 2023', 'wrong different'],
		['a range', '14-15 November 2023', 'wrong different'],
		['two days', '14 or 15 November 2023', 'wrong different'],
		['not that day', 'not 15 November 2023', 'wrong different'],
		['a day that does not exist', '31 November 2023', 'wrong different'],
		['digits without sense', '99/99/2023', 'wrong different'],
		['words', 'last Wednesday', 'wrong different']
	])('%s', (_, text, expected) => {
		expect(short(askDate(SUMMIT, 'day', text))).toBe(expected);
	});

	it('of two readings counts where either is right', () => {
		const key = keyOf('date', '9 November 2023', { value: '2023-11-09' });
		expect(short(askDate(key, 'day', '11/9/2023'))).toBe('correct same-value');
		expect(short(askDate(key, 'day', '9/11/2023'))).toBe('correct same-value');
		expect(short(askDate(key, 'day', '9/10/2023'))).toBe('wrong another-date');
	});

	it('that is coarser says what is missing', () => {
		expect(askDate(SUMMIT, 'day', '2023').hint).toBe('Say the day and the month as well.');
		expect(askDate(SUMMIT, 'day', '15 Nov').hint).toBe('Say the year as well.');
	});

	it('that is finer than asked is right where it is consistent', () => {
		expect(short(askDate(VISIT, 'month', '2 August 2022'))).toBe('correct same-value');
		expect(short(askDate(VISIT, 'month', '2 September 2022'))).toBe('wrong another-date');
		expect(short(askDate(SUMMIT, 'month', 'November 2023'))).toBe('correct same-value');
		expect(short(askDate(SUMMIT, 'month', '14 November 2023'))).toBe('wrong another-date');
		expect(short(askDate(SUMMIT, 'year', '2023'))).toBe('correct same-value');
		expect(short(askDate(VISIT, 'day', 'Aug 2022'))).toBe('correct same-value');
	});

	it('that the key lists as nearly right has its own hint', () => {
		expect(askDate(BALI, 'day', 'Nov 2022')).toMatchObject({
			verdict: 'near',
			hint: 'The month is right; the day is asked.'
		});
		expect(askDate(BALI, 'day', '14 Nov 2023')).toMatchObject({ verdict: 'near', reason: 'named-near' });
		expect(short(askDate(BALI, 'day', 'Nov 14, 2022'))).toBe('correct same-value');
	});

	it('may be only a year', () => {
		expect(short(ask(YEAR, 'in 2019'))).toBe('correct same-value');
		expect(short(ask(YEAR, 'since 2019'))).toBe('wrong different');
		expect(short(ask(YEAR, 'since 2019', 'Since when has China controlled fentanyl?'))).toBe('correct same-value');
		expect(short(ask(YEAR, 'May 2019'))).toBe('correct same-value');
		expect(short(ask(YEAR, '2018'))).toBe('wrong another-date');
		expect(short(ask(YEAR, '20190'))).toBe('wrong different');
	});

	it('may be told in words that are no date', () => {
		expect(short(ask(EARLY, 'the beginning of November 2023'))).toBe('wrong different');
		expect(short(ask(EARLY, 'Beginning of November 2023'))).toBe('correct accepted');
		expect(short(ask(EARLY, 'November 2023'))).toBe('correct same-value');
		expect(short(ask(SEASON, 'early in 2024'))).toBe('correct accepted');
		expect(short(ask(SEASON, 'late 2024'))).toBe('wrong different');
		expect(short(ask(SEASON, '2024'))).toBe('wrong different');
	});
});
