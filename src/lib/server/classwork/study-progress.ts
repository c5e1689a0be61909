import { and, gt, inArray } from 'drizzle-orm';
import type { Db } from '#lib/server/db/db.ts';
import { reviews } from '#lib/server/db/schema/reviews.ts';
import { stillCounts } from '#lib/server/reviews/store.ts';

/** How far somebody is with a study assignment: it is done when each item has been recalled once. */
export interface StudyProgress {
	done: number;
	of: number;
}

/** The query behind "recalled once": ranges of the index on (learner, item), each pair once. */
export function recalledQuery(db: Db, learnerIds: readonly string[], itemIds: readonly string[]) {
	return db
		.selectDistinct({ learnerId: reviews.learnerId, itemId: reviews.itemId })
		.from(reviews)
		.where(
			and(
				inArray(reviews.learnerId, [...learnerIds]),
				inArray(reviews.itemId, [...itemIds]),
				gt(reviews.rating, 1),
				stillCounts
			)
		);
}

/**
 * How far students are with study assignments, in one statement.
 * @returns by assignment, then by student
 */
export async function studyProgress(
	db: Db,
	studies: readonly { id: string; itemIds: readonly string[] }[],
	learnerIds: readonly string[]
): Promise<ReadonlyMap<string, ReadonlyMap<string, StudyProgress>>> {
	const all = [...new Set(studies.flatMap(({ itemIds }) => itemIds))];
	const rows = all.length === 0 || learnerIds.length === 0 ? [] : await recalledQuery(db, learnerIds, all);
	const recalled = new Map(learnerIds.map((id) => [id, new Set<string>()]));
	for (const { learnerId, itemId } of rows) recalled.get(learnerId)?.add(itemId);
	return new Map(
		studies.map(({ id, itemIds }) => [
			id,
			new Map(
				learnerIds.map((learnerId) => {
					const done = itemIds.filter((itemId) => recalled.get(learnerId)?.has(itemId)).length;
					return [learnerId, { done, of: itemIds.length }];
				})
			)
		])
	);
}
