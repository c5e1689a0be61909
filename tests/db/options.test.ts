import { randomBytes } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '#lib/domain/scheduling/settings.ts';
import type { Item } from '#lib/domain/items/types.ts';
import type { Bank } from '#lib/server/bank/bank.ts';
import { loadBank } from '#lib/server/bank/load-bank.ts';
import { learners } from '#lib/server/db/schema/learners.ts';
import { learnerDays } from '#lib/server/db/schema/reviews.ts';
import { deckOptions } from '#lib/server/db/schema/scheduling.ts';
import { uuidv7 } from '#lib/server/db/uuidv7.ts';
import { deckOptionsOf, deckOptionsQuery, decksOfItem, optionsOfItem } from '#lib/server/learners/deck-options.ts';
import { listDeckNames } from '#lib/server/learners/list-deck-names.ts';
import { setDeckOptions } from '#lib/server/learners/set-deck-options.ts';
import { setTodayLimits, todayLimits } from '#lib/server/learners/today-limits.ts';
import { updateSettings } from '#lib/server/learners/update-settings.ts';
import type { Learner } from '#lib/server/reviews/today.ts';
import { describeOnEachDatabase, type TestDatabase } from './harness.ts';
import { planOf } from './plan-of.ts';

const NOW = new Date('2026-03-02T10:00:00Z');

