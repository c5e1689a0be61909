import type { Response, Verdict } from '../grading/types.ts';
import type { Explanation } from '../items/explain.ts';
import type { Prompt } from '../items/present.ts';
import type { Form } from '../items/types.ts';
import type { Rating } from '../scheduling/card.ts';
import type { Queue, QueueKind } from '../scheduling/queue.ts';

/** What server and browser say to each other in a review. */

/** The next question, or that nothing is left. */
export interface NextPrompt {
	prompt?: Prompt;
	kind?: QueueKind;
	left: Queue['left'];
	/** ISO instant of the next learning step, where nothing is left now. */
	later?: string;
	/** The interval that each rating would give, as a button says it. */
	intervals?: Record<Rating, string>;
}

/** One answer as a client sends it; everything else is worked out by the server. */
export interface AnswerInput {
	/** UUID made by the client: the same answer sent twice counts once. */
	id: string;
	itemId: string;
	itemVersion: string;
	formIndex: number;
	/** The card's change count when the question was asked. */
	seq: number;
	response: Response;
	/** The second try after an answer that was near. */
	retry: boolean;
	/** Milliseconds from question to answer; capped at a minute. */
	durationMs: number;
}

/** What the learner is told after an answer that counts. */
export interface Outcome {
	reviewId: string;
	itemId: string;
	verdict: Verdict;
	/** The answer that counts: the one that arrived first under its id. */
	response: Response;
	rating: Rating;
	/** Whether this answer had been sent before. */
	duplicate: boolean;
	/** When the question comes back. */
	due: string;
	dueText: string;
	/** The intervals that a corrected rating would give. */
	intervals: Record<Rating, string>;
	explanation: Explanation;
	/** The form that was asked with its key, for forms of several parts. */
	solution: Form;
}

/** An answer that counts, or one that was nearly right: nothing is stored, and it may be tried once more. */
export type Answered = { ok: true; again: true; hint: string } | { ok: true; again: false; outcome: Outcome };

/** A learner's correction of her last answer's rating. */
export interface AmendInput {
	/** UUID made by the client for the correction itself. */
	id: string;
	reviewId: string;
	rating: Rating;
	/** "I was right": the grader erred, and a teacher may see it. */
	claimedRight: boolean;
}

export interface Amended {
	ok: true;
	rating: Rating;
	due: string;
	dueText: string;
}
