import { eq } from 'drizzle-orm';
import type { CardState } from '#lib/domain/scheduling/card.ts';
import { dayOf } from '#lib/domain/scheduling/clock.ts';
import { dueDay, isAside, isDue } from '#lib/domain/scheduling/due.ts';
import { NO_MARKS } from '#lib/domain/scheduling/marks.ts';
import type { Bank } from '#lib/server/bank/bank.ts';
import type { Db } from '#lib/server/db/db.ts';
import { cards } from '#lib/server/db/schema/reviews.ts';
import { toCard } from './card-row.ts';
import { asideMarks } from './set-aside.ts';
import type { Learner } from './today.ts';

/** A learner's cards of the items as the bank now asks them, by item: one range of the primary key. */
export async function cardsByItem(db: Db, bank: Bank, learner: Learner): Promise<Map<string, CardState>> {
	const rows = await db.select().from(cards).where(eq(cards.learnerId, learner.id));
	const stands = rows.filter((row) => bank.item(row.itemId) && bank.memory(row.itemId) === row.memory);
	return new Map(stands.map((row) => [row.itemId, toCard(row)]));
}

/** A card of a learner's as every count of hers takes it. */
export interface KnownCard {
	card: CardState;
	/** Set aside by hand today: neither asked nor due. */
	aside: boolean;
	due: boolean;
	/** The learner's own day on which it is asked again; null where she suspended it. */
	dueDay: string | null;
}

/** A learner's cards of the items as the bank now asks them, by item, with what she set aside. */
export async function knownCards(db: Db, bank: Bank, learner: Learner, now: Date): Promise<Map<string, KnownCard>> {
	const { settings } = learner;
	const held = await cardsByItem(db, bank, learner);
	const marks = await asideMarks(db, learner.id);
	const today = dayOf(now, settings);
	const of = (itemId: string, card: CardState): KnownCard => {
		const own = marks.get(itemId) ?? NO_MARKS;
		return {
			card,
			aside: isAside(own, today),
			due: isDue(card, own, now, settings),
			dueDay: dueDay(card, own, settings)
		};
	};
	return new Map([...held].map(([itemId, card]) => [itemId, of(itemId, card)]));
}
