import { asc, eq } from 'drizzle-orm';
import { dayOf } from '#lib/domain/scheduling/clock.ts';
import { goalOf } from '#lib/domain/scheduling/deadline.ts';
import type { Goal } from '#lib/domain/scheduling/goals.ts';
import { inDeck, parseDeck, type Bank } from '#lib/server/bank/bank.ts';
import { NO_CLASS_WORK } from '#lib/server/classwork/class-work.ts';
import type { Db } from '#lib/server/db/db.ts';
import { deadlines } from '#lib/server/db/schema/scheduling.ts';
import { setAsideOn } from '#lib/server/reviews/set-aside.ts';
import type { Learner } from '#lib/server/reviews/today.ts';

export type DeadlineRow = typeof deadlines.$inferSelect;

/** The query behind a learner's deadlines: one range of the primary key. */
export function deadlinesQuery(db: Db, learnerId: string) {
	return db
		.select()
		.from(deadlines)
		.where(eq(deadlines.learnerId, learnerId))
		.orderBy(asc(deadlines.day), asc(deadlines.id));
}

/** The items of a deck as its name says, in the order of introduction; none where the bank has no such deck any more. */
export function itemsOfDeck(bank: Bank, name: string): string[] {
	const deck = parseDeck(bank, name);
	if (deck === undefined || deck.by === 'due') return [];
	return bank.items.filter((item) => inDeck(item, deck)).map(({ id }) => id);
}

/** A learner's own deadlines that lie ahead, as the schedule takes them. */
export async function ownGoals(db: Db, bank: Bank, learner: Learner, now: Date): Promise<Goal[]> {
	if (learner.hasDeadlines === false) return [];
	const today = dayOf(now, learner.settings);
	const rows = (await deadlinesQuery(db, learner.id)).filter(({ day }) => day > today);
	return rows.map((row) => goalOf(row, itemsOfDeck(bank, row.deck), learner.settings));
}

/**
 * A learner with everything that she has to know by a date: what her classes ask and what she asks of herself. What she
 * set aside by hand is not asked, also not by a date.
 */
export async function withGoals(db: Db, bank: Bank, learner: Learner, now: Date): Promise<Learner> {
	const work = learner.work ?? NO_CLASS_WORK;
	const goals = [...work.goals, ...(await ownGoals(db, bank, learner, now))];
	if (goals.length === 0) return learner;
	const aside = await setAsideOn(db, learner.id, dayOf(now, learner.settings));
	const open = goals.map((goal) => ({ ...goal, itemIds: goal.itemIds.filter((id) => !aside.has(id)) }));
	return { ...learner, work: { ...work, goals: open } };
}
