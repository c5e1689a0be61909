import { addDays, dayOf, daysBetween, startOfDay } from './clock.ts';
import type { CardState } from './card.ts';
import { inDueOrder } from './order.ts';
import type { LearnerSettings } from './settings.ts';

/** A backlog that is spread over days; the field of that name in a learner's settings. */
export type CatchUp = NonNullable<LearnerSettings['catchUp']>;

type DaySettings = Pick<LearnerSettings, 'timeZone' | 'dayStart' | 'reviewsPerDay' | 'newPerDay' | 'catchUp'>;

/** More cards than this are a backlog whatever the daily limit … */
const BACKLOG = 60;
/** … and so is more than one and a half days' work. */
const BACKLOG_DAYS = 1.5;
/** By this share of her usual day a learner's day grows while she catches up, unless she chooses otherwise. */
const EXTRA_SHARE = 1 / 3;
const LEAST_EXTRA = 10;
const FEWEST_DAYS = 2;
const MOST_DAYS = 60;

/** Whether a card was due before one of the learner's days began. */
function fellDueBefore(card: CardState, begin: Date): boolean {
	return card.state === 2 && Date.parse(card.due) < begin.getTime();
}

/** How many cards should have been reviewed before a day of the learner's began and were not. */
export function overdueBefore(
	cards: Iterable<CardState>,
	day: string,
	settings: Pick<LearnerSettings, 'timeZone' | 'dayStart'>
): number {
	const begin = startOfDay(day, settings);
	let count = 0;
	for (const card of cards) if (fellDueBefore(card, begin)) count++;
	return count;
}

/** Whether so many overdue cards are to be spread: more than 60, or than one and a half times the daily limit. */
export function isBacklog(overdue: number, reviewsPerDay: number): boolean {
	return overdue > Math.min(BACKLOG, BACKLOG_DAYS * reviewsPerDay);
}

/**
 * Over how many days a backlog may be spread: three choices from fast to slow, the second one is proposed. It makes a
 * day's work by a third longer, the first one by about two thirds, the last one by a sixth.
 * @returns whole days from 2 to 60, growing
 */
export function spreadChoices(overdue: number, reviewsPerDay: number): [number, number, number] {
	const extra = Math.max(LEAST_EXTRA, reviewsPerDay * EXTRA_SHARE);
	const within = (days: number, least: number, most: number) => Math.min(most, Math.max(least, Math.ceil(days)));
	const proposed = within(overdue / extra, FEWEST_DAYS + 1, MOST_DAYS - 1);
	return [within(proposed / 2, FEWEST_DAYS, proposed - 1), proposed, within(proposed * 2, proposed + 1, MOST_DAYS)];
}

/** How many days of catching up are left, today among them; 0 where it has not begun or is over. */
export function daysLeft(catchUp: Pick<CatchUp, 'from' | 'days'>, today: string): number {
	const gone = daysBetween(catchUp.from, today);
	return gone < 0 ? 0 : Math.max(0, catchUp.days - gone);
}

/** The last day of catching up. */
export function lastDayOf(catchUp: Pick<CatchUp, 'from' | 'days'>): string {
	return addDays(catchUp.from, catchUp.days - 1);
}

/**
 * How many cards of a backlog are still asked on a day: an equal part of what was left of it as the day began.
 * @param rest cards of the backlog that wait
 * @param done those of it that were reviewed today
 * @param left days that are left, today among them
 */
export function partToday(rest: number, done: number, left: number): number {
	const part = Math.ceil((rest + done) / Math.max(1, left)) - done;
	return Math.max(0, Math.min(rest, part));
}

/** How many new items a day a learner wants while she catches up. */
export function newWhileCatchingUp(catchUp: CatchUp, newPerDay: number): number {
	if (catchUp.fresh === 'usual') return newPerDay;
	return catchUp.fresh === 'half' ? Math.floor(newPerDay / 2) : 0;
}

/** A day of catching up. */
export interface CatchUpDay<Waits> {
	/** What waits without the part of the backlog that later days have; in its order. */
	waiting: Waits[];
	/** Reviews that may still be asked today: the backlog's part, and what fell due since up to the usual limit. */
	room: number;
	/** The limit of new items. */
	newPerDay: number;
	/** Days that are left, today among them. */
	left: number;
	/** Cards of the backlog that wait. */
	rest: number;
}

/**
 * What catching up makes of a day: of the backlog the day's part, the most overdue for their interval first.
 * @param day `waiting`: cards of the whole bank that are due or in steps; `wanted`: of those, the items that are asked
 * whatever the limits say; `done`: cards of the backlog reviewed today; `reviewed`: all answers to cards in review today
 * @returns null where the learner does not catch up, or nothing of her backlog is left
 */
export function catchUpToday<Waits extends { itemId: string; card: CardState }>(
	day: { waiting: readonly Waits[]; wanted: ReadonlySet<string>; done: number; reviewed: number },
	settings: DaySettings,
	now: Date
): CatchUpDay<Waits> | null {
	const { catchUp, reviewsPerDay, newPerDay } = settings;
	const left = catchUp === null ? 0 : daysLeft(catchUp, dayOf(now, settings));
	if (catchUp === null || left === 0) return null;
	const begin = startOfDay(catchUp.from, settings);
	const backlog = day.waiting.filter(({ itemId, card }) => !day.wanted.has(itemId) && fellDueBefore(card, begin));
	if (backlog.length === 0) return null;
	const part = partToday(backlog.length, day.done, left);
	const later = new Set(
		inDueOrder(backlog, 'overdueness', now)
			.slice(part)
			.map(({ itemId }) => itemId)
	);
	const usual = Math.max(0, reviewsPerDay - (day.reviewed - day.done));
	return {
		waiting: day.waiting.filter(({ itemId }) => !later.has(itemId)),
		room: part + usual,
		newPerDay: newWhileCatchingUp(catchUp, newPerDay),
		...{ left, rest: backlog.length }
	};
}
