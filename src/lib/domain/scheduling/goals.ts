import { hash } from '../hash.ts';
import type { CardState } from './card.ts';
import { addDays, dayOf, daysBetween, startOfDay, type DayClock } from './clock.ts';

/** Items that have to be known by an instant. */
export interface Goal {
	itemIds: readonly string[];
	at: Date;
}

/** The most days over which the last reviews before the date are spread. */
const MOST_LAST_DAYS = 5;
/** So many last reviews a day are no burden. */
const EASY_A_DAY = 20;

/**
 * The learner's days that a goal has: today is day 0.
 * @returns `left`: days on which she can still learn, today among them, at least 1; `last`: of those, how many at the end
 * are for last reviews
 */
export function daysOf({ itemIds, at }: Goal, now: Date, clock: DayClock): { left: number; last: number } {
	const left = Math.max(1, daysBetween(dayOf(now, clock), lastDay(at, clock)) + 1);
	const wanted = Math.ceil(itemIds.length / EASY_A_DAY);
	return { left, last: Math.min(MOST_LAST_DAYS, Math.max(1, wanted)) };
}

/** The learner's last whole chance before an instant: its own day, unless it comes right as that day begins. */
function lastDay(at: Date, clock: DayClock): string {
	return dayOf(new Date(at.getTime() - 1), clock);
}

/**
 * How many new items a goal asks for today, those met today included: what is left in equal parts over the days before
 * the last reviews, so that the pace rises by itself after a day missed.
 * @param unseen items not met before today
 */
function newToday(goal: Goal, unseen: number, now: Date, clock: DayClock): number {
	const { left, last } = daysOf(goal, now, clock);
	return Math.ceil(unseen / Math.max(1, left - last));
}

/**
 * From when on an item gets its last review before the goal's date. The items are spread over the last days by their
 * ids, the same way whenever it is asked.
 */
export function lastReviewFrom(goal: Goal, itemId: string, now: Date, clock: DayClock): Date {
	const { last } = daysOf(goal, now, clock);
	const before = hash(`last/${itemId}`) % last;
	return startOfDay(addDays(lastDay(goal.at, clock), -before), clock);
}

/**
 * Which cards are reviewed before their time because of a goal: each once in the last days before the date.
 * @param cards of the goal's items
 */
export function lastReviews(
	goal: Goal,
	cards: ReadonlyMap<string, CardState>,
	now: Date,
	clock: DayClock
): Set<string> {
	if (now >= goal.at) return new Set();
	const wanted = goal.itemIds.filter((itemId) => {
		const card = cards.get(itemId);
		if (!card || card.state !== 2) return false;
		const from = lastReviewFrom(goal, itemId, now, clock);
		return now >= from && Date.parse(card.lastReview) < from.getTime();
	});
	return new Set(wanted);
}

/** Whether any of a goal's last reviews has begun by now: before that its cards need not be read. */
export function isNear(goal: Goal, now: Date, clock: DayClock): boolean {
	const { left } = daysOf(goal, now, clock);
	return now < goal.at && left <= MOST_LAST_DAYS;
}

/**
 * The new items that goals ask for today, in their order, without those that were met.
 * @param known items met before or today
 * @param metToday of those, the ones met today for the first time
 */
export function newForGoals(
	goals: readonly Goal[],
	known: ReadonlySet<string>,
	metToday: ReadonlySet<string>,
	now: Date,
	clock: DayClock
): string[] {
	const wanted = new Set<string>();
	for (const goal of goals) {
		if (now >= goal.at) continue;
		const unseen = goal.itemIds.filter((id) => !known.has(id));
		const today = goal.itemIds.filter((id) => metToday.has(id)).length;
		const room = newToday(goal, unseen.length + today, now, clock) - today;
		for (const id of unseen.slice(0, Math.max(0, room))) wanted.add(id);
	}
	return [...wanted];
}
