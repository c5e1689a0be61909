import { LEAST_REVIEWS } from '#lib/domain/scheduling/fit/history.ts';
import type { Db } from '#lib/server/db/db.ts';
import type { Learner } from '#lib/server/reviews/today.ts';
import type { FitQueue, FitStanding } from './fit-queue.ts';
import { fitsQuery, type FitRow } from './fits.ts';
import { countAnswers } from './review-log.ts';

/** One fit as a page shows it. */
export interface FitView extends Pick<FitRow, 'id' | 'fittedAt' | 'reviews' | 'lossBefore' | 'lossAfter' | 'accepted'> {
	/** Whether it is what the learner is scheduled by. */
	inUse: boolean;
}

/** How a learner's memory model stands. */
export interface ModelView {
	/** Whether parameters of her own are in use. */
	own: boolean;
	/** The last fits, the latest first. */
	fits: FitView[];
	/** Her answers that count, and how many are missing until a model can be fitted. */
	answers: number;
	missing: number;
	standing: FitStanding;
}

const FITS_SHOWN = 12;

/** The memory model of a learner: what is in use, what was fitted, whether a fit is under way. */
export async function modelView(db: Db, queue: FitQueue, learner: Learner): Promise<ModelView> {
	const { model } = learner.settings;
	// Read before the fits: one that ends in between is then shown as ended.
	const standing = queue.standing(learner.id);
	const rows = await fitsQuery(db, learner.id, FITS_SHOWN);
	const answers = await countAnswers(db, learner.id);
	const inUse = rows.find(
		({ accepted, parameters }) => accepted && JSON.stringify(parameters) === JSON.stringify(model?.parameters)
	);
	return {
		own: model !== null,
		fits: rows.map(({ id, fittedAt, reviews, lossBefore, lossAfter, accepted }) => ({
			...{ id, fittedAt, reviews, lossBefore, lossAfter, accepted },
			inUse: id === inUse?.id
		})),
		answers,
		missing: Math.max(0, LEAST_REVIEWS - answers),
		standing
	};
}
