import { randomUUID } from 'node:crypto';
import { and, eq, sql } from 'drizzle-orm';
import * as v from 'valibot';
import { failure, type Failure } from '#lib/domain/errors.ts';
import { goalOf, mayBeDeadline, planDeadline, type DeadlinePlan } from '#lib/domain/scheduling/deadline.ts';
import type { Bank } from '#lib/server/bank/bank.ts';
import { NO_CLASS_WORK } from '#lib/server/classwork/class-work.ts';
import type { Db } from '#lib/server/db/db.ts';
import { learners } from '#lib/server/db/schema/learners.ts';
import { deadlines } from '#lib/server/db/schema/scheduling.ts';
import { inTransaction } from '#lib/server/db/transaction.ts';
import { isUuid } from '#lib/server/workspaces/guards.ts';
import type { Learner } from '#lib/server/reviews/today.ts';
import { deadlinesQuery, itemsOfDeck } from './own-goals.ts';
import { planLearner, secondsPerAnswer } from './pace.ts';

/** Deadlines of one learner, those that are over included; she may remove any. */
const MOST_DEADLINES = 20;
const MOST_NAME = 80;

const wishSchema = v.strictObject({
	deck: v.pipe(v.string(), v.maxLength(200)),
	day: v.pipe(v.string(), v.isoDate()),
	/** What she calls it; empty for the deck's own name. */
	name: v.pipe(v.string(), v.trim(), v.maxLength(MOST_NAME))
});

interface Wish {
	deck: string;
	day: string;
	name: string;
	itemIds: string[];
}

function checkWish(bank: Bank, learner: Learner, input: unknown, now: Date): ({ ok: true } & Wish) | Failure {
	const checked = v.safeParse(wishSchema, input);
	if (!checked.success) return failure('invalid_input');
	const itemIds = itemsOfDeck(bank, checked.output.deck);
	if (itemIds.length === 0) return failure('unknown_deck');
	if (!mayBeDeadline(checked.output.day, now, learner.settings)) return failure('invalid_deadline');
	return { ok: true, ...checked.output, itemIds };
}

/**
 * What a deadline would ask of a learner and give her; nothing is stored.
 * @param input `{deck, day, name}`
 * @returns `unknown_deck`; `invalid_deadline` for a day that is not one from tomorrow to a year ahead
 */
export async function tryDeadline(
	db: Db,
	bank: Bank,
	learner: Learner,
	input: unknown,
	now: Date
): Promise<{ ok: true; plan: DeadlinePlan } | Failure> {
	const wish = checkWish(bank, learner, input, now);
	if (!wish.ok) return wish;
	const finds = await planLearner(db, bank, learner, now);
	const open = new Set(finds.order);
	const goal = goalOf(
		{ day: wish.day, createdAt: now },
		wish.itemIds.filter((id) => open.has(id)),
		learner.settings
	);
	const others = (learner.work ?? NO_CLASS_WORK).goals;
	return { ok: true, plan: planDeadline(finds, goal, others, await secondsPerAnswer(db, learner, now), now) };
}

/**
 * Sets a deadline: "know this deck by a day".
 * @param input `{deck, day, name}`
 * @returns `unknown_deck`, `invalid_deadline`, `too_many_deadlines`
 */
export async function setDeadline(
	db: Db,
	bank: Bank,
	learner: Learner,
	input: unknown,
	now: Date
): Promise<{ ok: true; id: string } | Failure> {
	const wish = checkWish(bank, learner, input, now);
	if (!wish.ok) return wish;
	const { deck, day, name } = wish;
	return inTransaction(db, async (tx) => {
		// Two forms sent at once are counted one after the other.
		await tx.select({ id: learners.id }).from(learners).where(eq(learners.id, learner.id)).for('update');
		if ((await deadlinesQuery(tx, learner.id)).length >= MOST_DEADLINES) return failure('too_many_deadlines');
		const id = randomUUID();
		await tx.insert(deadlines).values({ learnerId: learner.id, id, name, deck, day, createdAt: now });
		return { ok: true, id };
	});
}

/** Removes a deadline, also one that is over; the schedule goes on without it. */
export async function removeDeadline(db: Db, learner: Learner, id: string): Promise<{ ok: true } | Failure> {
	if (!isUuid(id)) return failure('not_found');
	const gone = await db
		.delete(deadlines)
		.where(and(eq(deadlines.learnerId, learner.id), eq(deadlines.id, id)))
		.returning({ id: sql<string>`${deadlines.id}` });
	return gone.length > 0 ? { ok: true } : failure('not_found');
}
