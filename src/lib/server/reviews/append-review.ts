import type { Response } from '#lib/domain/grading/types.ts';
import { countsOf } from '#lib/domain/reviewing/item-log.ts';
import type { TakenAnswer } from '#lib/domain/reviewing/take-answer.ts';
import { dayOf } from '#lib/domain/scheduling/clock.ts';
import { becameLeech } from '#lib/domain/scheduling/leech.ts';
import { NO_MARKS } from '#lib/domain/scheduling/marks.ts';
import type { ScheduleOptions } from '#lib/domain/scheduling/options.ts';
import type { Db } from '#lib/server/db/db.ts';
import type { LockedItem } from './lock-item.ts';
import { addToDays, insertReview, storeCard, type ReviewRow } from './store.ts';
import { storeMarks } from './store-item.ts';
import type { Learner } from './today.ts';

/** What of a review's row is not worked out. */
export interface ReviewFacts {
	id: string;
	formIndex: number;
	response: Response;
	options: ScheduleOptions;
	/** Id of the options, as `keepOptions` gave it. */
	optionsId: string;
	receivedAt: Date;
}

/**
 * Writes an answer that comes after everything else that befell its card: the card, one row of the log, the counts of
 * its day. Run it inside `refusable`, with the item locked.
 */
export async function appendReview(
	tx: Db,
	learner: Learner,
	locked: LockedItem,
	taken: TakenAnswer,
	facts: ReviewFacts
): Promise<ReviewRow> {
	const review = toRow(learner, taken, facts);
	const { learnerId, itemId, before, after, memory, day } = review;
	await storeCard(tx, learnerId, itemId, locked.held?.card ?? null, after, memory);
	await insertReview(tx, review);
	await addToDays(tx, learnerId, [[day, countsOf(taken, before)]]);
	if (facts.options.leechAction === 'suspend' && becameLeech(before, after, facts.options))
		await storeMarks(tx, learnerId, itemId, NO_MARKS, { ...NO_MARKS, suspended: true });
	return review;
}

/** The row of a review. */
export function toRow(
	learner: Learner,
	{ item, form, verdict, rating, durationMs, reviewedAt, before, after, memory }: TakenAnswer,
	{ id, formIndex, response, options, optionsId, receivedAt }: ReviewFacts
): ReviewRow {
	const at = new Date(reviewedAt);
	return {
		learnerId: learner.id,
		id,
		itemId: item.id,
		itemVersion: item.version,
		form: form.form,
		formIndex,
		response,
		verdict: verdict.verdict,
		reason: verdict.reason,
		score: verdict.score,
		rating,
		claimedRight: false,
		durationMs,
		reviewedAt: at,
		day: dayOf(at, options),
		before,
		after,
		memory,
		amends: null,
		options: optionsId,
		receivedAt
	};
}
