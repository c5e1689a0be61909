import type { CardState } from './card.ts';
import { dayOf, type DayClock } from './clock.ts';
import type { Marks } from './marks.ts';

/** What sets an item aside. */
export type Aside = Pick<Marks, 'suspended' | 'buriedUntil'>;

/** Whether an item is set aside on a day of the learner's: it is neither asked nor counted as due. */
export function isAside({ suspended, buriedUntil }: Aside, today: string): boolean {
	return suspended || (buriedUntil !== null && buriedUntil > today);
}

/** Whether a card is to be asked now: its time has come, and it is not set aside. */
export function isDue(card: Pick<CardState, 'due'>, aside: Aside, now: Date, clock: DayClock): boolean {
	return Date.parse(card.due) <= now.getTime() && !isAside(aside, dayOf(now, clock));
}

/** The learner's own day on which a card is asked again; null where she suspended it. */
export function dueDay(
	card: Pick<CardState, 'due'>,
	{ suspended, buriedUntil }: Aside,
	clock: DayClock
): string | null {
	if (suspended) return null;
	const day = dayOf(new Date(card.due), clock);
	return buriedUntil !== null && buriedUntil > day ? buriedUntil : day;
}
