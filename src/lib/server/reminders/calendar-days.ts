import { dayOf } from '#lib/domain/scheduling/clock.ts';
import { standingOf, termsFor } from '#lib/domain/teaching/terms.ts';
import { deckLabel, parseDeck, type Shipped } from '#lib/server/bank/bank.ts';
import { workQuery } from '#lib/server/classwork/class-work.ts';
import type { Db } from '#lib/server/db/db.ts';
import { deadlinesQuery } from '#lib/server/deadlines/own-goals.ts';
import { knownCards } from '#lib/server/reviews/known-cards.ts';
import { forecastOf } from '#lib/server/reviews/overview.ts';
import type { Learner } from '#lib/server/reviews/today.ts';
import { learnerAt } from './learner-at.ts';

/** What stands in a learner's calendar: numbers, days and names, and nothing of what is asked or how well. */
export type CalendarEntry =
	| { kind: 'reviews'; day: string; count: number }
	| { kind: 'deadline'; id: string; day: string; name: string }
	| { kind: 'quiz' | 'study'; id: string; at: Date; name: string };

/**
 * What a learner's next thirty days bring: each day's number of questions that come back, the days by which she wants to
 * know something, and the ends of her classes' assignments.
 */
export async function calendarEntries(db: Db, shipped: Shipped, owner: Learner, now: Date): Promise<CalendarEntry[]> {
	const { learner, bank } = await learnerAt(db, shipped, owner, now);
	const known = await knownCards(db, bank, learner, now);
	const today = dayOf(now, learner.settings);
	const counts = forecastOf([...known.values()], learner, now).filter(({ count }) => count > 0);
	const own = (await deadlinesQuery(db, learner.id)).filter(({ day }) => day > today);
	const work = await workQuery(db, learner.id);
	return [
		...counts.map(({ day, count }): CalendarEntry => ({ kind: 'reviews', day, count })),
		...own.map(({ id, day, name, deck }): CalendarEntry => {
			const found = parseDeck(bank, deck);
			return { kind: 'deadline', id, day, name: name || (found ? deckLabel(bank, found) : '') };
		}),
		...work.flatMap(({ assignment, extension }): CalendarEntry[] => {
			const terms = termsFor(assignment.rules, extension ?? undefined);
			const at = assignment.kind === 'study' ? terms.dueAt : (terms.dueAt ?? terms.endsAt);
			if (at === null || at <= now || standingOf(terms, now) === 'not-open') return [];
			return [{ kind: assignment.kind, id: assignment.id, at, name: assignment.title }];
		})
	];
}
