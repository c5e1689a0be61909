import { computeParameters, FSRSBindingItem, FSRSBindingReview } from '@open-spaced-repetition/binding';
import { LEAST_JUDGED, splitAt, trainingItems, type TrainingItem } from '#lib/domain/scheduling/fit/history.ts';
import { isBetter } from '#lib/domain/scheduling/fit/judge.ts';
import { logLoss, predict, rmseBins } from '#lib/domain/scheduling/fit/loss.ts';
import { soundParameters } from '#lib/domain/scheduling/fit/parameters.ts';
import type { FitJob, Fitted } from './fitting-job.ts';

/** The optimiser says how far it is so often, in milliseconds; by default it makes each call last half a second. */
const POLL_MS = 20;

/**
 * Fits the model on the first three quarters of some answers and judges it by the last one. Where it predicted that
 * better than the parameters in use, it is fitted again on all of them. It takes seconds: run it in a thread.
 */
export async function fitHistories({ histories, used, relearningSteps }: Omit<FitJob, 'what'>): Promise<Fitted> {
	const from = splitAt(histories);
	const before = predict(histories, used, from);
	if (before.length < LEAST_JUDGED) return { ok: false, why: 'few_judged' };
	const part = await optimise(trainingItems(histories, from), relearningSteps);
	if (!part) return { ok: false, why: 'unsound' };
	const after = predict(histories, part, from);
	const judgement = {
		judged: before.length,
		lossBefore: logLoss(before),
		lossAfter: logLoss(after),
		errorBefore: rmseBins(before),
		errorAfter: rmseBins(after)
	};
	if (!isBetter(judgement)) return { ok: true, parameters: part, judgement, accepted: false };
	const all = await optimise(trainingItems(histories), relearningSteps);
	return all ? { ok: true, parameters: all, judgement, accepted: true } : { ok: false, why: 'unsound' };
}

async function optimise(items: readonly TrainingItem[], relearningSteps: number): Promise<number[] | undefined> {
	const set = items.map(
		(item) => new FSRSBindingItem(item.map(({ rating, days }) => new FSRSBindingReview(rating, days)))
	);
	const options = { enableShortTerm: true, numRelearningSteps: relearningSteps, timeout: POLL_MS };
	return soundParameters(await computeParameters(set, options));
}
