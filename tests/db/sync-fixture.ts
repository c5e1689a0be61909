import { randomBytes, randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import type { Form, Item } from '#lib/domain/items/types.ts';
import type { Deed, DeedReport, SyncReply } from '#lib/domain/reviewing/sync.ts';
import { DEFAULT_SETTINGS, type LearnerSettings } from '#lib/domain/scheduling/settings.ts';
import type { Bank } from '#lib/server/bank/bank.ts';
import { loadBank } from '#lib/server/bank/load-bank.ts';
import type { Db } from '#lib/server/db/db.ts';
import { learners } from '#lib/server/db/schema/learners.ts';
import { cardChanges, cards, itemMarks, learnerDays, reviews, undos } from '#lib/server/db/schema/reviews.ts';
import { uuidv7 } from '#lib/server/db/uuidv7.ts';
import { toCard } from '#lib/server/reviews/card-row.ts';
import { sync } from '#lib/server/reviews/sync.ts';
import type { Learner } from '#lib/server/reviews/today.ts';

export const MORNING = new Date('2026-03-02T10:00:00Z');
export const minutes = (n: number, from = MORNING) => new Date(from.getTime() + n * 60_000);
export const days = (n: number, from = MORNING) => minutes(n * 1440, from);

/** A learner with an empty log, who came into being well before. */
export async function newLearner(db: Db, settings: Partial<LearnerSettings> = {}): Promise<Learner> {
	const learner = { id: uuidv7(MORNING, randomBytes(16)), settings: { ...DEFAULT_SETTINGS, ...settings } };
	await db.insert(learners).values({ ...learner, createdAt: days(-400) });
	return learner;
}

/** A whole number from 0 up to, but without, a limit; the same ones from the same seed (mulberry32). */
export function seeded(seed: number): (below: number) => number {
	let state = seed;
	return (below) => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
	};
}

/** The entries in another order; the input is not changed. */
export function shuffled<T>(entries: readonly T[], random: (below: number) => number): T[] {
	const mixed = [...entries];
	for (let last = mixed.length - 1; last > 0; last--) {
		const other = random(last + 1);
		[mixed[last], mixed[other]] = [mixed[other]!, mixed[last]!];
	}
	return mixed;
}

/** The shipped bank, and its items that have a flashcard, the first ones where a number is given. */
export async function shippedBank(db: Db, most = Infinity): Promise<{ bank: Bank; items: Item[] }> {
	const { bank } = await loadBank(db, 'seeds', MORNING);
	return { bank, items: flashcards(bank).slice(0, most) };
}

/** The items that have a flashcard: their learner says herself how well she knew it. */
export function flashcards(bank: Bank): Item[] {
	return bank.items.filter((item) => item.forms.some((form: Form) => form.form === 'flashcard'));
}

/** An answer that is rated by its learner. */
export function rated(item: Item, rating: 1 | 2 | 3 | 4, at: Date, over: Partial<Deed> = {}): Deed {
	const deed = {
		kind: 'answer' as const,
		id: randomUUID(),
		at: at.toISOString(),
		itemId: item.id,
		itemVersion: item.version,
		formIndex: item.forms.findIndex((form) => form.form === 'flashcard'),
		response: { form: 'flashcard' as const, rating },
		retry: false,
		durationMs: 4000
	};
	return { ...deed, ...over } as Deed;
}

/** A change by hand, or the taking back of a deed. */
export function deed<K extends Deed['kind']>(
	kind: K,
	at: Date,
	rest: Omit<Extract<Deed, { kind: K }>, 'id' | 'at' | 'kind'>
): Deed {
	return { kind, id: randomUUID(), at: at.toISOString(), ...rest } as unknown as Deed;
}

/** Sends deeds as a device whose clock is right. */
export function send(
	db: Db,
	bank: Bank,
	learner: Learner,
	deeds: readonly unknown[],
	now: Date,
	word: { now?: Date; heard?: Date | null } = {}
): Promise<SyncReply> {
	const heard = word.heard ? word.heard.toISOString() : null;
	return sync(db, bank, learner, { now: (word.now ?? now).toISOString(), heard, deeds: [...deeds] }, now);
}

export const resultsOf = (reply: SyncReply) => reply.reports.map(({ result, code }: DeedReport) => code ?? result);

/** All that is stored of a learner's memory, in a fixed order; change counts are left out where that is asked. */
export async function memoryOf(db: Db, learner: Learner, { counts = true } = {}) {
	const own = await db.select().from(cards).where(eq(cards.learnerId, learner.id)).orderBy(cards.itemId);
	const { itemId, suspended, buriedUntil, flag } = itemMarks;
	const marks = await db
		.select({ itemId, suspended, buriedUntil, flag })
		.from(itemMarks)
		.where(eq(itemMarks.learnerId, learner.id))
		.orderBy(itemMarks.itemId);
	const { day, introduced, reviewed, answered, correct, durationMs } = learnerDays;
	const load = await db
		.select({ day, introduced, reviewed, answered, correct, durationMs })
		.from(learnerDays)
		.where(eq(learnerDays.learnerId, learner.id))
		.orderBy(learnerDays.day);
	return {
		cards: own.map((row) => ({
			itemId: row.itemId,
			memory: row.memory,
			...toCard(row),
			...(counts ? {} : { seq: 0 })
		})),
		marks,
		days: load.filter(({ answered }) => answered !== 0)
	};
}

export async function cardOf(db: Db, learner: Learner, itemId: string) {
	const [row] = await db
		.select()
		.from(cards)
		.where(and(eq(cards.learnerId, learner.id), eq(cards.itemId, itemId)));
	return row ? toCard(row) : null;
}

/** The whole log of a learner. */
export async function logOf(db: Db, learner: Learner) {
	const log = await db.select().from(reviews).where(eq(reviews.learnerId, learner.id));
	const changes = await db.select().from(cardChanges).where(eq(cardChanges.learnerId, learner.id));
	const gone = await db.select().from(undos).where(eq(undos.learnerId, learner.id));
	return { log, changes, undone: new Set(gone.map(({ reviewId }) => reviewId)) };
}

/** The counts of a learner's days, counted anew from the reviews that count. */
export async function recount(db: Db, learner: Learner) {
	const { log, undone } = await logOf(db, learner);
	const replaced = new Set(log.filter(({ id }) => !undone.has(id)).map(({ amends }) => amends));
	const sums = new Map<
		string,
		{ introduced: number; reviewed: number; answered: number; correct: number; durationMs: number }
	>();
	for (const { id, day, before, rating, durationMs } of log) {
		if (undone.has(id) || replaced.has(id)) continue;
		const sum = sums.get(day) ?? { introduced: 0, reviewed: 0, answered: 0, correct: 0, durationMs: 0 };
		sums.set(day, {
			introduced: sum.introduced + (before === null ? 1 : 0),
			reviewed: sum.reviewed + (before?.state === 2 ? 1 : 0),
			answered: sum.answered + 1,
			correct: sum.correct + (rating > 1 ? 1 : 0),
			durationMs: sum.durationMs + durationMs
		});
	}
	return [...sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([day, sum]) => ({ day, ...sum }));
}
