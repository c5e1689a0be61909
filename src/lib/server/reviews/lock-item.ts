import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import type { Held } from '#lib/domain/reviewing/fold.ts';
import type { Db } from '#lib/server/db/db.ts';
import { cardChanges, cards, reviews, undos } from '#lib/server/db/schema/reviews.ts';
import { toCard } from './card-row.ts';

/** An item of a learner that nobody else changes until the transaction ends. */
export interface LockedItem {
	held: Held | null;
	/** When the last thing befell it, as far as its card tells; milliseconds. */
	lastEvent: number;
	/** Whether it was ever changed by hand; true where that is not known. */
	changed: boolean;
}

const milliseconds = (instant: ReturnType<typeof sql>) => sql`(extract(epoch from ${instant}) * 1000)::float8`;

/**
 * Holds an item of a learner until the transaction ends: by its card, or where there is none by the two names, so that
 * two requests never make one.
 */
export async function lockItem(tx: Db, learnerId: string, itemId: string): Promise<LockedItem> {
	const card = await lockCard(tx, learnerId, itemId);
	if (card) return card;
	await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`${learnerId}/${itemId}`}, 0))`);
	return (await lockCard(tx, learnerId, itemId)) ?? { held: null, lastEvent: -Infinity, changed: true };
}

/**
 * Holds several items of a learner, in an order that is the same for everybody, so that no two requests wait for each
 * other: first those with a card, by their cards, then the others by their names.
 * @returns undefined where another request made a card of one in between: then they are taken one by one
 */
export async function lockItems(
	tx: Db,
	learnerId: string,
	itemIds: readonly string[]
): Promise<Map<string, LockedItem> | undefined> {
	const held = await lockCards(tx, learnerId, itemIds);
	const missing = itemIds.filter((itemId) => !held.has(itemId)).toSorted();
	if (missing.length === 0) return held;
	const names = JSON.stringify(missing.map((itemId) => `${learnerId}/${itemId}`));
	await tx.execute(
		sql`select pg_advisory_xact_lock(hashtextextended(name, 0)) from jsonb_array_elements_text(${names}::jsonb) as name`
	);
	const made = await tx
		.select({ itemId: cards.itemId })
		.from(cards)
		.where(and(eq(cards.learnerId, learnerId), inArray(cards.itemId, missing)))
		.limit(1);
	if (made.length > 0) return undefined;
	for (const itemId of missing) held.set(itemId, { held: null, lastEvent: -Infinity, changed: true });
	return held;
}

async function lockCard(tx: Db, learnerId: string, itemId: string): Promise<LockedItem | undefined> {
	return (await lockCards(tx, learnerId, [itemId])).get(itemId);
}

async function lockCards(tx: Db, learnerId: string, itemIds: readonly string[]): Promise<Map<string, LockedItem>> {
	const lastChange = tx
		.select({ at: milliseconds(sql`max(${cardChanges.changedAt})`) })
		.from(cardChanges)
		.where(and(eq(cardChanges.learnerId, learnerId), eq(cardChanges.itemId, cards.itemId)));
	const rows = await tx
		.select({ card: cards, changed: sql<number | null>`(${lastChange})` })
		.from(cards)
		.where(and(eq(cards.learnerId, learnerId), inArray(cards.itemId, [...itemIds])))
		.orderBy(asc(cards.itemId))
		.for('update');
	return new Map(
		rows.map(({ card, changed }) => {
			const lastEvent = Math.max(card.lastReview.getTime(), changed ?? -Infinity);
			const held = { card: toCard(card), memory: card.memory };
			return [card.itemId, { held, lastEvent, changed: changed !== null }];
		})
	);
}

/** What is known of an item without a card that counts. */
export interface FreshItem {
	/**
	 * Its change count: 0 where nothing ever befell it, else beyond all of its log, so that a question asked before that
	 * is stale.
	 */
	seq: number;
	/** When the last thing befell it; milliseconds. */
	lastEvent: number;
}

/** The query behind a new item's change count: one range of the index on (learner, item, time) and one of its changes. */
export function freshItemQuery(db: Db, learnerId: string, itemId: string) {
	const ofItem = sql`${cardChanges.learnerId} = ${learnerId} and ${cardChanges.itemId} = ${itemId}`;
	const isUndone = (id: ReturnType<typeof sql>) =>
		sql`exists (select 1 from ${undos} where ${undos.learnerId} = ${learnerId} and ${undos.reviewId} = ${id})`;
	return db
		.select({
			last: sql<number | null>`max((${reviews.after} ->> 'seq')::int)`,
			at: sql<number | null>`${milliseconds(sql`max(${reviews.reviewedAt})`)}`,
			undone: sql<number>`count(*) filter (where ${isUndone(sql`${reviews.id}`)})`.mapWith(Number),
			changes: sql<number>`(select count(*) from ${cardChanges} where ${ofItem})`.mapWith(Number),
			undoneChanges:
				sql<number>`(select count(*) from ${cardChanges} where ${ofItem} and ${isUndone(sql`${cardChanges.id}`)})`.mapWith(
					Number
				),
			changedAt: sql<
				number | null
			>`(select ${milliseconds(sql`max(${cardChanges.changedAt})`)} from ${cardChanges} where ${ofItem})`
		})
		.from(reviews)
		.where(and(eq(reviews.learnerId, learnerId), eq(reviews.itemId, itemId)));
}

/** What is known of an item that is new to the learner, or new again. */
export async function freshItem(db: Db, learnerId: string, itemId: string): Promise<FreshItem> {
	const [row] = await freshItemQuery(db, learnerId, itemId);
	if (!row) throw new Error('an aggregate without its row');
	const befallen = row.last !== null || row.changes > 0;
	return {
		seq: befallen ? (row.last ?? 0) + 1 + row.undone + row.changes + row.undoneChanges : 0,
		lastEvent: Math.max(row.at ?? -Infinity, row.changedAt ?? -Infinity)
	};
}
