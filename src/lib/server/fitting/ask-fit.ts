import { RateLimiterMemory } from 'rate-limiter-flexible';
import { LEAST_REVIEWS } from '#lib/domain/scheduling/fit/history.ts';
import type { Db } from '#lib/server/db/db.ts';
import type { Learner } from '#lib/server/reviews/today.ts';
import { takeOne } from '../take-one.ts';
import type { FitQueue } from './fit-queue.ts';
import { lastFit } from './fits.ts';
import { countAnswers } from './review-log.ts';

/** A fit takes a processor for some seconds, and nothing new comes out without new answers. */
const ASKED = { points: 4, duration: 60 * 60 };
const shared = new RateLimiterMemory({ keyPrefix: 'fit', ...ASKED });

/** What became of a learner's wish for a fit. */
export type Asked = { ok: true } | { ok: false; why: 'too_few' | 'nothing_new' | 'too_often' | 'busy' };

/**
 * Has a learner's model fitted because she asks; it is not waited for.
 * @param limiter counts how often she asks; that of the process unless another is given
 */
export async function askFit(db: Db, queue: FitQueue, learner: Learner, limiter = shared): Promise<Asked> {
	const answers = await countAnswers(db, learner.id);
	if (answers < LEAST_REVIEWS) return { ok: false, why: 'too_few' };
	if (queue.standing(learner.id) === 'waiting') return { ok: true };
	const last = await lastFit(db, learner.id);
	// Who went back to the usual model may have her own again.
	const wentBack = last?.accepted && learner.settings.model === null;
	if (last && last.reviews >= answers && !wentBack) return { ok: false, why: 'nothing_new' };
	if (await takeOne(limiter, learner.id)) return { ok: false, why: 'too_often' };
	return queue.ask(learner.id) ? { ok: true } : { ok: false, why: 'busy' };
}
