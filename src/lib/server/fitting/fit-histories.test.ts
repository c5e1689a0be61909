import { describe, expect, it } from 'vitest';
import { countOf, historiesOf, LEAST_REVIEWS } from '#lib/domain/scheduling/fit/history.ts';
import { soundParameters } from '#lib/domain/scheduling/fit/parameters.ts';
import { DEFAULT_PARAMETERS } from '#lib/domain/scheduling/fsrs.ts';
import { logOf, otherTruth } from '#tests/support/synthetic-log.ts';
import { fitHistories } from './fit-histories.ts';

const learners = Array.from({ length: 10 }, (_, index) => index + 1);
const fitted = async (truth: readonly number[], seed: number) => {
	// Who forgets most would answer ten times as often as the others.
	const histories = historiesOf(logOf(truth, seed * 1000, 300, 240).slice(0, 3500));
	const result = await fitHistories({ histories, used: DEFAULT_PARAMETERS, relearningSteps: 1 });
	if (!result.ok) throw new Error(result.why);
	return result;
};

describe('a fit', () => {
	it('predicts what it had not seen better, for at least 8 of 10 whose memory is not that of the defaults', async () => {
		const results: Awaited<ReturnType<typeof fitted>>[] = [];
		for (const seed of learners) results.push(await fitted(otherTruth(seed), seed));
		expect(results.filter(({ accepted }) => accepted).length).toBeGreaterThanOrEqual(8);
		const mean = (of: (one: (typeof results)[number]) => number) => results.reduce((sum, one) => sum + of(one), 0) / 10;
		expect(mean(({ judgement }) => judgement.lossAfter)).toBeLessThan(
			0.97 * mean(({ judgement }) => judgement.lossBefore)
		);
		for (const { parameters } of results) expect(soundParameters(parameters)).toEqual(parameters);
	});

	it('is refused for at least 7 of 10 whose memory is just that of the defaults', async () => {
		const results: Awaited<ReturnType<typeof fitted>>[] = [];
		for (const seed of learners) results.push(await fitted(DEFAULT_PARAMETERS, seed));
		expect(results.filter(({ accepted }) => !accepted).length).toBeGreaterThanOrEqual(7);
	});

	it('gives the same parameters for the same answers', async () => {
		expect(await fitted(otherTruth(7), 7)).toEqual(await fitted(otherTruth(7), 7));
	});

	it('is judged by twenty predictions at least', async () => {
		// Four hundred answers on one day, and some more on the next: almost nothing can be predicted.
		const first = Array.from({ length: LEAST_REVIEWS }, (_, n) => ({
			itemId: `i${n}`,
			day: '2026-01-01',
			begins: true
		}));
		const later = first.slice(0, 19).map((review) => ({ ...review, day: '2026-01-02', begins: false }));
		const histories = historiesOf([...first, ...later].map((review) => ({ ...review, rating: 3 as const })));
		expect(countOf(histories)).toBe(LEAST_REVIEWS + 19);
		expect(await fitHistories({ histories, used: DEFAULT_PARAMETERS, relearningSteps: 1 })).toEqual({
			ok: false,
			why: 'few_judged'
		});
	});
});
