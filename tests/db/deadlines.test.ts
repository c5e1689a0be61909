import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { addDays, dayOf } from '#lib/domain/scheduling/clock.ts';
import { DEFAULT_SETTINGS } from '#lib/domain/scheduling/settings.ts';
import type { Bank, Shipped } from '#lib/server/bank/bank.ts';
import { loadBank } from '#lib/server/bank/load-bank.ts';
import { validateSession } from '#lib/server/auth/lucia.ts';
import { startGuest } from '#lib/server/auth/start-guest.ts';
import { catchUpState, endCatchUp, startCatchUp } from '#lib/server/deadlines/catch-up.ts';
import { firstSinceQuery, listDeadlines } from '#lib/server/deadlines/list-deadlines.ts';
import { deadlinesQuery, itemsOfDeck, ownGoals, withGoals } from '#lib/server/deadlines/own-goals.ts';
import { paceQuery, secondsPerAnswer } from '#lib/server/deadlines/pace.ts';
import { removeDeadline, setDeadline, tryDeadline } from '#lib/server/deadlines/set-deadline.ts';
import { itemMarks, learnerDays } from '#lib/server/db/schema/reviews.ts';
import { updateSettings } from '#lib/server/learners/update-settings.ts';
import { answer } from '#lib/server/reviews/answer.ts';
import { nextPrompt } from '#lib/server/reviews/next-prompt.ts';
import { planToday, type Learner } from '#lib/server/reviews/today.ts';
import { answerTo } from './class-fixture.ts';
import { describeOnEachDatabase } from './harness.ts';
import { planOf } from './plan-of.ts';
import { minutes, MORNING, newLearner } from './workspace-fixture.ts';

const days = (n: number) => minutes(n * 24 * 60);
const TODAY = dayOf(MORNING, DEFAULT_SETTINGS);

