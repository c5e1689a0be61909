import { and, desc, eq, ne, sql } from 'drizzle-orm';
import { inOrder } from '#lib/domain/reviewing/fold.ts';
import type { LogChange } from '#lib/domain/reviewing/item-log.ts';
import type { Rating } from '#lib/domain/scheduling/card.ts';
import type { Db } from '#lib/server/db/db.ts';
import { cardChanges, undos } from '#lib/server/db/schema/reviews.ts';
import { toRating } from './card-row.ts';
import { toChange } from './item-log.ts';
import { latestReviewsQuery } from './store.ts';
import type { Learner } from './today.ts';

/** So many deeds can be taken back. */
export const MOST_RECENT = 30;

/** A deed that can be taken back: an answer, with the rating that counts, or a change by hand. */
export type RecentDeed = { itemId: string; id: string; at: string } & (
	{ kind: 'answer'; rating: Rating; right: boolean } | { kind: 'change'; change: LogChange }
);

/**
 * The query behind "the last changes that still count": one range of the index on (learner, time). A rescheduling of
 * hundreds of cards is one deed, taken back where it was done.
 */
export function latestChangesQuery(db: Db, learnerId: string, most: number) {
	return db
		.select()
		.from(cardChanges)
		.where(
			and(
				eq(cardChanges.learnerId, learnerId),
				ne(cardChanges.kind, 'reschedule'),
				sql`not exists (select 1 from ${undos} where ${undos.learnerId} = ${cardChanges.learnerId} and ${undos.reviewId} = ${cardChanges.id})`
			)
		)
		.orderBy(desc(cardChanges.changedAt), desc(cardChanges.id))
		.limit(most);
}

/** The learner's last deeds that still count, the last one first; an answer stands with its corrections for one. */
export async function recentDeeds(db: Db, learner: Learner): Promise<RecentDeed[]> {
	const answers = await latestReviewsQuery(db, learner.id, MOST_RECENT);
	const changes = await latestChangesQuery(db, learner.id, MOST_RECENT);
	const all: RecentDeed[] = [
		...answers.map(({ id, itemId, reviewedAt, rating, verdict }) => ({
			...{ id, itemId, at: reviewedAt.toISOString(), kind: 'answer' as const },
			rating: toRating(rating),
			right: verdict === 'correct'
		})),
		...changes.map((row) => ({
			...{ id: row.id, itemId: row.itemId, at: row.changedAt.toISOString(), kind: 'change' as const },
			change: toChange(row)
		}))
	];
	return all.sort((a, b) => inOrder(b, a)).slice(0, MOST_RECENT);
}
