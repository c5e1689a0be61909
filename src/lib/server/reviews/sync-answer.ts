import { failure, type Failure } from '#lib/domain/errors.ts';
import { memorySurvives } from '#lib/domain/items/edit-item.ts';
import type { Item } from '#lib/domain/items/types.ts';
import type { LogReview } from '#lib/domain/reviewing/item-log.ts';
import type { Deed } from '#lib/domain/reviewing/sync.ts';
import { gradeAnswer, reviewCard, seedOf, type GradedAnswer } from '#lib/domain/reviewing/take-answer.ts';
import type { DeckOptions } from '#lib/domain/scheduling/settings.ts';
import type { Bank } from '#lib/server/bank/bank.ts';
import { findItemVersions } from '#lib/server/bank/load-bank.ts';
import type { Db } from '#lib/server/db/db.ts';
import { inTransaction } from '#lib/server/db/transaction.ts';
import { optionsOfItem } from '#lib/server/learners/deck-options.ts';
import { appendReview, toRow, type ReviewFacts } from './append-review.ts';
import { readItemLog, rewriteItem } from './item-log.ts';
import { freshItem, lockItem } from './lock-item.ts';
import { keepOptions } from './schedule-options.ts';
import { insertReview, refusable } from './store.ts';
import type { Learner } from './today.ts';

export type AnswerDeed = Extract<Deed, { kind: 'answer' }>;

/** What a request's deeds are done with. */
export interface SyncContext {
	db: Db;
	bank: Bank;
	learner: Learner;
	deckOptions: ReadonlyMap<string, DeckOptions>;
	/** The server's clock. */
	now: Date;
}

/**
 * Counts an answer that was given without the server, at the time at which it was given: what came after it in the
 * order of time is worked out again. Neither its change count nor its verdict is asked of the device.
 */
export async function countAnswer(context: SyncContext, deed: AnswerDeed, at: Date): Promise<{ ok: true } | Failure> {
	const ready = await prepareAnswer(context, deed);
	if (!ready.ok) return ready;
	const { graded, facts, memory } = ready;
	const { db, learner } = context;
	return refusable(() => inTransaction(db, (tx) => insertAt(tx, learner, graded, facts, memory, at)));
}

/** An answer that only has to be stored. */
export interface ReadyAnswer {
	ok: true;
	graded: GradedAnswer;
	facts: ReviewFacts;
	/** What of its item cards are learnt under. */
	memory: string | null;
}

/** Grades an answer by the version that was asked, and sees to it that its options are kept. */
export async function prepareAnswer(context: SyncContext, deed: AnswerDeed): Promise<ReadyAnswer | Failure> {
	const { db, bank, learner, deckOptions, now } = context;
	const asked = await askedItem(context, deed);
	if ('code' in asked) return asked;
	const result = gradeAnswer(asked, deed, bank.registry);
	// A device asks again after a near miss; one that did not counts as tried twice.
	const counted = result.ok && result.again ? gradeAnswer(asked, { ...deed, retry: true }, bank.registry) : result;
	if (!counted.ok) return counted;
	if (counted.again) throw new Error('a second try is asked for a third');
	const options = optionsOfItem(bank, asked, learner.settings, deckOptions);
	const optionsId = await keepOptions(db, learner.id, options);
	const { id, formIndex, response } = deed;
	const facts = { id, formIndex, response, options, optionsId, receivedAt: now };
	return { ok: true, graded: counted.graded, facts, memory: bank.memory(asked.id) };
}

/** The version of the item that was asked, if whoever knows it knows what is asked now. */
async function askedItem({ db, bank }: SyncContext, { itemId, itemVersion }: AnswerDeed): Promise<Item | Failure> {
	const current = bank.item(itemId);
	if (!current) return failure('unknown_item');
	if (current.version === itemVersion) return current;
	const [asked] = await findItemVersions(db, bank, [{ itemId, version: itemVersion }]);
	return asked && memorySurvives(asked, current, bank.registry) ? asked : failure('stale_item');
}

async function insertAt(
	tx: Db,
	learner: Learner,
	graded: GradedAnswer,
	facts: ReviewFacts,
	memory: string | null,
	at: Date
): Promise<{ ok: true }> {
	const itemId = graded.item.id;
	const locked = await lockItem(tx, learner.id, itemId);
	const stands = locked.held?.memory === memory;
	const fresh = stands ? undefined : await freshItem(tx, learner.id, itemId);
	const { options } = facts;
	const taken = reviewCard(graded, locked.held, { memory, at, options, seed: seedOf(itemId), seq: fresh?.seq ?? 0 });
	if (at.getTime() > Math.max(locked.lastEvent, fresh?.lastEvent ?? -Infinity)) {
		await appendReview(tx, learner, locked, taken, facts);
		return { ok: true };
	}
	const log = await readItemLog(tx, learner, itemId, locked);
	const row = { ...toRow(learner, { ...taken, reviewedAt: at.toISOString() }, facts), reviewedAt: at };
	await insertReview(tx, row);
	const review: LogReview = { ...row, at: at.toISOString(), rating: graded.rating, options };
	await rewriteItem(tx, learner, itemId, locked, log, { ...log, reviews: [...log.reviews, review] }, review);
	return { ok: true };
}
