import type { CardNow } from '#lib/domain/insight/groups.ts';
import { retrievability } from '#lib/domain/scheduling/fsrs.ts';
import type { Bank } from '#lib/server/bank/bank.ts';
import type { Db } from '#lib/server/db/db.ts';
import { knownCards, type KnownCard } from '#lib/server/reviews/known-cards.ts';
import type { Learner } from '#lib/server/reviews/today.ts';

/** A card with what follows from it now. */
export type MemoryNow = KnownCard & CardNow;

/** A learner's memory of the items that the bank asks now, by item. */
export async function memoryNow(db: Db, bank: Bank, learner: Learner, now: Date): Promise<Map<string, MemoryNow>> {
	const known = await knownCards(db, bank, learner, now);
	const of = (one: KnownCard): MemoryNow => ({ ...one, recall: retrievability(one.card, now, learner.settings) });
	return new Map([...known].map(([itemId, one]) => [itemId, of(one)]));
}
