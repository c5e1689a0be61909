import { and, eq, sql } from 'drizzle-orm';
import type { Held } from '#lib/domain/reviewing/fold.ts';
import { countChanges, type CountingReview, type ItemLog, type ItemState } from '#lib/domain/reviewing/item-log.ts';
import type { CardState } from '#lib/domain/scheduling/card.ts';
import { NO_MARKS, type Marks } from '#lib/domain/scheduling/marks.ts';
import { sameMemory } from '#lib/domain/scheduling/replay.ts';
import type { Db } from '#lib/server/db/db.ts';
import { cards, itemMarks, reviews } from '#lib/server/db/schema/reviews.ts';
import type { LockedItem } from './lock-item.ts';
import { addToDays, storeCard } from './store.ts';

interface Place {
	learnerId: string;
	itemId: string;
	locked: LockedItem;
	/** The log before it changed. */
	log: ItemLog;
}

/** Writes what differs between an item as it was and as it is by its changed log. */
export async function storeItem(tx: Db, place: Place, was: ItemState, is: ItemState): Promise<void> {
	await storeHeld(tx, place, is.held);
	await storeStates(tx, place.learnerId, is.reviews);
	await storeMarks(tx, place.learnerId, place.itemId, was.marks, is.marks);
	await addToDays(tx, place.learnerId, countChanges(was.reviews, is.reviews));
}

/** The card; its change count goes up, so that an answer to an older one is stale. */
async function storeHeld(tx: Db, { learnerId, itemId, locked, log }: Place, held: Held | null): Promise<void> {
	const { held: old } = locked;
	if (held === null) {
		if (old) await tx.delete(cards).where(and(eq(cards.learnerId, learnerId), eq(cards.itemId, itemId)));
		return;
	}
	if (old && old.memory === held.memory && sameMemory(old.card, held.card)) return;
	const seq = (old?.card.seq ?? seqBeyond(log)) + 1;
	await storeCard(tx, learnerId, itemId, old?.card ?? null, { ...held.card, seq }, held.memory);
}

/** A change count that no question about the item was ever asked with. */
export function seqBeyond({ reviews: all, changes, undone }: ItemLog): number {
	if (all.length + changes.length === 0) return 0;
	return Math.max(0, ...all.map(({ after }) => after.seq)) + 1 + undone.size + changes.length;
}

/** The states before and after of the reviews that are found to be other ones. */
export async function storeStates(tx: Db, learnerId: string, counting: readonly CountingReview[]): Promise<void> {
	const changed = counting.filter(
		({ review, before, after }) => !isState(review.before, before) || !isState(review.after, after)
	);
	if (changed.length === 0) return;
	const rows = JSON.stringify(changed.map(({ review: { id }, before, after }) => ({ id, before, after })));
	await tx.execute(sql`
		update ${reviews} set "before" = found."before", "after" = found."after"
		from jsonb_to_recordset(${rows}::jsonb) as found (id uuid, "before" jsonb, "after" jsonb)
		where ${reviews.learnerId} = ${learnerId} and ${reviews.id} = found.id
	`);
}

/** Whether a state is the stored one, with its change count. */
function isState(stored: CardState | null, found: CardState | null): boolean {
	return sameMemory(stored, found) && stored?.seq === found?.seq;
}

/** Marks that changed; what is not marked at all has no row. */
export async function storeMarks(tx: Db, learnerId: string, itemId: string, was: Marks, is: Marks): Promise<void> {
	const changed: Partial<Marks> = {
		...(was.suspended === is.suspended ? {} : { suspended: is.suspended }),
		...(was.buriedUntil === is.buriedUntil ? {} : { buriedUntil: is.buriedUntil }),
		...(was.flag === is.flag ? {} : { flag: is.flag })
	};
	if (Object.keys(changed).length === 0) return;
	await tx
		.insert(itemMarks)
		.values({ learnerId, itemId, ...NO_MARKS, ...changed })
		.onConflictDoUpdate({ target: [itemMarks.learnerId, itemMarks.itemId], set: changed });
	const { suspended, buriedUntil, flag } = itemMarks;
	await tx
		.delete(itemMarks)
		.where(
			and(
				eq(itemMarks.learnerId, learnerId),
				eq(itemMarks.itemId, itemId),
				sql`not ${suspended} and ${buriedUntil} is null and ${flag} = 0`
			)
		);
}
