import type { CardState } from './card.ts';
import { addDays, dayOf, daysBetween } from './clock.ts';
import { intervalFor, parametersOf } from './fsrs.ts';
import { dayWeight, fuzzRange } from './fuzz.ts';
import type { ScheduleOptions } from './options.ts';
import type { LearnerSettings } from './settings.ts';

/** Today's reviews are compared with those of so many days after it. */
export const DAYS_AHEAD = 2;
/** So many reviews are no burden: up to here a day is not balanced. */
const NO_BURDEN = 10;
/** Nothing is put off further than this. */
const MOST_DAYS = 14;

/** What the balance of a learner's day is found from. */
export interface DayBalance {
	/** The learner's day. */
	day: string;
	/** Her cards in review that are due, of all decks. */
	due: readonly { itemId: string; card: CardState }[];
	/** Cards in review that she answered today. */
	reviewed: number;
	/** How many of her cards in review fall due on each of the next `DAYS_AHEAD` days. */
	ahead: readonly number[];
	settings: Pick<LearnerSettings, 'balance' | 'easyDays'>;
	optionsOf: (itemId: string) => ScheduleOptions;
	/** Items that are asked today in any case. */
	keep: ReadonlySet<string>;
}

/**
 * Which of today's reviews wait for a quieter day: as many as today has beyond its share of these days, the ones first
 * that may wait longest, and none beyond its fuzz. It follows from the cards as they stand and changes none of them,
 * so that every device finds the same and a replay of the log needs not know it.
 */
export function putOff(input: DayBalance): Set<string> {
	const { day, due, reviewed, ahead, settings, optionsOf, keep } = input;
	if (!settings.balance) return new Set();
	const weights = [0, ...ahead.keys()].map((_, index) => dayWeight(addDays(day, index), settings.easyDays));
	const [today = 1] = weights;
	const all = ahead.reduce((sum, count) => sum + count, due.length + reviewed);
	const fair = (all * today) / weights.reduce((sum, weight) => sum + weight, 0);
	const share = Math.ceil(Math.max(fair, NO_BURDEN * today));
	const most = due.length + reviewed - share;
	if (most <= 0) return new Set();
	const free = due
		.filter(({ itemId }) => !keep.has(itemId))
		.map(({ itemId, card }) => ({ itemId, days: slack(card, day, optionsOf(itemId), settings.easyDays) }))
		.filter(({ days }) => days > 0)
		.sort((a, b) => b.days - a.days || (a.itemId < b.itemId ? -1 : 1));
	return new Set(free.slice(0, most).map(({ itemId }) => itemId));
}

/** For how many days a card may still wait: to the last day of its fuzz that is as little of an easy day as any. */
function slack(card: CardState, day: string, options: ScheduleOptions, easyDays: LearnerSettings['easyDays']): number {
	if (!options.fuzz) return 0;
	const plain = intervalFor(card.stability, options.desiredRetention, parametersOf(options.model));
	const { maximumInterval } = options;
	const { last } = fuzzRange(Math.min(plain, maximumInterval), 0, maximumInterval);
	const reviewedOn = dayOf(new Date(card.lastReview), options);
	const left = Math.min(MOST_DAYS, last - daysBetween(reviewedOn, day));
	let best = 0;
	for (let days = 1; days <= left; days++) {
		if (dayWeight(addDays(day, days), easyDays) >= dayWeight(addDays(day, best), easyDays)) best = days;
	}
	return best;
}