describeOnEachDatabase('options', (on: TestDatabase) => {
	let bank: Bank;
	let taiwan: Item;
	beforeAll(async () => {
		bank = (await loadBank(on.db, 'seeds', NOW)).bank;
		taiwan = bank.items.find(({ topic }) => topic === 'taiwan')!;
	});

	async function newLearner(): Promise<Learner> {
		const learner = { id: uuidv7(NOW, randomBytes(16)), settings: DEFAULT_SETTINGS };
		await on.db.insert(learners).values({ ...learner, createdAt: NOW });
		return learner;
	}
	const set = (learner: Learner, deck: string, options: Record<string, unknown>) =>
		setDeckOptions(on.db, bank, learner, deck, options);

	describe('of a deck', () => {
		it('schedule its items and no others, and no other learner’s', async () => {
			const [learner, other] = [await newLearner(), await newLearner()];
			expect(await set(learner, 'topic:taiwan', { desiredRetention: 0.95, learningSteps: [] })).toMatchObject({
				ok: true
			});
			const own = await deckOptionsOf(on.db, learner.id);
			const elsewhere = bank.items.find(({ topic }) => topic === 'fentanyl')!;
			const of = (item: Item) => optionsOfItem(bank, item, learner.settings, own);
			expect(of(taiwan)).toMatchObject({ desiredRetention: 0.95, learningSteps: [], relearningSteps: [10] });
			expect(of(elsewhere)).toMatchObject({ desiredRetention: 0.9, learningSteps: [1, 10] });
			expect((await deckOptionsOf(on.db, other.id)).size).toBe(0);
		});

		it('are found in the item’s topic before its sources', async () => {
			const learner = await newLearner();
			const source = `source:${taiwan.corroboration.sources[0]}`;
			expect(decksOfItem(bank, taiwan)).toContain(source);
			await set(learner, source, { desiredRetention: 0.8 });
			const retention = async () => {
				const own = await deckOptionsOf(on.db, learner.id);
				return optionsOfItem(bank, taiwan, learner.settings, own).desiredRetention;
			};
			expect(await retention()).toBe(0.8);
			await set(learner, 'topic:taiwan', { desiredRetention: 0.97 });
			expect(await retention()).toBe(0.97);
		});

		it('are replaced by the next ones, and go with none', async () => {
			const learner = await newLearner();
			await set(learner, 'topic:taiwan', { newPerDay: 3 });
			await set(learner, 'topic:taiwan', { mix: 'new-first' });
			expect([...(await deckOptionsOf(on.db, learner.id)).values()]).toEqual([{ mix: 'new-first' }]);
			const marked = listDeckNames(bank, await deckOptionsOf(on.db, learner.id)).filter(({ hasOwn }) => hasOwn);
			expect(marked.map(({ name }) => name)).toEqual(['topic:taiwan']);
			await set(learner, 'topic:taiwan', {});
			expect((await deckOptionsOf(on.db, learner.id)).size).toBe(0);
		});

		it('are refused for a deck that is none, or that is everything', async () => {
			const learner = await newLearner();
			for (const deck of ['all', 'due', '', 'topic:', 'topic:nowhere', 'study:x', 'constructor', '__proto__']) {
				expect(await set(learner, deck, { newPerDay: 3 })).toMatchObject({ ok: false, code: 'unknown_deck' });
			}
			expect(await on.db.select().from(deckOptions).where(eq(deckOptions.learnerId, learner.id))).toEqual([]);
		});

		it.each([
			['desiredRetention', 0],
			['desiredRetention', 1],
			['learningSteps', [0]],
			['learningSteps', [1, NaN]],
			['learningSteps', [1, 1, 1, 1, 1, 1, 1]],
			['relearningSteps', [10_081]],
			['maximumInterval', 0],
			['newPerDay', 1.5],
			['fuzz', 'maybe'],
			['leechAction', 'delete'],
			['timeZone', 'UTC'],
			['model', null]
		])('are refused by name where %s is %o', async (field, value) => {
			const learner = await newLearner();
			const refused = { ok: false, code: 'invalid_settings', field };
			expect(await set(learner, 'topic:taiwan', { newPerDay: 3, [field]: value })).toMatchObject(refused);
			expect((await deckOptionsOf(on.db, learner.id)).size).toBe(0);
		});

		it('are found by the primary key', async () => {
			const learner = await newLearner();
			expect(await planOf(on.db, deckOptionsQuery(on.db, learner.id))).toContain('deck_options_learner_id_deck_pk');
		});
	});

	describe('of today alone', () => {
		it('hold on the learner’s own day and are gone the next', async () => {
			const learner = { ...(await newLearner()), settings: { ...DEFAULT_SETTINGS, timeZone: 'Asia/Shanghai' } };
			expect(await todayLimits(on.db, learner, NOW)).toEqual({ moreNew: 0, moreReviews: 0 });
			expect(await setTodayLimits(on.db, learner, { moreNew: 10, moreReviews: -20 }, NOW)).toEqual({ ok: true });
			expect(await todayLimits(on.db, learner, NOW)).toEqual({ moreNew: 10, moreReviews: -20 });
			// Four in the morning in Shanghai is eight in the evening by UTC.
			expect(await todayLimits(on.db, learner, new Date('2026-03-02T19:59:00Z'))).toMatchObject({ moreNew: 10 });
			expect(await todayLimits(on.db, learner, new Date('2026-03-02T20:01:00Z'))).toMatchObject({ moreNew: 0 });
		});

		it('leave what was done on the day as it was', async () => {
			const learner = await newLearner();
			await on.db.insert(learnerDays).values({ learnerId: learner.id, day: '2026-03-02', answered: 7, introduced: 3 });
			await setTodayLimits(on.db, learner, { moreNew: 1, moreReviews: 2 }, NOW);
			const [row] = await on.db.select().from(learnerDays).where(eq(learnerDays.learnerId, learner.id));
			expect(row).toMatchObject({ answered: 7, introduced: 3, moreNew: 1, moreReviews: 2 });
		});

		it.each([
			['moreNew', NaN],
			['moreNew', 501],
			['moreReviews', -2001],
			['moreReviews', 0.5]
		])('are refused by name where %s is %d', async (field, value) => {
			const learner = await newLearner();
			const limits = { moreNew: 0, moreReviews: 0, [field]: value };
			expect(await setTodayLimits(on.db, learner, limits, NOW)).toMatchObject({ ok: false, field });
			expect(await todayLimits(on.db, learner, NOW)).toEqual({ moreNew: 0, moreReviews: 0 });
		});
	});

	it('of a learner take every field that the page has, and keep the others', async () => {
		const learner = await newLearner();
		const easyDays = ['normal', 'normal', 'normal', 'normal', 'normal', 'reduced', 'minimum'];
		const result = await updateSettings(on.db, learner, { easyDays, balance: false, learningSteps: [1, 1440] });
		expect(result).toMatchObject({ ok: true, settings: { easyDays, balance: false, learningSteps: [1, 1440] } });
		const [row] = await on.db.select().from(learners).where(eq(learners.id, learner.id));
		expect(row?.settings).toEqual({ ...DEFAULT_SETTINGS, easyDays, balance: false, learningSteps: [1, 1440] });
		expect(await updateSettings(on.db, learner, { easyDays: ['normal'] })).toMatchObject({ field: 'easyDays' });
	});

	it('of a learner leave what somebody else stored since the request began', async () => {
		const learner = await newLearner();
		await updateSettings(on.db, learner, { newPerDay: 7 });
		await updateSettings(on.db, learner, { reviewsPerDay: 70 });
		const [row] = await on.db.select().from(learners).where(eq(learners.id, learner.id));
		expect(row?.settings).toEqual({ ...DEFAULT_SETTINGS, newPerDay: 7, reviewsPerDay: 70 });
	});
});
