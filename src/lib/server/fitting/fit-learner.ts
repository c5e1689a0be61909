import { eq, sql } from 'drizzle-orm';
import { parametersOf } from '#lib/domain/scheduling/fsrs.ts';
import { countOf, historiesOf, LEAST_REVIEWS } from '#lib/domain/scheduling/fit/history.ts';
import { MODEL_VERSION } from '#lib/domain/scheduling/fit/parameters.ts';
import { readSettings, type MemoryModel } from '#lib/domain/scheduling/settings.ts';
import type { Db } from '#lib/server/db/db.ts';
import { learners } from '#lib/server/db/schema/learners.ts';
import { modelFits } from '#lib/server/db/schema/scheduling.ts';
import { inTransaction } from '#lib/server/db/transaction.ts';
import { uuidv7 } from '#lib/server/db/uuidv7.ts';
import type { Fitted } from './fitting-job.ts';
import type { FittingThread } from './fitting-thread.ts';
import { lastFit, type FitRow } from './fits.ts';
import { countedReviews } from './review-log.ts';

/**
 * Why there is no fit: too few answers; too few in the last quarter that could be predicted; parameters that are none;
 * too long, broken or too much to do; another fit or another model came in between.
 */
export type NoFit = 'too_few' | 'few_judged' | 'unsound' | 'timeout' | 'failed' | 'busy' | 'overtaken';
export type FitResult = { ok: true; fit: FitRow } | { ok: false; why: NoFit };

/**
 * Fits the memory model to a learner's answers, keeps what came out, and takes it over where it predicted the last
 * quarter of them better than the model in use. Nothing that is scheduled is moved: her next answers go by it.
 */
export async function fitLearner(
	db: Db,
	thread: Pick<FittingThread, 'run'>,
	learnerId: string,
	now: Date
): Promise<FitResult> {
	const [learner] = await db.select().from(learners).where(eq(learners.id, learnerId));
	if (!learner) return { ok: false, why: 'failed' };
	const settings = readSettings(learner.settings);
	const earlier = await lastFit(db, learnerId);
	const histories = historiesOf(await countedReviews(db, learnerId));
	const reviews = countOf(histories);
	if (reviews < LEAST_REVIEWS) return { ok: false, why: 'too_few' };
	const used = parametersOf(settings.model);
	const relearningSteps = settings.relearningSteps.length;
	const served = await thread.run({ what: 'fit', histories, used, relearningSteps });
	if (!served.ok) return served;
	if (!('fitted' in served)) return { ok: false, why: 'failed' };
	if (!served.fitted.ok) return served.fitted;
	const fit = rowOf(served.fitted, learnerId, reviews, now);
	const kept = await keep(db, fit, { model: settings.model, earlier: earlier?.id });
	return kept ? { ok: true, fit } : { ok: false, why: 'overtaken' };
}

function rowOf(fitted: Extract<Fitted, { ok: true }>, learnerId: string, reviews: number, now: Date): FitRow {
	const { parameters, judgement, accepted } = fitted;
	const { lossBefore, lossAfter } = judgement;
	const made = { id: uuidv7(now), fittedAt: now, version: MODEL_VERSION };
	return { learnerId, ...made, parameters, reviews, lossBefore, lossAfter, accepted };
}

/**
 * Keeps a fit, unless another process was faster, or the model that it was compared with is not in use any more.
 * @param known the model in use and the last fit as they were when it began
 */
async function keep(
	db: Db,
	fit: FitRow,
	known: { model: MemoryModel | null; earlier: string | undefined }
): Promise<boolean> {
	return inTransaction(db, async (tx) => {
		const [learner] = await tx.select().from(learners).where(eq(learners.id, fit.learnerId)).for('update');
		if (!learner) return false;
		const { model } = readSettings(learner.settings);
		if (JSON.stringify(model) !== JSON.stringify(known.model)) return false;
		if ((await lastFit(tx, fit.learnerId))?.id !== known.earlier) return false;
		await tx.insert(modelFits).values(fit);
		if (!fit.accepted) return true;
		const patch = JSON.stringify({ model: { version: MODEL_VERSION, parameters: fit.parameters } });
		// Only this field: what else of the settings changes meanwhile stays as it is.
		await tx
			.update(learners)
			.set({ settings: sql`${learners.settings} || ${patch}::jsonb` })
			.where(eq(learners.id, fit.learnerId));
		return true;
	});
}
