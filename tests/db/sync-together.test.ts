import { readFileSync } from 'node:fs';
import { PGlite } from '@electric-sql/pglite';
import { drizzle } from 'drizzle-orm/pglite';
import { beforeAll, expect, inject, it, test } from 'vitest';
import type { Item } from '#lib/domain/items/types.ts';
import type { Deed } from '#lib/domain/reviewing/sync.ts';
import type { Bank } from '#lib/server/bank/bank.ts';
import type { Db } from '#lib/server/db/db.ts';
import type { Learner } from '#lib/server/reviews/today.ts';
import { describeOnEachDatabase } from './harness.ts';
import {
	days,
	deed,
	shippedBank,
	logOf,
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

const END = days(40);

/** Answers to some items in forty days, many of them forgotten, at times that no two of them share. */
function answersTo(items: readonly Item[], count: number, seed: number): Deed[] {
	const random = seeded(seed);
	return Array.from({ length: count }, (_, turn) => {
		const at = minutes((turn * 39 * 1440) / count + random(20));
		return rated(items[random(items.length)]!, ([1, 1, 2, 3, 3, 4] as const)[random(6)]!, at);
	});
}

describeOnEachDatabase('answers that are stored together', (on) => {
	let bank: Bank;
	let items: Item[];
	beforeAll(async () => {
		({ bank, items } = await shippedBank(on.db, 9));
	});
	const settings = { leechAt: 2, leechAction: 'suspend' as const, relearningSteps: [] };

	it('leave what they leave one by one, whatever their order, leeches and days among it', async () => {
		const [together, alone] = [await newLearner(on.db, settings), await newLearner(on.db, settings)];
		const all = answersTo(items, 90, 11);
		const mixed = shuffled(all, seeded(3));
		const inTime = (some: readonly Deed[]) => some.toSorted((a, b) => (a.at < b.at ? -1 : 1));
		for (const part of [mixed.slice(0, 40), mixed.slice(40)].map(inTime))
			expect(new Set(resultsOf(await send(on.db, bank, together, part, END)))).toEqual(new Set(['applied']));
		for (const one of mixed) await send(on.db, bank, alone, [one], END);
		const found = await memoryOf(on.db, together);
		expect(found).toEqual(await memoryOf(on.db, alone));
		expect(found.marks.some(({ suspended }) => suspended)).toBe(true);
		expect(found.days).toEqual(await recount(on.db, together));
		const states = async (learner: Learner) =>
			(await logOf(on.db, learner)).log
				.map(({ id, before, after, day }) => ({ id, day, before: before?.due, after: after.due, of: after.stability }))
				.sort((a, b) => (a.id < b.id ? -1 : 1));
		expect(await states(together)).toEqual(await states(alone));
	});

	it('hold nothing up where one cannot be taken, and keep their place among other deeds', async () => {
		const learner = await newLearner(on.db);
		const [a, b, c, d] = answersTo(items, 4, 5) as [Deed, Deed, Deed, Deed];
		const nowhere = { ...b, id: crypto.randomUUID(), itemId: 'nowhere' } as Deed;
		const again = deed('undo', minutes(50), { deedId: a.id });
		const deeds = [a, nowhere, b, { id: 'x' }, again, c, d, c];
		expect(resultsOf(await send(on.db, bank, learner, deeds, END))).toEqual([
			...['applied', 'unknown_item', 'applied', 'invalid_input', 'applied', 'applied', 'applied', 'duplicate']
		]);
		const { log, undone } = await logOf(on.db, learner);
		expect(log.map(({ id }) => id).sort()).toEqual([a, b, c, d].map(({ id }) => id).sort());
		expect([...undone]).toEqual([a.id]);
		expect((await memoryOf(on.db, learner)).days).toEqual(await recount(on.db, learner));
	});
});

test('two hundred answers take fewer than twenty statements', async () => {
	let statements = 0;
	const client = await PGlite.create({ loadDataDir: new Blob([readFileSync(inject('pgliteTemplate'))]) });
	const db: Db = drizzle(client, { logger: { logQuery: () => statements++ } });
	const { bank, items } = await shippedBank(db, 60);
	const learner = await newLearner(db);
	const all = shuffled(answersTo(items, 400, 2), seeded(4));
	for (const part of [all.slice(0, 200), all.slice(200)]) {
		statements = 0;
		expect(new Set(resultsOf(await send(db, bank, learner, part, END)))).toEqual(new Set(['applied']));
		expect(statements).toBeLessThan(20);
	}
	await client.close();
});
