import { randomUUID } from 'node:crypto';
import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm';
import { isPlaced } from '#lib/domain/reviewing/fold.ts';
import { planMoves, type Move, type MovedDay } from '#lib/domain/scheduling/fit/reschedule.ts';
import { dayOf } from '#lib/domain/scheduling/clock.ts';
import type { Bank } from '#lib/server/bank/bank.ts';
import { batches } from '#lib/server/db/batches.ts';
import type { Db } from '#lib/server/db/db.ts';
import { learners } from '#lib/server/db/schema/learners.ts';
import { cardChanges, cards, undos, type Rescheduled } from '#lib/server/db/schema/reviews.ts';
import { inTransaction } from '#lib/server/db/transaction.ts';
import { toCard } from '#lib/server/reviews/card-row.ts';
import { undoDeed } from '#lib/server/reviews/change-card.ts';
import type { Learner } from '#lib/server/reviews/today.ts';
import { movableCards } from './movable-cards.ts';

/** What putting a learner's cards where her model has them would do. */
export interface RescheduleView {
	/** Cards whose day changes: in all, and to which side. */
	moved: number;
	earlier: number;
	later: number;
	/** Cards whose memory alone changes, and with it what follows from their next answer. */
	kept: number;
	/** From today on, what each day has to be reviewed before and after; today with the backlog. */
	days: MovedDay[];
}

const DAYS_SHOWN = 14;

async function planOfMoves(db: Db, bank: Bank, learner: Learner, now: Date) {
	const { cards: movable, fixed } = await movableCards(db, bank, learner, now);
	return planMoves(movable, fixed, learner.settings, now, DAYS_SHOWN);
}

/** What rescheduling would do now; nothing is stored. */
export async function previewReschedule(db: Db, bank: Bank, learner: Learner, now: Date): Promise<RescheduleView> {
	const { moves, days } = await planOfMoves(db, bank, learner, now);
	const earlier = moves.filter(({ from, to }) => to.due < from.due).length;
	const later = moves.filter(({ from, to }) => to.due > from.due).length;
	return { moved: earlier + later, earlier, later, kept: moves.length - earlier - later, days };
}

/**
 * Puts a learner's cards where her model has them: a change of its own in the log of each, all at one time.
 * @returns how many cards have one; 0 where they are there already
 */
export async function reschedule(db: Db, bank: Bank, learner: Learner, now: Date): Promise<number> {
	return inTransaction(db, async (tx) => {
		// Sent twice at once, the second one finds nothing left to move.
		await tx.select({ id: learners.id }).from(learners).where(eq(learners.id, learner.id)).for('update');
		const { moves } = await planOfMoves(tx, bank, learner, now);
		const held = await lockCards(
			tx,
			learner.id,
			moves.map(({ itemId }) => itemId)
		);
		// An answer that came in between goes before: its card is left as it is.
		const open = moves.filter(({ itemId, from }) => {
			const card = held.get(itemId);
			return card !== undefined && isPlaced(card, from);
		});
		const day = dayOf(now, learner.settings);
		for (const part of batches(open)) {
			await tx.insert(cardChanges).values(
				part.map(({ itemId, from, to }) => ({
					...{ learnerId: learner.id, id: randomUUID(), itemId, kind: 'reschedule' as const, value: { from, to } },
					...{ changedAt: now, day, receivedAt: now }
				}))
			);
			await place(tx, learner.id, part);
		}
		return open.length;
	});
}

/** Holds cards until the transaction ends, in one order for everybody. */
async function lockCards(tx: Db, learnerId: string, itemIds: readonly string[]) {
	if (itemIds.length === 0) return new Map<string, ReturnType<typeof toCard>>();
	const rows = await tx
		.select()
		.from(cards)
		.where(and(eq(cards.learnerId, learnerId), inArray(cards.itemId, [...itemIds])))
		.orderBy(asc(cards.itemId))
		.for('update');
	return new Map(rows.map((row) => [row.itemId, toCard(row)]));
}

