import type { Source } from '../facts/entity-schema.ts';
import type { Response, Verdict } from '../grading/types.ts';
import { explain } from '../items/explain.ts';
import type { Citation, Form, Item } from '../items/types.ts';
import type { CardState, Rating } from '../scheduling/card.ts';
import { preview } from '../scheduling/fsrs.ts';
import { intervalText } from '../scheduling/intervals.ts';
import type { ScheduleOptions } from '../scheduling/options.ts';
import type { Passage } from '../workspace/passages.ts';
import type { Outcome } from './messages.ts';

/** A review as it is told to its learner. */
export interface ToldReview {
	id: string;
	item: Item;
	form: Form;
	verdict: Verdict;
	response: Response;
	rating: Rating;
	reviewedAt: Date;
	before: CardState | null;
	after: CardState;
}

/** What a review is told with. */
export interface Telling {
	/** Those that the item's citations name; others do no harm. */
	sources: readonly Source[];
	/** The passage of a place, where its text may be read. */
	passage?: (place: Citation) => Passage | undefined;
	/** Those of the item (`optionsFor`). */
	options: ScheduleOptions;
	/** `seedOf(item.id)`. */
	seed: string;
	/** Whether the answer had been sent before. */
	duplicate: boolean;
}

/** What the learner is told of a review, on a server and on a device alike. */
export function tell(review: ToldReview, { sources, passage, options, seed, duplicate }: Telling): Outcome {
	const { item, form, verdict, response, rating, reviewedAt, before, after } = review;
	return {
		reviewId: review.id,
		itemId: item.id,
		verdict,
		response,
		rating,
		duplicate,
		due: after.due,
		dueText: intervalText(after, reviewedAt, options),
		intervals: intervalsAfter(before, reviewedAt, options, seed),
		explanation: explain(item, sources, passage),
		solution: form
	};
}

/** The time until a card comes back after each rating. */
export function intervalsAfter(
	card: CardState | null,
	now: Date,
	options: ScheduleOptions,
	seed: string
): Record<Rating, string> {
	const after = preview(card, now, options, seed);
	const text = (rating: Rating) => intervalText(after[rating], now, options);
	return { 1: text(1), 2: text(2), 3: text(3), 4: text(4) };
}
