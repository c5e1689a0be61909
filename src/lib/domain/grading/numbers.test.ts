import { describe, expect, it } from 'vitest';
import { ask, keyOf, short } from './fixtures.ts';

const YOUNG = keyOf('number', '50,000', { value: 50000, unit: 'young Americans' });
const LEADERS = keyOf('number', '22', { value: 22, unit: 'leaders' });
const HOURS = keyOf('number', 'about four hours', { value: 4, unit: 'hours', accept: ['over four hours'] });
const CROWD = keyOf('number', 'more than 20,000', { value: 20000, unit: 'attendees' });
const POINTS = keyOf('number', '25', { value: 25, unit: 'points' });
const TRIPLE = keyOf('number', 'triple', { value: 3 });
const SECOND = keyOf('number', 'second', { value: 2, accept: ['twice'] });
const DOZEN = keyOf('number', 'a dozen', { value: 12, unit: 'officials' });
const FLIGHTS = keyOf('number', '70', {
	value: 70,
	unit: 'flights a week',
	near: { '70 flights a day': 'The number is right; the period is a week.' }
});
const Q = 'How many young Americans were to come to China over five years?';

describe('a number', () => {
	it.each([
		['its digits', YOUNG, '50,000', 'correct exact'],
		['no separator', YOUNG, '50000', 'correct same-value'],
		['a space as separator', YOUNG, '50 000', 'correct same-value'],
		['a no-break space as separator', YOUNG, '50\u00a0000', 'correct same-value'],
		['an apostrophe as separator', YOUNG, "50'000", 'correct same-value'],
		['a point as separator', YOUNG, '50.000', 'correct same-value'],
		['k for thousand', YOUNG, '50k', 'correct same-value'],
		['K with a space', YOUNG, '50 K', 'correct same-value'],
		['digits and a scale', YOUNG, '50 thousand', 'correct same-value'],
		['words', YOUNG, 'fifty thousand', 'correct same-value'],
		['full-width digits', YOUNG, '５００００', 'correct same-value'],
		['the number with its unit', YOUNG, '50,000 young Americans', 'correct same-value'],
		['the number with what it counts', YOUNG, '50,000 people', 'correct same-value'],
		['about the number', YOUNG, 'about 50,000', 'correct same-value'],
		['a zero too few', YOUNG, '5,000', 'wrong another-number'],
		['a zero too many', YOUNG, '500,000', 'wrong another-number'],
		['fifteen for fifty', YOUNG, 'fifteen thousand', 'wrong another-number'],
		['another unit', YOUNG, '50,000 flights', 'wrong different'],
		['a measure of the question', YOUNG, '50,000 years', 'wrong different'],
		['money', YOUNG, '$50,000', 'wrong different'],
		['a percentage', YOUNG, '50,000%', 'wrong different'],
		['a range', YOUNG, '40,000-50,000', 'wrong different'],
		['two numbers', YOUNG, '50,000 or 60,000', 'wrong different'],
		['a negative number', YOUNG, '-50,000', 'wrong another-number'],
		['more than it says', YOUNG, 'more than 50,000', 'wrong different'],
		['not the number', YOUNG, 'not 50,000', 'wrong different'],
		['twenty-two', LEADERS, 'twenty-two', 'correct same-value'],
		['twenty two', LEADERS, 'Twenty two leaders', 'correct same-value'],
		['words that are no number', LEADERS, 'two twenty', 'wrong different'],
		['digits side by side', LEADERS, '2 2', 'wrong different'],
		['an ordinal', LEADERS, '22nd', 'wrong different'],
		['hexadecimal', LEADERS, '0x16', 'wrong different'],
		['a sum', LEADERS, '20+2', 'wrong different'],
		['a fraction', LEADERS, '22/1', 'wrong different'],
		['the bare number', HOURS, '4', 'correct same-value'],
		['the number spelled', HOURS, 'four', 'correct same-value'],
		['about', HOURS, 'About four hours.', 'correct exact'],
		['an accepted text', HOURS, 'over 4 hours', 'correct accepted'],
		['a short unit', HOURS, '4h', 'correct same-value'],
		['an adjective', HOURS, 'four-hour', 'correct same-value'],
		['minutes', HOURS, '4 minutes', 'wrong different'],
		['half an hour more', HOURS, '4.5 hours', 'wrong another-number'],
		['less than', HOURS, 'under four hours', 'wrong different'],
		['over', CROWD, 'over 20,000', 'correct same-value'],
		['a plus sign', CROWD, '20,000+', 'correct same-value'],
		['at least', CROWD, 'at least 20 thousand attendees', 'correct same-value'],
		['less than', CROWD, 'less than 20,000', 'wrong different'],
		['the bare number', CROWD, '20k', 'correct same-value'],
		['points', POINTS, '25 points', 'correct same-value'],
		['words', POINTS, 'twenty-five', 'correct same-value'],
		['three times', TRIPLE, '3x', 'correct same-value'],
		['three times in words', TRIPLE, 'three times', 'correct same-value'],
		['threefold', TRIPLE, 'threefold', 'correct same-value'],
		['a mistyped word', TRIPLE, 'tripple', 'correct typo'],
		['the bare number', TRIPLE, '3', 'correct same-value'],
		['double', TRIPLE, 'double', 'wrong another-number'],
		['a multiple where a count is asked', POINTS, '25x', 'wrong different'],
		['a multiple where a count is asked, in a word', keyOf('number', '3', { value: 3 }), 'triple', 'wrong different'],
		['an ordinal', SECOND, '2nd', 'correct same-value'],
		['the cardinal', SECOND, 'two', 'correct same-value'],
		['an accepted text', SECOND, 'twice', 'correct accepted'],
		['the next ordinal', SECOND, 'third', 'wrong another-number'],
		['twelve', DOZEN, '12', 'correct same-value'],
		['a dozen officials', DOZEN, 'a dozen officials', 'correct same-value'],
		['two dozen', DOZEN, 'two dozen', 'wrong another-number'],
		['dozens', DOZEN, 'dozens', 'wrong different'],
		['people who are called otherwise', CROWD, '20,000 participants', 'correct same-value'],
		['people where flights are counted', FLIGHTS, '70 people', 'wrong different'],
		['the unit with its period', FLIGHTS, '70 a week', 'correct same-value'],
		['an adjective for the period', FLIGHTS, '70 weekly flights', 'correct same-value'],
		['another period', FLIGHTS, '70 a month', 'wrong different'],
		['a nearly right text', FLIGHTS, 'seventy flights a day', 'near named-near']
	])('%s', (_, key, text, expected) => {
		expect(short(ask(key, text, Q))).toBe(expected);
	});

	it('is read with hundreds, scales and halves', () => {
		const read = (value: number, text: string) => short(ask(keyOf('number', String(value), { value }), text));
		expect(read(350, 'three hundred and fifty')).toBe('correct same-value');
		expect(read(1_500_000, '1.5 million')).toBe('correct same-value');
		expect(read(1_234_567, '1,234,567')).toBe('correct same-value');
		expect(read(2.5, 'two and a half')).toBe('correct same-value');
		expect(read(2.5, '2,5')).toBe('correct same-value');
		expect(read(21, 'twenty-one')).toBe('correct same-value');
		expect(read(7, 'five two')).toBe('wrong different');
		expect(read(1_001_000, 'a million thousand')).toBe('wrong different');
	});
});
