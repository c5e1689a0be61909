import { LEAST_JUDGED, LEAST_REVIEWS } from './history.ts';

/** How two sets of parameters predicted the same last quarter of a learner's answers. */
export interface Judgement {
	/** Predictions that were compared. */
	judged: number;
	/** Log loss of the parameters in use and of the fitted ones. */
	lossBefore: number;
	lossAfter: number;
	/** Root mean square of the error in bins, 0 to 1. */
	errorBefore: number;
	errorAfter: number;
}

/** Whether fitted parameters are taken over: they predicted what they had not seen better. */
export function isBetter({ judged, lossBefore, lossAfter }: Judgement): boolean {
	return judged >= LEAST_JUDGED && lossAfter < lossBefore;
}

const DAY_MS = 24 * 60 * 60_000;
/** By itself a model is fitted so seldom. */
const REST_DAYS = 30;
/** With fewer answers more nothing would come out that is not known. */
const LEAST_MORE = 50;

/**
 * Whether it is time to fit a model by itself: once a month, where there is enough to learn from, and more than last time.
 * @param answers the learner's answers so far
 * @param last the last fit, taken over or not
 */
export function isFitDue(answers: number, last: { fittedAt: Date; reviews: number } | undefined, now: Date): boolean {
	if (answers < LEAST_REVIEWS) return false;
	if (!last) return true;
	const rested = now.getTime() - last.fittedAt.getTime() >= REST_DAYS * DAY_MS;
	return rested && answers >= last.reviews + LEAST_MORE;
}
