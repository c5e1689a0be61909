import { randomUUID } from 'node:crypto';
import { beforeAll, expect, it } from 'vitest';
import { nextOn } from '#lib/domain/offline/plan.ts';
import { addDays, dayOf, startOfDay } from '#lib/domain/scheduling/clock.ts';
import { DEFAULT_SETTINGS } from '#lib/domain/scheduling/settings.ts';
import type { Item } from '#lib/domain/items/types.ts';
import type { Bank, Shipped } from '#lib/server/bank/bank.ts';
import { loadBank } from '#lib/server/bank/load-bank.ts';
import { cards, itemMarks } from '#lib/server/db/schema/reviews.ts';
import { statisticsOf } from '#lib/server/insight/statistics.ts';
import { makePack } from '#lib/server/offline/make-pack.ts';
import { calendarEntries } from '#lib/server/reminders/calendar-days.ts';
import { sendReminders } from '#lib/server/reminders/remind.ts';
import { subscribe } from '#lib/server/reminders/subscriptions.ts';
import { listCards } from '#lib/server/reviews/list-cards.ts';
import { listDecks } from '#lib/server/reviews/decks.ts';
import { overview } from '#lib/server/reviews/overview.ts';
import { asideMarksQuery } from '#lib/server/reviews/set-aside.ts';
import { aheadQuery, planToday, type Learner } from '#lib/server/reviews/today.ts';
import { deviceWith } from './device-fixture.ts';
import { describeOnEachDatabase } from './harness.ts';
import { planOf } from './plan-of.ts';
import { days, minutes, MORNING, newLearner } from './sync-fixture.ts';

const TODAY = dayOf(MORNING, DEFAULT_SETTINGS);

