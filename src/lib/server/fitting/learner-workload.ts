import { and, desc, eq, sql } from 'drizzle-orm';
import { dayOf, daysBetween } from '#lib/domain/scheduling/clock.ts';
import { habitsOf, type Habits, type RatedAnswers } from '#lib/domain/scheduling/fit/habits.ts';
import type { StartingCard } from '#lib/domain/scheduling/fit/simulate.ts';
import type { Workload } from '#lib/domain/scheduling/fit/workload.ts';
import { parametersOf } from '#lib/domain/scheduling/fsrs.ts';
import type { Bank } from '#lib/server/bank/bank.ts';
import type { Db } from '#lib/server/db/db.ts';
import { itemMarks, reviews } from '#lib/server/db/schema/reviews.ts';
import { toRating } from '#lib/server/reviews/card-row.ts';
import { cardsByItem } from '#lib/server/reviews/known-cards.ts';
import type { Learner } from '#lib/server/reviews/today.ts';
import type { FittingThread } from './fitting-thread.ts';

/** What is simulated. */
export interface WorkloadWish {
	/** From her cards as they are, or from none, with all items of the bank still to be met. */
	from: 'mine' | 'nothing';
	/** Days ahead, 30 to 365. */
	days: number;
	newPerDay: number;
}

export type LearnerWorkload =
	{ ok: true; workload: Workload; habits: Habits } | { ok: false; why: 'timeout' | 'failed' | 'busy' | 'nothing' };

/** So many last answers are a habit. */
const LAST_ANSWERS = 2000;
const SEED = 20_260;

/** The query behind "how she answers": the last answers by the index on (learner, time), counted by kind and rating. */
export function habitsQuery(db: Db, learnerId: string) {
	const last = db
		.select({
			kind: sql<string>`case when ${reviews.before} is null then 'first' when ${reviews.before} ->> 'state' = '2' then 'review' else 'step' end`.as(
				'kind'
			),
			rating: reviews.rating,
			durationMs: reviews.durationMs
		})
		.from(reviews)
		.where(eq(reviews.learnerId, learnerId))
		.orderBy(desc(reviews.reviewedAt))
		.limit(LAST_ANSWERS)
		.as('last');
	return db
		.select({
			kind: last.kind,
			rating: last.rating,
			count: sql<number>`count(*)::int`,
			timed: sql<number>`(count(*) filter (where ${last.durationMs} > 0))::int`,
			seconds: sql<number>`(coalesce(sum(${last.durationMs}), 0) / 1000.0)::float8`
		})
		.from(last)
		.groupBy(last.kind, last.rating);
}

/** Items that a learner set aside for good. */
export function suspendedQuery(db: Db, learnerId: string) {
	return db
		.select({ itemId: itemMarks.itemId })
		.from(itemMarks)
		.where(and(eq(itemMarks.learnerId, learnerId), itemMarks.suspended));
}

/** The work that each retention would bring a learner, by her own cards, habits, limits and model. */
export async function learnerWorkload(
	db: Db,
	bank: Bank,
	learner: Learner,
	wish: WorkloadWish,
	thread: FittingThread,
	now: Date
): Promise<LearnerWorkload> {
	const { settings } = learner;
	const aside = new Set((await suspendedQuery(db, learner.id)).map(({ itemId }) => itemId));
	const items = bank.items.filter(({ id }) => !aside.has(id));
	const cards = wish.from === 'nothing' ? [] : await startingCards(db, bank, learner, aside, now);
	const fresh = items.length - cards.length;
	if (cards.length + fresh === 0) return { ok: false, why: 'nothing' };
	const habits = habitsOf((await habitsQuery(db, learner.id)).map(toAnswers));
	const { desiredRetention: retention, maximumInterval, learningSteps, relearningSteps, reviewsPerDay } = settings;
	const options = { retention, maximumInterval, learningSteps, relearningSteps, reviewsPerDay };
	const { days, newPerDay } = wish;
	const plan = { parameters: parametersOf(settings.model), ...options, days, newPerDay, habits };
	const served = await thread.run({ what: 'workload', start: { cards, fresh }, plan, seed: SEED });
	if (!served.ok) return served;
	return 'workload' in served ? { ok: true, workload: served.workload, habits } : { ok: false, why: 'failed' };
}

async function startingCards(
	db: Db,
	bank: Bank,
	learner: Learner,
	aside: ReadonlySet<string>,
	now: Date
): Promise<StartingCard[]> {
	const today = dayOf(now, learner.settings);
	const daysTo = (instant: string) => daysBetween(today, dayOf(new Date(instant), learner.settings));
	const known = [...(await cardsByItem(db, bank, learner))].filter(([itemId]) => !aside.has(itemId));
	return known.map(([, { stability, difficulty, state, step, lastReview, due }]) => ({
		memory: { stability, difficulty },
		state,
		step,
		last: Math.min(0, daysTo(lastReview)),
		due: daysTo(due)
	}));
}

function toAnswers({ kind, rating, ...sums }: Awaited<ReturnType<typeof habitsQuery>>[number]): RatedAnswers {
	return { kind: kind === 'first' || kind === 'review' ? kind : 'step', rating: toRating(rating), ...sums };
}
