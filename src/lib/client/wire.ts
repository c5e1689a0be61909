import type { ErrorCode } from '#lib/domain/errors.ts';
import type { Response, Verdict } from '#lib/domain/grading/types.ts';
import type { Explanation } from '#lib/domain/items/explain.ts';
import type { Prompt } from '#lib/domain/items/present.ts';
import type { Form } from '#lib/domain/items/types.ts';
import type { Rating } from '#lib/domain/scheduling/card.ts';

/** What the server's review endpoints say and are told, as the browser sees it. */
export interface NextQuestion {
	prompt?: Prompt;
	kind?: 'learning' | 'review' | 'new';
	left: Record<'learning' | 'review' | 'new', number>;
	later?: string;
	intervals?: Record<Rating, string>;
}

export interface Answered {
	reviewId: string;
	itemId: string;
	verdict: Verdict;
	rating: Rating;
	due: string;
	dueText: string;
	intervals: Record<Rating, string>;
	explanation: Explanation;
	solution: Form;
}

export type AnswerReply = { ok: true; again: true; hint: string } | { ok: true; again: false; outcome: Answered };

export interface AnswerToSend {
	id: string;
	itemId: string;
	itemVersion: string;
	formIndex: number;
	seq: number;
	response: Response;
	retry: boolean;
	durationMs: number;
}

export interface AmendToSend {
	id: string;
	reviewId: string;
	rating: Rating;
	claimedRight: boolean;
}

/** A request that failed: refused by the server with a code, or not answered at all. */
export interface Refused {
	ok: false;
	code: ErrorCode | 'unreachable';
	message: string;
}