describeOnEachDatabase('a card that is set aside', (on) => {
	let shipped: Shipped;
	let bank: Bank;
	let items: Item[];
	beforeAll(async () => {
		shipped = await loadBank(on.db, 'seeds', MORNING);
		bank = shipped.bank;
		items = bank.items.filter(({ topic }) => topic === bank.items[0]!.topic).slice(0, 6);
	});

	/** Six cards of one topic, due yesterday: two suspended, two buried for two days and for forty, one buried until today, one free. */
	async function sixDue(): Promise<Learner> {
		const learner = await newLearner(on.db, { newPerDay: 0, buryReviews: false });
		const held = { stability: 5, difficulty: 5, scheduledDays: 5, step: 0, reps: 3, lapses: 0, memory: null, seq: 3 };
		const place = { learnerId: learner.id, lastReview: days(-6), due: days(-1) };
		// The second is in a step, which may be taken early.
		const states = [2, 1, 2, 2, 2, 2];
		await on.db
			.insert(cards)
			.values(items.map(({ id }, index) => ({ ...place, ...held, itemId: id, state: states[index]! })));
		const marks = [
			{ suspended: true },
			{ suspended: true },
			{ buriedUntil: addDays(TODAY, 2) },
			{ buriedUntil: addDays(TODAY, 40) },
			{ buriedUntil: TODAY }
		];
		await on.db
			.insert(itemMarks)
			.values(marks.map((mark, index) => ({ learnerId: learner.id, itemId: items[index]!.id, ...mark })));
		return learner;
	}

	/** Cards in review, at an interval of thirty days. */
	async function hold(learner: Learner, held: readonly { id: string; due: Date }[]): Promise<void> {
		const card = { state: 2, stability: 30, difficulty: 5, scheduledDays: 30, step: 0, reps: 3, lapses: 0, seq: 3 };
		const place = { learnerId: learner.id, memory: null, lastReview: days(-30) };
		await on.db.insert(cards).values(held.map(({ id, due }) => ({ ...card, ...place, itemId: id, due })));
	}
	const asides = [{ suspended: true }, { buriedUntil: addDays(TODAY, 5) }];

	it('is due nowhere: neither in decks, on the first page, in lists nor in statistics', async () => {
		const learner = await sixDue();
		const due = (await listDecks(on.db, bank, learner, MORNING))
			.filter(({ name }) => ['all', 'due', `topic:${items[0]!.topic}`].includes(name))
			.map(({ due }) => due);
		expect(due).toEqual([2, 2, 2]);
		const page = await overview(on.db, bank, learner, MORNING);
		expect(page.left).toEqual({ learning: 0, review: 2, new: 0 });
		expect(page.topics.find(({ topic }) => topic === items[0]!.topic)).toMatchObject({ seen: 6, due: 2 });
		const wish = { view: 'due' as const, text: '', deck: 'all', page: 1 };
		const listed = await listCards(on.db, bank, learner, wish, MORNING);
		expect(listed.cards.map(({ itemId }) => itemId).sort()).toEqual([items[4]!.id, items[5]!.id].sort());
		const buried = await listCards(on.db, bank, learner, { ...wish, view: 'buried' }, MORNING);
		expect(buried.total).toBe(2);
		const asked = { deck: { by: 'all' as const }, range: '30' as const, horizon: '30' as const };
		const { topics } = await statisticsOf(on.db, bank, learner, asked, MORNING);
		expect(topics.find(({ id }) => id === items[0]!.topic)).toMatchObject({ due: 2 });
		const { left } = await planToday(on.db, bank, learner, { by: 'due' }, MORNING);
		expect(left.review + left.learning).toBe(2);
	});

	it('is forecast on the day until which it is buried, and never while it is suspended', async () => {
		const learner = await sixDue();
		const { forecast } = await overview(on.db, bank, learner, MORNING);
		const entries = await calendarEntries(on.db, shipped, learner, MORNING);
		const expected = [
			{ day: TODAY, count: 2 },
			{ day: addDays(TODAY, 2), count: 1 }
		];
		expect(forecast.filter(({ count }) => count > 0)).toEqual(expected);
		expect(entries).toEqual(expected.map((one) => ({ kind: 'reviews', ...one })));
	});

	it('is no reason to remind anybody', async () => {
		const learner = await sixDue();
		const keys = { p256dh: Buffer.alloc(65, 4).toString('base64url'), auth: Buffer.alloc(16, 1).toString('base64url') };
		const wish = { endpoint: `https://push.site.org/${randomUUID()}`, keys, hour: 10 };
		await subscribe(on.db, learner, wish, { locale: 'en', now: MORNING });
		const said: string[] = [];
		const send = (_: unknown, payload: string) => {
			said.push(payload);
			return Promise.resolve('sent' as const);
		};
		await sendReminders(on.db, shipped, { send }, MORNING);
		expect(said.map((text) => JSON.parse(text).title)).toEqual(['2 questions wait for you']);
		await on.db.insert(itemMarks).values({ learnerId: learner.id, itemId: items[5]!.id, suspended: true });
		await on.db.update(itemMarks).set({ suspended: true });
		await sendReminders(on.db, shipped, { send }, days(1));
		expect(said).toHaveLength(1);
	});

	it('takes no room in the pack, met or not, unless it comes back while the pack holds', async () => {
		const learner = await sixDue();
		const pack = (over: Partial<Learner['settings']> = {}) =>
			makePack(
				on.db,
				shipped,
				{ learner: { ...learner, settings: { ...learner.settings, ...over } }, account: false },
				MORNING
			);
		expect(Object.keys((await pack()).cards).sort()).toEqual([2, 4, 5].map((index) => items[index]!.id).sort());
		const unseen = bank.items.filter(({ id }) => !items.some((item) => item.id === id)).map(({ id }) => id);
		const before = (await pack({ newPerDay: 1 })).fresh;
		const [gone, later, next] = before as [string, string, string];
		await on.db.insert(itemMarks).values([
			{ learnerId: learner.id, itemId: gone, suspended: true },
			{ learnerId: learner.id, itemId: later, buriedUntil: addDays(TODAY, 40) },
			{ learnerId: learner.id, itemId: next, buriedUntil: addDays(TODAY, 3) }
		]);
		const after = (await pack({ newPerDay: 1 })).fresh;
		expect(after).not.toContain(gone);
		expect(after).not.toContain(later);
		expect(after.filter((id) => unseen.slice(0, 9).includes(id))).toEqual(
			unseen.slice(0, 9).filter((id) => id !== gone && id !== later)
		);
	});

	it('leaves its room among the reviews of the pack to the next one, and one that is buried stands on its day', async () => {
		const learner = await newLearner(on.db, { newPerDay: 0, reviewsPerDay: 1 });
		const nine = bank.items.slice(0, 9).map(({ id }) => id);
		await hold(
			learner,
			nine.map((id, index) => ({ id, due: minutes(index - 20) }))
		);
		await on.db.insert(itemMarks).values([
			{ learnerId: learner.id, itemId: nine[0]!, suspended: true },
			{ learnerId: learner.id, itemId: nine[1]!, buriedUntil: addDays(TODAY, 3) }
		]);
		const pack = await makePack(on.db, shipped, { learner, account: false }, MORNING);
		expect(Object.keys(pack.cards).sort()).toEqual(nine.slice(2).sort());
	});

	it('evens no day out: on the server and on a device, only what comes on a day counts for it', async () => {
		const learner = await newLearner(on.db, { newPerDay: 0, buryReviews: false });
		const ids = bank.items.slice(0, 60).map(({ id }) => id);
		await hold(
			learner,
			ids.map((id, index) => ({ id, due: index < 16 ? days(0) : days(1) }))
		);
		const left = async () => {
			const { left: told } = await planToday(on.db, bank, learner, { by: 'all' }, MORNING);
			const device = deviceWith(await makePack(on.db, shipped, { learner, account: false }, MORNING));
			const deck = device.pack.decks.find(({ by }) => by === 'all')!;
			expect(nextOn(device, deck, MORNING).left).toEqual(told);
			return told.review;
		};
		// With 44 cards tomorrow today has no more than its share; alone it has.
		expect(await left()).toBe(16);
		const marks = ids.slice(16).map((itemId, index) => ({ learnerId: learner.id, itemId, ...asides[index % 2]! }));
		await on.db.insert(itemMarks).values(marks);
		expect(await left()).toBe(10);
		// Those that come back on the day after tomorrow count there.
		await on.db.update(itemMarks).set({ suspended: false, buriedUntil: addDays(TODAY, 2) });
		expect(await left()).toBe(16);
		const aheadOf = (n: number) => ({
			day: addDays(TODAY, n),
			begins: startOfDay(addDays(TODAY, n), learner.settings)
		});
		const counted = async () => (await aheadQuery(on.db, learner.id, [aheadOf(1), aheadOf(2), aheadOf(3)]))[0]!.ahead;
		expect(await counted()).toEqual([0, 44]);
		// Overdue, and buried until tomorrow.
		await on.db.insert(itemMarks).values({ learnerId: learner.id, itemId: ids[0]!, buriedUntil: addDays(TODAY, 1) });
		expect(await counted()).toEqual([1, 44]);
	});

	it('is found by an index that begins with the learner', async () => {
		const { id } = await newLearner(on.db);
		expect(await planOf(on.db, asideMarksQuery(on.db, id))).toMatch(/item_marks_learner_id_item_id_pk/);
	});
});
