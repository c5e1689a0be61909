import type { TimedCard } from './card.ts';
import { addDays, dayOf, daysBetween, startOfDay, type DayClock } from './clock.ts';
import { playDays, type PlanLearner, type PlannedDay } from './deadline-days.ts';
import { retrievabilityTimed } from './fsrs.ts';
import type { Goal } from './goals.ts';
import type { LearnerSettings } from './settings.ts';

/** A date further away is not planned: until then memory itself decides. */
export const MOST_DAYS_AHEAD = 366;

/** What a deadline asks of a learner and gives her, before she sets it. */
export interface DeadlinePlan {
	/** Her days until then, today among them. */
	days: readonly PlannedDay[];
	/** Of the deadline's items: all, and those never met. */
	items: number;
	unseen: number;
	/** A day on average: new items of the deadline's and reviews, everything that she learns counted. */
	newPerDay: number;
	reviewsPerDay: number;
	minutesPerDay: number;
	/** Minutes a day more than without the deadline. */
	moreMinutesPerDay: number;
	/** Expected share of the items known as the day begins, 0 to 1: with it, and without it. */
	known: number;
	knownWithout: number;
	/** Whether every item is met and as much is known as the learner desires. */
	enough: boolean;
	/** The limits that its busiest day exceeds, as they would have to be; null where her own suffices. */
	raise: { newPerDay: number | null; reviewsPerDay: number | null };
}

/** Which of the learner's days may be a deadline's: from tomorrow on, a year ahead at most. */
export function deadlineDays(now: Date, clock: DayClock): { first: string; last: string } {
	const today = dayOf(now, clock);
	return { first: addDays(today, 1), last: addDays(today, MOST_DAYS_AHEAD) };
}

/** Whether a day may be a deadline's. */
export function mayBeDeadline(day: string, now: Date, clock: DayClock): boolean {
	const ahead = daysBetween(dayOf(now, clock), day);
	return ahead >= 1 && ahead <= MOST_DAYS_AHEAD;
}

/** A deadline as the schedule takes it: the items are known as its day begins. */
export function goalOf(
	{ day, createdAt }: { day: string; createdAt: Date },
	itemIds: readonly string[],
	clock: DayClock
): Goal {
	return { itemIds, at: startOfDay(day, clock), since: createdAt };
}

/** The expected share of items that are known at an instant, 0 to 1; one without a card counts as not known. */
export function knownAt(
	itemIds: readonly string[],
	cards: ReadonlyMap<string, TimedCard>,
	at: Date,
	settings: LearnerSettings
): number {
	if (itemIds.length === 0) return 0;
	const recall = (id: string): number => {
		const card = cards.get(id);
		return card ? retrievabilityTimed(card, at.getTime(), settings) : 0;
	};
	return itemIds.reduce((sum, id) => sum + recall(id), 0) / itemIds.length;
}

/**
 * What a deadline would ask and give: the learner's days until then, played with and without it.
 * @param others what else she has to know by a date
 * @param secondsPerAnswer how long an answer takes her, on average
 */
export function planDeadline(
	learner: PlanLearner,
	goal: Goal,
	others: readonly Goal[],
	secondsPerAnswer: number,
	now: Date
): DeadlinePlan {
	const { settings } = learner;
	const withIt = playDays(learner, [goal, ...others], now, goal.at);
	const without = playDays(learner, others, now, goal.at);
	const { days, cards } = withIt;
	const mean = (total: number) => total / days.length;
	const minutes = (some: readonly PlannedDay[]) => (sumOf(some, 'answers') * secondsPerAnswer) / 60;
	const known = knownAt(goal.itemIds, cards, goal.at, settings);
	const met = goal.itemIds.every((id) => cards.has(id));
	return {
		days,
		items: goal.itemIds.length,
		unseen: goal.itemIds.filter((id) => !learner.cards.has(id)).length,
		newPerDay: mean(sumOf(days, 'fresh')),
		reviewsPerDay: mean(sumOf(days, 'reviews')),
		minutesPerDay: mean(minutes(days)),
		moreMinutesPerDay: Math.max(0, mean(minutes(days) - minutes(without.days))),
		known,
		knownWithout: knownAt(goal.itemIds, without.cards, goal.at, settings),
		enough: met && known >= settings.desiredRetention,
		raise: {
			newPerDay: above(days, 'fresh', settings.newPerDay),
			reviewsPerDay: above(days, 'reviews', settings.reviewsPerDay)
		}
	};
}

function sumOf(days: readonly PlannedDay[], what: 'fresh' | 'reviews' | 'answers'): number {
	return days.reduce((sum, day) => sum + day[what], 0);
}

function above(days: readonly PlannedDay[], what: 'fresh' | 'reviews', limit: number): number | null {
	const most = Math.max(0, ...days.map((day) => day[what]));
	return most > limit ? most : null;
}
