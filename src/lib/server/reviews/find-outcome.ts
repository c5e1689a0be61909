import { failure, type Failure } from '#lib/domain/errors.ts';
import { gradeResponse } from '#lib/domain/grading/grade.ts';
import type { Response } from '#lib/domain/grading/types.ts';
import type { Outcome } from '#lib/domain/reviewing.ts';
import type { Bank } from '#lib/server/bank/bank.ts';
import { findItemVersions } from '#lib/server/bank/load-bank.ts';
import type { Db } from '#lib/server/db/db.ts';
import { toOutcome } from './answer.ts';
import { findReview } from './store.ts';
import type { Learner } from './today.ts';

/**
 * What a learner was told of one of her reviews, from the version of the item that she was asked; for the page that is
 * shown after an answer without script.
 */
export async function findOutcome(
	db: Db,
	bank: Bank,
	learner: Learner,
	reviewId: string
): Promise<{ ok: true; outcome: Outcome; response: Response } | Failure> {
	const review = await findReview(db, learner.id, reviewId);
	if (!review) return failure('unknown_review');
	const current = bank.item(review.itemId);
	const [item] =
		current?.version === review.itemVersion
			? [current]
			: await findItemVersions(db, [{ itemId: review.itemId, version: review.itemVersion }]);
	const form = item?.forms[review.formIndex];
	if (!item || !form) return failure('unknown_item');
	const verdict = gradeResponse(form, review.response, bank.registry);
	return {
		ok: true,
		outcome: toOutcome(bank, learner, { item, form, verdict }, review, false),
		response: review.response
	};
}
