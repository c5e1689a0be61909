import { expect, test } from 'vitest';
import type { Verdict } from '#lib/domain/grading/types.ts';
import { isClaimed, markOf, verdictWord } from './verdict-word.ts';

const wrong: Verdict = { verdict: 'wrong', reason: 'different', score: 0 };

test('a wrong answer that the learner claims is marked right and called hers', () => {
	expect(isClaimed({ verdict: wrong, rating: 3 })).toBe(true);
	expect(markOf({ verdict: wrong, rating: 3 })).toBe('right');
	expect(verdictWord({ verdict: wrong, rating: 3 })).toBe('Right, you say');
});

test('a flashcard goes by its rating', () => {
	const verdict: Verdict = { verdict: 'wrong', reason: 'self-rated', score: 0 };
	expect(verdictWord({ verdict, rating: 1 })).toBe('Not yet');
	expect(verdictWord({ verdict, rating: 3 })).toBe('You knew it');
	expect(isClaimed({ verdict, rating: 3 })).toBe(false);
});

test('half of the parts right is partly right', () => {
	expect(verdictWord({ verdict: { verdict: 'wrong', reason: 'partly', score: 0.5 }, rating: 1 })).toBe('Partly right');
	expect(verdictWord({ verdict: { verdict: 'wrong', reason: 'partly', score: 0.3 }, rating: 1 })).toBe('Wrong');
});
