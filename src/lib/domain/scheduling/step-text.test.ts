import fc from 'fast-check';
import { expect, it } from 'vitest';
import { stepsFrom, stepsText } from './step-text.ts';

it('steps are typed as minutes, or with their unit', () => {
	expect(stepsFrom('1 10')).toEqual([1, 10]);
	expect(stepsFrom(' 1m, 10M; 2h、1.5d ')).toEqual([1, 10, 120, 2160]);
});

it('no steps are an empty text or 0', () => {
	expect(stepsFrom('')).toEqual([]);
	expect(stepsFrom('0')).toEqual([]);
	expect(stepsText([])).toBe('0');
});

it('what is no step stays none, for the settings to refuse', () => {
	for (const text of ['ten', '1 -5', '5x', '1e3', '123456', '0x10', '∞']) {
		expect(stepsFrom(text).some((minutes) => Number.isNaN(minutes))).toBe(true);
	}
	expect(stepsFrom('0 10')).toEqual([0, 10]);
});

it('steps that are shown come back as they were', () => {
	fc.assert(
		fc.property(fc.array(fc.integer({ min: 1, max: 10_080 }), { maxLength: 6 }), (steps) => {
			expect(stepsFrom(stepsText(steps))).toEqual(steps);
		})
	);
	expect(stepsText([1, 10, 120, 1440])).toBe('1 10 2h 1d');
});
