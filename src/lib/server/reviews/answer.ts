import { failure, type ErrorCode, type Failure } from '#lib/domain/errors.ts';
import { checkResponse } from '#lib/domain/grading/check.ts';
import { gradeResponse } from '#lib/domain/grading/grade.ts';
import type { Response, Verdict } from '#lib/domain/grading/types.ts';
import type { AnswerInput, Answered } from '#lib/domain/reviewing/messages.ts';
import type { Rating } from '#lib/domain/scheduling/card.ts';
import { dayOf } from '#lib/domain/scheduling/clock.ts';
import { schedule } from '#lib/domain/scheduling/fsrs.ts';
import type { Bank } from '#lib/server/bank/bank.ts';
import type { Db } from '#lib/server/db/db.ts';
import { inTransaction } from '#lib/server/db/transaction.ts';
import { seedOf } from './next-prompt.ts';
import { tellAgain, toOutcome, type Graded } from './outcome.ts';
import {
	findReview,
	freshSeq,
	insertReview,
	isUndone,
	lockCard,
	refusable,
	storeCard,
	type ReviewRow
} from './store.ts';
import type { Learner } from './today.ts';

export type AnswerResult = Answered | Failure;

const MOST_DURATION_MS = 60_000;

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
	const form = item.forms[input.formIndex];
	if (!form) return failure('wrong_form');
	const fit = checkResponse(form, input.response);
	if (fit !== 'ok') return failure(codeOf(fit));
	const verdict = gradeResponse(form, input.response, bank.registry);
	if (verdict.verdict === 'near' && !input.retry) return { ok: true, again: true, hint: verdict.hint ?? '' };
	return refusable(() => inTransaction(db, (tx) => record(tx, bank, learner, input, { item, form, verdict }, now)));
}

/** The grader's word for a response that does not fit, as an error code. */
function codeOf(fit: 'wrong-form' | 'unknown-option' | 'incomplete'): ErrorCode {
	return fit === 'wrong-form' ? 'wrong_form' : fit === 'unknown-option' ? 'unknown_option' : 'incomplete';
}

async function record(
	tx: Db,
	bank: Bank,
	learner: Learner,
	input: AnswerInput,
	graded: Graded,
	now: Date
): Promise<AnswerResult> {
	const held = await lockCard(tx, learner.id, input.itemId);
	const memory = bank.memory(input.itemId);
	// A card of what the item asked before it was changed does not count: the item is new again.
	const before = held?.memory === memory ? held.card : null;
	const seq = before?.seq ?? (await freshSeq(tx, learner.id, input.itemId));
	if (seq !== input.seq) {
		// The same answer may have been stored while this one waited for the card.
		const known = await findReview(tx, learner.id, input.id);
		return known ? repeated(tx, bank, learner, input, known) : failure('stale_card');
	}
	const rating = ratingOf(input.response, graded.verdict, input.retry);
	const scheduled = schedule(before, rating, now, learner.settings, seedOf(learner.id, input.itemId));
	const after = { ...scheduled, seq: seq + 1 };
	const stored = await storeCard(tx, learner.id, input.itemId, held?.card ?? null, after, memory);
	if (!stored) {
		const known = await findReview(tx, learner.id, input.id);
		return known ? repeated(tx, bank, learner, input, known) : failure('stale_card');
	}
	const review = toReview(learner, input, graded, { rating, before, after, memory });
	await insertReview(tx, { ...review, day: dayOf(review.reviewedAt, learner.settings) });
	return { ok: true, again: false, outcome: await toOutcome(tx, bank, learner, graded, review, false) };
}

/** Right is Good, on the second try Hard; anything else is Again. Flashcards are rated by the learner. */
function ratingOf(response: Response, verdict: Verdict, retry: boolean): Rating {
	if (response.form === 'flashcard') return response.rating;
	if (verdict.verdict !== 'correct') return 1;
	return retry ? 2 : 3;
}

function toReview(
	learner: Learner,
	input: AnswerInput,
	{ item, form, verdict }: Graded,
	{ rating, before, after, memory }: Pick<ReviewRow, 'before' | 'after' | 'memory'> & { rating: Rating }
): Omit<ReviewRow, 'day'> {
	return {
		learnerId: learner.id,
		id: input.id,
		itemId: item.id,
		itemVersion: item.version,
		form: form.form,
		formIndex: input.formIndex,
		response: input.response,
		verdict: verdict.verdict,
		reason: verdict.reason,
		score: verdict.score,
		rating,
		claimedRight: false,
		durationMs: Math.max(0, Math.min(MOST_DURATION_MS, Math.round(input.durationMs))),
		reviewedAt: new Date(after.lastReview),
		before,
		after,
		memory,
		amends: null,
		options: null,
		receivedAt: null
	};
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
