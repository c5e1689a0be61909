import { and, eq, or, sql } from 'drizzle-orm';
import type { CardNow } from '#lib/domain/insight/groups.ts';
import type { CardState } from '#lib/domain/scheduling/card.ts';
import { dayOf } from '#lib/domain/scheduling/clock.ts';
import { retrievability } from '#lib/domain/scheduling/fsrs.ts';
import type { Bank } from '#lib/server/bank/bank.ts';
import type { Db } from '#lib/server/db/db.ts';
import { itemMarks } from '#lib/server/db/schema/reviews.ts';
import { cardsByItem } from '#lib/server/reviews/overview.ts';
import type { Learner } from '#lib/server/reviews/today.ts';

/** A card with what follows from it now. */
export interface MemoryNow extends CardNow {
	card: CardState;
	/** The learner's own day on which it is asked again; null where she suspended it. */
	dueDay: string | null;
}

/** The query behind what a learner set aside by hand: one range of the primary key. */
export function setAsideQuery(db: Db, learnerId: string) {
	return db
		.select({ itemId: itemMarks.itemId, suspended: itemMarks.suspended, buriedUntil: itemMarks.buriedUntil })
		.from(itemMarks)
		.where(and(eq(itemMarks.learnerId, learnerId), or(itemMarks.suspended, sql`${itemMarks.buriedUntil} is not null`)));
}

/** A learner's memory of the items that the bank asks now, by item. */
export async function memoryNow(db: Db, bank: Bank, learner: Learner, now: Date): Promise<Map<string, MemoryNow>> {
	const known = await cardsByItem(db, bank, learner);
	const marks = new Map((await setAsideQuery(db, learner.id)).map((row) => [row.itemId, row]));
	const today = dayOf(now, learner.settings);
	const of = (itemId: string, card: CardState): MemoryNow => {
		const { suspended = false, buriedUntil = null } = marks.get(itemId) ?? {};
		const dueDay = laterOf(dayOf(new Date(card.due), learner.settings), buriedUntil);
		const aside = suspended || (buriedUntil !== null && buriedUntil > today);
		return {
			card,
			recall: retrievability(card, now, learner.settings),
			due: !aside && Date.parse(card.due) <= now.getTime(),
			dueDay: suspended ? null : dueDay
		};
	};
	return new Map([...known].map(([itemId, card]) => [itemId, of(itemId, card)]));
}

function laterOf(day: string, other: string | null): string {
	return other !== null && other > day ? other : day;
}
