import { expect, test } from 'vitest';
import { valueText } from './value-text.ts';

test('a figure has the marks between its thousands and loses no digit', () => {
	expect(valueText({ kind: 'figure', value: 12000000, unit: 'tonne' })).toBe('12,000,000 tonne');
	expect(valueText({ kind: 'figure', value: '12000000', unit: 'tonne' })).toBe('12,000,000 tonne');
	expect(valueText({ kind: 'figure', value: 0.00025, unit: null })).toBe('0.00025');
	expect(valueText({ kind: 'figure', value: '10 to 12', unit: 'year' })).toBe('10 to 12 year');
});

test('a date is written out as exactly as it is known', () => {
	expect(valueText({ kind: 'date', value: '2025-10-30', unit: null })).toBe('30 October 2025');
	expect(valueText({ kind: 'date', value: '2019-06', unit: null })).toBe('June 2019');
	expect(valueText({ kind: 'date', value: 'late 2019', unit: null })).toBe('late 2019');
});

test('what is neither stands as it is, and nothing is said of nothing', () => {
	expect(valueText({ kind: 'place', value: '2025', unit: null })).toBe('2025');
	expect(valueText({ kind: 'event', value: null, unit: null })).toBeUndefined();
});