/** Writes where cards stand; their change counts go up, so that an answer to an older one is stale. */
async function place(tx: Db, learnerId: string, moves: readonly { itemId: string; to: Rescheduled['to'] }[]) {
	const rows = JSON.stringify(moves.map(({ itemId, to }) => ({ itemId, ...to })));
	await tx.execute(sql`update ${cards} set due = (moved.to ->> 'due')::timestamptz,
			stability = (moved.to ->> 'stability')::float8, difficulty = (moved.to ->> 'difficulty')::float8,
			scheduled_days = (moved.to ->> 'scheduledDays')::int, seq = ${cards.seq} + 1
		from jsonb_array_elements(${rows}::jsonb) as moved("to")
		where ${cards.learnerId} = ${learnerId} and ${cards.itemId} = moved.to ->> 'itemId'`);
}

/** The query behind the last rescheduling that still counts, with its cards: the index on (learner, time) backwards. */
export function lastRescheduleQuery(db: Db, learnerId: string) {
	return db
		.select({ at: cardChanges.changedAt, cards: sql<number>`count(*)::int` })
		.from(cardChanges)
		.where(and(eq(cardChanges.learnerId, learnerId), eq(cardChanges.kind, 'reschedule'), stillCounts))
		.groupBy(cardChanges.changedAt)
		.orderBy(desc(cardChanges.changedAt))
		.limit(1);
}

/** The query behind the changes of one rescheduling: one range of the index on (learner, time). */
export function rescheduledQuery(db: Db, learnerId: string, at: Date) {
	const { id, itemId, value, kind, changedAt } = cardChanges;
	return db
		.select({ id, itemId, value })
		.from(cardChanges)
		.where(and(eq(cardChanges.learnerId, learnerId), eq(changedAt, at), eq(kind, 'reschedule'), stillCounts))
		.orderBy(asc(itemId));
}

const stillCounts = sql`not exists (
	select 1 from ${undos} where ${undos.learnerId} = ${cardChanges.learnerId} and ${undos.reviewId} = ${cardChanges.id}
)`;

/** When a learner's cards were last moved by her model, if that was not taken back, and how many were. */
export async function lastReschedule(db: Db, learnerId: string): Promise<{ at: Date; cards: number } | null> {
	const [last] = await lastRescheduleQuery(db, learnerId);
	return last ?? null;
}

/**
 * Takes back the last rescheduling: cards that were not answered since are as they were before, those that were are
 * worked out again without it.
 * @returns how many cards it had moved; 0 where there is none to take back
 */
export async function undoReschedule(db: Db, learner: Learner, now: Date): Promise<number> {
	const [last] = await lastRescheduleQuery(db, learner.id);
	if (!last) return 0;
	const answered = await inTransaction(db, async (tx) => {
		const rows = await rescheduledQuery(tx, learner.id, last.at);
		const held = await lockCards(
			tx,
			learner.id,
			rows.map(({ itemId }) => itemId)
		);
		const back = rows.flatMap(({ id, itemId, value }): (Move & { id: string })[] => {
			const card = held.get(itemId);
			if (!card || typeof value !== 'object' || value === null) return [];
			const { from, to } = value;
			return isPlaced(card, { ...to, lastReview: from.lastReview }) ? [{ id, itemId, from, to: from }] : [];
		});
		for (const part of batches(back)) {
			const gone = part.map(({ id }) => ({ learnerId: learner.id, reviewId: id, undoneAt: now }));
			await tx.insert(undos).values(gone).onConflictDoNothing();
			await place(tx, learner.id, part);
		}
		const done = new Set(back.map(({ id }) => id));
		return rows.filter(({ id }) => !done.has(id));
	});
	for (const { id } of answered) await undoDeed(db, learner, id, now);
	return last.cards;
}
