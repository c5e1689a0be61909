import { and, eq, sql } from 'drizzle-orm';
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

async function lockCard(tx: Db, learnerId: string, itemId: string): Promise<LockedItem | undefined> {
	const lastChange = tx
		.select({ at: milliseconds(sql`max(${cardChanges.changedAt})`) })
		.from(cardChanges)
		.where(and(eq(cardChanges.learnerId, learnerId), eq(cardChanges.itemId, itemId)));
	const [row] = await tx
		.select({ card: cards, changed: sql<number | null>`(${lastChange})` })
		.from(cards)
		.where(and(eq(cards.learnerId, learnerId), eq(cards.itemId, itemId)))
		.for('update');
	if (!row) return undefined;
	const lastEvent = Math.max(row.card.lastReview.getTime(), row.changed ?? -Infinity);
	const held = { card: toCard(row.card), memory: row.card.memory };
	return { held, lastEvent, changed: row.changed !== null };
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
