import { and, eq, inArray, sql } from 'drizzle-orm';
import { chainOf, itemState, type ItemLog, type ItemState, type LogChange } from '#lib/domain/reviewing/item-log.ts';
import type { Timed } from '#lib/domain/reviewing/fold.ts';
import { seedOf } from '#lib/domain/reviewing/take-answer.ts';
import type { Db } from '#lib/server/db/db.ts';
import { cardChanges, reviews, undos } from '#lib/server/db/schema/reviews.ts';
import { toRating } from './card-row.ts';
import type { LockedItem } from './lock-item.ts';
import { optionsOfReviews } from './schedule-options.ts';
import { storeItem } from './store-item.ts';
import type { Learner } from './today.ts';

type ChangeRow = typeof cardChanges.$inferSelect;

const isUndone = (id: typeof reviews.id | typeof cardChanges.id, learnerId: string) =>
	sql<boolean>`exists (select 1 from ${undos} where ${undos.learnerId} = ${learnerId} and ${undos.reviewId} = ${id})`;

/** The query behind the reviews of some items: for each a range of the index on (learner, item, time). */
export function itemReviewsQuery(db: Db, learnerId: string, ...itemIds: readonly string[]) {
	const { id, itemId, reviewedAt, day, rating, durationMs, memory, options, before, after, amends } = reviews;
	return db
		.select({
			...{ id, itemId, reviewedAt, day, rating, durationMs, memory, options, before, after, amends },
			undone: isUndone(reviews.id, learnerId)
		})
		.from(reviews)
		.where(and(eq(reviews.learnerId, learnerId), inArray(reviews.itemId, [...itemIds])));
}

/** The query behind the changes of some items: for each a range of the index on (learner, item). */
export function itemChangesQuery(db: Db, learnerId: string, ...itemIds: readonly string[]) {
	return db
		.select({ change: cardChanges, undone: isUndone(cardChanges.id, learnerId) })
		.from(cardChanges)
		.where(and(eq(cardChanges.learnerId, learnerId), inArray(cardChanges.itemId, [...itemIds])));
}

/** All that befell an item. Lock it first, where anything is to follow from it. */
export async function readItemLog(
	tx: Db,
	learner: Learner,
	itemId: string,
	{ changed }: Pick<LockedItem, 'changed'>
): Promise<ItemLog> {
	const logs = await readItemLogs(tx, learner, new Map([[itemId, { changed }]]));
	return logs.get(itemId) ?? { reviews: [], changes: [], undone: new Set() };
}

/** All that befell some items, by item: two statements, however many they are. */
export async function readItemLogs(
	tx: Db,
	learner: Learner,
	items: ReadonlyMap<string, Pick<LockedItem, 'changed'>>
): Promise<Map<string, ItemLog>> {
	const rows = await itemReviewsQuery(tx, learner.id, ...items.keys());
	const changedIds = [...items].flatMap(([itemId, { changed }]) => (changed ? [itemId] : []));
	const changes = changedIds.length > 0 ? await itemChangesQuery(tx, learner.id, ...changedIds) : [];
	const optionsOf = await optionsOfReviews(
		tx,
		learner,
		rows.map(({ options }) => options)
	);
	const gone = [...rows.filter(({ undone }) => undone), ...changes.flatMap((one) => (one.undone ? one.change : []))];
	const undone = new Set(gone.map(({ id }) => id));
	const reviewsOf = byItem(rows);
	const changesOf = byItem(changes.map(({ change }) => change));
	const logOf = (itemId: string): ItemLog => {
		const own = reviewsOf.get(itemId) ?? [];
		const ownChanges = changesOf.get(itemId) ?? [];
		return {
			reviews: own.map(({ reviewedAt, rating, options, ...row }) => ({
				...row,
				at: reviewedAt.toISOString(),
				rating: toRating(rating),
				options: optionsOf(options)
			})),
			changes: ownChanges.map(toChange),
			undone: new Set([...own, ...ownChanges].flatMap(({ id }) => (undone.has(id) ? [id] : [])))
		};
	};
	return new Map([...items.keys()].map((itemId) => [itemId, logOf(itemId)]));
}

function byItem<T extends { itemId: string }>(rows: readonly T[]): Map<string, T[]> {
	const found = new Map<string, T[]>();
	for (const row of rows) {
		const own = found.get(row.itemId);
		if (own) own.push(row);
		else found.set(row.itemId, [row]);
	}
	return found;
}

/** A change by hand as its row has it. */
export function toChange({ id, changedAt, kind, value }: Omit<ChangeRow, 'learnerId' | 'itemId'>): LogChange {
	const event = { id, at: changedAt.toISOString() };
	if (kind === 'reset') return { ...event, kind };
	if (kind === 'suspend' && typeof value === 'boolean') return { ...event, kind, value };
	if (kind === 'flag' && typeof value === 'number') return { ...event, kind, value };
	if (kind === 'set-due' && typeof value === 'string') return { ...event, kind, due: value };
	if (kind === 'bury' && (typeof value === 'string' || value === null)) return { ...event, kind, value };
	if (kind === 'reschedule' && typeof value === 'object' && value !== null) return { ...event, kind, ...value };
	throw new TypeError(`a change of the kind ${kind} has another value`);
}

/**
 * Takes back an answer with its corrections, or a change: what came after it is worked out again without it.
 * @param deedId an answer, a correction or a change of the item
 * @param at when it is taken back
 * @returns false where it was taken back already
 */
export async function takeBack(
	tx: Db,
	learner: Learner,
	itemId: string,
	locked: LockedItem,
	log: ItemLog,
	deedId: string,
	at: Date
): Promise<boolean> {
	const chain = chainOf(log, deedId);
	const [first] = [...chain, ...log.changes.filter(({ id }) => id === deedId)];
	const ids = chain.length > 0 ? chain.map(({ id }) => id) : [deedId];
	if (!first || ids.every((id) => log.undone.has(id))) return false;
	await tx
		.insert(undos)
		.values(ids.map((id) => ({ learnerId: learner.id, reviewId: id, undoneAt: at })))
		.onConflictDoNothing();
	await rewriteItem(tx, learner, itemId, locked, log, { ...log, undone: new Set([...log.undone, ...ids]) }, first);
	return true;
}

/**
 * Has a card, its marks, the states in its log and the counts of days follow a change of its log.
 * @param log as it is stored
 * @param next as it is to be
 * @param from where it changes: what comes before that stays as it is
 */
export async function rewriteItem(
	tx: Db,
	learner: Learner,
	itemId: string,
	locked: LockedItem,
	log: ItemLog,
	next: ItemLog,
	from: Timed
): Promise<ItemState> {
	const seed = seedOf(itemId);
	const state = itemState(next, from, seed);
	await storeItem(tx, { learnerId: learner.id, itemId, locked, log }, itemState(log, null, seed), state);
	return state;
}
