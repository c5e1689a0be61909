import { and, eq } from 'drizzle-orm';
import { failure, type Failure } from '#lib/domain/errors.ts';
import type { Deed } from '#lib/domain/reviewing/sync.ts';
import { addDays, dayOf, startOfDay } from '#lib/domain/scheduling/clock.ts';
import type { LearnerSettings } from '#lib/domain/scheduling/settings.ts';
import type { Db } from '#lib/server/db/db.ts';
import { cardChanges } from '#lib/server/db/schema/reviews.ts';
import { inTransaction } from '#lib/server/db/transaction.ts';
import { readItemLog, rewriteItem, takeBack, toChange } from './item-log.ts';
import { freshItem, lockItem } from './lock-item.ts';
import { findReview, insertChange, refusable } from './store.ts';
import type { Learner } from './today.ts';

export type ChangeDeed = Extract<Deed, { kind: 'suspend' | 'bury' | 'flag' | 'reset' | 'set-due' }>;
type ChangeRow = typeof cardChanges.$inferSelect;

/** No day further ahead than the longest interval is meant. */
const MOST_DAYS_AHEAD = 36_500;

/**
 * Changes a card or its marks by hand, of an item that was met or not. What comes after it in the order of time is
 * worked out again. The same change sent twice counts once.
 * @param at when it was done; where null it comes after everything else that befell the item
 */
export async function changeCard(
	db: Db,
	learner: Learner,
	deed: ChangeDeed,
	at: Date | null,
	now: Date
): Promise<{ ok: true; duplicate: boolean } | Failure> {
	const value = valueOf(deed, learner.settings, now);
	if (value === undefined) return failure('invalid_input');
	return refusable(() =>
		inTransaction(db, async (tx) => {
			const locked = await lockItem(tx, learner.id, deed.itemId);
			const known = await findChange(tx, learner.id, deed.id);
			if (known) return known.itemId === deed.itemId ? { ok: true, duplicate: true } : failure('review_id_reused');
			const changedAt = at ?? (await afterAll(tx, learner.id, deed.itemId, locked.lastEvent, now));
			const { id, itemId, kind } = deed;
			const day = dayOf(changedAt, learner.settings);
			const row = { learnerId: learner.id, id, itemId, kind, value, changedAt, day, receivedAt: now };
			const log = await readItemLog(tx, learner, itemId, locked);
			await insertChange(tx, row);
			const change = toChange(row);
			await rewriteItem(tx, learner, itemId, locked, log, { ...log, changes: [...log.changes, change] }, change);
			return { ok: true, duplicate: false };
		})
	);
}

/** What a change's row says; a day that is made due is kept as the instant at which it begins. */
function valueOf(deed: ChangeDeed, settings: LearnerSettings, now: Date): ChangeRow['value'] | undefined {
	const latest = addDays(dayOf(now, settings), MOST_DAYS_AHEAD);
	switch (deed.kind) {
		case 'suspend':
			return deed.suspended;
		case 'flag':
			return deed.flag;
		case 'reset':
			return null;
		case 'bury':
			return deed.until === null || deed.until <= latest ? deed.until : undefined;
		case 'set-due':
			return deed.day <= latest ? startOfDay(deed.day, settings).toISOString() : undefined;
	}
}

async function afterAll(tx: Db, learnerId: string, itemId: string, lastEvent: number, now: Date): Promise<Date> {
	const fresh = lastEvent === -Infinity ? await freshItem(tx, learnerId, itemId) : undefined;
	return new Date(Math.max(now.getTime(), lastEvent + 1, (fresh?.lastEvent ?? -Infinity) + 1));
}

/** The change with an id, if the learner has one. */
export async function findChange(db: Db, learnerId: string, id: string): Promise<ChangeRow | undefined> {
	const [row] = await db
		.select()
		.from(cardChanges)
		.where(and(eq(cardChanges.learnerId, learnerId), eq(cardChanges.id, id)));
	return row;
}

/**
 * Takes back any deed of hers, whatever came after it: an answer with its corrections, or a change.
 * @param at when it is taken back
 * @returns `duplicate` where it was taken back already
 */
export async function undoDeed(
	db: Db,
	learner: Learner,
	deedId: string,
	at: Date
): Promise<{ ok: true; duplicate: boolean; itemId: string } | Failure> {
	return refusable(() =>
		inTransaction(db, async (tx) => {
			const deed = (await findReview(tx, learner.id, deedId)) ?? (await findChange(tx, learner.id, deedId));
			if (!deed) return failure('unknown_review');
			const { itemId } = deed;
			const locked = await lockItem(tx, learner.id, itemId);
			const log = await readItemLog(tx, learner, itemId, locked);
			const done = await takeBack(tx, learner, itemId, locked, log, deedId, at);
			return { ok: true, duplicate: !done, itemId };
		})
	);
}
