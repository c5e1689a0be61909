import { randomUUID } from 'node:crypto';
import { beforeAll, expect, it } from 'vitest';
import { addDays, dayOf } from '#lib/domain/scheduling/clock.ts';
import { DEFAULT_SETTINGS } from '#lib/domain/scheduling/settings.ts';
import type { Item } from '#lib/domain/items/types.ts';
import type { Bank, Shipped } from '#lib/server/bank/bank.ts';
import { loadBank } from '#lib/server/bank/load-bank.ts';
import { cards, itemMarks } from '#lib/server/db/schema/reviews.ts';
import { statisticsOf } from '#lib/server/insight/statistics.ts';
import { calendarEntries } from '#lib/server/reminders/calendar-days.ts';
import { sendReminders } from '#lib/server/reminders/remind.ts';
import { subscribe } from '#lib/server/reminders/subscriptions.ts';
import { listCards } from '#lib/server/reviews/list-cards.ts';
import { listDecks } from '#lib/server/reviews/decks.ts';
import { overview } from '#lib/server/reviews/overview.ts';
import { asideMarksQuery } from '#lib/server/reviews/set-aside.ts';
import { planToday, type Learner } from '#lib/server/reviews/today.ts';
import { describeOnEachDatabase } from './harness.ts';
import { planOf } from './plan-of.ts';
import { days, MORNING, newLearner } from './sync-fixture.ts';

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

	it('is found by an index that begins with the learner', async () => {
		const { id } = await newLearner(on.db);
		expect(await planOf(on.db, asideMarksQuery(on.db, id))).toMatch(/item_marks_learner_id_item_id_pk/);
	});
});
