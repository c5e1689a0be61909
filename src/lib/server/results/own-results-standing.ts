import type { CardMemory } from '#lib/domain/teaching/memory-map.ts';
import { goalStanding, type GoalStanding, type Towards } from '#lib/domain/teaching/memory-map-standing.ts';
import type { Bank } from '#lib/server/bank/bank.ts';
import { recalledQuery } from '#lib/server/classwork/study-progress.ts';
import { cardsQuery } from '#lib/server/classwork/wanted-today.ts';
import type { Db } from '#lib/server/db/db.ts';
import type { Learner } from '#lib/server/reviews/today.ts';

/** A student's cards of some items as the bank asks them now, by item. */
export async function ownMemory(
	db: Db,
	bank: Pick<Bank, 'memory'>,
	learnerId: string,
	itemIds: readonly string[]
): Promise<Map<string, CardMemory>> {
	if (itemIds.length === 0) return new Map();
	const rows = await cardsQuery(db, learnerId, itemIds);
	const standing = rows.filter(({ itemId, memory }) => bank.memory(itemId) === memory);
	return new Map(
		standing.map(({ itemId, stability, lastReview }) => [itemId, { stability, lastReview: lastReview.toISOString() }])
	);
}

/**
 * How a student stands to some dates: two statements for however many.
 * @param bank knows what the items ask now
 * @returns in the order of the goals
 */
export async function standingTowards(
	db: Db,
	bank: Pick<Bank, 'memory'>,
	learner: Learner,
	goals: readonly Towards[]
): Promise<GoalStanding[]> {
	const ids = [...new Set(goals.flatMap(({ itemIds }) => itemIds))];
	const known = await ownMemory(db, bank, learner.id, ids);
	const rows = ids.length === 0 ? [] : await recalledQuery(db, [learner.id], ids);
	const recalled = new Set(rows.map(({ itemId }) => itemId));
	return goals.map((goal) => goalStanding(goal, known, recalled, learner.settings));
}