describeOnEachDatabase('deadlines', (on) => {
	let shipped: Shipped;
	let bank: Bank;
	beforeAll(async () => {
		shipped = await loadBank(on.db, 'seeds', MORNING);
		bank = shipped.bank;
	});

	async function set(learner: Learner, deck: string, ahead: number, now = MORNING) {
		const made = await setDeadline(on.db, bank, learner, { deck, day: addDays(TODAY, ahead), name: '' }, now);
		if (!made.ok) throw new Error(made.code);
		return made.id;
	}

	/** Answers rightly whatever is asked until nothing is left, as many as are given at most. */
	async function work(learner: Learner, now: Date, most = 400): Promise<string[]> {
		const asked: string[] = [];
		while (asked.length < most) {
			const present = await withGoals(on.db, bank, learner, now);
			const { prompt } = await nextPrompt(on.db, bank, present, { by: 'all' }, now);
			if (!prompt) break;
			const { itemId, itemVersion, formIndex, seq } = prompt;
			const response = answerTo(bank.item(itemId)!.forms[formIndex]!, true);
			const sent = { id: randomUUID(), itemId, itemVersion, formIndex, seq, response, retry: false, durationMs: 9000 };
			const given = await answer(on.db, bank, present, sent, now);
			if (!given.ok) throw new Error(given.code);
			asked.push(itemId);
		}
		return asked;
	}

	/** A learner who wants nothing new by herself. */
	async function quiet(): Promise<Learner> {
		const learner = await newLearner(on.db);
		const stored = await updateSettings(on.db, learner, { newPerDay: 0, learningSteps: [], relearningSteps: [] });
		if (!stored.ok) throw new Error(stored.code);
		return { ...learner, settings: stored.settings };
	}

	it('of her own bring in their items, a part a day, whatever her limits say', async () => {
		const learner = await quiet();
		const { left } = await planToday(on.db, bank, learner, { by: 'all' }, MORNING);
		expect(left.new).toBe(0);
		await set(learner, 'topic:taiwan', 5);
		const items = itemsOfDeck(bank, 'topic:taiwan');
		const first = new Set(await work(learner, MORNING));
		expect(first.size).toBeGreaterThanOrEqual(Math.ceil(items.length / 5));
		expect(first.size).toBeLessThan(items.length);
		expect([...first].every((id) => items.includes(id))).toBe(true);
	});

	it('are met: every item by the day, each asked once more shortly before, and what was known is told after it', async () => {
		const learner = await quiet();
		const id = await set(learner, 'topic:fentanyl', 6);
		const items = itemsOfDeck(bank, 'topic:fentanyl');
		const last = new Map<string, number>();
		for (let day = 0; day < 6; day++) for (const itemId of await work(learner, days(day))) last.set(itemId, day);
		expect([...last.keys()].toSorted()).toEqual(items.toSorted());
		const [before] = await listDeadlines(on.db, bank, await withGoals(on.db, bank, learner, days(5)), days(5));
		expect(before).toMatchObject({ id, ahead: 1, items: items.length, met: items.length });
		// Of what is learnt after the day, nothing is told of it.
		await updateSettings(on.db, learner, { newPerDay: 30 });
		await work({ ...learner, settings: { ...learner.settings, newPerDay: 30 } }, days(12), 40);
		const [over] = await listDeadlines(on.db, bank, learner, days(12));
		expect(over).toMatchObject({ id, ahead: -6, met: items.length });
		expect(over!.known).toBeCloseTo(before!.known, 6);
		expect(over!.known).toBeGreaterThan(0.9);
		expect(await ownGoals(on.db, bank, learner, days(12))).toEqual([]);
	});

	it('tell of an item that was met only after the day that it was not known', async () => {
		const learner = await quiet();
		await set(learner, 'topic:taiwan', 1);
		await updateSettings(on.db, learner, { newPerDay: 5 });
		await work({ ...learner, settings: { ...learner.settings, newPerDay: 500 } }, days(3), 400);
		expect((await listDeadlines(on.db, bank, learner, days(3)))[0]).toMatchObject({ met: 0, known: 0 });
	});

	it('leave alone what she set aside by hand, and are not held up by it', async () => {
		const learner = await quiet();
		await set(learner, 'topic:taiwan', 4);
		const items = itemsOfDeck(bank, 'topic:taiwan');
		const aside = items.slice(0, 5);
		await on.db.insert(itemMarks).values(aside.map((itemId) => ({ learnerId: learner.id, itemId, suspended: true })));
		const goals = (await withGoals(on.db, bank, learner, MORNING)).work?.goals ?? [];
		expect(goals[0]?.itemIds).toEqual(items.slice(5));
	});

	it('are looked up for a request only where its session says that there are some', async () => {
		const { learnerId, session } = await startGuest(on.db, 'Europe/Berlin', MORNING);
		const before = (await validateSession(on.db, session.id, MORNING))!.learner;
		expect(before).toMatchObject({ id: learnerId, hasDeadlines: false });
		await set(before, 'topic:taiwan', 4);
		const { learner } = (await validateSession(on.db, session.id, MORNING))!;
		expect(learner.hasDeadlines).toBe(true);
		expect((await withGoals(on.db, bank, learner, MORNING)).work?.goals).toHaveLength(1);
		expect((await withGoals(on.db, bank, before, MORNING)).work).toBeUndefined();
	});

	it('say before they are set what they cost, counting the others in, and store nothing', async () => {
		const learner = await newLearner(on.db);
		const wish = { deck: 'all', day: addDays(TODAY, 20), name: '' };
		const alone = await tryDeadline(on.db, bank, learner, wish, MORNING);
		if (!alone.ok) throw new Error(alone.code);
		expect(alone.plan).toMatchObject({ items: bank.items.length, unseen: bank.items.length });
		expect(alone.plan.raise.newPerDay).toBeGreaterThan(learner.settings.newPerDay);
		expect(alone.plan.known).toBeGreaterThan(alone.plan.knownWithout);
		expect(await deadlinesQuery(on.db, learner.id)).toEqual([]);
		await set(learner, 'topic:taiwan', 3);
		const beside = await tryDeadline(on.db, bank, await withGoals(on.db, bank, learner, MORNING), wish, MORNING);
		expect(beside.ok && beside.plan.days[0]!.fresh).toBeGreaterThan(alone.plan.days[0]!.fresh);
	});

	it('take her own answer times, once enough are known', async () => {
		const learner = await newLearner(on.db);
		const row = { learnerId: learner.id, answered: 19, durationMs: 19 * 30_000 };
		await on.db.insert(learnerDays).values({ ...row, day: TODAY });
		expect(await secondsPerAnswer(on.db, learner, MORNING)).toBe(12);
		await on.db.insert(learnerDays).values({ ...row, day: addDays(TODAY, -1) });
		expect(await secondsPerAnswer(on.db, learner, MORNING)).toBe(30);
		expect(await secondsPerAnswer(on.db, learner, days(90))).toBe(12);
	});

	it('refuse a day that is no day, today, the past, more than a year ahead; another deck; a long name', async () => {
		const learner = await newLearner(on.db);
		const code = async (wish: unknown) => {
			const made = await setDeadline(on.db, bank, learner, wish, MORNING);
			return made.ok ? 'ok' : made.code;
		};
		const wish = { deck: 'all', day: addDays(TODAY, 1), name: 'exam' };
		for (const day of [TODAY, addDays(TODAY, -1), addDays(TODAY, 367), '2026-02-30'])
			expect(await code({ ...wish, day }), day).toMatch(/^invalid_(deadline|input)$/);
		for (const day of ['', 'tomorrow', '2026-1-1', "2026-01-01'; drop table deadlines"])
			expect(await code({ ...wish, day }), day).toBe('invalid_input');
		for (const deck of ['due', 'topic:nothing', 'study:x', '', '__proto__'])
			expect(await code({ ...wish, deck })).toBe('unknown_deck');
		expect(await code({ ...wish, name: 'x'.repeat(81) })).toBe('invalid_input');
		expect(await code({ ...wish, learnerId: randomUUID() })).toBe('invalid_input');
		expect(await code(wish)).toBe('ok');
	});

	it('are twenty at most, also when many are set at once, and are removed by their owner alone', async () => {
		const [learner, other] = [await newLearner(on.db), await newLearner(on.db)];
		const wish = { deck: 'all', day: addDays(TODAY, 9), name: '' };
		const made = await Promise.all(Array.from({ length: 25 }, () => setDeadline(on.db, bank, learner, wish, MORNING)));
		expect(made.filter(({ ok }) => ok)).toHaveLength(20);
		const first = made.find((one) => one.ok);
		const id = first?.ok ? first.id : '';
		expect(await removeDeadline(on.db, other, id)).toEqual({ ok: false, code: 'not_found' });
		expect(await removeDeadline(on.db, learner, 'no id')).toEqual({ ok: false, code: 'not_found' });
		expect(await removeDeadline(on.db, learner, id)).toEqual({ ok: true });
		expect(await listDeadlines(on.db, bank, learner, MORNING)).toHaveLength(19);
	});

	describe('a backlog', () => {
		/** Somebody who learnt seventy items and stayed away for a month. */
		async function back(): Promise<Learner> {
			const learner = await newLearner(on.db);
			const stored = await updateSettings(on.db, learner, { newPerDay: 500, learningSteps: [], fuzz: false });
			if (!stored.ok) throw new Error(stored.code);
			const eager = { ...learner, settings: stored.settings };
			await work(eager, MORNING, 70);
			await work(eager, days(1), 40);
			return eager;
		}

		it('is offered to be spread, spread by her choice, and the rest waits for its day', async () => {
			const learner = await back();
			const now = days(40);
			const offer = await catchUpState(on.db, bank, learner, now);
			if (offer.kind !== 'offer') throw new Error(offer.kind);
			expect(offer.overdue).toBeGreaterThan(60);
			expect(await startCatchUp(on.db, learner, { days: 1, fresh: 'none' }, now)).toMatchObject({ ok: false });
			expect(await startCatchUp(on.db, learner, { days: 5, fresh: 'all' }, now)).toMatchObject({ ok: false });
			expect(await startCatchUp(on.db, learner, { days: 5, fresh: 'none' }, now)).toEqual({ ok: true });
			const from = dayOf(now, learner.settings);
			const settings = { ...learner.settings, catchUp: { from, days: 5, fresh: 'none' as const } };
			const active = await catchUpState(on.db, bank, { ...learner, settings }, now);
			expect(active).toMatchObject({ kind: 'active', rest: offer.overdue, left: 5, lastDay: addDays(from, 4) });
			expect(await endCatchUp(on.db, learner)).toEqual({ ok: true });
			expect(await catchUpState(on.db, bank, learner, now)).toMatchObject({ kind: 'offer' });
		});

		it('is worked off a part a day, with nothing new meanwhile, and ends by itself', async () => {
			const learner = await back();
			const now = days(40);
			const from = dayOf(now, learner.settings);
			const spread = {
				...learner,
				settings: { ...learner.settings, catchUp: { from, days: 3, fresh: 'none' as const } }
			};
			const state = await catchUpState(on.db, bank, spread, now);
			const rest = state.kind === 'active' ? state.rest : 0;
			const first = await work(spread, now);
			expect(first).toHaveLength(Math.ceil(rest / 3));
			expect(await catchUpState(on.db, bank, spread, now)).toMatchObject({ rest: rest - first.length });
			await work(spread, days(41));
			await work(spread, days(42));
			expect(await catchUpState(on.db, bank, spread, days(42))).toEqual({ kind: 'none' });
		});
	});

	it('are read by indexes', async () => {
		const { id } = await newLearner(on.db);
		expect(await planOf(on.db, deadlinesQuery(on.db, id))).toContain('deadlines_learner_id_id_pk');
		expect(await planOf(on.db, paceQuery(on.db, id, TODAY))).toContain('learner_days_learner_id_day_pk');
		expect(await planOf(on.db, firstSinceQuery(on.db, id, ['a', 'b'], MORNING))).toMatch(/reviews_(item|time)/);
	});
});
