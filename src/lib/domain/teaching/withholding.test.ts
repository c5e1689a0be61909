import { describe, expect, it } from 'vitest';
import type { Feedback } from './rules.ts';
import { isWithheld, type Progress } from './withholding.ts';

const at = (hour: number) => new Date(Date.UTC(2026, 2, 2, hour));
const NONE: Progress = { begun: 0, finished: 0, open: false };
const DONE: Progress = { begun: 1, finished: 1, open: false };
const OPEN: Progress = { begun: 1, finished: 0, open: true };
const held = (feedback: Feedback, progress: Progress, now: Date, end: Date | null = at(20)) =>
	isWithheld(
		{
			rules: { feedback },
			terms: { opensAt: at(8), dueAt: null, endsAt: end, attempts: 1, timeLimit: null },
			overAt: end,
			progress
		},
		now
	);

describe('the items of a quiz', () => {
	it('are anybody’s before it opens', () => {
		for (const feedback of ['at-once', 'after-attempt', 'after-closing', 'never'] as const)
			expect(held(feedback, NONE, at(7))).toBe(false);
	});

	it('are kept back until their answers may be known', () => {
		expect(held('after-attempt', NONE, at(9))).toBe(true);
		expect(held('after-attempt', OPEN, at(9))).toBe(true);
		expect(held('after-attempt', DONE, at(9))).toBe(false);
		expect(held('after-closing', DONE, at(9))).toBe(true);
		expect(held('after-closing', DONE, at(20))).toBe(false);
		expect(held('never', DONE, at(19))).toBe(true);
	});

	it('are kept back while an attempt is open, whatever was told of an earlier one', () => {
		expect(held('after-attempt', { begun: 2, finished: 1, open: true }, at(9))).toBe(true);
	});

	it('are free again when the quiz is over, or no attempt is left of one that never closes', () => {
		expect(held('never', NONE, at(20))).toBe(false);
		expect(held('never', NONE, at(20), null)).toBe(true);
		expect(held('never', DONE, at(20), null)).toBe(false);
	});
});
