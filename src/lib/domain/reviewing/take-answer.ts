import { failure, type ErrorCode, type Failure } from '../errors.ts';
import { checkResponse } from '../grading/check.ts';
import { gradeResponse } from '../grading/grade.ts';
import type { Registry, Response, Verdict } from '../grading/types.ts';
import type { Form, Item } from '../items/types.ts';
import type { CardState, Rating } from '../scheduling/card.ts';
import { schedule } from '../scheduling/fsrs.ts';
import type { ScheduleOptions } from '../scheduling/options.ts';
import { isStorable } from '../workspace/plain-text.ts';
import type { Held } from './fold.ts';
import type { AnswerInput } from './messages.ts';

/** What of an answer is graded. */
export type GivenAnswer = Pick<AnswerInput, 'formIndex' | 'response' | 'retry' | 'durationMs'>;

/** An answer with what it was graded by. */
export interface GradedAnswer {
	item: Item;
	form: Form;
	verdict: Verdict;
	rating: Rating;
	/** Milliseconds, whole, at most a minute. */
	durationMs: number;
}

/** A graded answer with what it makes of its card. */
export interface TakenAnswer extends GradedAnswer {
	/** When it counts: when it was given, or with the last review where that is later. ISO instant. */
	reviewedAt: string;
	/** Null where the item is new, or has come to ask something else. */
	before: CardState | null;
	after: CardState;
	/** What of the item is learnt by it. */
	memory: string | null;
}

/** An answer that was nearly right: nothing is stored, and it may be tried once more. */
export interface AskedAgain {
	ok: true;
	again: true;
	hint: string;
}

/** What a review is worked out from, beside the answer and the card. */
export interface AnswerContext {
	registry: Registry;
	/** Those of the item (`optionsFor`). */
	options: ScheduleOptions;
	/** What cards of the item are learnt under now. */
	memory: string | null;
	/** When the answer was given. */
	at: Date;
	/** What sets the card's fuzz: `seedOf(item.id)`. */
	seed: string;
	/** The card's change count when it has no card that counts: 0, unless a client knows better. */
	seq?: number;
}

const MOST_DURATION_MS = 60_000;

/**
 * What an answer makes of its card, on a server and on a device alike.
 * @param held the card as it stands; null where there is none
 * @returns that it may be tried once more, or the graded answer with the card before and after; or why it cannot be
 *   graded: `wrong_form`, `unknown_option`, `incomplete`, `invalid_input`
 */
export function takeAnswer(
	item: Item,
	held: Held | null,
	given: GivenAnswer,
	context: AnswerContext
): AskedAgain | { ok: true; again: false; taken: TakenAnswer } | Failure {
	const graded = gradeAnswer(item, given, context.registry);
	if (!graded.ok || graded.again) return graded;
	return { ok: true, again: false, taken: reviewCard(graded.graded, held, context) };
}

/** Grades an answer to a version of an item, by itself: without its card. */
export function gradeAnswer(
	item: Item,
	{ formIndex, response, retry, durationMs }: GivenAnswer,
	registry: Registry
): AskedAgain | { ok: true; again: false; graded: GradedAnswer } | Failure {
	const form = item.forms[formIndex];
	if (!form) return failure('wrong_form');
	if ('text' in response && !isStorable(response.text)) return failure('invalid_input');
	const fit = checkResponse(form, response);
	if (fit !== 'ok') return failure(codeOf(fit));
	const verdict = gradeResponse(form, response, registry);
	if (verdict.verdict === 'near' && !retry) return { ok: true, again: true, hint: verdict.hint ?? '' };
	const rating = ratingOf(response, verdict, retry);
	const kept = Math.max(0, Math.min(MOST_DURATION_MS, Math.round(durationMs)));
	return { ok: true, again: false, graded: { item, form, verdict, rating, durationMs: kept } };
}

/** A graded answer with the card before and after it. A card of what the item asked before it was changed does not count. */
export function reviewCard(
	graded: GradedAnswer,
	held: Held | null,
	{ memory, at, options, seed, seq = 0 }: Omit<AnswerContext, 'registry'>
): TakenAnswer {
	const before = held && held.memory === memory ? held.card : null;
	const scheduled = schedule(before, graded.rating, at, options, seed);
	const after = { ...scheduled, seq: (before?.seq ?? seq) + 1 };
	return { ...graded, reviewedAt: after.lastReview, before, after, memory };
}

/** What sets the fuzz of an item's card, together with its repetitions. */
export function seedOf(itemId: string): string {
	return `${itemId}/`;
}

/** Right is Good, on the second try Hard; anything else is Again. Flashcards are rated by the learner. */
function ratingOf(response: Response, verdict: Verdict, retry: boolean): Rating {
	if (response.form === 'flashcard') return response.rating;
	if (verdict.verdict !== 'correct') return 1;
	return retry ? 2 : 3;
}

/** The grader's word for a response that does not fit, as an error code. */
function codeOf(fit: 'wrong-form' | 'unknown-option' | 'incomplete'): ErrorCode {
	return fit === 'wrong-form' ? 'wrong_form' : fit === 'unknown-option' ? 'unknown_option' : 'incomplete';
}
