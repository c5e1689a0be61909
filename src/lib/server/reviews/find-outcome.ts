import { failure, type Failure } from '#lib/domain/errors.ts';
import type { Outcome } from '#lib/domain/reviewing/messages.ts';
import type { Bank } from '#lib/server/bank/bank.ts';
import type { Db } from '#lib/server/db/db.ts';
import { tellAgain } from './outcome.ts';
import { findReview } from './store.ts';
import type { Learner } from './today.ts';

/** What a learner was told of one of her reviews; for the page that is shown after an answer without script. */
export async function findOutcome(
	db: Db,
	bank: Bank,
	learner: Learner,
	reviewId: string
): Promise<{ ok: true; outcome: Outcome } | Failure> {
	const review = await findReview(db, learner.id, reviewId);
	return review ? tellAgain(db, bank, learner, review) : failure('unknown_review');
}
