import { sql } from 'drizzle-orm';
import { failure, type Failure } from '#lib/domain/errors.ts';
import { chainOf, countingReviews } from '#lib/domain/reviewing/item-log.ts';
import type { Deed } from '#lib/domain/reviewing/sync.ts';
import { inTransaction } from '#lib/server/db/transaction.ts';
import { logFault } from '#lib/server/log.ts';
import { replaceRating } from './amend.ts';
import { changeCard, undoDeed } from './change-card.ts';
import { readItemLog } from './item-log.ts';
import { lockItem } from './lock-item.ts';
import { findReview, refusable } from './store.ts';
import { countAnswer, type SyncContext } from './sync-answer.ts';

/** What a deed came to. */
type Result = { ok: true; duplicate: boolean } | Failure;
/** What a deed came to, and the item that it was about, where there is one. */
export type Done = Result & { itemId?: string };

/** What stands in the log under an id. */
export type Known = ReadonlyMap<string, { itemId: string; kind: Deed['kind'] | 'reschedule' }>;

/**
 * Does one deed. What the log knows already is not done again; where the server itself fails at a deed, and fails again
 * while its database answers, the deed is refused, so that those behind it are not held up for ever.
 * @param known what the log knew of the request's ids before its first deed
 * @param at when it was done, by the server's clock
 * @throws where the database does not answer: then nothing is known of the deed, and it is to be sent again
 */
export async function doDeed(context: SyncContext, known: Known, deed: Deed, at: Date): Promise<Done> {
	const logged = known.get(deed.id);
	if (logged) return told(logged, deed);
	for (let attempt = 1; ; attempt++) {
		try {
			return await perform(context, deed, at);
		} catch (error) {
			await context.db.execute(sql`select 1`);
			if (attempt === 1) continue;
			logFault('POST', `/api/sync ${deed.kind}`, error);
			return { ...failure('internal'), ...('itemId' in deed ? { itemId: deed.itemId } : {}) };
		}
	}
}

/** What is told of a deed whose id is in the log. */
function told(logged: { itemId: string; kind: Deed['kind'] | 'reschedule' }, deed: Deed): Done {
	const same = logged.kind === deed.kind && (!('itemId' in deed) || deed.itemId === logged.itemId);
	return same ? { ok: true, duplicate: true, itemId: logged.itemId } : failure('review_id_reused');
}

async function perform(context: SyncContext, deed: Deed, at: Date): Promise<Done> {
	const { db, bank, learner, now } = context;
	if (deed.kind === 'undo') return undoDeed(db, learner, deed.deedId, at);
	if (deed.kind === 'amend') return sinceLogged(context, deed, await correct(context, deed));
	const { itemId } = deed;
	if (!bank.item(itemId)) return failure('unknown_item');
	if (deed.kind !== 'answer') return { ...(await changeCard(db, learner, deed, at, now)), itemId };
	const counted = await countAnswer(context, deed, at);
	return sinceLogged(context, deed, { ...(counted.ok ? { ok: true, duplicate: false } : counted), itemId });
}

/** A deed that another request wrote meanwhile, or that stands twice in this one, was done all the same. */
async function sinceLogged({ db, learner }: SyncContext, deed: Deed, done: Done): Promise<Done> {
	if (done.ok || done.code !== 'review_id_reused') return done;
	const review = await findReview(db, learner.id, deed.id);
	return review ? told({ itemId: review.itemId, kind: review.amends === null ? 'answer' : 'amend' }, deed) : done;
}

/**
 * Corrects the rating of an answer, also where others followed it. Where it was corrected already, on another device,
 * the correction that comes last counts.
 */
async function correct({ db, learner, now }: SyncContext, deed: Extract<Deed, { kind: 'amend' }>): Promise<Done> {
	return refusable(() =>
		inTransaction(db, async (tx): Promise<Done> => {
			const review = await findReview(tx, learner.id, deed.reviewId);
			if (!review) return failure('unknown_review');
			const { itemId } = review;
			const locked = await lockItem(tx, learner.id, itemId);
			const log = await readItemLog(tx, learner, itemId, locked);
			const chain = new Set(chainOf(log, review.id).map(({ id }) => id));
			const head = countingReviews(log).find(({ id }) => chain.has(id));
			const row = head && (await findReview(tx, learner.id, head.id));
			if (!row) return { ...failure('not_the_last'), itemId };
			await replaceRating(tx, learner, locked, log, row, deed, now);
			return { ok: true, duplicate: false, itemId };
		})
	);
}
