import { eq } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import type { Deed } from '#lib/domain/reviewing/sync.ts';
import { seedOf } from '#lib/domain/reviewing/take-answer.ts';
import type { CardState, Rating } from '#lib/domain/scheduling/card.ts';
import { schedule } from '#lib/domain/scheduling/fsrs.ts';
import type { Bank } from '#lib/server/bank/bank.ts';
import { loadBank } from '#lib/server/bank/load-bank.ts';
import { reviews } from '#lib/server/db/schema/reviews.ts';
import { describeOnEachDatabase, type TestDatabase } from './harness.ts';
import {
	MORNING,
	days,
	flashcards,
	memoryOf,
	minutes,
	newLearner,
	rated,
	recount,
	resultsOf,
	seeded,
	send,
	shuffled
} from './sync-fixture.ts';

const ANSWERS = 10_000;
/** So many of one item. */
const AN_ITEM = 33;
const DEVICES = 8;
const DAYS = 30;
const WRITERS = 8;
const A_BATCH = 25;
const END = days(DAYS);

/** What each of eight devices did on thirty days, in the order of its hands; no two deeds of one are at one time. */
function histories(bank: Bank): Deed[][] {
	const random = seeded(20231115);
	const items = flashcards(bank).slice(0, ANSWERS / AN_ITEM);
	return Array.from({ length: DEVICES }, (_, device) =>
		Array.from({ length: ANSWERS / DEVICES }, (_, turn) => {
			const at = minutes((turn * (DAYS - 1) * 1440) / (ANSWERS / DEVICES) + random(30)).getTime() + device;
			const rating = ([1, 2, 3, 3, 3, 4] as const)[random(6)]!;
			return rated(items[random(items.length)]!, rating, new Date(at));
		}).sort((a, b) => (a.at < b.at ? -1 : 1))
	);
}

/** A device's deeds in batches, cut at other places in every round. */
function batches(deeds: readonly Deed[], first: number): Deed[][] {
	const cuts = [0, first];
	while (cuts.at(-1)! < deeds.length) cuts.push(cuts.at(-1)! + A_BATCH);
	return cuts.map((from, index) => deeds.slice(from, cuts[index + 1])).filter((batch) => batch.length > 0);
}

/** The cards by one answer after another in their order of time. */
function serial(deeds: readonly Deed[], options: Parameters<typeof schedule>[3]): Map<string, CardState> {
	const held = new Map<string, CardState>();
	const inOrder = [...deeds].sort((a, b) => (a.at === b.at ? (a.id < b.id ? -1 : 1) : a.at < b.at ? -1 : 1));
	for (const deed of inOrder) {
		if (deed.kind !== 'answer' || deed.response.form !== 'flashcard') throw new Error('answers alone');
		const rating: Rating = deed.response.rating;
		const before = held.get(deed.itemId) ?? null;
		held.set(deed.itemId, schedule(before, rating, new Date(deed.at), options, seedOf(deed.itemId)));
	}
	return held;
}

describeOnEachDatabase('thousands of answers of eight devices', (on: TestDatabase) => {
	let bank: Bank;
	beforeAll(async () => {
		bank = (await loadBank(on.db, 'seeds', MORNING)).bank;
	});

	it('sent three times, shuffled, by eight writers at once, leave the cards of a serial replay', async () => {
		const learner = await newLearner(on.db);
		const devices = histories(bank);
		const random = seeded(7);
		for (let round = 0; round < 3; round++) {
			const waiting = shuffled(
				devices.flatMap((deeds) => batches(deeds, 1 + random(A_BATCH))),
				random
			);
			const results = new Set<string>();
			const writer = async () => {
				for (let batch = waiting.pop(); batch; batch = waiting.pop())
					for (const result of resultsOf(await send(on.db, bank, learner, batch, END))) results.add(result);
			};
			await Promise.all(Array.from({ length: WRITERS }, writer));
			expect([...results]).toEqual([round === 0 ? 'applied' : 'duplicate']);
		}
		const all = devices.flat();
		const rows = await on.db.select({ id: reviews.id }).from(reviews).where(eq(reviews.learnerId, learner.id));
		expect(rows).toHaveLength(new Set(all.map(({ id }) => id)).size);
		const memory = await memoryOf(on.db, learner);
		const expected = [...serial(all, learner.settings)].sort(([a], [b]) => (a < b ? -1 : 1));
		expect(memory.cards).toEqual(expected.map(([itemId, card]) => ({ itemId, memory: null, ...card })));
		expect(memory.days).toMatchObject(await recount(on.db, learner));
		expect(memory.days).toHaveLength((await recount(on.db, learner)).length);
	}, 300_000);
});
