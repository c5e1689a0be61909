import { beforeAll, expect, it } from 'vitest';
import { eq } from 'drizzle-orm';
import type { Item } from '#lib/domain/items/types.ts';
import type { Deed } from '#lib/domain/reviewing/sync.ts';
import { DEFAULT_PARAMETERS } from '#lib/domain/scheduling/fsrs.ts';
import { dayOf } from '#lib/domain/scheduling/clock.ts';
import { auditCard } from '#lib/domain/scheduling/replay.ts';
import type { Bank } from '#lib/server/bank/bank.ts';
import { cards } from '#lib/server/db/schema/reviews.ts';
import { lastChangesQuery } from '#lib/server/fitting/movable-cards.ts';
import {
	lastReschedule,
	lastRescheduleQuery,
	previewReschedule,
	reschedule,
	rescheduledQuery,
	undoReschedule
} from '#lib/server/fitting/reschedule.ts';
import { toChange } from '#lib/server/reviews/item-log.ts';
import { cardPage } from '#lib/server/reviews/card-page.ts';
import { recentDeeds } from '#lib/server/reviews/recent-deeds.ts';
import type { Learner } from '#lib/server/reviews/today.ts';
import { describeOnEachDatabase } from './harness.ts';
import { planOf } from './plan-of.ts';
import {
	cardOf,
	days,
	deed,
	shippedBank,
	logOf,
	memoryOf,
	minutes,
	newLearner,
	rated,
	resultsOf,
	send
} from './sync-fixture.ts';

const CARDS = 40;
/** Everything is forgotten much faster than the model thought: first stabilities are a twentieth. */
const WEAKER = DEFAULT_PARAMETERS.map((weight, index) => (index < 4 ? weight / 20 : weight));
const NOW = days(60);

