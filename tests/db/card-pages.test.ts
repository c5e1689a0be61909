import { beforeAll, expect, it } from 'vitest';
import type { Item } from '#lib/domain/items/types.ts';
import type { Deed } from '#lib/domain/reviewing/sync.ts';
import type { Bank } from '#lib/server/bank/bank.ts';
import { loadBank } from '#lib/server/bank/load-bank.ts';
import { cardPage } from '#lib/server/reviews/card-page.ts';
import { listCards, marksQuery, ownWrongsQuery, type CardView } from '#lib/server/reviews/list-cards.ts';
import type { Learner } from '#lib/server/reviews/today.ts';
import { describeOnEachDatabase, type TestDatabase } from './harness.ts';
import { planOf } from './plan-of.ts';
import { MORNING, days, deed, minutes, newLearner, rated, send } from './sync-fixture.ts';

describeOnEachDatabase('the pages of cards', (on: TestDatabase) => {
	let bank: Bank;
	let choices: Item[];
	beforeAll(async () => {
		bank = (await loadBank(on.db, 'seeds', MORNING)).bank;
		choices = bank.items.filter(({ forms }) => forms.some(({ form }) => form === 'choice'));
	});
	const sendAll = (learner: Learner, deeds: readonly Deed[]) => send(on.db, bank, learner, deeds, days(9));
	const listed = async (learner: Learner, view: CardView, over: { text?: string; deck?: string; page?: number } = {}) =>
		listCards(on.db, bank, learner, { view, text: '', deck: 'all', page: 1, ...over }, days(9));
	const idsOf = async (learner: Learner, view: CardView) =>
		(await listed(learner, view)).cards.map(({ itemId }) => itemId);

	/** An answer that picks a wrong option of a choice. */
	function wrong(item: Item, at: Date): { deed: Deed; text: string } {
		const formIndex = item.forms.findIndex(({ form }) => form === 'choice');
		const form = item.forms[formIndex]!;
		if (form.form !== 'choice') throw new Error('no choice');
		const option = form.options.find(({ id }) => id !== form.key)!;
		const response = { form: 'choice' as const, option: option.id };
		return { deed: { ...rated(item, 1, at), formIndex, response } as Deed, text: option.text };
	}

	it('list what was met or marked, leeches first with what they are taken for', async () => {
		const learner = await newLearner(on.db, { leechAt: 2, relearningSteps: [], learningSteps: [] });
		const [leech, met, marked, aside] = choices;
		const slips = [1, 2, 3].map((n) => wrong(leech!, minutes(n * 30)));
		await sendAll(learner, [
			rated(leech!, 3, MORNING),
			...slips.map((slip) => slip.deed),
			rated(met!, 3, minutes(200)),
			deed('flag', minutes(201), { itemId: marked!.id, flag: 2 }),
			deed('suspend', minutes(202), { itemId: aside!.id, suspended: true }),
			deed('bury', minutes(203), { itemId: met!.id, until: '2026-04-01' })
		]);
		const { cards, total } = await listed(learner, 'met');
		expect(cards[0]).toMatchObject({ itemId: leech!.id, leech: true, confused: { text: slips[0]!.text, times: 3 } });
		expect(total).toBe(4);
		expect(await idsOf(learner, 'leech')).toEqual([leech!.id]);
		expect(await idsOf(learner, 'flagged')).toEqual([marked!.id]);
		expect(await idsOf(learner, 'suspended')).toEqual([aside!.id]);
		expect(await idsOf(learner, 'buried')).toEqual([met!.id]);
		expect(await idsOf(learner, 'due')).toContain(leech!.id);
		expect(await idsOf(learner, 'new')).not.toContain(met!.id);
		const all = await listed(learner, 'new');
		expect(all.pages).toBe(Math.ceil((bank.items.length - 2) / 25));
		expect((await listed(learner, 'new', { page: 9999 })).page).toBe(all.pages);
		const found = await listed(learner, 'met', { text: met!.question.toUpperCase() });
		expect(found.cards.map(({ itemId }) => itemId)).toEqual([met!.id]);
		expect((await listed(learner, 'met', { deck: `topic:${met!.topic}` })).total).toBe(
			[leech!, met!, marked!, aside!].filter(({ topic }) => topic === met!.topic).length
		);
	});

	it('tell of a card how it stands and all that befell it and still counts', async () => {
		const learner = await newLearner(on.db);
		const item = choices[0]!;
		const [first, flag, second] = [
			rated(item, 3, MORNING),
			deed('flag', minutes(5), { itemId: item.id, flag: 4 }),
			rated(item, 4, minutes(20))
		];
		await sendAll(learner, [first, flag, second, deed('undo', minutes(30), { deedId: flag.id })]);
		const page = await cardPage(on.db, bank, learner, item.id, days(9));
		if (!page.ok) throw new Error(page.code);
		expect(page.history.map(({ id }) => id)).toEqual([second.id, first.id]);
		expect(page).toMatchObject({ marks: { flag: 0 }, key: item.key, card: { reps: 2 } });
		expect(page.recall).toBeGreaterThan(0.5);
		expect(page.history[0]).toMatchObject({ kind: 'answer', after: { due: page.card!.due } });
		expect(await cardPage(on.db, bank, learner, 'no-such.item', days(9))).toEqual({ ok: false, code: 'unknown_item' });
	});

	it('read by indexes that begin with the learner', async () => {
		const { id } = await newLearner(on.db);
		expect(await planOf(on.db, marksQuery(on.db, id))).toMatch(/item_marks_learner_id_item_id_pk/);
		expect(await planOf(on.db, ownWrongsQuery(on.db, id, ['a', 'b']))).toMatch(/reviews_(item|time)/);
	});
});
