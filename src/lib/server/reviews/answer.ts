import { failure, type Failure } from '#lib/domain/errors.ts';
import { gradeAnswer, reviewCard, seedOf, type GradedAnswer } from '#lib/domain/reviewing/take-answer.ts';
import type { AnswerInput, Answered } from '#lib/domain/reviewing/messages.ts';
import type { ScheduleOptions } from '#lib/domain/scheduling/options.ts';
import type { Bank } from '#lib/server/bank/bank.ts';
import type { Db } from '#lib/server/db/db.ts';
import { inTransaction } from '#lib/server/db/transaction.ts';
import { deckOptionsOf, optionsOfItem } from '#lib/server/learners/deck-options.ts';
import { appendReview } from './append-review.ts';
import { freshItem, lockItem } from './lock-item.ts';
import { tellAgain, toOutcome } from './outcome.ts';
import { keepOptions } from './schedule-options.ts';
import { findReview, isUndone, refusable, type ReviewRow } from './store.ts';
import type { Learner } from './today.ts';

export type AnswerResult = Answered | Failure;

/** An answer that is about to be written into the log. */
interface Counted {
	input: AnswerInput;
	graded: GradedAnswer;
	options: ScheduleOptions;
	optionsId: string;
	now: Date;
}

/**
 * Grades an answer and reschedules its card: one transaction, one row in the log. The browser's own verdict, times and
 * due dates are never taken over.
 */
export async function answer(
	db: Db,
	bank: Bank,
	learner: Learner,
	input: AnswerInput,
	now: Date
): Promise<AnswerResult> {
	const known = await findReview(db, learner.id, input.id);
	if (known) return repeated(db, bank, learner, input, known);
	const item = bank.item(input.itemId);
	if (!item) return failure('unknown_item');
	if (item.version !== input.itemVersion) return failure('stale_item');
	const result = gradeAnswer(item, input, bank.registry);
	if (!result.ok || result.again) return result;
	const options = optionsOfItem(bank, item, learner.settings, await deckOptionsOf(db, learner.id));
	const optionsId = await keepOptions(db, learner.id, options);
	const counted = { input, graded: result.graded, options, optionsId, now };
	return refusable(() => inTransaction(db, (tx) => record(tx, bank, learner, counted)));
}

async function record(tx: Db, bank: Bank, learner: Learner, counted: Counted): Promise<AnswerResult> {
	const { input, graded, options, optionsId, now } = counted;
	const locked = await lockItem(tx, learner.id, input.itemId);
	const memory = bank.memory(input.itemId);
	const stands = locked.held?.memory === memory;
	const fresh = stands ? undefined : await freshItem(tx, learner.id, input.itemId);
	const seq = stands && locked.held ? locked.held.card.seq : (fresh?.seq ?? 0);
	if (seq !== input.seq) {
		// The same answer may have been stored while this one waited for the card.
		const known = await findReview(tx, learner.id, input.id);
		return known ? repeated(tx, bank, learner, input, known) : failure('stale_card');
	}
	// After everything that befell the card, also where the clock was moved back.
	const at = new Date(Math.max(now.getTime(), locked.lastEvent + 1, (fresh?.lastEvent ?? -Infinity) + 1));
	const taken = reviewCard(graded, locked.held, { memory, at, options, seed: seedOf(input.itemId), seq });
	const review = await appendReview(tx, learner, locked, taken, {
		id: input.id,
		formIndex: input.formIndex,
		response: input.response,
		options,
		optionsId,
		receivedAt: now
	});
	const told = { ...taken, id: input.id, response: input.response, reviewedAt: review.reviewedAt };
	return { ok: true, again: false, outcome: await toOutcome(tx, bank, learner, told, options, false) };
}

/** An answer that is in the log already is told again; one that was taken back is not answered by its old id. */
async function repeated(
	db: Db,
	bank: Bank,
	learner: Learner,
	input: AnswerInput,
	known: ReviewRow
): Promise<AnswerResult> {
	if (known.itemId !== input.itemId) return failure('review_id_reused');
	if (await isUndone(db, learner.id, known.id)) return failure('stale_card');
	const told = await tellAgain(db, bank, learner, known);
	return told.ok ? { ok: true, again: false, outcome: told.outcome } : told;
}
