import { sql } from 'drizzle-orm';
import { inOrder } from '#lib/domain/reviewing/fold.ts';
import {
	countChanges,
	itemState,
	type CountingReview,
	type ItemLog,
	type ItemState,
	type LogReview
} from '#lib/domain/reviewing/item-log.ts';
import type { Deed } from '#lib/domain/reviewing/sync.ts';
import { reviewCard, seedOf } from '#lib/domain/reviewing/take-answer.ts';
import type { CardState } from '#lib/domain/scheduling/card.ts';
import type { Db } from '#lib/server/db/db.ts';
import { inTransaction } from '#lib/server/db/transaction.ts';
import { logFault } from '#lib/server/log.ts';
import { toRow } from './append-review.ts';
import type { Done, Known } from './do-deed.ts';
import { readItemLogs } from './item-log.ts';
import { lockItems, type LockedItem } from './lock-item.ts';
import { addToDays, insertReviews, refusable, storeCards, type ReviewRow } from './store.ts';
import { seqBeyond, storeMarks, storeStates } from './store-item.ts';
import { prepareAnswer, type AnswerDeed, type ReadyAnswer, type SyncContext } from './sync-answer.ts';
import type { Learner } from './today.ts';

/** An answer with its time by the server's clock. */
export interface TimedAnswer {
	deed: AnswerDeed;
	at: Date;
}

/** An answer that is ready to be stored, with its time. */
type Timely = ReadyAnswer & { at: Date };

/**
 * Counts a run of answers in as few statements as there are for one: those that the log does not know go into one
 * transaction. What cannot be taken that way is left to be taken one by one, which comes to the same.
 * @param run answers with nothing else between them, in the order of her hands
 * @returns what became of the answers that were counted
 */
export async function countRun(
	context: SyncContext,
	known: Known,
	run: readonly TimedAnswer[]
): Promise<Map<Deed, Done>> {
	const fresh = run.filter(({ deed }) => !known.has(deed.id));
	const ids = new Set(fresh.map(({ deed }) => deed.id));
	if (fresh.length < 2 || ids.size < fresh.length) return new Map();
	const counted = await countTogether(context, fresh);
	return new Map(counted.map((deed) => [deed, { ok: true, duplicate: false, itemId: deed.itemId }]));
}

/** Counts answers in one transaction: those that it took; none where one of them could not be stored. */
async function countTogether(context: SyncContext, answers: readonly TimedAnswer[]): Promise<AnswerDeed[]> {
	const { db, learner } = context;
	try {
		const ready: { deed: AnswerDeed; answer: Timely }[] = [];
		for (const { deed, at } of answers) {
			if (!context.bank.item(deed.itemId)) continue;
			const prepared = await prepareAnswer(context, deed);
			if (prepared.ok) ready.push({ deed, answer: { ...prepared, at } });
		}
		if (ready.length < 2) return [];
		const all = ready.map(({ answer }) => answer);
		const stored = await refusable(() => inTransaction(db, (tx) => storeTogether(tx, learner, all)));
		return stored === true ? ready.map(({ deed }) => deed) : [];
	} catch (error) {
		// One by one, the deed at which the server fails is found; where the database does not answer, the request fails.
		await db.execute(sql`select 1`);
		logFault('POST', '/api/sync, answers together', error);
		return [];
	}
}

/** What becomes of one item by the answers to it. */
interface Settled {
	itemId: string;
	memory: string | null;
	/** Its card's change count. */
	seq: number;
	was: ItemState;
	is: ItemState;
	rows: ReviewRow[];
	fresh: ReadonlySet<string>;
}

/** Stores answers to some items. Run it inside `refusable`; false where they must be taken one by one. */
async function storeTogether(tx: Db, learner: Learner, answers: readonly Timely[]): Promise<boolean> {
	const byItem = new Map<string, Timely[]>();
	for (const answer of answers) {
		const { id } = answer.graded.item;
		byItem.set(id, [...(byItem.get(id) ?? []), answer]);
	}
	const locked = await lockItems(tx, learner.id, [...byItem.keys()]);
	if (!locked) return false;
	const logs = await readItemLogs(tx, learner, locked);
	const settled: Settled[] = [];
	for (const [itemId, own] of byItem) {
		const one = settle(learner, itemId, own, locked.get(itemId), logs.get(itemId));
		if (!one) return false;
		settled.push(one);
	}
	await storeSettled(tx, learner.id, settled);
	return true;
}

/** An item with the answers to it worked in; undefined where its memory is to begin anew: then its change count is asked for. */
function settle(
	learner: Learner,
	itemId: string,
	answers: readonly Timely[],
	locked: LockedItem | undefined,
	log: ItemLog | undefined
): Settled | undefined {
	const [first] = answers;
	if (!locked || !log || !first) return undefined;
	const { memory } = first;
	const isNew = log.reviews.length + log.changes.length === 0;
	if (locked.held ? locked.held.memory !== memory : !isNew) return undefined;
	const seed = seedOf(itemId);
	const given = answers.map((answer): { row: ReviewRow; review: LogReview } => {
		const { graded, facts, at } = answer;
		// Its states are worked out from the log below; until then they are those of an answer by itself.
		const taken = reviewCard(graded, null, { memory, at, options: facts.options, seed });
		const row = toRow(learner, taken, facts);
		return { row, review: { ...row, at: at.toISOString(), rating: graded.rating, options: facts.options } };
	});
	const reviews = given.map(({ review }) => review);
	const [from] = reviews.toSorted(inOrder);
	if (!from) return undefined;
	const is = itemState({ ...log, reviews: [...log.reviews, ...reviews] }, from, seed);
	const states = new Map(is.reviews.map((one) => [one.review.id, one]));
	const rows = given.map(({ row }) => ({ ...row, ...statesOf(states.get(row.id), row) }));
	const seq = (locked.held?.card.seq ?? seqBeyond(log)) + answers.length;
	return { itemId, memory, seq, was: itemState(log, null, seed), is, rows, fresh: new Set(rows.map(({ id }) => id)) };
}

function statesOf(found: CountingReview | undefined, row: ReviewRow): { before: CardState | null; after: CardState } {
	return { before: found ? found.before : row.before, after: found?.after ?? row.after };
}

/** Writes items with their new answers: the cards, the log, the states in it that became other ones, the counts of days. */
async function storeSettled(tx: Db, learnerId: string, settled: readonly Settled[]): Promise<void> {
	const held = settled.flatMap(({ itemId, seq, is }) =>
		is.held ? [{ itemId, card: { ...is.held.card, seq }, memory: is.held.memory }] : []
	);
	if (held.length < settled.length) throw new Error('an answered item has a card');
	await storeCards(tx, learnerId, held);
	await insertReviews(
		tx,
		settled.flatMap(({ rows }) => rows)
	);
	const stood = settled.flatMap(({ is, fresh }) => is.reviews.filter(({ review }) => !fresh.has(review.id)));
	await storeStates(tx, learnerId, stood);
	for (const { itemId, was, is } of settled) await storeMarks(tx, learnerId, itemId, was.marks, is.marks);
	const days = countChanges(
		settled.flatMap(({ was }) => was.reviews),
		settled.flatMap(({ is }) => is.reviews)
	);
	await addToDays(tx, learnerId, days);
}
