import { and, eq, gte, inArray, isNull, not } from 'drizzle-orm';
import { dayOf, startOfDay } from '#lib/domain/scheduling/clock.ts';
import { isNear, lastReviews, newForGoals } from '#lib/domain/scheduling/goals.ts';
import type { LearnerSettings } from '#lib/domain/scheduling/settings.ts';
import type { Db } from '#lib/server/db/db.ts';
import { cards, reviews } from '#lib/server/db/schema/reviews.ts';
import { toCard } from '#lib/server/reviews/card-row.ts';
import { isSetAside } from '#lib/server/reviews/set-aside.ts';
import { NO_CLASS_WORK, type ClassWork } from './class-work.ts';

/** What classes want of a student today. */
export interface Wanted {
	items: ReadonlySet<string>;
	/** Cards of hers that are asked before their time, or would be. */
	cards: (typeof cards.$inferSelect)[];
}

const NOTHING: Wanted = { items: new Set(), cards: [] };

/**
 * The items that a student's classes want of her today: what she had wrong in a quiz and has not reviewed since; the
 * day's part of what has to be known by a date; and, in the last days before it, each item once more.
 * @param known items that she has met, as the bank asks them now
 */
export async function wantedToday(
	db: Db,
	learner: { id: string; settings: LearnerSettings; work?: ClassWork },
	known: ReadonlySet<string>,
	now: Date
): Promise<Wanted> {
	const { goals, mistakes } = learner.work ?? NO_CLASS_WORK;
	if (goals.length === 0 && mistakes.size === 0) return NOTHING;
	const { settings } = learner;
	const near = goals.filter((goal) => isNear(goal, now, settings));
	const early = [...new Set([...mistakes.keys(), ...near.flatMap(({ itemIds }) => itemIds)])].filter((id) =>
		known.has(id)
	);
	const rows = early.length === 0 ? [] : await cardsQuery(db, learner.id, early, dayOf(now, settings));
	const held = new Map(rows.map((row) => [row.itemId, toCard(row)]));
	const undone = [...mistakes].flatMap(([id, at]) => {
		const card = held.get(id);
		return !card || Date.parse(card.lastReview) <= at.getTime() ? [id] : [];
	});
	const since = startOfDay(dayOf(now, settings), settings);
	const met = goals.length === 0 ? [] : await metSinceQuery(db, learner.id, since);
	const items = new Set([
		...undone,
		...near.flatMap((goal) => [...lastReviews(goal, held, now, settings)]),
		...newForGoals(goals, known, new Set(met.map(({ itemId }) => itemId)), now, settings)
	]);
	return { items, cards: rows.filter(({ itemId }) => items.has(itemId)) };
}

/** The query behind cards that are asked early: the primary key alone; without what is set aside on a day, where one is given. */
export function cardsQuery(db: Db, learnerId: string, itemIds: readonly string[], day?: string) {
	return db
		.select()
		.from(cards)
		.where(
			and(eq(cards.learnerId, learnerId), inArray(cards.itemId, [...itemIds]), day ? not(isSetAside(day)) : undefined)
		);
}

/** The query behind "met today for the first time": one range of the index on (learner, time). */
export function metSinceQuery(db: Db, learnerId: string, since: Date) {
	return db
		.select({ itemId: reviews.itemId })
		.from(reviews)
		.where(and(eq(reviews.learnerId, learnerId), gte(reviews.reviewedAt, since), isNull(reviews.before)));
}
