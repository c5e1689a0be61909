import { and, asc, eq, gte, inArray } from 'drizzle-orm';
import { timed, type CardState, type TimedCard } from '#lib/domain/scheduling/card.ts';
import { dayOf, daysBetween } from '#lib/domain/scheduling/clock.ts';
import { goalOf, knownAt } from '#lib/domain/scheduling/deadline.ts';
import { playUntil } from '#lib/domain/scheduling/deadline-days.ts';
import { deckLabel, parseDeck, type Bank } from '#lib/server/bank/bank.ts';
import { NO_CLASS_WORK } from '#lib/server/classwork/class-work.ts';
import type { Db } from '#lib/server/db/db.ts';
import { reviews } from '#lib/server/db/schema/reviews.ts';
import { stillCounts } from '#lib/server/reviews/store.ts';
import type { Learner } from '#lib/server/reviews/today.ts';
import { deadlinesQuery, itemsOfDeck, type DeadlineRow } from './own-goals.ts';
import { planLearner } from './pace.ts';

/** A deadline as its learner sees it. */
export interface DeadlineView {
	id: string;
	/** What she called it; empty where she did not. */
	name: string;
	deck: string;
	/** What the deck is called; undefined where her bank does not have it any more. */
	label: string | undefined;
	day: string;
	/** Days until then; 0 or less where it is over. */
	ahead: number;
	items: number;
	/** Of them, met by now, or by that day where it is over. */
	met: number;
	/** 0 to 1: expected on the day if she goes on as planned; what was known then where it is over. */
	known: number;
}

/** The query behind the first review of each item after an instant: ranges of an index of her reviews. */
export function firstSinceQuery(db: Db, learnerId: string, itemIds: readonly string[], since: Date) {
	return db
		.selectDistinctOn([reviews.itemId], { itemId: reviews.itemId, before: reviews.before })
		.from(reviews)
		.where(
			and(
				eq(reviews.learnerId, learnerId),
				inArray(reviews.itemId, [...itemIds]),
				gte(reviews.reviewedAt, since),
				stillCounts
			)
		)
		.orderBy(asc(reviews.itemId), asc(reviews.reviewedAt));
}

/** A learner's deadlines, the next one first, those that are over after it; her days are played once for all of them. */
export async function listDeadlines(db: Db, bank: Bank, learner: Learner, now: Date): Promise<DeadlineView[]> {
	const { settings } = learner;
	const rows = await deadlinesQuery(db, learner.id);
	if (rows.length === 0) return [];
	const today = dayOf(now, settings);
	const finds = await planLearner(db, bank, learner, now);
	const atOf = (row: DeadlineRow) => goalOf(row, [], settings).at;
	const ahead = rows.filter(({ day }) => day > today);
	const over = rows.filter(({ day }) => day <= today).toReversed();
	const goals = (learner.work ?? NO_CLASS_WORK).goals;
	const played = playUntil(finds, goals, now, ahead.map(atOf));
	const view = async (row: DeadlineRow, then?: ReadonlyMap<string, TimedCard>): Promise<DeadlineView> => {
		const itemIds = itemsOfDeck(bank, row.deck);
		const at = atOf(row);
		const present = then ? finds.cards : await cardsAt(db, learner.id, finds.cards, itemIds, at);
		const deck = parseDeck(bank, row.deck);
		const { id, name, day } = row;
		return {
			...{ id, name, day, ahead: daysBetween(today, day), deck: row.deck },
			label: deck && deckLabel(bank, deck),
			items: itemIds.length,
			met: itemIds.filter((itemId) => present.has(itemId)).length,
			known: knownAt(itemIds, then ?? timedOf(present), at, settings)
		};
	};
	return Promise.all([...ahead.map((row, index) => view(row, played[index]?.cards)), ...over.map((row) => view(row))]);
}

/** The cards of some items as they stood at an instant: a review since then tells what was before it. */
async function cardsAt(
	db: Db,
	learnerId: string,
	cards: ReadonlyMap<string, CardState>,
	itemIds: readonly string[],
	at: Date
): Promise<ReadonlyMap<string, CardState>> {
	if (itemIds.length === 0) return cards;
	const before = new Map(
		(await firstSinceQuery(db, learnerId, itemIds, at)).map(({ itemId, before }) => [itemId, before])
	);
	const then = itemIds.flatMap((itemId): [string, CardState][] => {
		const card = before.has(itemId) ? before.get(itemId) : cards.get(itemId);
		return card ? [[itemId, card]] : [];
	});
	return new Map(then);
}

function timedOf(cards: ReadonlyMap<string, CardState>): ReadonlyMap<string, TimedCard> {
	return new Map([...cards].map(([id, card]) => [id, timed(card)]));
}
