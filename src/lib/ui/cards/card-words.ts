import type { LogChange } from '#lib/domain/reviewing/item-log.ts';
import type { CardState, Rating } from '#lib/domain/scheduling/card.ts';
import { dayOf, type DayClock } from '#lib/domain/scheduling/clock.ts';
import type { Marks } from '#lib/domain/scheduling/marks.ts';
import { m } from '#lib/paraglide/messages.js';
import { dateText } from '../tongue/format.ts';

const STATES = { 1: m.log_state_learning, 2: m.log_state_review, 3: m.log_state_relearning };
const RATINGS: Readonly<Record<Rating, () => string>> = {
	1: m.review_rating_again,
	2: m.review_rating_hard,
	3: m.review_rating_good,
	4: m.review_rating_easy
};

/** How far a card has come. */
export function stateWord(card: CardState | null): string {
	return card ? STATES[card.state]() : m.log_state_new();
}

/** The learner's day of an instant, in the page's language. */
export function dayText(instant: string, clock: DayClock): string {
	return dateText(dayOf(new Date(instant), clock));
}

/** What is marked on an item, each in a few words. */
export function markWords({ suspended, buriedUntil, flag }: Marks, today: string): string[] {
	return [
		...(suspended ? [m.log_suspended()] : []),
		...(buriedUntil !== null && buriedUntil > today ? [m.log_buried_until({ day: dateText(buriedUntil) })] : []),
		...(flag > 0 ? [m.log_flag({ number: flag })] : [])
	];
}

type Told = { kind: 'answer'; rating: Rating } | { kind: 'change'; change: LogChange };

/** What was done, in a few words. */
export function deedText(deed: Told, clock: DayClock): string {
	if (deed.kind === 'answer') return m.log_deed_answer({ rating: RATINGS[deed.rating]() });
	const { change } = deed;
	switch (change.kind) {
		case 'suspend':
			return change.value ? m.log_deed_suspend() : m.log_deed_resume();
		case 'bury':
			return change.value === null ? m.log_deed_unbury() : m.log_deed_bury({ day: dateText(change.value) });
		case 'flag':
			return change.value === 0 ? m.log_deed_unflag() : m.log_deed_flag({ number: change.value });
		case 'reset':
			return m.log_deed_reset();
		case 'set-due':
			return m.log_deed_set_due({ day: dayText(change.due, clock) });
		case 'reschedule':
			return m.log_deed_reschedule({ day: dayText(change.to.due, clock) });
	}
}
