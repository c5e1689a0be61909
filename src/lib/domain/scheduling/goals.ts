import { timed, type CardState, type TimedCard } from './card.ts';
import { addDays, dayOf, daysBetween, startOfDay, type DayClock } from './clock.ts';

/** Items that have to be known by an instant. */
export interface Goal {
	itemIds: readonly string[];
	at: Date;
	/** When it was set: where that is long before, the last reviews are spread over more days. */
	since?: Date;
}

/** The most days over which the last reviews before the date are spread: of a goal that was set shortly before, … */
const MOST_LAST_DAYS = 5;
/** … and of one that was set long before, whose cards are strong enough to wait longer; */
const MOST_LONG_DAYS = 14;
/** it has a quarter of its time for them. */
const SHARE_OF_LAST = 1 / 4;
/** So many last reviews a day are no burden, and so many where there is time. */
const EASY_A_DAY = 20;
const EASY_WITH_TIME = 10;

/**
 * The learner's days that a goal has: today is day 0.
 * @returns `left`: days on which she can still learn, today among them, at least 1; `last`: of those, how many at the end
 * are for last reviews
 */
export function daysOf(goal: Goal, now: Date, clock: DayClock): { left: number; last: number } {
	const left = Math.max(1, daysBetween(dayOf(now, clock), lastDay(goal.at, clock)) + 1);
	return { left, last: lastDays(goal, clock) };
}

/** Over how many days at the end the last reviews are spread; it does not change as the date comes nearer. */
function lastDays({ itemIds, at, since }: Goal, clock: DayClock): number {
	const short = Math.min(MOST_LAST_DAYS, Math.max(1, Math.ceil(itemIds.length / EASY_A_DAY)));
	if (since === undefined) return short;
	const span = daysBetween(dayOf(since, clock), lastDay(at, clock)) + 1;
	const long = Math.min(MOST_LONG_DAYS, Math.floor(span * SHARE_OF_LAST), Math.ceil(itemIds.length / EASY_WITH_TIME));
	return Math.max(short, long);
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
	// Behind its time, half of what is left is better than all at once.
	const least = goal.since === undefined ? 1 : Math.ceil(left / 2);
	return Math.ceil(unseen / Math.max(least, left - last));
}

/**
 * Which cards are reviewed before their time because of a goal: in the last days before the date each once, in equal
 * parts of those that are left, the firmest first, since they keep longest. What falls due on a day is part of it,
 * and is asked although a sibling was. A card that was reviewed in these days and lasts beyond the date has had its last review.
 * @param cards of the goal's items; other cards are not looked at
 */
export function lastReviews(
	goal: Goal,
	cards: ReadonlyMap<string, CardState>,
	now: Date,
	clock: DayClock
): Set<string> {
	const read = (id: string) => {
		const card = cards.get(id);
		return card?.state === 2 ? timed(card) : undefined;
	};
	return lastReviewsOf(goal, read, now, clock);
}

/**
 * What `lastReviews` says, of cards with their instants in milliseconds.
 * @param cardOf the card of an item; none where it has none that is in review
 */
export function lastReviewsOf(
	goal: Goal,
	cardOf: (itemId: string) => Pick<TimedCard, 'due' | 'lastReview' | 'stability'> | undefined,
	now: Date,
	clock: DayClock
): Set<string> {
	const { left, last } = daysOf(goal, now, clock);
	if (now >= goal.at || left > last) return new Set();
	const begin = startOfDay(addDays(lastDay(goal.at, clock), 1 - last), clock).getTime();
	const today = startOfDay(dayOf(now, clock), clock).getTime();
	const inReview = goal.itemIds.flatMap((itemId) => {
		const card = cardOf(itemId);
		return card ? [{ itemId, reviewed: card.lastReview, due: card.due, stability: card.stability }] : [];
	});
	const done = inReview.filter(({ reviewed }) => reviewed >= today).length;
	const open = inReview.filter(
		({ reviewed, due }) => reviewed < today && !(reviewed >= begin && due > goal.at.getTime())
	);
	const due = open.filter((card) => card.due <= now.getTime());
	const early = open.filter((card) => card.due > now.getTime());
	const part = Math.ceil((open.length + done) / left) - done;
	const firmest = early.sort((a, b) => b.stability - a.stability || (a.itemId < b.itemId ? -1 : 1));
	return new Set([...due, ...firmest].slice(0, Math.max(0, part)).map(({ itemId }) => itemId));
}

/** Whether any of a goal's last reviews has begun by now: before that its cards need not be read. */
export function isNear(goal: Goal, now: Date, clock: DayClock): boolean {
	const { left, last } = daysOf(goal, now, clock);
	return now < goal.at && left <= last;
}

/**
 * The new items that goals ask for today, in their order, without those that were met.
 * @param known items met before or today
 * @param metToday of those, the ones met today for the first time
 */
export function newForGoals(
	goals: readonly Goal[],
	known: Pick<ReadonlySet<string>, 'has'>,
	metToday: ReadonlySet<string>,
	now: Date,
	clock: DayClock
): string[] {
	return newOfUnseen(goals, ({ itemIds }) => itemIds.filter((id) => !known.has(id)), metToday, now, clock);
}

/**
 * What `newForGoals` says, where it is known which items were never met.
 * @param unseenOf those of a goal, in its order
 */
export function newOfUnseen(
	goals: readonly Goal[],
	unseenOf: (goal: Goal) => readonly string[],
	metToday: ReadonlySet<string>,
	now: Date,
	clock: DayClock
): string[] {
	const wanted = new Set<string>();
	for (const goal of goals) {
		if (now >= goal.at) continue;
		const unseen = unseenOf(goal);
		const today = metToday.size === 0 ? 0 : goal.itemIds.filter((id) => metToday.has(id)).length;
		const room = newToday(goal, unseen.length + today, now, clock) - today;
		for (const id of unseen.slice(0, Math.max(0, room))) wanted.add(id);
	}
	return [...wanted];
}
