import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Item } from '#lib/domain/items/types.ts';
import type { Deed } from '#lib/domain/reviewing/sync.ts';
import { auditCard } from '#lib/domain/scheduling/replay.ts';
import type { Bank } from '#lib/server/bank/bank.ts';
import { cards } from '#lib/server/db/schema/reviews.ts';
import { undoDeed } from '#lib/server/reviews/change-card.ts';
import { toChange } from '#lib/server/reviews/item-log.ts';
import { nextPrompt } from '#lib/server/reviews/next-prompt.ts';
import { latestChangesQuery, recentDeeds } from '#lib/server/reviews/recent-deeds.ts';
import type { Learner } from '#lib/server/reviews/today.ts';
import { describeOnEachDatabase, type TestDatabase } from './harness.ts';
import { planOf } from './plan-of.ts';
import {
	MORNING,
	cardOf,
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
	send
} from './sync-fixture.ts';

describeOnEachDatabase('changes by hand', (on: TestDatabase) => {
	let bank: Bank;
	let items: Item[];
	beforeAll(async () => {
		({ bank, items } = await shippedBank(on.db));
	});
	const at = (n: number) => minutes(n);
	const sendAt = (learner: Learner, deeds: readonly unknown[], now = days(3)) => send(on.db, bank, learner, deeds, now);
	const applied = async (learner: Learner, ...deeds: Deed[]) => {
		expect(resultsOf(await sendAt(learner, deeds))).toEqual(deeds.map(() => 'applied'));
	};
	const marksOf = async (learner: Learner) => (await memoryOf(on.db, learner)).marks;
	/** Every item that is asked in the rest of a day, if each is known. */
	async function askedOn(learner: Learner, now: Date): Promise<string[]> {
		const asked: string[] = [];
		for (let turn = 0; turn < 60; turn++) {
			const { prompt } = await nextPrompt(on.db, bank, learner, { by: 'all' }, minutes(turn, now));
			if (!prompt) return asked;
			asked.push(prompt.itemId);
			await applied2(learner, rated(bank.item(prompt.itemId)!, 4, minutes(turn, now)), minutes(turn, now));
		}
		return asked;
	}
	const applied2 = async (learner: Learner, one: Deed, now: Date) =>
		expect(resultsOf(await send(on.db, bank, learner, [one], now))).toEqual(['applied']);

	it('keep an item from being asked, met or not, until it is taken up again', async () => {
		const learner = await newLearner(on.db, { newPerDay: 3, learningSteps: [] });
		const [first] = await Promise.all([nextPrompt(on.db, bank, learner, { by: 'all' }, days(3))]);
		const itemId = first.prompt!.itemId;
		await applied(learner, deed('suspend', at(0), { itemId, suspended: true }));
		expect(await askedOn(learner, days(3))).not.toContain(itemId);
		const met = items.find(({ id }) => id !== itemId)!;
		await applied(learner, rated(met, 1, at(1)), deed('suspend', at(2), { itemId: met.id, suspended: true }));
		const due = async () => (await nextPrompt(on.db, bank, learner, { by: 'due' }, days(30), met.id)).prompt?.itemId;
		expect(await due()).not.toBe(met.id);
		await applied(learner, deed('suspend', at(3), { itemId: met.id, suspended: false }));
		expect(await due()).toBe(met.id);
	});

	it('bury an item until a day of hers', async () => {
		const learner = await newLearner(on.db);
		const item = items[0]!;
		await applied(learner, rated(item, 1, at(0)), deed('bury', at(1), { itemId: item.id, until: '2026-03-06' }));
		const asked = async (now: Date) =>
			(await nextPrompt(on.db, bank, learner, { by: 'due' }, now, item.id)).prompt?.itemId === item.id;
		expect(await asked(new Date('2026-03-06T03:59:00Z'))).toBe(false);
		expect(await asked(new Date('2026-03-06T04:00:00Z'))).toBe(true);
	});

	it('of marks count by their time, not by their arrival', async () => {
		const learner = await newLearner(on.db);
		const itemId = items[0]!.id;
		await applied(
			learner,
			deed('flag', at(5), { itemId, flag: 3 }),
			deed('bury', at(6), { itemId, until: '2026-03-09' })
		);
		await applied(learner, deed('flag', at(4), { itemId, flag: 7 }));
		expect(await marksOf(learner)).toEqual([{ itemId, suspended: false, buriedUntil: '2026-03-09', flag: 3 }]);
	});

	it('reset a card, so that it is new again, and an answer of before stays before', async () => {
		const learner = await newLearner(on.db);
		const item = items[0]!;
		await applied(learner, rated(item, 4, at(0)), deed('reset', at(10), { itemId: item.id }));
		expect(await cardOf(on.db, learner, item.id)).toBeNull();
		await applied(learner, rated(item, 3, at(5)));
		expect(await cardOf(on.db, learner, item.id)).toBeNull();
		await applied(learner, rated(item, 3, at(20)));
		expect(await cardOf(on.db, learner, item.id)).toMatchObject({ reps: 1, lastReview: at(20).toISOString() });
		expect((await memoryOf(on.db, learner)).days).toMatchObject([{ introduced: 2, answered: 3 }]);
	});

	it('make a card due on a day of hers, and a later answer goes on from there', async () => {
		const learner = await newLearner(on.db, { timeZone: 'Asia/Shanghai' });
		const item = items[0]!;
		await applied(learner, rated(item, 4, at(0)), deed('set-due', at(1), { itemId: item.id, day: '2026-03-20' }));
		expect(await cardOf(on.db, learner, item.id)).toMatchObject({ state: 2, due: '2026-03-19T20:00:00.000Z' });
		const again = deed('set-due', at(2), { itemId: item.id, day: '2026-03-02' });
		await applied(learner, again);
		const due = async () => (await nextPrompt(on.db, bank, learner, { by: 'due' }, days(3), item.id)).prompt?.itemId;
		expect(await due()).toBe(item.id);
		await applied(learner, deed('undo', at(3), { deedId: again.id }));
		expect(await cardOf(on.db, learner, item.id)).toMatchObject({ due: '2026-03-19T20:00:00.000Z' });
	});

	it('of a leech are made by the answer that makes it one, and taken back with it', async () => {
		const learner = await newLearner(on.db, {
			leechAt: 2,
			leechAction: 'suspend',
			relearningSteps: [],
			learningSteps: []
		});
		const item = items[0]!;
		const lapses = [1, 2, 3].map((n) => rated(item, n === 1 ? 3 : 1, minutes(n * 60)));
		await applied(learner, ...lapses);
		expect(await cardOf(on.db, learner, item.id)).toMatchObject({ lapses: 2 });
		expect(await marksOf(learner)).toMatchObject([{ itemId: item.id, suspended: true }]);
		await applied(learner, deed('undo', minutes(300), { deedId: lapses[2]!.id }));
		expect(await marksOf(learner)).toEqual([]);
		// By whatever way the answers arrive.
		const other = await newLearner(on.db, learner.settings);
		for (const one of [lapses[2]!, lapses[0]!, lapses[1]!]) await applied(other, one);
		expect(await marksOf(other)).toMatchObject([{ suspended: true }]);
	});

	describe('taken back', () => {
		/** Some deed about one of a few items; a correction only of an answer that was given. */
		function someDeed(random: (below: number) => number, now: Date, answers: readonly string[]): Deed {
			const item = items[random(8)]!;
			const itemId = item.id;
			const day = `2026-03-${String(3 + random(20)).padStart(2, '0')}`;
			switch (random(10)) {
				case 0:
					return deed('suspend', now, { itemId, suspended: random(2) === 0 });
				case 1:
					return deed('bury', now, { itemId, until: random(3) === 0 ? null : day });
				case 2:
					return deed('flag', now, { itemId, flag: random(8) });
				case 3:
					return deed('reset', now, { itemId });
				case 4:
					return deed('set-due', now, { itemId, day });
				case 5: {
					const reviewId = answers[random(answers.length)];
					if (reviewId === undefined) return rated(item, 3, now);
					return deed('amend', now, { reviewId, rating: ([1, 2, 3, 4] as const)[random(4)]!, claimedRight: false });
				}
				default:
					return rated(item, ([1, 1, 3, 3, 4] as const)[random(5)]!, now);
			}
		}

		/** The answer that a correction, perhaps of a correction, was about. */
		async function rootOf(learner: Learner, id: string): Promise<string> {
			const { log } = await logOf(on.db, learner);
			const amends = log.find((row) => row.id === id)?.amends ?? null;
			return amends === null ? id : rootOf(learner, amends);
		}

		it.each([1, 2, 3])(
			'one after another, forty deeds leave what was before each of them (seed %i)',
			async (seed) => {
				const learner = await newLearner(on.db, { leechAt: 1, leechAction: 'suspend', relearningSteps: [] });
				const random = seeded(seed);
				const snapshot = () => memoryOf(on.db, learner, { counts: false });
				const before: { id: string; state: Awaited<ReturnType<typeof snapshot>> }[] = [];
				const answers: string[] = [];
				let now = MORNING;
				for (let turn = 0; turn < 40; turn++) {
					now = minutes(1 + random(900), now);
					const one = someDeed(random, now, answers.slice(-1));
					const state = await snapshot();
					await applied2(learner, one, now);
					// A correction belongs to its answer, and is taken back with it.
					if (one.kind === 'amend') continue;
					before.push({ id: one.id, state });
					answers.splice(0, answers.length, ...(one.kind === 'answer' ? [one.id] : []));
				}
				const listed = (await recentDeeds(on.db, learner)).map(({ id }) => id);
				expect(listed).toHaveLength(30);
				for (const { id, state } of before.reverse()) {
					const [last] = await recentDeeds(on.db, learner);
					expect(await rootOf(learner, last!.id)).toBe(id);
					expect(await undoDeed(on.db, learner, last!.id, now)).toMatchObject({ ok: true, duplicate: false });
					expect(await undoDeed(on.db, learner, last!.id, now)).toMatchObject({ ok: true, duplicate: true });
					expect(await snapshot()).toEqual(state);
				}
				expect(await recentDeeds(on.db, learner)).toEqual([]);
				expect(await snapshot()).toEqual({ cards: [], marks: [], days: [] });
			},
			60_000
		);

		it('in any order leave cards that their log explains and days that add up', async () => {
			const learner = await newLearner(on.db);
			const random = seeded(11);
			const done: string[] = [];
			let now = MORNING;
			for (let turn = 0; turn < 60; turn++) {
				now = minutes(1 + random(700), now);
				const taken = random(4) === 0 ? done.splice(random(done.length), 1)[0] : undefined;
				const one = taken === undefined ? someDeed(random, now, done.slice(-1)) : deed('undo', now, { deedId: taken });
				const [result] = resultsOf(await send(on.db, bank, learner, [one], now));
				if (one.kind === 'answer' && result === 'applied') done.push(one.id);
			}
			const { log, changes, undone } = await logOf(on.db, learner);
			for (const itemId of new Set(log.map((row) => row.itemId))) {
				const own = log
					.filter((row) => row.itemId === itemId)
					.sort((a, b) => a.reviewedAt.getTime() - b.reviewedAt.getTime());
				const byHand = changes
					.filter((row) => row.itemId === itemId && !undone.has(row.id))
					.map(toChange)
					.flatMap((change) => (change.kind === 'reset' || change.kind === 'set-due' ? [change] : []))
					.sort((a, b) => (a.at < b.at ? -1 : 1));
				expect(auditCard(own, undone, await cardOf(on.db, learner, itemId), byHand)).toEqual({ ok: true });
			}
			const held = await on.db.select().from(cards).where(eq(cards.learnerId, learner.id));
			expect(held.length).toBeGreaterThan(1);
			expect((await memoryOf(on.db, learner)).days).toMatchObject(await recount(on.db, learner));
		}, 60_000);

		it('twice stay so, and of another learner they are nothing', async () => {
			const [learner, other] = [await newLearner(on.db), await newLearner(on.db)];
			const flag = deed('flag', at(0), { itemId: items[0]!.id, flag: 1 });
			await applied(learner, flag);
			expect(await undoDeed(on.db, other, flag.id, at(1))).toEqual({ ok: false, code: 'unknown_review' });
			const undo = deed('undo', at(1), { deedId: flag.id });
			expect(resultsOf(await sendAt(learner, [undo, { ...undo, id: randomUUID() }]))).toEqual(['applied', 'duplicate']);
			expect(await marksOf(learner)).toEqual([]);
		});
	});

	it('are listed by an index that begins with the learner', async () => {
		const { id } = await newLearner(on.db);
		expect(await planOf(on.db, latestChangesQuery(on.db, id, 30))).toMatch(/card_changes_time/);
	});
});
