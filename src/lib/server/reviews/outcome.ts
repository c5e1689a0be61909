import { failure, type Failure } from '#lib/domain/errors.ts';
import { gradeResponse } from '#lib/domain/grading/grade.ts';
import { REASONS, type Reason } from '#lib/domain/grading/types.ts';
import type { Outcome } from '#lib/domain/reviewing/messages.ts';
import { seedOf } from '#lib/domain/reviewing/take-answer.ts';
import { tell, type ToldReview } from '#lib/domain/reviewing/tell.ts';
import type { ScheduleOptions } from '#lib/domain/scheduling/options.ts';
import type { Bank } from '#lib/server/bank/bank.ts';
import { findItemVersions } from '#lib/server/bank/load-bank.ts';
import { passagesOf } from '#lib/server/bank/passages.ts';
import type { Db } from '#lib/server/db/db.ts';
import { toRating } from './card-row.ts';
import { optionsOfReviews } from './schedule-options.ts';
import type { ReviewRow } from './store.ts';
import type { Learner } from './today.ts';

/** What the learner is told of a review in the log; with the passages that she may read. */
export async function toOutcome(
	db: Db,
	bank: Bank,
	learner: Learner,
	review: ToldReview,
	options: ScheduleOptions,
	duplicate: boolean
): Promise<Outcome> {
	const passage = await passagesOf(db, bank, learner, review.item);
	return tell(review, { sources: bank.sources, passage, options, seed: seedOf(review.item.id), duplicate });
}

/**
 * Tells a stored review again: by the version of the item that was asked, and with the verdict that was given. Which
 * parts were right is worked out anew, because the log does not keep it.
 */
export async function tellAgain(
	db: Db,
	bank: Bank,
	learner: Learner,
	review: ReviewRow
): Promise<{ ok: true; outcome: Outcome } | Failure> {
	// A quiz asks it at the moment: what was right is not told before the quiz tells it.
	if (bank.isWithheld(review.itemId)) return failure('unknown_item');
	const current = bank.item(review.itemId);
	const [item] =
		current?.version === review.itemVersion
			? [current]
			: await findItemVersions(db, bank, [{ itemId: review.itemId, version: review.itemVersion }]);
	const form = item?.forms[review.formIndex];
	if (!item || !form) return failure('unknown_item');
	const { verdict, score } = review;
	const graded = gradeResponse(form, review.response, bank.registry);
	const told = { ...graded, verdict, score, reason: toReason(review.reason) ?? graded.reason };
	const options = (await optionsOfReviews(db, learner, [review.options]))(review.options);
	const again = { ...review, item, form, verdict: told, rating: toRating(review.rating) };
	return { ok: true, outcome: await toOutcome(db, bank, learner, again, options, true) };
}

function toReason(text: string): Reason | undefined {
	return REASONS.find((reason) => reason === text);
}
