import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Item } from '#lib/domain/items/types.ts';
import type { Deed } from '#lib/domain/reviewing/sync.ts';
import type { Bank } from '#lib/server/bank/bank.ts';
import { itemVersions } from '#lib/server/db/schema/bank.ts';
import { scheduleOptions } from '#lib/server/db/schema/scheduling.ts';
import { itemChangesQuery, itemReviewsQuery } from '#lib/server/reviews/item-log.ts';
import { freshItemQuery } from '#lib/server/reviews/lock-item.ts';
import { storedOptionsQuery } from '#lib/server/reviews/schedule-options.ts';
import { setAsideQuery } from '#lib/server/reviews/set-aside.ts';
import { knownQueries } from '#lib/server/reviews/sync.ts';
import { aheadQuery, answersSinceQuery, loadQuery, type Learner } from '#lib/server/reviews/today.ts';
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
	send
} from './sync-fixture.ts';

const NOON = minutes(120);

describeOnEachDatabase('answers from devices', (on: TestDatabase) => {
	let bank: Bank;
	let items: Item[];
	beforeAll(async () => {
		({ bank, items } = await shippedBank(on.db));
	});
	const sendAt = (learner: Learner, deeds: readonly unknown[], now = NOON, word = {}) =>
		send(on.db, bank, learner, deeds, now, word);
	const timesOf = async (learner: Learner, deeds: readonly Deed[]) => {
		const { log } = await logOf(on.db, learner);
		return deeds.map(({ id }) => log.find((row) => row.id === id)!.reviewedAt);
	};

	it('count at the time at which they were given, and the reply tells their cards', async () => {
		const learner = await newLearner(on.db);
		const [first, second] = [rated(items[0]!, 3, minutes(0)), rated(items[1]!, 1, minutes(1))];
		const reply = await sendAt(learner, [first, second]);
		expect(resultsOf(reply)).toEqual(['applied', 'applied']);
		expect(reply.now).toBe(NOON.toISOString());
		expect(await timesOf(learner, [first, second])).toEqual([minutes(0), minutes(1)]);
		expect(reply.cards.map(({ itemId }) => itemId)).toEqual([items[0]!.id, items[1]!.id]);
		for (const { itemId, card } of reply.cards) expect(card).toEqual(await cardOf(on.db, learner, itemId));
	});

	it('that are sent again, within a request or in another, count once', async () => {
		const learner = await newLearner(on.db);
		const answer = rated(items[0]!, 3, minutes(0));
		expect(resultsOf(await sendAt(learner, [answer, answer]))).toEqual(['applied', 'duplicate']);
		const before = await memoryOf(on.db, learner);
		const reply = await sendAt(learner, [answer], days(1));
		expect(resultsOf(reply)).toEqual(['duplicate']);
		expect(reply.cards[0]!.card).toEqual(await cardOf(on.db, learner, items[0]!.id));
		expect(await memoryOf(on.db, learner)).toEqual(before);
	});

	it('sent by ten requests at once count once', async () => {
		const learner = await newLearner(on.db);
		const answers = [0, 1, 2].map((n) => rated(items[n]!, 3, minutes(n)));
		const replies = await Promise.all(Array.from({ length: 10 }, () => sendAt(learner, answers)));
		const results = replies.flatMap(resultsOf);
		expect(results.filter((result) => result === 'applied')).toHaveLength(3);
		expect(results.filter((result) => result === 'duplicate')).toHaveLength(27);
		expect((await memoryOf(on.db, learner)).cards.map(({ reps }) => reps)).toEqual([1, 1, 1]);
	});

	it('that cannot be taken hold up none behind them', async () => {
		const learner = await newLearner(on.db);
		const good = rated(items[0]!, 3, minutes(9));
		const nameless = { kind: 'answer', at: minutes(1).toISOString() };
		const reply = await sendAt(learner, [
			rated({ ...items[1]!, id: 'no-such.item' }, 3, minutes(0)),
			nameless,
			{ ...rated(items[1]!, 3, minutes(1)), at: '2026-13-45T99:00:00Z' },
			rated(items[1]!, 3, minutes(2), { formIndex: 99 } as Partial<Deed>),
			rated(items[1]!, 3, minutes(3), { response: { form: 'typed', text: 'x' } } as Partial<Deed>),
			rated(items[1]!, 3, minutes(4), { itemVersion: 'never' } as Partial<Deed>),
			deed('amend', minutes(5), { reviewId: randomUUID(), rating: 3, claimedRight: false }),
			deed('undo', minutes(6), { deedId: randomUUID() }),
			deed('set-due', minutes(7), { itemId: items[1]!.id, day: '2026-02-31' }),
			'nonsense',
			good
		]);
		expect(resultsOf(reply)).toEqual([
			'unknown_item',
			'invalid_input',
			'invalid_input',
			'wrong_form',
			'wrong_form',
			'stale_item',
			'unknown_review',
			'unknown_review',
			'invalid_input',
			'invalid_input',
			'applied'
		]);
		expect(reply.reports[1]!.id).toBeNull();
		expect(reply.reports[5]).toMatchObject({ result: 'stale' });
		expect((await memoryOf(on.db, learner)).cards.map(({ itemId }) => itemId)).toEqual([
			good.kind === 'answer' && good.itemId
		]);
	});

	it('whose text no database can keep are refused, and the next one counts', async () => {
		const learner = await newLearner(on.db);
		const typed = bank.items.find((item) => item.forms.some(({ form }) => form === 'typed'))!;
		const formIndex = typed.forms.findIndex(({ form }) => form === 'typed');
		const hostile = rated(typed, 3, minutes(0), {
			formIndex,
			response: { form: 'typed', text: 'a\u0000b' }
		} as Partial<Deed>);
		expect(resultsOf(await sendAt(learner, [hostile, rated(items[0]!, 3, minutes(1))]))).toEqual([
			'invalid_input',
			'applied'
		]);
	});

	it('to a version that was published before are graded by it, unless what is asked is another thing', async () => {
		const learner = await newLearner(on.db);
		const item = items[0]!;
		const reworded = { ...item, version: 'reworded' };
		const another = {
			...item,
			version: 'another',
			key: 'wholly other',
			forms: item.forms.map((form) => ({ ...form }))
		};
		for (const form of another.forms) if ('answer' in form) form.answer = { ...form.answer, text: 'wholly other' };
		const workspaceId = '00000000-0000-7000-8000-000000000001';
		await on.db.insert(itemVersions).values(
			[reworded, another].map((content) => ({
				...{ workspaceId, itemId: item.id, version: content.version, content, createdAt: MORNING }
			}))
		);
		const reply = await sendAt(learner, [rated(reworded, 3, minutes(0)), rated(another, 3, minutes(1))]);
		expect(resultsOf(reply)).toEqual(['applied', 'stale_item']);
		expect((await logOf(on.db, learner)).log.map(({ itemVersion }) => itemVersion)).toEqual(['reworded']);
	});

	it('that a quiz withholds are not taken', async () => {
		const learner = await newLearner(on.db);
		const withheld = { ...bank, item: (id: string) => (id === items[0]!.id ? undefined : bank.item(id)) };
		const reply = await send(on.db, withheld, learner, [rated(items[0]!, 3, minutes(0))], NOON);
		expect(resultsOf(reply)).toEqual(['unknown_item']);
	});

	describe('of two devices', () => {
		it('to one card in the same time both count, in the order of their times, whoever sends first', async () => {
			const answers = [0, 7, 30, 45].map((at, n) => rated(items[0]!, ([3, 1, 3, 2] as const)[n]!, minutes(at)));
			const [phone, laptop] = [answers.filter((_, n) => n % 2 === 0), answers.filter((_, n) => n % 2 === 1)];
			const one = await newLearner(on.db);
			await sendAt(one, phone);
			await sendAt(one, laptop);
			const other = await newLearner(on.db);
			await sendAt(other, laptop);
			const reply = await sendAt(other, phone);
			const alone = await newLearner(on.db);
			await sendAt(alone, answers);
			const expected = await memoryOf(on.db, alone);
			expect(expected.cards[0]).toMatchObject({ reps: 4, seq: 4 });
			expect(await memoryOf(on.db, one)).toEqual(expected);
			expect(await memoryOf(on.db, other)).toEqual(expected);
			expect(reply.cards[0]!.card).toEqual(await cardOf(on.db, other, items[0]!.id));
		});

		it('move the counts of days with them: what was new on one day is no longer where an earlier answer comes', async () => {
			const learner = await newLearner(on.db);
			await sendAt(learner, [rated(items[0]!, 3, days(2))], days(3));
			expect((await memoryOf(on.db, learner)).days).toMatchObject([{ day: '2026-03-04', introduced: 1 }]);
			await sendAt(learner, [rated(items[0]!, 4, MORNING)], days(3));
			const { days: load } = await memoryOf(on.db, learner);
			expect(load).toMatchObject([
				{ day: '2026-03-02', introduced: 1, reviewed: 0 },
				{ day: '2026-03-04', introduced: 0, reviewed: 1 }
			]);
			expect(load).toMatchObject(await recount(on.db, learner));
		});

		it('that corrected one answer leave the correction that came last', async () => {
			const learner = await newLearner(on.db);
			const answer = rated(items[0]!, 1, minutes(0));
			const follows = rated(items[0]!, 3, minutes(5));
			const amend = (rating: 2 | 4, at: number) =>
				deed('amend', minutes(at), { reviewId: answer.id, rating, claimedRight: false });
			const [hard, easy] = [amend(2, 6), amend(4, 7)];
			expect(resultsOf(await sendAt(learner, [answer, follows, hard]))).toEqual(['applied', 'applied', 'applied']);
			expect(resultsOf(await sendAt(learner, [easy, easy]))).toEqual(['applied', 'duplicate']);
			const alone = await newLearner(on.db);
			await sendAt(alone, [rated(items[0]!, 4, minutes(0)), rated(items[0]!, 3, minutes(5))]);
			const strip = async (whose: Learner) => ({ ...(await cardOf(on.db, whose, items[0]!.id)), seq: 0 });
			expect(await strip(learner)).toEqual(await strip(alone));
			expect((await memoryOf(on.db, learner)).days).toMatchObject(await recount(on.db, learner));
		});
	});

	describe('of a device whose clock', () => {
		const three = () => [0, 1, 2].map((n) => rated(items[n]!, 3, minutes(n)));
		const moved = (deeds: Deed[], by: number) =>
			deeds.map((one) => ({ ...one, at: new Date(Date.parse(one.at) + by).toISOString() }));
		const DAY = 86_400_000;

		it.each([
			['is a day ahead', DAY],
			['is a day behind', -DAY],
			['says 1970', Date.UTC(1970, 0, 2) - MORNING.getTime()],
			['says the year 9999', Date.UTC(9999, 11, 30) - MORNING.getTime()]
		])('%s count when they were given', async (_, by) => {
			const learner = await newLearner(on.db);
			const deeds = moved(three(), by);
			const reply = await sendAt(learner, deeds, NOON, { now: new Date(NOON.getTime() + by) });
			expect(resultsOf(reply)).toEqual(['applied', 'applied', 'applied']);
			expect(await timesOf(learner, deeds)).toEqual([minutes(0), minutes(1), minutes(2)]);
		});

		it.each([
			['was moved back', DAY, 0],
			['was moved forward', 0, DAY],
			['came from another age', Date.UTC(9999, 0) - MORNING.getTime(), 0]
		])('%s in the middle keep the order of her hands, and none is in the future', async (_, before, after) => {
			const learner = await newLearner(on.db);
			const deeds = [...moved(three(), before), ...moved(three(), after)].map((one, n) => ({
				...one,
				at: new Date(Date.parse(one.at) + n * 60_000).toISOString()
			}));
			const word = { now: new Date(NOON.getTime() + after), heard: days(-3) };
			expect(resultsOf(await sendAt(learner, deeds, NOON, word))).toEqual(deeds.map(() => 'applied'));
			const times = (await timesOf(learner, deeds)).map((at) => at.getTime());
			expect(times).toEqual([...times].sort((a, b) => a - b));
			expect(new Set(times).size).toBe(times.length);
			expect(Math.max(...times)).toBeLessThanOrEqual(NOON.getTime());
			expect(Math.min(...times)).toBeGreaterThan(days(-3).getTime());
		});

		it('lies about its own sending cannot answer before what it had heard of the server, or before she was there', async () => {
			const learner = await newLearner(on.db);
			const early = rated(items[0]!, 3, days(-90));
			await sendAt(learner, [early], NOON, { heard: minutes(-10) });
			expect(await timesOf(learner, [early])).toEqual([new Date(minutes(-10).getTime() + 1)]);
			const older = rated(items[1]!, 3, days(-4000));
			await sendAt(learner, [older]);
			expect(await timesOf(learner, [older])).toEqual([days(-400)]);
		});

		it('is ahead never makes a card due later than its interval from now', async () => {
			const learner = await newLearner(on.db, { fuzz: false });
			const ahead = rated(items[0]!, 1, days(500));
			const reply = await sendAt(learner, [ahead]);
			expect(Date.parse(reply.cards[0]!.card!.due)).toBe(NOON.getTime() + 60_000);
		});
	});

	it('are scheduled by the options of their time, also when another one comes before them later', async () => {
		const learner = await newLearner(on.db, { fuzz: false, learningSteps: [] });
		const answer = rated(items[0]!, 3, days(10));
		await sendAt(learner, [answer], days(11));
		const strict = { ...learner, settings: { ...learner.settings, desiredRetention: 0.97, learningSteps: [] } };
		await sendAt(strict, [rated(items[0]!, 3, MORNING)], days(11));
		const { log } = await logOf(on.db, learner);
		expect(new Set(log.map(({ options }) => options)).size).toBe(2);
		const stored = await on.db.select().from(scheduleOptions).where(eq(scheduleOptions.learnerId, learner.id));
		expect(stored.map(({ options }) => options.desiredRetention).sort()).toEqual([0.9, 0.97]);
		const lax = await newLearner(on.db, { fuzz: false, learningSteps: [] });
		await sendAt(lax, [rated(items[0]!, 3, MORNING), rated(items[0]!, 3, days(10))], days(11));
		// Two cards with one history of memory, the last interval of both by 90 %.
		const due = async (whose: Learner) => (await cardOf(on.db, whose, items[0]!.id))!.due;
		expect(await due(learner)).toBe(await due(lax));
	});

	it('read and write by indexes that begin with the learner', async () => {
		const { id } = await newLearner(on.db);
		const plan = (query: Parameters<typeof planOf>[1]) => planOf(on.db, query);
		const item = items[0]!.id;
		const ahead = (n: number) => ({ day: `2026-03-0${n + 2}`, begins: days(n) });
		expect(await plan(itemReviewsQuery(on.db, id, item))).toMatch(/reviews_item/);
		expect(await plan(itemChangesQuery(on.db, id, item))).toMatch(/card_changes_item/);
		expect(await plan(freshItemQuery(on.db, id, item))).toMatch(/reviews_item[\s\S]*|card_changes_item/);
		const { ofReviews, ofChanges } = knownQueries(on.db, id, [randomUUID(), randomUUID()]);
		expect(await plan(ofReviews)).toMatch(/Index Scan using reviews_\w+ .*\s+Index Cond: \(\(?learner_id/);
		expect(await plan(ofChanges)).toMatch(/card_changes_\w+ .*\s+Index Cond: \(\(?learner_id/);
		expect(await plan(storedOptionsQuery(on.db, id, ['a', 'b']))).toMatch(/schedule_options_learner_id_id_pk/);
		expect(await plan(setAsideQuery(on.db, id, '2026-03-02'))).toMatch(/item_marks_learner_id_item_id_pk/);
		expect(await plan(aheadQuery(on.db, id, [ahead(1), ahead(2), ahead(3)]))).toMatch(/cards_due/);
		expect(await plan(answersSinceQuery(on.db, id, MORNING))).toMatch(/reviews_(time|item)/);
		expect(await plan(loadQuery(on.db, id, '2026-03-02'))).toMatch(/learner_days_learner_id_day_pk/);
	});
});