describeOnEachDatabase('rescheduling', (on) => {
	let bank: Bank;
	let items: Item[];
	beforeAll(async () => {
		({ bank, items } = await shippedBank(on.db, CARDS));
	});

	const as = (learner: Learner, parameters = WEAKER): Learner => ({
		...learner,
		settings: { ...learner.settings, model: { version: 'FSRS-6', parameters: [...parameters] } }
	});
	const take = async (learner: Learner, deeds: readonly Deed[], now: Date) =>
		expect(resultsOf(await send(on.db, bank, learner, deeds, now))).toEqual(deeds.map(() => 'applied'));

	/** Forty cards, each answered three times by the model of everybody. */
	async function learnt(): Promise<Learner> {
		const learner = await newLearner(on.db, { learningSteps: [], relearningSteps: [] });
		for (const at of [0, 4, 16])
			await take(
				learner,
				items.map((item, index) => rated(item, 3, minutes(index, days(at)))),
				days(at + 0.5)
			);
		return learner;
	}

	/** Whether each card follows from its log. */
	async function audited(learner: Learner) {
		const { log, changes, undone } = await logOf(on.db, learner);
		const results = await Promise.all(
			items.map(async ({ id }) => {
				const own = log
					.filter(({ itemId }) => itemId === id)
					.sort((a, b) => a.reviewedAt.getTime() - b.reviewedAt.getTime());
				const counting = changes.filter((one) => one.itemId === id && !undone.has(one.id)).map(toChange);
				const ofCard = counting.flatMap((one) =>
					one.kind === 'reset' || one.kind === 'set-due' || one.kind === 'reschedule' ? [one] : []
				);
				return auditCard(own, undone, await cardOf(on.db, learner, id), ofCard);
			})
		);
		return results.filter(({ ok }) => !ok);
	}

	it('shows first what moves, stores nothing by that, and then moves just that, no day a wall', async () => {
		const learner = as(await learnt());
		const before = await memoryOf(on.db, learner);
		const view = await previewReschedule(on.db, bank, learner, NOW);
		expect(view).toMatchObject({ moved: CARDS, earlier: CARDS, later: 0 });
		expect(await memoryOf(on.db, learner)).toEqual(before);
		expect(await reschedule(on.db, bank, learner, NOW)).toBe(CARDS);
		const after = await memoryOf(on.db, learner);
		const today = dayOf(NOW, learner.settings);
		const due = after.cards.map((card) => dayOf(new Date(card.due), learner.settings));
		expect(due.every((day) => day >= today)).toBe(true);
		for (const { day, after: expected } of view.days) expect(due.filter((one) => one === day)).toHaveLength(expected);
		// They would all have been due at once: a day takes ten.
		expect(Math.max(...view.days.map((day) => day.after))).toBe(10);
		expect(view.days.slice(0, 4).map((day) => day.after)).toEqual([10, 10, 10, 10]);
		expect(after.cards.every((card, index) => card.stability < before.cards[index]!.stability)).toBe(true);
		expect(after.cards.every((card, index) => card.seq === before.cards[index]!.seq + 1)).toBe(true);
		expect(after.days).toEqual(before.days);
		expect(await audited(learner)).toEqual([]);
		expect(await reschedule(on.db, bank, learner, minutes(5, NOW))).toBe(0);
		const page = await cardPage(on.db, bank, learner, items[0]!.id, minutes(6, NOW));
		expect(page.ok && page.history[0]).toMatchObject({ kind: 'change', change: { kind: 'reschedule' } });
		expect((await recentDeeds(on.db, learner)).every(({ kind }) => kind === 'answer')).toBe(true);
	});

	it('is taken back whole, also where cards were answered since', async () => {
		const learner = as(await learnt());
		const before = await memoryOf(on.db, learner, { counts: false });
		await reschedule(on.db, bank, learner, NOW);
		expect(await lastReschedule(on.db, learner.id)).toEqual({ at: NOW, cards: CARDS });
		const answers = items.slice(0, 3).map((item, index) => rated(item, 3, minutes(10 + index, NOW)));
		await take(learner, answers, days(60.5));
		expect(await undoReschedule(on.db, learner, days(61))).toBe(CARDS);
		expect(await lastReschedule(on.db, learner.id)).toBeNull();
		expect(await undoReschedule(on.db, learner, days(61))).toBe(0);
		const back = await memoryOf(on.db, learner, { counts: false });
		const answered = new Set(items.slice(0, 3).map(({ id }) => id));
		const rest = ({ itemId }: { itemId: string }) => !answered.has(itemId);
		expect(back.cards.filter(rest)).toEqual(before.cards.filter(rest));
		expect(await audited(learner)).toEqual([]);
		// The answers since begin where the cards were before it.
		for (const { id } of items.slice(0, 3)) {
			const old = before.cards.find(({ itemId }) => itemId === id)!;
			const { log } = await logOf(on.db, learner);
			const [last] = log
				.filter(({ itemId }) => itemId === id)
				.sort((a, b) => b.reviewedAt.getTime() - a.reviewedAt.getTime());
			expect(last!.before).toMatchObject({ due: old.due, stability: old.stability });
		}
	});

	it('is the same whenever an answer of another device arrives, and holds for the memory that it was made of', async () => {
		const learner = as(await learnt());
		const late = rated(items[0]!, 1, days(18));
		await reschedule(on.db, bank, learner, NOW);
		const moved = await cardOf(on.db, learner, items[0]!.id);
		await take(learner, [late], days(62));
		const card = await cardOf(on.db, learner, items[0]!.id);
		expect(card).toMatchObject({ lapses: 1, lastReview: days(18).toISOString() });
		expect(card!.due).not.toBe(moved!.due);
		expect(await audited(learner)).toEqual([]);
		// Without that answer it is where it was moved to again.
		await take(learner, [deed('undo', days(63), { deedId: late.id })], days(63));
		expect(await cardOf(on.db, learner, items[0]!.id)).toMatchObject({ due: moved!.due, stability: moved!.stability });
		expect(await audited(learner)).toEqual([]);
	});

	it('leaves alone what is set aside, in its steps, or made due by hand', async () => {
		const learner = as(await learnt());
		const at = (n: number) => minutes(n, days(17));
		const [aside, buried, byHand] = items.map(({ id }) => id) as [string, string, string];
		await take(
			learner,
			[
				deed('suspend', at(1), { itemId: aside, suspended: true }),
				deed('bury', at(2), { itemId: buried, until: '2026-07-01' }),
				deed('set-due', at(3), { itemId: byHand, day: '2026-07-20' })
			],
			days(18)
		);
		await on.db.update(cards).set({ state: 3, step: 0 }).where(eq(cards.itemId, items[3]!.id));
		const before = await memoryOf(on.db, learner);
		expect(await reschedule(on.db, bank, learner, NOW)).toBe(CARDS - 4);
		const after = await memoryOf(on.db, learner);
		const left = new Set([aside, buried, byHand, items[3]!.id]);
		const of = (all: typeof before) => all.cards.filter(({ itemId }) => left.has(itemId));
		expect(of(after)).toEqual(of(before));
	});

	it('sent twice at once moves everything once', async () => {
		const learner = as(await learnt());
		const counts = await Promise.all([
			reschedule(on.db, bank, learner, NOW),
			reschedule(on.db, bank, learner, minutes(1, NOW))
		]);
		expect(counts.sort((a, b) => a - b)).toEqual([0, CARDS]);
	});

	it('reads by indexes that begin with the learner', async () => {
		const { id } = await newLearner(on.db);
		expect(await planOf(on.db, lastRescheduleQuery(on.db, id))).toMatch(/card_changes_(time|item|learner_id)/);
		expect(await planOf(on.db, rescheduledQuery(on.db, id, NOW))).toMatch(/card_changes_(time|item|learner_id)/);
		expect(await planOf(on.db, lastChangesQuery(on.db, id))).toMatch(/card_changes_(time|item|learner_id)/);
	});
});
