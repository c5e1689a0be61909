import { and, eq, inArray } from 'drizzle-orm';
import * as v from 'valibot';
import type { ErrorCode } from '#lib/domain/errors.ts';
import { deedTimes } from '#lib/domain/reviewing/deed-times.ts';
import {
	deedSchema,
	type Deed,
	type DeedReport,
	type DeedResult,
	type SyncedCard,
	type SyncReply,
	type SyncRequest
} from '#lib/domain/reviewing/sync.ts';
import { NO_MARKS } from '#lib/domain/scheduling/marks.ts';
import type { Bank } from '#lib/server/bank/bank.ts';
import { cardsQuery } from '#lib/server/classwork/wanted-today.ts';
import type { Db } from '#lib/server/db/db.ts';
import { learners } from '#lib/server/db/schema/learners.ts';
import { cardChanges, itemMarks, reviews } from '#lib/server/db/schema/reviews.ts';
import { deckOptionsOf } from '#lib/server/learners/deck-options.ts';
import { toCard } from './card-row.ts';
import { doDeed, type Done, type Known } from './do-deed.ts';
import { countRun, type TimedAnswer } from './sync-together.ts';
import type { Learner } from './today.ts';

/** Codes of deeds that were overtaken by what was done since. */
const STALE: readonly ErrorCode[] = ['stale_item', 'stale_card', 'not_the_last'];
const UNREADABLE: Done = { ok: false, code: 'invalid_input' };
const MOST_ID = 100;
const namedSchema = v.object({ id: v.pipe(v.string(), v.maxLength(MOST_ID)) });

/**
 * Takes over what was done on a device without the server: each deed in a transaction of its own, in the order of her
 * hands, so that one that cannot be taken holds up no other. Sent again, in part or whole, everything counts once; from
 * several devices, in whatever order, the cards become the same.
 * @returns what became of each deed, and every card that they were about
 */
export async function sync(db: Db, bank: Bank, learner: Learner, request: SyncRequest, now: Date): Promise<SyncReply> {
	const deeds = request.deeds.map(readDeed);
	const readable = deeds.flatMap(({ deed }) => deed ?? []);
	const ats = readable.map(({ at }) => at);
	const times = deedTimes(ats, request, now, await sinceWhen(db, learner.id, now));
	const timeOf = new Map(readable.map((deed, index) => [deed, times[index] ?? now]));
	const known = await knownIds(db, learner.id, readable);
	const context = { db, bank, learner, now, deckOptions: await deckOptionsOf(db, learner.id) };
	const reports: DeedReport[] = [];
	const touched = new Set<string>();
	const timed = deeds.map(({ id, deed }) => ({ id, deed, at: (deed && timeOf.get(deed)) ?? now }));
	const together = new Map<Deed, Done>();
	for (const [index, { id, deed, at }] of timed.entries()) {
		if (deed?.kind === 'answer' && timed[index - 1]?.deed?.kind !== 'answer')
			for (const [one, done] of await countRun(context, known, runFrom(timed.slice(index)))) together.set(one, done);
		const done = deed ? (together.get(deed) ?? (await doDeed(context, known, deed, at))) : UNREADABLE;
		if (done.itemId !== undefined) touched.add(done.itemId);
		reports.push({ id, ...toReport(done) });
	}
	const synced = await cardsNow(db, bank, learner.id, [...touched]);
	return { ok: true, now: now.toISOString(), reports, cards: synced };
}

/** The answers with which some deeds begin. */
function runFrom(deeds: readonly { deed: Deed | undefined; at: Date }[]): TimedAnswer[] {
	const run: TimedAnswer[] = [];
	for (const { deed, at } of deeds) {
		if (deed?.kind !== 'answer') break;
		run.push({ deed, at });
	}
	return run;
}

/** The deed, undefined where it is none, and its id as it was sent. */
function readDeed(given: unknown): { id: string | null; deed: Deed | undefined } {
	const named = v.safeParse(namedSchema, given);
	const read = v.safeParse(deedSchema, given);
	return { id: named.success ? named.output.id : null, deed: read.success ? read.output : undefined };
}

function toReport(done: Done): { result: DeedResult; code?: ErrorCode } {
	if (done.ok) return { result: done.duplicate ? 'duplicate' : 'applied' };
	return { result: STALE.includes(done.code) ? 'stale' : 'rejected', code: done.code };
}

/** Which of the deeds stand in the log already: two ranges of primary keys for the whole request. */
async function knownIds(db: Db, learnerId: string, deeds: readonly Deed[]): Promise<Known> {
	const ids = deeds.map(({ id }) => id);
	if (ids.length === 0) return new Map();
	const { ofReviews, ofChanges } = knownQueries(db, learnerId, ids);
	const known = new Map<string, { itemId: string; kind: Deed['kind'] | 'reschedule' }>();
	for (const { id, itemId, amends } of await ofReviews)
		known.set(id, { itemId, kind: amends === null ? 'answer' : 'amend' });
	for (const { id, itemId, kind } of await ofChanges) known.set(id, { itemId, kind });
	return known;
}

/** The queries behind "which of these are in the log": primary keys alone. */
export function knownQueries(db: Db, learnerId: string, ids: readonly string[]) {
	return {
		ofReviews: db
			.select({ id: reviews.id, itemId: reviews.itemId, amends: reviews.amends })
			.from(reviews)
			.where(and(eq(reviews.learnerId, learnerId), inArray(reviews.id, [...ids]))),
		ofChanges: db
			.select({ id: cardChanges.id, itemId: cardChanges.itemId, kind: cardChanges.kind })
			.from(cardChanges)
			.where(and(eq(cardChanges.learnerId, learnerId), inArray(cardChanges.id, [...ids])))
	};
}

/** When the learner came into being: none of her deeds can be earlier. */
async function sinceWhen(db: Db, learnerId: string, now: Date): Promise<Date> {
	const [row] = await db.select({ at: learners.createdAt }).from(learners).where(eq(learners.id, learnerId));
	return row?.at ?? now;
}

/** Items as they stand: a card of what an item asked before it was changed does not count. */
async function cardsNow(db: Db, bank: Bank, learnerId: string, itemIds: readonly string[]): Promise<SyncedCard[]> {
	if (itemIds.length === 0) return [];
	const held = new Map((await cardsQuery(db, learnerId, itemIds)).map((row) => [row.itemId, row]));
	const marked = await db
		.select()
		.from(itemMarks)
		.where(and(eq(itemMarks.learnerId, learnerId), inArray(itemMarks.itemId, [...itemIds])));
	const marks = new Map(
		marked.map(({ itemId, suspended, buriedUntil, flag }) => [itemId, { suspended, buriedUntil, flag }])
	);
	return itemIds.map((itemId) => {
		const row = held.get(itemId);
		const card = row && row.memory === bank.memory(itemId) ? toCard(row) : null;
		return { itemId, card, marks: marks.get(itemId) ?? NO_MARKS };
	});
}
