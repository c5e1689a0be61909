import { and, desc, eq, sql } from 'drizzle-orm';
import type { Topic } from '#lib/domain/facts/vocabulary.ts';
import type { Item } from '#lib/domain/items/types.ts';
import { addDays, dayOf, daysBetween } from '#lib/domain/scheduling/clock.ts';
import { retrievability } from '#lib/domain/scheduling/fsrs.ts';
import type { Queue } from '#lib/domain/scheduling/queue.ts';
import type { Bank } from '#lib/server/bank/bank.ts';
import type { Db } from '#lib/server/db/db.ts';
import { learnerDays } from '#lib/server/db/schema/reviews.ts';
import { knownCards, type KnownCard } from './known-cards.ts';
import { planToday, type Learner } from './today.ts';

export interface Overview {
	left: Queue['left'];
	later: string | undefined;
	/** Days in a row with an answer, up to today or yesterday. */
	streak: number;
	answeredToday: number;
	correctToday: number;
	topics: TopicProgress[];
	/** Cards that are asked again on each of the next 30 days; the first holds the backlog too. */
	forecast: { day: string; count: number }[];
	seen: number;
	items: number;
}

export interface TopicProgress {
	topic: Topic;
	items: number;
	seen: number;
	due: number;
	/** Predicted recall now, averaged over all items of the topic, 0 to 1; an item not yet seen counts 0. */
	mastery: number;
}

const FORECAST_DAYS = 30;
const MOST_STREAK = 1000;

/** A learner's first page: what is due, how the topics stand, what the next month brings. */
export async function overview(db: Db, bank: Bank, learner: Learner, now: Date): Promise<Overview> {
	const { left, later } = await planToday(db, bank, learner, { by: 'all' }, now);
	const known = await knownCards(db, bank, learner, now);
	const today = dayOf(now, learner.settings);
	const days = await activeDays(db, learner.id);
	const [counts] = await db
		.select({ answered: learnerDays.answered, correct: learnerDays.correct })
		.from(learnerDays)
		.where(and(eq(learnerDays.learnerId, learner.id), eq(learnerDays.day, today)));
	return {
		left,
		later,
		streak: streakOf(days, today),
		answeredToday: counts?.answered ?? 0,
		correctToday: counts?.correct ?? 0,
		topics: bank.topics.map((topic) =>
			progressOf(
				topic,
				bank.items.filter((item) => item.topic === topic),
				known,
				learner,
				now
			)
		),
		forecast: forecastOf([...known.values()], learner, now),
		seen: bank.items.filter((item) => known.has(item.id)).length,
		items: bank.items.length
	};
}

async function activeDays(db: Db, learnerId: string): Promise<string[]> {
	const rows = await db
		.select({ day: learnerDays.day })
		.from(learnerDays)
		.where(and(eq(learnerDays.learnerId, learnerId), sql`${learnerDays.answered} > 0`))
		.orderBy(desc(learnerDays.day))
		.limit(MOST_STREAK);
	return rows.map((row) => row.day);
}

/** Days in a row up to today; a day that has only begun does not break it. */
export function streakOf(days: readonly string[], today: string): number {
	const active = new Set(days);
	const last = active.has(today) ? today : addDays(today, -1);
	let length = 0;
	while (active.has(addDays(last, -length))) length++;
	return length;
}

/** How a topic stands. */
export function progressOf(
	topic: Topic,
	items: readonly Item[],
	known: ReadonlyMap<string, KnownCard>,
	learner: Learner,
	now: Date
): TopicProgress {
	const seen = items.flatMap((item) => known.get(item.id) ?? []);
	const recall = seen.reduce((sum, { card }) => sum + retrievability(card, now, learner.settings), 0);
	return {
		topic,
		items: items.length,
		seen: seen.length,
		due: seen.filter(({ due }) => due).length,
		mastery: items.length === 0 ? 0 : recall / items.length
	};
}

/** Cards by the day on which they are asked again; what is overdue stands on today, what is suspended on none. */
export function forecastOf(known: readonly KnownCard[], learner: Learner, now: Date): { day: string; count: number }[] {
	const today = dayOf(now, learner.settings);
	const days = Array.from({ length: FORECAST_DAYS }, (_, index) => ({ day: addDays(today, index), count: 0 }));
	for (const { dueDay } of known) {
		const entry = dueDay === null ? undefined : days[Math.max(0, daysBetween(today, dueDay))];
		if (entry) entry.count++;
	}
	return days;
}
