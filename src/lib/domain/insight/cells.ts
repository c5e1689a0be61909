import type { Rating } from '../scheduling/card.ts';

/** What the log holds of many answers at once, as the database sums it. Answers that were taken back or replaced are none. */

/** How long ago an answer was given, in the learner's own days; the spans do not overlap. */
export const AGES = ['today', 'yesterday', 'week', 'month', 'year', 'older'] as const;
export type Age = (typeof AGES)[number];

/** What a card was when it was answered: new or in steps, in review with an interval below 21 days, or with a longer one. */
export const CARD_KINDS = ['learning', 'young', 'mature'] as const;
export type CardKind = (typeof CARD_KINDS)[number];

/** From this interval on, in days, a card is mature. */
export const MATURE_FROM = 21;

export interface AnswerCell {
	age: Age;
	/** Whether they were given in the range that is looked at. */
	inRange: boolean;
	kind: CardKind;
	rating: Rating;
	/** Whether they count for true retention: the first answer of a day to a card in review, its last interval a day or more. */
	tested: boolean;
	count: number;
}

/** Answers of the range in one hour of the learner's clock. */
export interface HourCell {
	/** 0 to 23. */
	hour: number;
	right: boolean;
	count: number;
}

/** Answers of the range to one item. */
export interface ItemCell {
	itemId: string;
	tested: boolean;
	right: boolean;
	count: number;
}

/** Answers for which recall was predicted, by the whole per cent of the prediction, rounded down. */
export interface RecallCell {
	percent: number;
	right: boolean;
	count: number;
}

/** How many of some answers were right. */
export interface Passed {
	passed: number;
	all: number;
}

/** The share that was right, 0 to 1; null of none. */
export function shareOf({ passed, all }: Passed): number | null {
	return all === 0 ? null : passed / all;
}

/** Two counts as one. */
export function plus(a: Passed, b: Passed): Passed {
	return { passed: a.passed + b.passed, all: a.all + b.all };
}
