import { and, desc, eq, sql } from 'drizzle-orm';
import { dayOf, daysBetween } from '#lib/domain/scheduling/clock.ts';
import { habitsOf, type Habits, type RatedAnswers } from '#lib/domain/scheduling/fit/habits.ts';
import type { Plan, Start, StartingCard } from '#lib/domain/scheduling/fit/simulate.ts';
import type { Workload } from '#lib/domain/scheduling/fit/workload.ts';
import { parametersOf } from '#lib/domain/scheduling/fsrs.ts';
import type { LearnerSettings } from '#lib/domain/scheduling/settings.ts';
import { inDeck, type Bank, type Deck } from '#lib/server/bank/bank.ts';
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
/** All of a learner's simulations have the same luck. */
export const SEED = 20_260;

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
	const start = await startOf(db, bank, learner, { by: 'all' }, now);
	const { cards, fresh } = wish.from === 'nothing' ? { cards: [], fresh: start.cards.length + start.fresh } : start;
	if (cards.length + fresh === 0) return { ok: false, why: 'nothing' };
	const habits = await learnerHabits(db, learner.id);
	const { days, newPerDay } = wish;
	const plan = planOf({ ...learner.settings, newPerDay }, habits, days);
	const served = await thread.run({ what: 'workload', start: { cards, fresh }, plan, seed: SEED });
	if (!served.ok) return served;
	return 'workload' in served ? { ok: true, workload: served.workload, habits } : { ok: false, why: 'failed' };
}

/** How a learner answers, by her last answers. */
export async function learnerHabits(db: Db, learnerId: string): Promise<Habits> {
	return habitsOf((await habitsQuery(db, learnerId)).map(toAnswers));
}

/** By what somebody with some settings learns for a number of days. */
export function planOf(settings: LearnerSettings, habits: Habits, days: number): Plan {
	const { desiredRetention: retention, maximumInterval, learningSteps, relearningSteps } = settings;
	const { newPerDay, reviewsPerDay, model } = settings;
	const options = { retention, maximumInterval, learningSteps, relearningSteps, newPerDay, reviewsPerDay };
	return { parameters: parametersOf(model), ...options, days, habits };
}

/** Where a learner stands with a deck, as a simulation begins; without what she suspended. */
export async function startOf(db: Db, bank: Bank, learner: Learner, deck: Deck, now: Date): Promise<Start> {
	const aside = new Set((await suspendedQuery(db, learner.id)).map(({ itemId }) => itemId));
	const items = bank.items.filter((item) => !aside.has(item.id) && inDeck(item, deck));
	const cards = await startingCards(db, bank, learner, new Set(items.map(({ id }) => id)), now);
	return { cards, fresh: items.length - cards.length };
}

async function startingCards(
	db: Db,
	bank: Bank,
	learner: Learner,
	wanted: ReadonlySet<string>,
	now: Date
): Promise<StartingCard[]> {
	const today = dayOf(now, learner.settings);
	const daysTo = (instant: string) => daysBetween(today, dayOf(new Date(instant), learner.settings));
	const known = [...(await cardsByItem(db, bank, learner))].filter(([itemId]) => wanted.has(itemId));
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
