import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calibrated } from './calibration.ts';

const score = fc.double({ min: 0, max: 1, noNaN: true });

describe('a confidence', () => {
	it('is a share, and rises with the score', () => {
		fc.assert(
			fc.property(score, score, (a, b) => {
				const [low, high] = [calibrated(Math.min(a, b)), calibrated(Math.max(a, b))];
				expect(low).toBeLessThanOrEqual(high);
				expect(low).toBeGreaterThanOrEqual(0.5);
				expect(high).toBeLessThanOrEqual(0.99);
			})
		);
	});

	it('is the measured share where one was measured, and lies between two in proportion', () => {
		expect([0, 0.5, 0.87, 1].map(calibrated)).toEqual([0.5, 0.84, 0.965, 0.99]);
		expect(calibrated(0.55)).toBeCloseTo(0.855, 3);
	});

	it('has no more to say of a score outside of its range', () => {
		expect([-1, 2].map(calibrated)).toEqual([0.5, 0.99]);
	});
});
