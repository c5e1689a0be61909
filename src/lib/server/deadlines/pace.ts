import { and, eq, gte, sql } from 'drizzle-orm';
import { addDays, dayOf, startOfDay } from '#lib/domain/scheduling/clock.ts';
import type { PlanLearner } from '#lib/domain/scheduling/deadline-days.ts';
import type { Bank } from '#lib/server/bank/bank.ts';
import { metSinceQuery } from '#lib/server/classwork/wanted-today.ts';
import type { Db } from '#lib/server/db/db.ts';
import { learnerDays } from '#lib/server/db/schema/reviews.ts';
import { cardsByItem } from '#lib/server/reviews/known-cards.ts';
import { setAsideOn } from '#lib/server/reviews/set-aside.ts';
import type { Learner } from '#lib/server/reviews/today.ts';

/** How long an answer takes where too few are known. */
const USUAL_SECONDS = 12;
const ENOUGH_ANSWERS = 20;
const DAYS_BACK = 60;

/** The query behind how long answers took: one range of the primary key. */
export function paceQuery(db: Db, learnerId: string, since: string) {
	return db
		.select({
			answered: sql<number>`coalesce(sum(${learnerDays.answered}), 0)::int`,
			durationMs: sql<number>`coalesce(sum(${learnerDays.durationMs}), 0)::float8`
		})
		.from(learnerDays)
		.where(and(eq(learnerDays.learnerId, learnerId), gte(learnerDays.day, since)));
}

/** How long an answer takes a learner, in seconds, by her last sixty days; a usual value where she answered too little. */
export async function secondsPerAnswer(db: Db, learner: Learner, now: Date): Promise<number> {
	const since = addDays(dayOf(now, learner.settings), -DAYS_BACK);
	const [row] = await paceQuery(db, learner.id, since);
	if (!row || row.answered < ENOUGH_ANSWERS || row.durationMs === 0) return USUAL_SECONDS;
	return row.durationMs / row.answered / 1000;
}

/** A learner as a plan of her days finds her; what she set aside is not planned. */
export async function planLearner(db: Db, bank: Bank, learner: Learner, now: Date): Promise<PlanLearner> {
	const { settings, id } = learner;
	const today = dayOf(now, settings);
	const known = await cardsByItem(db, bank, learner);
	const aside = await setAsideOn(db, id, today);
	const met = await metSinceQuery(db, id, startOfDay(today, settings));
	const [load] = await db
		.select({ reviewed: learnerDays.reviewed })
		.from(learnerDays)
		.where(and(eq(learnerDays.learnerId, id), eq(learnerDays.day, today)));
	return {
		settings,
		cards: new Map([...known].filter(([itemId]) => !aside.has(itemId))),
		order: bank.items.map((item) => item.id).filter((itemId) => !aside.has(itemId)),
		metToday: new Set(met.map(({ itemId }) => itemId)),
		reviewedToday: load?.reviewed ?? 0,
		seed: id
	};
}
