import { and, asc, eq, gte, lte, not, or, ne } from 'drizzle-orm';
import { dayOf, startOfDay } from '#lib/domain/scheduling/clock.ts';
import { planQueue, type Queue, type Waiting } from '#lib/domain/scheduling/queue.ts';
import type { LearnerSettings } from '#lib/domain/scheduling/settings.ts';
import { inDeck, type Bank, type Deck } from '#lib/server/bank/bank.ts';
import type { ClassWork } from '#lib/server/classwork/class-work.ts';
import { wantedToday } from '#lib/server/classwork/wanted-today.ts';
import type { Db } from '#lib/server/db/db.ts';
import { cards, learnerDays } from '#lib/server/db/schema/reviews.ts';
import { toCard } from './card-row.ts';
import { isSetAside } from './set-aside.ts';

/** A learner as the use cases need her. */
export interface Learner {
	id: string;
	settings: LearnerSettings;
	/** What her classes ask of her reviews; nothing where it is absent. */
	work?: ClassWork;
}

const DAY_MS = 24 * 60 * 60_000;
/** More cards than anybody reviews in a day need not be read to find the next one. */
const MOST_WAITING = 2200;

/** The query behind "what waits": one range of the index on (learner, due), without what is set aside on a day of hers. */
export function waitingQuery(db: Db, learnerId: string, now: Date, day: string) {
	return db
		.select()
		.from(cards)
		.where(
			and(
				eq(cards.learnerId, learnerId),
				not(isSetAside(day)),
				lte(cards.due, new Date(now.getTime() + DAY_MS)),
				or(ne(cards.state, 2), lte(cards.due, now))
			)
		)
		.orderBy(asc(cards.due))
		.limit(MOST_WAITING);
}

/** The query behind "what was answered today": one range of the index on (learner, last review). */
export function answeredSinceQuery(db: Db, learnerId: string, since: Date) {
	return db
		.select({ itemId: cards.itemId })
		.from(cards)
		.where(and(eq(cards.learnerId, learnerId), gte(cards.lastReview, since)))
		.orderBy(asc(cards.lastReview));
}

/** The query behind "which items are known": the primary key alone. */
export function knownItemsQuery(db: Db, learnerId: string) {
	return db.select({ itemId: cards.itemId, memory: cards.memory }).from(cards).where(eq(cards.learnerId, learnerId));
}

/**
 * The learner's queue for now: what is next in a deck, and what is left today.
 * @param prefer the item that is asked first if it waits at all
 */
export async function planToday(
	db: Db,
	bank: Bank,
	learner: Learner,
	deck: Deck,
	now: Date,
	prefer?: string
): Promise<Queue> {
	const { settings } = learner;
	const day = dayOf(now, settings);
	const waiting = await waitingQuery(db, learner.id, now, day);
	const answered = await answeredSinceQuery(db, learner.id, startOfDay(day, settings));
	// A card of what the item asked before it was changed is none of what it asks now: the item is new again.
	const stands = (row: { itemId: string; memory: string | null }) => bank.memory(row.itemId) === row.memory;
	const known = new Set((await knownItemsQuery(db, learner.id)).filter(stands).map((row) => row.itemId));
	const wanted = await wantedToday(db, learner, known, now);
	const [load] = await db
		.select({ introduced: learnerDays.introduced, reviewed: learnerDays.reviewed })
		.from(learnerDays)
		.where(and(eq(learnerDays.learnerId, learner.id), eq(learnerDays.day, day)));
	const belongs = (itemId: string) => {
		const item = bank.item(itemId);
		return item !== undefined && inDeck(item, deck);
	};
	const due = new Set(waiting.map(({ itemId }) => itemId));
	const early = wanted.cards.filter(({ itemId }) => !due.has(itemId));
	return planQueue({
		now,
		waiting: [...waiting, ...early]
			.filter((row) => stands(row) && belongs(row.itemId))
			.map((row): Waiting => ({ itemId: row.itemId, card: toCard(row) })),
		wanted: wanted.items,
		fresh: deck.by === 'due' ? [] : bank.items.filter((item) => !known.has(item.id) && inDeck(item, deck)),
		item: bank.item,
		answeredToday: answered.map((row) => row.itemId),
		introduced: load?.introduced ?? 0,
		reviewed: load?.reviewed ?? 0,
		prefer,
		settings
	});
}
