import type { Reason, Verdict } from './types.ts';

/** A right answer. */
export const correct = (reason: Reason): Verdict => ({ verdict: 'correct', reason, score: 1 });

/** Nearly right: the hint says what is missing. */
export const near = (reason: Reason, hint: string): Verdict => ({ verdict: 'near', reason, score: 0, hint });

/** A wrong answer; the hint names who was meant, where somebody else was. */
export const wrong = (reason: Reason, hint?: string): Verdict => ({
	verdict: 'wrong',
	reason,
	score: 0,
	...(hint === undefined ? {} : { hint })
});
