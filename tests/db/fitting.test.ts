import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CardState, Rating } from '#lib/domain/scheduling/card.ts';
import { historiesOf, type CountedReview } from '#lib/domain/scheduling/fit/history.ts';
import { USUAL_HABITS } from '#lib/domain/scheduling/fit/habits.ts';
import { DEFAULT_PARAMETERS } from '#lib/domain/scheduling/fsrs.ts';
import { readSettings } from '#lib/domain/scheduling/settings.ts';
import type { Bank } from '#lib/server/bank/bank.ts';
import { loadBank } from '#lib/server/bank/load-bank.ts';
import { learners } from '#lib/server/db/schema/learners.ts';
import { cards, itemMarks, learnerDays, reviews, undos } from '#lib/server/db/schema/reviews.ts';
import { modelFits } from '#lib/server/db/schema/scheduling.ts';
import { askFit } from '#lib/server/fitting/ask-fit.ts';
import { fitLearner } from '#lib/server/fitting/fit-learner.ts';
import { FitQueue } from '#lib/server/fitting/fit-queue.ts';
import type { FittingJob } from '#lib/server/fitting/fitting-job.ts';
import { fitsQuery } from '#lib/server/fitting/fits.ts';
import { FittingThread } from '#lib/server/fitting/fitting-thread.ts';
import { setDeckOptions } from '#lib/server/learners/set-deck-options.ts';
import { optionsCost } from '#lib/server/fitting/options-cost.ts';
import { habitsQuery, learnerWorkload, suspendedQuery } from '#lib/server/fitting/learner-workload.ts';
import { modelView } from '#lib/server/fitting/model-view.ts';
import { answersQuery, countAnswers, countedReviews, logPageQuery } from '#lib/server/fitting/review-log.ts';
import type { Learner } from '#lib/server/reviews/today.ts';
import { logOf, otherTruth } from '#tests/support/synthetic-log.ts';
import { describeOnEachDatabase } from './harness.ts';
import { planOf } from './plan-of.ts';
import { minutes, MORNING, newLearner } from './workspace-fixture.ts';

const DAY = 24 * 60;
const LATER = minutes(400 * DAY);
const card: CardState = {
	...{ state: 2, due: MORNING.toISOString(), stability: 3, difficulty: 5, scheduledDays: 3 },
	...{ step: 0, reps: 1, lapses: 0, lastReview: MORNING.toISOString(), seq: 1 }
};

