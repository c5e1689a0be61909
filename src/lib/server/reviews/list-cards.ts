import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Topic } from '#lib/domain/facts/vocabulary.ts';
import type { Item } from '#lib/domain/items/types.ts';
import type { CardState } from '#lib/domain/scheduling/card.ts';
import { dayOf, type DayClock } from '#lib/domain/scheduling/clock.ts';
import { isAside, isDue } from '#lib/domain/scheduling/due.ts';
import { isLeech } from '#lib/domain/scheduling/leech.ts';
import { NO_MARKS, type Marks } from '#lib/domain/scheduling/marks.ts';
import { mostChosen, type MostChosen, type WrongAnswer } from '#lib/domain/teaching/memory-map-wrongs.ts';
import { fold } from '#lib/domain/text.ts';
import { inDeck, parseDeck, type Bank } from '#lib/server/bank/bank.ts';
import type { Db } from '#lib/server/db/db.ts';
import { itemMarks, reviews } from '#lib/server/db/schema/reviews.ts';
import { deckOptionsOf, optionsOfItem } from '#lib/server/learners/deck-options.ts';
import { cardsByItem } from './known-cards.ts';
import { stillCounts } from './store.ts';
import type { Learner } from './today.ts';

/** Which cards are listed: those met or marked, a part of them, or what was never met. */
export const CARD_VIEWS = ['met', 'due', 'learning', 'leech', 'suspended', 'buried', 'flagged', 'new'] as const;
export type CardView = (typeof CARD_VIEWS)[number];

/** An item as its learner's list of cards shows it. */
export interface ListedCard {
	itemId: string;
	question: string;
	topic: Topic;
	card: CardState | null;
	marks: Marks;
	/** It was forgotten often. */
	leech: boolean;
	/** Of a leech: the wrong answer that was given most. */
	confused?: MostChosen;
}

const A_PAGE = 25;

/** The query behind a learner's marks: one range of the primary key. */
export function marksQuery(db: Db, learnerId: string) {
	const { itemId, suspended, buriedUntil, flag } = itemMarks;
	return db.select({ itemId, suspended, buriedUntil, flag }).from(itemMarks).where(eq(itemMarks.learnerId, learnerId));
}

/**
 * A page of a learner's cards, leeches first, then by when they are due.
 * @param wish `text` is looked for in the questions; `deck` is as in a page's address
 */
export async function listCards(
	db: Db,
	bank: Bank,
	learner: Learner,
	wish: { view: CardView; text: string; deck: string; page: number },
	now: Date
): Promise<{ cards: ListedCard[]; page: number; pages: number; total: number }> {
	const known = await cardsByItem(db, bank, learner);
	const marked = new Map((await marksQuery(db, learner.id)).map(({ itemId, ...marks }) => [itemId, marks]));
	const chosen = await deckOptionsOf(db, learner.id);
	const deck = parseDeck(bank, wish.deck) ?? { by: 'all' as const };
	const wanted = fold(wish.text);
	const found = bank.items
		.filter((item) => inDeck(item, deck) && (wanted === '' || fold(item.question).includes(wanted)))
		.map((item): ListedCard => {
			const { id: itemId, question, topic } = item;
			const card = known.get(itemId) ?? null;
			const leech = card !== null && isLeech(card, optionsOfItem(bank, item, learner.settings, chosen));
			return { itemId, question, topic, card, marks: marked.get(itemId) ?? NO_MARKS, leech };
		})
		.filter((row) => isIn(wish.view, row, marked.has(row.itemId), now, learner.settings))
		.sort((a, b) => Number(b.leech) - Number(a.leech) || (a.card?.due ?? '~').localeCompare(b.card?.due ?? '~'));
	const pages = Math.max(1, Math.ceil(found.length / A_PAGE));
	const page = Math.min(Math.max(1, wish.page), pages);
	const cards = await withConfusions(db, bank, learner, found.slice((page - 1) * A_PAGE, page * A_PAGE));
	return { cards, page, pages, total: found.length };
}

function isIn(
	view: CardView,
	{ card, marks, leech }: ListedCard,
	marked: boolean,
	now: Date,
	clock: DayClock
): boolean {
	switch (view) {
		case 'met':
			return card !== null || marked;
		case 'due':
			return card !== null && isDue(card, marks, now, clock);
		case 'learning':
			return card !== null && card.state !== 2;
		case 'leech':
			return leech;
		case 'suspended':
			return marks.suspended;
		case 'buried':
			return isAside({ ...marks, suspended: false }, dayOf(now, clock));
		case 'flagged':
			return marks.flag > 0;
		case 'new':
			return card === null;
	}
}

/** The query behind the wrong answers to some items: for each a range of the index on (learner, item, time). */
export function ownWrongsQuery(db: Db, learnerId: string, itemIds: readonly string[]) {
	const { itemId, itemVersion, formIndex, response } = reviews;
	return db
		.select({ itemId, itemVersion, formIndex, response, times: sql<number>`count(*)::int` })
		.from(reviews)
		.where(
			and(
				eq(reviews.learnerId, learnerId),
				inArray(itemId, [...itemIds]),
				eq(reviews.verdict, 'wrong'),
				sql`not ${reviews.claimedRight}`,
				stillCounts
			)
		)
		.groupBy(itemId, itemVersion, formIndex, response);
}

/** Leeches with what they are taken for; what was said to another version is left out, for its options were others. */
async function withConfusions(
	db: Db,
	bank: Bank,
	learner: Learner,
	rows: readonly ListedCard[]
): Promise<ListedCard[]> {
	const leeches = rows.filter(({ leech }) => leech).map(({ itemId }) => itemId);
	const wrongs = leeches.length === 0 ? [] : await ownWrongsQuery(db, learner.id, leeches);
	const answersTo = (item: Item | undefined): WrongAnswer[] =>
		wrongs.flatMap(({ itemId, itemVersion, formIndex, response, times }) => {
			const form = itemId === item?.id && itemVersion === item.version ? item.forms[formIndex] : undefined;
			return form ? [{ form, response, times }] : [];
		});
	return rows.map((row) => {
		const confused = row.leech ? mostChosen(answersTo(bank.item(row.itemId))) : undefined;
		return { ...row, ...(confused ? { confused } : {}) };
	});
}