describeOnEachDatabase('fitting the memory model', (on) => {
	const thread = new FittingThread();
	let bank: Bank;
	beforeAll(async () => {
		bank = (await loadBank(on.db, 'seeds', MORNING)).bank;
	});
	afterAll(() => thread.close());

	type Row = typeof reviews.$inferInsert;
	const row = (learner: Learner, review: CountedReview, at: Date, over: Partial<Row> = {}): Row => ({
		...{ learnerId: learner.id, id: randomUUID(), itemId: review.itemId, itemVersion: 'v', form: 'flashcard' },
		...{ formIndex: 0, response: { form: 'flashcard', rating: review.rating }, verdict: 'correct', reason: 'x' },
		...{ score: 1, rating: review.rating, durationMs: 4000, reviewedAt: at, day: review.day },
		...{ before: review.begins ? null : card, after: card },
		...over
	});
	/** Stores a log, an answer a minute, and the count of its days. */
	const store = async (learner: Learner, log: readonly CountedReview[], from = MORNING) => {
		const rows = log.map((review, index) => row(learner, review, new Date(from.getTime() + index * 60_000)));
		for (let at = 0; at < rows.length; at += 500) await on.db.insert(reviews).values(rows.slice(at, at + 500));
		const count = { answered: log.length, correct: 0, durationMs: 0 };
		await on.db.insert(learnerDays).values({ learnerId: learner.id, day: from.toISOString().slice(0, 10), ...count });
	};
	const learnt = async (truth: readonly number[], seed: number, items = 300) => {
		const learner = await newLearner(on.db);
		await store(learner, logOf(truth, seed, items, 240));
		return learner;
	};
	const settingsOf = async (learner: Learner) => {
		const [found] = await on.db.select().from(learners).where(eq(learners.id, learner.id));
		return readSettings(found!.settings);
	};
	const fitsOf = (learner: Learner) => on.db.select().from(modelFits).where(eq(modelFits.learnerId, learner.id));

	describe('from the log', () => {
		const answer = (itemId: string, day: string, rating: Rating, begins = false) => ({ itemId, day, rating, begins });

		it('leaves out what was taken back or replaced, and begins anew with a reset', async () => {
			const learner = await newLearner(on.db);
			const other = await newLearner(on.db);
			const rows = [
				row(learner, answer('a', '2026-03-02', 3, true), minutes(0)),
				row(learner, answer('a', '2026-03-05', 3), minutes(3 * DAY)),
				row(learner, answer('b', '2026-03-05', 1, true), minutes(3 * DAY + 1)),
				row(learner, answer('a', '2026-03-09', 4, true), minutes(7 * DAY)),
				row(learner, answer('a', '2026-03-11', 2), minutes(9 * DAY)),
				row(other, answer('a', '2026-03-03', 1, true), minutes(DAY))
			];
			const replacing = row(learner, answer('a', '2026-03-05', 1), minutes(3 * DAY), { amends: rows[1]!.id });
			await on.db.insert(reviews).values([...rows, replacing]);
			await on.db.insert(undos).values({ learnerId: learner.id, reviewId: rows[2]!.id, undoneAt: LATER });
			const histories = historiesOf(await countedReviews(on.db, learner.id));
			const told = histories.map((history) => history.map(({ rating, days }) => `${rating}@${days}`).join(' '));
			expect(told).toEqual(['3@0 1@3', '4@0 2@2']);
		});

		it('is read page by page, none twice and none left out', async () => {
			const learner = await newLearner(on.db);
			// All at one instant where a page ends: the id decides.
			const log = Array.from({ length: 5200 }, (_, n) => answer(`i${n}`, '2026-03-02', 3, true));
			const rows = log.map((review, n) => row(learner, review, minutes(n < 4900 ? n : 4900)));
			for (let at = 0; at < rows.length; at += 500) await on.db.insert(reviews).values(rows.slice(at, at + 500));
			const read = await countedReviews(on.db, learner.id);
			expect(read).toHaveLength(5200);
			expect(new Set(read.map(({ itemId }) => itemId)).size).toBe(5200);
		});
	});

	it('takes over what predicts her last quarter better, and leaves all else as it is', async () => {
		const learner = await learnt(otherTruth(7), 7000, 100);
		const bystander = await learnt(DEFAULT_PARAMETERS, 7000, 30);
		await on.db.update(learners).set({ settings: { newPerDay: 3, timeZone: 'Asia/Taipei' } });
		const result = await fitLearner(on.db, thread, learner.id, LATER);
		if (!result.ok) throw new Error(result.why);
		expect(result.fit).toMatchObject({
			version: 'FSRS-6',
			accepted: true,
			reviews: await countAnswers(on.db, learner.id)
		});
		expect(result.fit.lossAfter).toBeLessThan(result.fit.lossBefore);
		expect(await fitsOf(learner)).toEqual([result.fit]);
		const model = { version: 'FSRS-6', parameters: result.fit.parameters };
		expect(await settingsOf(learner)).toMatchObject({ newPerDay: 3, timeZone: 'Asia/Taipei', model });
		// Nobody else's log is read, nobody else's settings are changed.
		expect((await settingsOf(bystander)).model).toBeNull();
		expect(await fitsOf(bystander)).toEqual([]);
		const queue = new FitQueue(on.db, thread);
		const own = await modelView(on.db, queue, { ...learner, settings: await settingsOf(learner) });
		expect(own).toMatchObject({ own: true, missing: 0, fits: [{ accepted: true, inUse: true }], standing: 'idle' });
		expect(await modelView(on.db, queue, bystander)).toMatchObject({ own: false, fits: [] });
		// The next fit is compared with this one.
		const again = await fitLearner(on.db, thread, learner.id, minutes(401 * DAY));
		if (!again.ok) throw new Error(again.why);
		expect(again.fit).toMatchObject({ lossAfter: result.fit.lossAfter });
		expect(again.fit.lossBefore).not.toBe(result.fit.lossBefore);
	});

	it('keeps a fit that is not better, without taking it over', async () => {
		const learner = await learnt(DEFAULT_PARAMETERS, 1000);
		const result = await fitLearner(on.db, thread, learner.id, LATER);
		expect(result).toMatchObject({ ok: true, fit: { accepted: false } });
		expect((await settingsOf(learner)).model).toBeNull();
		expect(await fitsOf(learner)).toHaveLength(1);
	});

	it('needs four hundred answers, and says how many are missing', async () => {
		const learner = await newLearner(on.db);
		await store(learner, logOf(DEFAULT_PARAMETERS, 1, 60, 200).slice(0, 399));
		expect(await fitLearner(on.db, thread, learner.id, LATER)).toEqual({ ok: false, why: 'too_few' });
		const queue = new FitQueue(on.db, thread);
		expect(await modelView(on.db, queue, learner)).toMatchObject({ answers: 399, missing: 1, fits: [] });
		expect(await askFit(on.db, queue, learner)).toEqual({ ok: false, why: 'too_few' });
		expect(await fitLearner(on.db, thread, randomUUID(), LATER)).toMatchObject({ ok: false });
	});

	it('is kept once where two processes fit at once, and not at all where the model was changed meanwhile', async () => {
		const learner = await learnt(otherTruth(3), 3000, 150);
		// What happens elsewhere while this process computes.
		const fitWhile = async (elsewhere: () => Promise<unknown>, now: Date) => {
			const run = async (job: FittingJob) => {
				await elsewhere();
				return thread.run(job);
			};
			return fitLearner(on.db, { run }, learner.id, now);
		};
		const faster = () => fitLearner(on.db, thread, learner.id, LATER);
		expect(await fitWhile(faster, minutes(401 * DAY))).toEqual({ ok: false, why: 'overtaken' });
		expect((await fitsOf(learner)).map(({ fittedAt }) => fittedAt)).toEqual([LATER]);
		const model = { version: 'FSRS-6' as const, parameters: [...DEFAULT_PARAMETERS] };
		const change = () => on.db.update(learners).set({ settings: { model } }).where(eq(learners.id, learner.id));
		expect(await fitWhile(change, minutes(402 * DAY))).toEqual({ ok: false, why: 'overtaken' });
		expect((await settingsOf(learner)).model).toEqual(model);
		expect(await fitsOf(learner)).toHaveLength(1);
	});

	it('is done once a month for a learner who comes, behind her request', async () => {
		const learner = await learnt(otherTruth(2), 2000, 150);
		const fewer = await newLearner(on.db);
		await store(fewer, logOf(DEFAULT_PARAMETERS, 1, 20, 100).slice(0, 100));
		let now = LATER;
		const queue = new FitQueue(on.db, new FittingThread(), () => now);
		const visit = async (days: number) => {
			now = minutes((400 + days) * DAY);
			queue.visited(fewer.id);
			queue.visited(learner.id);
			queue.visited(learner.id);
			await queue.settled();
			return (await fitsOf(learner)).length;
		};
		expect(await visit(0)).toBe(1);
		expect(await visit(29)).toBe(1);
		expect(await visit(31)).toBe(1);
		// Only once there is more to learn from.
		await store(learner, logOf(otherTruth(2), 2001, 30, 60).slice(0, 60), minutes(399 * DAY));
		expect(await visit(32)).toBe(2);
		expect(await visit(33)).toBe(2);
		expect(await fitsOf(fewer)).toEqual([]);
		await queue.close();
	});

	it('is done when she asks, once however often, and not more than a few times an hour', async () => {
		const learner = await learnt(otherTruth(5), 5000, 150);
		const queue = new FitQueue(on.db, new FittingThread());
		const limiter = new RateLimiterMemory({ points: 1, duration: 3600 });
		expect(await askFit(on.db, queue, learner, limiter)).toEqual({ ok: true });
		expect(queue.standing(learner.id)).toBe('waiting');
		expect(await askFit(on.db, queue, learner, limiter)).toEqual({ ok: true });
		await queue.settled();
		expect(queue.standing(learner.id)).toBe('idle');
		expect(await fitsOf(learner)).toHaveLength(1);
		const settings = await settingsOf(learner);
		const asAsked = { ...learner, settings };
		expect(await askFit(on.db, queue, asAsked, limiter)).toEqual({ ok: false, why: 'nothing_new' });
		await store(learner, logOf(otherTruth(5), 5001, 5, 20).slice(0, 5), minutes(399 * DAY));
		expect(await askFit(on.db, queue, asAsked, limiter)).toEqual({ ok: false, why: 'too_often' });
		await queue.close();
		expect(queue.ask(learner.id)).toBe(false);
	});

	it('tells why nothing came out', async () => {
		const learner = await newLearner(on.db);
		const one = Array.from({ length: 420 }, (_, n) => ({ itemId: `i${n}`, day: '2026-03-02', begins: true }));
		await store(
			learner,
			one.map((review) => ({ ...review, rating: 3 as const }))
		);
		const queue = new FitQueue(on.db, thread);
		queue.ask(learner.id);
		await queue.settled();
		expect(queue.standing(learner.id)).toBe('few_judged');
		expect(await fitsOf(learner)).toEqual([]);
	});

	it('simulates from her own cards, habits and limits, without what she set aside', async () => {
		const learner = await newLearner(on.db);
		const other = await newLearner(on.db);
		const [first, second, third] = bank.items;
		const due = { ...card, due: MORNING, lastReview: MORNING, memory: null };
		const known = (itemId: string, of = learner) => ({ learnerId: of.id, itemId, ...due });
		await on.db.insert(cards).values([known(first!.id), known(second!.id), known(third!.id, other)]);
		await on.db.insert(itemMarks).values([
			{ learnerId: learner.id, itemId: second!.id, suspended: true },
			{ learnerId: other.id, itemId: first!.id, suspended: true }
		]);
		const wish = { from: 'mine', days: 30, newPerDay: 2 } as const;
		const simulate = (over = {}) => learnerWorkload(on.db, bank, learner, { ...wish, ...over }, thread, MORNING);
		const mine = await simulate();
		if (!mine.ok) throw new Error(mine.why);
		expect(mine.habits).toEqual(USUAL_HABITS);
		expect(mine.workload).toMatchObject({ items: bank.items.length - 1, met: 61, chosen: { retention: 0.9 } });
		const fromNothing = await simulate({ from: 'nothing' });
		expect(fromNothing).toMatchObject({ workload: { items: bank.items.length - 1, met: 60 } });
		const log = Array.from({ length: 60 }, (_, n) => ({ itemId: `i${n}`, day: '2026-03-02', begins: true }));
		await store(
			learner,
			log.map((review) => ({ ...review, rating: 3 as const }))
		);
		// 60 answers of 4 s and five usual ones of 10 s.
		expect(await simulate()).toMatchObject({ habits: { own: true, seconds: { 3: 290 / 65 } } });
	});

	it('says what options would cost beside those in use, of a deck alone too, and stores nothing', async () => {
		const learner = await newLearner(on.db);
		const cost = async (deck: string, fields: Record<string, unknown>) => {
			const found = await optionsCost(on.db, bank, learner, { deck, fields }, thread, MORNING);
			if (!found.ok) return `${found.code} ${found.field}`;
			if (!found.cost.ok) throw new Error(found.cost.why);
			return found.cost;
		};
		const same = await cost('all', {});
		if (typeof same === 'string') throw new Error(same);
		expect(same.then).toEqual(same.now);
		const more = await cost('all', { newPerDay: 30, desiredRetention: 0.95 });
		if (typeof more === 'string') throw new Error(more);
		expect(more.now).toEqual(same.now);
		expect(more.then.answers).toBeGreaterThan(1.5 * more.now.answers);
		expect(more.then.minutes).toBeGreaterThan(1.5 * more.now.minutes);
		const none = await cost('all', { newPerDay: 0 });
		expect(none).toMatchObject({ then: { answers: 0, minutes: 0 } });
		await setDeckOptions(on.db, bank, learner, 'topic:taiwan', { newPerDay: 1 });
		const deck = await cost('topic:taiwan', { newPerDay: 2 });
		if (typeof deck === 'string') throw new Error(deck);
		expect(deck.then.answers).toBeGreaterThan(deck.now.answers);
		expect(deck.then.answers).toBeLessThan(same.now.answers);
		expect(await cost('all', { newPerDay: 501 })).toBe('invalid_settings newPerDay');
		expect(await cost('topic:nowhere', {})).toBe('unknown_deck deck');
		expect(await cost('due', {})).toBe('unknown_deck deck');
		expect(await settingsOf(learner)).toEqual(learner.settings);
	});

	it('reads by indexes alone, each query one learner’s', async () => {
		const learner = await learnt(DEFAULT_PARAMETERS, 1, 20);
		const plans = {
			firstPage: await planOf(on.db, logPageQuery(on.db, learner.id, undefined)),
			nextPage: await planOf(on.db, logPageQuery(on.db, learner.id, { reviewedAt: MORNING, id: randomUUID() })),
			answers: await planOf(on.db, answersQuery(on.db, learner.id)),
			fits: await planOf(on.db, fitsQuery(on.db, learner.id, 1)),
			habits: await planOf(on.db, habitsQuery(on.db, learner.id)),
			suspended: await planOf(on.db, suspendedQuery(on.db, learner.id))
		};
		for (const plan of Object.values(plans)) {
			expect(plan).toMatch(/Index Cond: \(\(?learner_id = /);
			expect(plan).not.toMatch(/Seq Scan/);
		}
		expect(plans.nextPage).toMatch(/reviews_time/);
		expect(plans.answers).toMatch(/learner_days_learner_id_day_pk/);
		expect(plans.fits).toMatch(/model_fits_learner_id_id_pk/);
		expect(plans.suspended).toMatch(/item_marks_learner_id_item_id_pk/);
		// No sort of all of a learner's fits: the key is read backwards.
		expect(plans.fits).not.toMatch(/Sort/);
	});
});
