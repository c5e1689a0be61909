import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Response } from '#lib/domain/grading/types.ts';
import type { AnswerInput } from '#lib/domain/reviewing/messages.ts';
import type { WorkspaceItem } from '#lib/domain/workbench.ts';
import { auditCard } from '#lib/domain/scheduling/replay.ts';
import { attachText } from '#lib/server/articles/attach-text.ts';
import { bankFor } from '#lib/server/bank/bank-for.ts';
import { inDeck, parseDeck, type Shipped } from '#lib/server/bank/bank.ts';
import { loadBank } from '#lib/server/bank/load-bank.ts';
import { passagesOf } from '#lib/server/bank/passages.ts';
import { articles } from '#lib/server/db/schema/articles.ts';
import { cards, reviews, undos } from '#lib/server/db/schema/reviews.ts';
import { itemReports } from '#lib/server/db/schema/workspaces.ts';
import { inTransaction } from '#lib/server/db/transaction.ts';
import { balanceOf } from '#lib/server/items/balance.ts';
import { editItem } from '#lib/server/items/edit-item.ts';
import { publishItems } from '#lib/server/items/publish-items.ts';
import { retireItem } from '#lib/server/items/retire-item.ts';
import { loadItems, workspaceItemsOf } from '#lib/server/items/workspace-items.ts';
import { addEntry, removeEntry } from '#lib/server/lexicon/entries.ts';
import { listReports } from '#lib/server/reports/list-reports.ts';
import { reportItem } from '#lib/server/reports/report-item.ts';
import { resolveReport } from '#lib/server/reports/resolve-report.ts';
import { settleShippedReport, shippedReports } from '#lib/server/reports/shipped-reports.ts';
import { answer } from '#lib/server/reviews/answer.ts';
import { toCard } from '#lib/server/reviews/card-row.ts';
import { listDecks } from '#lib/server/reviews/decks.ts';
import { findOutcome } from '#lib/server/reviews/find-outcome.ts';
import { cardsByItem } from '#lib/server/reviews/known-cards.ts';
import { freshItem } from '#lib/server/reviews/lock-item.ts';
import { nextPrompt } from '#lib/server/reviews/next-prompt.ts';
import { undo } from '#lib/server/reviews/undo.ts';
import type { Learner } from '#lib/server/reviews/today.ts';
import { removeMember } from '#lib/server/workspaces/members.ts';
import { renewRevision } from '#lib/server/workspaces/revision.ts';
import { describeOnEachDatabase } from './harness.ts';
import {
	ARTICLE,
	Bench,
	edit,
	minutes,
	MORNING,
	newArticle,
	newLearner,
	newMember,
	newWorkspace,
	OTHER_ARTICLE,
	pool
} from './workspace-fixture.ts';

const failed = (code: string) => ({ ok: false, code });

describeOnEachDatabase('a workspace’s items', (on) => {
	let shipped: Shipped;
	let owner: Learner;
	beforeAll(async () => {
		shipped = await loadBank(on.db, 'seeds', MORNING);
		owner = await newLearner(on.db, 'Ada');
	});

	const itemsIn = async (workspaceId: string): Promise<WorkspaceItem[]> => {
		const found = await workspaceItemsOf(on.db, shipped, owner, workspaceId);
		if (!found.ok) throw new Error(found.code);
		return found.items;
	};
	/** Publishes the items of these ids, or all that are ready, as they now stand. */
	async function publish(workspaceId: string, ids?: string[]) {
		const seen = await workspaceItemsOf(on.db, shipped, owner, workspaceId);
		if (!seen.ok) throw new Error(seen.code);
		const chosen = seen.items.filter(({ item }) => ids?.includes(item.id)).map(seenAs);
		const which = ids ? { items: chosen } : { ready: seen.ready.stamp };
		return publishItems(on.db, shipped, owner, workspaceId, which, MORNING);
	}
	const seenAs = ({ item, seq }: WorkspaceItem) => ({ id: item.id, version: item.version, seq });
	const bankOf = (who: Learner) => bankFor(on.db, shipped, who.id);

	/** A workspace with one article all of whose proposals are accepted, and a learner of it. */
	async function published() {
		const workspaceId = await newWorkspace(on.db, owner, 'Lyon');
		const bench = new Bench(on.db, shipped, owner, workspaceId, await newArticle(on.db, owner, workspaceId));
		await bench.done({ do: 'accept-above', confidence: 0 });
		const made = await publish(workspaceId);
		if (!made.ok) throw new Error(made.code);
		const learner = await newMember(on.db, owner, workspaceId, 'learner', null);
		return { workspaceId, bench, learner, made };
	}

	/** The item that asks who pledged what; its key is a name. */
	const pledge = (items: WorkspaceItem[]) =>
		items.find(({ item }) => item.key === 'Fumio Kishida' && item.kind === 'commitment')!;

	function typed(item: WorkspaceItem['item'], seq: number, text: string): AnswerInput {
		const formIndex = item.forms.findIndex(({ form }) => form === 'typed');
		const response: Response = { form: 'typed', text };
		const { id: itemId, version: itemVersion } = item;
		return { id: randomUUID(), itemId, itemVersion, formIndex, seq, response, retry: false, durationMs: 10 };
	}
	const cardOf = async (who: Learner, itemId: string) => {
		const rows = await on.db.select().from(cards).where(eq(cards.learnerId, who.id));
		return rows.find((row) => row.itemId === itemId);
	};

	describe('are made of accepted facts', () => {
		it('alone, and are drafts until they are published', async () => {
			const workspaceId = await newWorkspace(on.db, owner);
			const bench = new Bench(on.db, shipped, owner, workspaceId, await newArticle(on.db, owner, workspaceId));
			expect(await itemsIn(workspaceId)).toEqual([]);
			const fact = (await bench.open()).facts.find(({ fact: f }) => f.kind === 'commitment' && f.holder !== 'France')!;
			await bench.done({ do: 'accept', id: fact.id, seq: 0 });
			const items = await itemsIn(workspaceId);
			expect(items.length).toBeGreaterThan(0);
			for (const { item, status, changed, seq } of items) {
				expect([item.facts, status, changed, seq]).toEqual([[fact.id], 'draft', false, 0]);
			}
			expect((await bankOf(owner)).items).toHaveLength(shipped.bank.items.length);
		});

		it('and wait for the ruling where a known fact says something else', async () => {
			const workspaceId = await newWorkspace(on.db, owner);
			const bench = new Bench(on.db, shipped, owner, workspaceId, await newArticle(on.db, owner, workspaceId));
			const port = 'France will invest 40 million euros in a port at Yokohama';
			const figure = { kind: 'figure' as const, statement: `${port}.`, gist: 'the port at Yokohama', unit: 'EUR' };
			await bench.add(ARTICLE, port, { ...figure, value: 40_000_000 });
			const before = (await itemsIn(workspaceId)).length;
			expect(before).toBeGreaterThan(0);
			const other = await bench.add(ARTICLE, 'Yokohama', { ...figure, value: 45_000_000 });
			expect(await itemsIn(workspaceId)).toEqual([]);
			await bench.done({ do: 'rule', id: other.id, seq: 0, choice: 'do-not-ask' });
			expect(await itemsIn(workspaceId)).toEqual([]);
			await bench.done({ do: 'rule', id: other.id, seq: 1, choice: 'accept-both' });
			expect((await itemsIn(workspaceId)).length).toBeGreaterThan(0);
		});

		it('generated once for as long as nothing changes, and at once when something does', async () => {
			const workspaceId = await newWorkspace(on.db, owner);
			const bench = new Bench(on.db, shipped, owner, workspaceId, await newArticle(on.db, owner, workspaceId));
			const load = () => loadItems(on.db, shipped, workspaceId, 'seeds');
			const seen = [await load()];
			/** What was made is the same object where nothing was made anew. */
			const anew = async () => {
				const [before, now] = [seen.at(-1)!, await load()];
				seen.push(now);
				return now.knowledge !== before.knowledge;
			};
			expect(await anew()).toBe(false);
			const fact = (await bench.open()).facts.find(({ fact: f }) => f.kind === 'commitment' && f.holder !== 'France')!;
			await bench.done({ do: 'accept', id: fact.id, seq: 0 });
			expect([await anew(), seen.at(-1)!.items.length > 0]).toEqual([true, true]);
			const port = 'France will invest 40 million euros in a port at Yokohama';
			const figure = { kind: 'figure' as const, statement: `${port}.`, gist: 'the port at Yokohama', unit: 'EUR' };
			const own = await bench.add(ARTICLE, port, { ...figure, value: 40_000_000 });
			const asksOf = (id: string) => seen.at(-1)!.items.some(({ item }) => item.facts.includes(id));
			expect([await anew(), asksOf(own.id)]).toEqual([true, true]);
			await bench.done({ do: 'undo' });
			expect([await anew(), asksOf(own.id)]).toEqual([true, false]);
			const made = await publish(workspaceId);
			expect(made).toMatchObject({ ok: true });
			await anew();
			await balanceOf(on.db, shipped, owner, workspaceId, 'seeds');
			expect([await anew(), seen.at(-1)!.items[0]!.status]).toEqual([false, 'published']);
			const { item, seq } = seen.at(-1)!.items[0]!;
			const edit = { feedback: 'So says the Lyon report, and nobody else.' };
			await editItem(on.db, shipped, owner, workspaceId, item.id, { seq, edit }, MORNING, 'seeds');
			expect([await anew(), seen.at(-1)!.items[0]!.item.feedback]).toEqual([false, edit.feedback]);
			const label = { kind: 'topic', id: 'ports', label: 'Ports', words: ['port'] };
			const entry = await addEntry(on.db, owner, workspaceId, label, MORNING);
			if (!entry.ok) throw new Error(entry.code);
			expect([await anew(), seen.at(-1)!.topics[0]!.label]).toEqual([true, 'Ports']);
			await removeEntry(on.db, owner, workspaceId, entry.id, MORNING);
			expect([await anew(), seen.at(-1)!.topics[0]!.label === 'Ports']).toEqual([true, false]);
			await newArticle(on.db, owner, workspaceId, OTHER_ARTICLE);
			expect(await anew()).toBe(true);
		});

		it('in a transaction without waiting for a request that waits for it', async () => {
			const { workspaceId, bench } = await published();
			const fact = (await bench.open()).facts.find(({ state }) => state === 'accepted')!;
			await bench.done({ do: 'reopen', id: fact.id, seq: fact.seq });
			const { item, seq } = (await itemsIn(workspaceId))[0]!;
			await bench.done({ do: 'accept', id: fact.id, seq: fact.seq + 1 });
			const [, changed] = await Promise.all([
				itemsIn(workspaceId),
				editItem(on.db, shipped, owner, workspaceId, item.id, { seq, edit: { feedback: 'So they say.' } }, MORNING),
				itemsIn(workspaceId)
			]);
			expect(changed).toMatchObject({ ok: true });
		});

		it('for editors’ eyes alone', async () => {
			const { workspaceId, learner } = await published();
			const stranger = await newLearner(on.db);
			for (const [who, code] of [
				[learner, 'not_an_editor'],
				[stranger, 'not_found']
			] as const) {
				expect(await workspaceItemsOf(on.db, shipped, who, workspaceId)).toEqual(failed(code));
				expect(await publishItems(on.db, shipped, who, workspaceId, { ready: '' }, MORNING)).toEqual(failed(code));
				expect(await retireItem(on.db, who, workspaceId, { id: 'x', seq: 0 }, MORNING)).toEqual(failed(code));
				expect(await balanceOf(on.db, shipped, who, workspaceId)).toEqual(failed(code));
				const change = { seq: 0, edit: null };
				expect(await editItem(on.db, shipped, who, workspaceId, 'x', change, MORNING)).toEqual(failed(code));
			}
		});
	});

	describe('when they are published', () => {
		it('are asked of the members and of nobody else, in a deck of their own', async () => {
			const { workspaceId, learner, made } = await published();
			expect(made.published).toBeGreaterThan(3);
			const bank = await bankOf(learner);
			expect(bank.items).toHaveLength(shipped.bank.items.length + made.published);
			const deck = parseDeck(bank, `workspace:${workspaceId}`)!;
			const own = bank.items.filter((item) => inDeck(item, deck));
			expect(own).toHaveLength(made.published);
			const { prompt } = await nextPrompt(on.db, bank, learner, deck, MORNING);
			expect(bank.workspaceOf(prompt!.itemId)).toBe(workspaceId);
			const decks = await listDecks(on.db, bank, learner, MORNING);
			expect(decks.find(({ by }) => by === 'workspace')).toMatchObject({ label: 'Lyon', items: made.published });
			const stranger = await newLearner(on.db);
			const theirs = await bankOf(stranger);
			expect(theirs.item(own[0]!.id)).toBeUndefined();
			expect(parseDeck(theirs, `workspace:${workspaceId}`)).toBeUndefined();
			const sent = typed(own[0]!, 0, 'x');
			expect(await answer(on.db, theirs, stranger, sent, MORNING)).toEqual(failed('unknown_item'));
		});

		it('are those that were seen: of two people at once one publishes, and the other looks again', async () => {
			const workspaceId = await newWorkspace(on.db, owner);
			const bench = new Bench(on.db, shipped, owner, workspaceId, await newArticle(on.db, owner, workspaceId));
			await bench.done({ do: 'accept-above', confidence: 0 });
			const seen = await workspaceItemsOf(on.db, shipped, owner, workspaceId);
			if (!seen.ok) throw new Error(seen.code);
			const publishing = (which: object) => publishItems(on.db, shipped, owner, workspaceId, which, MORNING);
			const ready = { ready: seen.ready.stamp };
			const both = await Promise.all([publishing(ready), publishing(ready)]);
			expect(both.map((one) => (one.ok ? 'published' : one.code)).sort()).toEqual(['items_changed', 'published']);
			const { item, seq } = pledge(await itemsIn(workspaceId));
			const shown = { id: item.id, version: item.version, seq };
			const edit = { feedback: 'Fumio Kishida made this pledge, says the Lyon report.' };
			await editItem(on.db, shipped, owner, workspaceId, item.id, { seq, edit }, MORNING);
			expect(await publishing({ items: [shown] })).toEqual(failed('edit_conflict'));
			expect(await publishing({ items: [{ ...shown, seq: seq + 1 }] })).toEqual(failed('edit_conflict'));
			expect((await bankOf(owner)).item(item.id)?.feedback).toBe(item.feedback);
			expect(await publishing({ items: [{ ...shown, id: 'none' }] })).toEqual(failed('unknown_item'));
			expect(await publishing({ all: true })).toEqual(failed('invalid_input'));
			expect(await publish(workspaceId, [item.id])).toMatchObject({ published: 1 });
		});

		it('are ready only where the facts still make them', async () => {
			const { workspaceId, bench } = await published();
			const { item } = pledge(await itemsIn(workspaceId));
			const fact = await bench.fact(item.facts[0]!);
			await bench.done({ do: 'reject', id: fact.id, seq: fact.seq, reason: 'not-said', note: '' });
			const seen = await workspaceItemsOf(on.db, shipped, owner, workspaceId);
			expect(seen.ok && seen.ready.ids).not.toContain(item.id);
		});

		it('are held back by what the rubric finds', async () => {
			const { workspaceId } = await published();
			const { item, seq } = pledge(await itemsIn(workspaceId));
			const question = 'All of the above is wrong, and who said so before this, and he was not the one who did NOT?';
			const changed = await editItem(on.db, shipped, owner, workspaceId, item.id, { seq, edit: { question } }, MORNING);
			if (!changed.ok) throw new Error(changed.code);
			expect(changed.item.findings.length).toBeGreaterThan(0);
			const made = await publish(workspaceId, [item.id]);
			expect(made).toMatchObject({ ok: true, published: 0, heldBack: [{ id: item.id }] });
			expect((await bankOf(owner)).item(item.id)?.question).toBe(item.question);
			const balance = await balanceOf(on.db, shipped, owner, workspaceId);
			if (!balance.ok) throw new Error(balance.code);
			expect(balance.heldBack.map((held) => held.item)).toContain(item.id);
			expect(balance.report.items).toBeGreaterThan(2);
		});

		it('change for learners with the next publication alone, and every version is kept', async () => {
			const { workspaceId, learner } = await published();
			const { item, seq } = pledge(await itemsIn(workspaceId));
			const sent = typed(item, 0, item.key);
			expect(await answer(on.db, await bankOf(learner), learner, sent, MORNING)).toMatchObject({
				outcome: { verdict: { verdict: 'correct' } }
			});
			const feedback = 'Fumio Kishida made this pledge, says the Lyon report.';
			const made = await editItem(on.db, shipped, owner, workspaceId, item.id, { seq, edit: { feedback } }, MORNING);
			expect(made).toMatchObject({ ok: true, item: { changed: true, edit: { feedback }, factChanged: false } });
			expect((await bankOf(learner)).item(item.id)?.version).toBe(item.version);
			const late = await editItem(on.db, shipped, owner, workspaceId, item.id, { seq, edit: null }, MORNING);
			expect(late).toMatchObject({ ok: false, code: 'edit_conflict', item: { edit: { feedback } } });
			expect(await publish(workspaceId, [item.id])).toMatchObject({ published: 1 });
			const bank = await bankOf(learner);
			expect(bank.item(item.id)?.feedback).toBe(feedback);
			const told = await findOutcome(on.db, bank, learner, sent.id);
			if (!told.ok) throw new Error(told.code);
			expect(told.outcome.explanation.feedback).toBe(item.feedback);
			// The key is what it was: the memory stays.
			expect((await cardOf(learner, item.id))?.memory).toBe(bank.memory(item.id));
		});

		it('count as new again where they have come to ask something else', async () => {
			const { workspaceId, bench, learner } = await published();
			const { item } = pledge(await itemsIn(workspaceId));
			const first = await answer(on.db, await bankOf(learner), learner, typed(item, 0, item.key), MORNING);
			expect(first).toMatchObject({ ok: true });
			const fact = await bench.fact(item.facts[0]!);
			const { kind, topic, statement, gist, modality, polarity, value, unit, evidence } = fact.fact;
			const wanted = { kind, topic, gist, modality, polarity, value, unit };
			const macron = {
				...wanted,
				statement: statement.replace('Fumio Kishida', 'Emmanuel Macron'),
				holder: 'Emmanuel Macron',
				evidence: evidence.map(({ start, end }) => ({ start, end }))
			};
			await bench.done({ do: 'edit', id: fact.id, seq: fact.seq, edit: macron });
			expect(await publish(workspaceId, [item.id])).toMatchObject({ published: 1 });
			const bank = await bankOf(learner);
			const now = bank.item(item.id)!;
			expect(now.key).toBe('Emmanuel Macron');
			expect(bank.memory(item.id)).not.toBeNull();
			const known = async () => (await cardsByItem(on.db, bank, learner)).has(item.id);
			expect(await known()).toBe(false);
			const seq = (await freshItem(on.db, learner.id, item.id)).seq;
			expect(await answer(on.db, bank, learner, typed(now, 1, now.key), minutes(2))).toEqual(failed('stale_card'));
			const again = await answer(on.db, bank, learner, typed(now, seq, now.key), minutes(60 * 24 * 30));
			expect(again).toMatchObject({ ok: true, outcome: { verdict: { verdict: 'correct' } } });
			const log = (await on.db.select().from(reviews).where(eq(reviews.learnerId, learner.id))).sort(
				(a, b) => a.reviewedAt.getTime() - b.reviewedAt.getTime()
			);
			expect(log.map(({ before }) => before)).toEqual([null, null]);
			const card = (await cardOf(learner, item.id))!;
			expect(card.memory).toBe(bank.memory(item.id));
			expect(auditCard(log, new Set(), toCard(card))).toEqual({ ok: true });
			expect(await known()).toBe(true);
			// Taken back, the card of what was asked before is there again, and does not count.
			await undo(on.db, learner, minutes(60 * 24 * 30));
			const taken = new Set(
				(await on.db.select().from(undos).where(eq(undos.learnerId, learner.id))).map(({ reviewId }) => reviewId)
			);
			const back = (await cardOf(learner, item.id))!;
			expect(back.memory).toBeNull();
			expect(auditCard(log, taken, toCard(back))).toEqual({ ok: true });
			expect(await known()).toBe(false);
		});

		it('are asked no more once they are retired, or their fact is rejected, and come back', async () => {
			const { workspaceId, bench, learner } = await published();
			const { item } = pledge(await itemsIn(workspaceId));
			const retire = (seq: number) => retireItem(on.db, owner, workspaceId, { id: item.id, seq }, MORNING);
			expect(await retire(0)).toEqual(failed('edit_conflict'));
			expect(await retire(1)).toEqual({ ok: true });
			expect((await bankOf(learner)).item(item.id)).toBeUndefined();
			expect(await retire(2)).toEqual(failed('unknown_item'));
			expect(await publish(workspaceId)).toMatchObject({ published: 0 });
			await publish(workspaceId, [item.id]);
			expect((await bankOf(learner)).item(item.id)).toBeDefined();
			const fact = await bench.fact(item.facts[0]!);
			await bench.done({ do: 'reject', id: fact.id, seq: fact.seq, reason: 'not-said', note: '' });
			expect((await bankOf(learner)).item(item.id)).toBeUndefined();
			const gone = (await itemsIn(workspaceId)).find((one) => one.item.id === item.id);
			expect(gone).toMatchObject({ status: 'published', changed: true });
			await bench.done({ do: 'undo' });
			expect((await bankOf(learner)).item(item.id)).toBeDefined();
		});
	});

	describe('evidence', () => {
		it('shows the passage with the words marked, to members alone', async () => {
			const { workspaceId, learner } = await published();
			const { item } = pledge(await itemsIn(workspaceId));
			const bank = await bankOf(learner);
			const sent = typed(item, 0, item.key);
			const told = await answer(on.db, bank, learner, sent, MORNING);
			if (!told.ok || told.again) throw new Error('not answered');
			const [entry] = told.outcome.explanation.evidence;
			expect(entry!.source.label).toBe('the Lyon report');
			const { passage } = entry!.places[0]!;
			expect(ARTICLE).toContain(`${passage!.before}${passage!.marked}${passage!.after}`);
			expect(passage!.marked).toContain('poultry');
			// A bank that was composed before she left opens no text any more.
			await removeMember(on.db, owner, workspaceId, learner.id, MORNING);
			const later = await findOutcome(on.db, bank, learner, sent.id);
			expect(JSON.stringify(later)).not.toContain('passage');
			expect(await findOutcome(on.db, await bankOf(learner), learner, sent.id)).toEqual(failed('unknown_item'));
		});

		it('that articles add to a shipped fact makes its sources more, and attached texts show their passages', async () => {
			const workspaceId = await newWorkspace(on.db, owner);
			const item = shipped.bank.items.find(
				({ citations, facts, forms }) =>
					facts.length === 1 &&
					forms.some(({ form }) => form === 'typed') &&
					citations.some(({ source }) => source === 'iria')
			)!;
			const bench = new Bench(on.db, shipped, owner, workspaceId, await newArticle(on.db, owner, workspaceId));
			const mine = await bench.add(ARTICLE, 'Yokohama', { value: 3, gist: 'anything', statement: 'Three.' });
			await bench.done({ do: 'merge', id: mine.id, seq: 0, into: item.facts[0]!, intoSeq: 0 });
			const bank = await bankOf(owner);
			const more = bank.item(item.id)!;
			expect(more.version).toBe(item.version);
			expect(more.corroboration.sources).toEqual([...item.corroboration.sources, bench.articleId]);
			expect(more.corroboration.origins).toBe(item.corroboration.origins + 1);
			const place = item.citations.find(({ source }) => source === 'iria')!;
			const text = `One line.\n\nHere it says ${place.anchor} and more. It ends.`;
			const from = { from: 'text' as const, text };
			const attached = await attachText(on.db, shipped, owner, workspaceId, 'iria', from, MORNING, { pool });
			expect(attached).toMatchObject({ ok: true });
			const told = await answer(on.db, await bankOf(owner), owner, typed(item, 0, item.key), MORNING);
			if (!told.ok || told.again) throw new Error('not answered');
			const { evidence, corroboration } = told.outcome.explanation;
			expect(corroboration).toMatchObject({ of: 6 });
			const passages = evidence.flatMap(({ source, places }) =>
				places.flatMap(({ passage }) => (passage ? [[source.id, passage.marked.toLowerCase()]] : []))
			);
			expect(passages).toContainEqual([bench.articleId, 'yokohama']);
			expect(passages.some(([source]) => source === 'iria')).toBe(true);
			const stranger = await newLearner(on.db);
			const theirs = await answer(on.db, await bankOf(stranger), stranger, typed(item, 0, item.key), MORNING);
			expect(JSON.stringify(theirs)).not.toContain('passage');
		});

		it('is placed in paragraphs that are read once: a text never changes', async () => {
			const workspaceId = await newWorkspace(on.db, owner);
			const bench = new Bench(on.db, shipped, owner, workspaceId, await newArticle(on.db, owner, workspaceId));
			const item = shipped.bank.items.find(({ facts }) => facts.length === 1)!;
			const mine = await bench.add(ARTICLE, 'Yokohama', { value: 3, gist: 'anything', statement: 'Three.' });
			await bench.done({ do: 'merge', id: mine.id, seq: 0, into: item.facts[0]!, intoSeq: 0 });
			const placed = async () => {
				const bank = await bankOf(owner);
				const { paragraphs } = bank.sources.find(({ id }) => id === bench.articleId)!;
				const place = bank.item(item.id)!.citations.find(({ source }) => source === bench.articleId)!;
				return [bank.revision, paragraphs, place.paragraph];
			};
			const [first, ...places] = await placed();
			expect(places).toEqual([8, 8]);
			await on.db.update(articles).set({ text: 'gone' }).where(eq(articles.id, bench.articleId));
			await inTransaction(on.db, (tx) => renewRevision(tx, workspaceId, MORNING));
			const [second, ...again] = await placed();
			expect([again, second === first]).toEqual([[8, 8], false]);
		});

		it('stays where its article has become the text of a shipped source', async () => {
			const { workspaceId, bench, learner } = await published();
			await on.db.update(articles).set({ attachedTo: 'iria' }).where(eq(articles.id, bench.articleId));
			await inTransaction(on.db, (tx) => renewRevision(tx, workspaceId, MORNING));
			const { item } = pledge(await itemsIn(workspaceId));
			const told = await answer(on.db, await bankOf(learner), learner, typed(item, 0, item.key), MORNING);
			if (!told.ok || told.again) throw new Error('not answered');
			expect(told.outcome.explanation.evidence[0]!.places[0]!.passage!.marked).toContain('poultry');
		});

		it('of a source with two texts is shown in the text that it was found in', async () => {
			const member = await newLearner(on.db, 'Member');
			const item = shipped.bank.items.find(({ facts }) => facts.length === 1)!;
			for (const text of [ARTICLE, OTHER_ARTICLE.repeat(3)]) {
				const workspaceId = await newWorkspace(on.db, member);
				const articleId = await newArticle(on.db, member, workspaceId, text);
				await on.db.update(articles).set({ attachedTo: 'iria' }).where(eq(articles.id, articleId));
				if (text !== ARTICLE) continue;
				const bench = new Bench(on.db, shipped, member, workspaceId, articleId);
				const mine = await bench.add(text, 'poultry imports', { value: 3, gist: 'anything', statement: 'Three.' });
				await bench.done({ do: 'merge', id: mine.id, seq: 0, into: item.facts[0]!, intoSeq: 0 });
			}
			const bank = await bankOf(member);
			const passage = await passagesOf(on.db, bank, member, bank.item(item.id)!);
			const place = bank.item(item.id)!.citations.find(({ span }) => span !== undefined)!;
			expect(passage(place)!.marked).toBe('poultry imports');
		});
	});

	describe('reports', () => {
		it('reach the editors of the item’s workspace, once each, and are settled by them', async () => {
			const { workspaceId, learner } = await published();
			const { item } = pledge(await itemsIn(workspaceId));
			const bank = await bankOf(learner);
			const report = { id: randomUUID(), itemId: item.id, itemVersion: item.version, reason: 'wrong', note: 'No.' };
			const stranger = await newLearner(on.db);
			expect(await reportItem(on.db, await bankOf(stranger), stranger, report, MORNING)).toEqual(
				failed('unknown_item')
			);
			expect(await reportItem(on.db, bank, learner, { ...report, at: 0 }, MORNING)).toEqual(failed('invalid_input'));
			expect(await reportItem(on.db, bank, learner, report, MORNING)).toEqual({ ok: true });
			expect(await reportItem(on.db, bank, learner, report, MORNING)).toEqual({ ok: true });
			expect(pledge(await itemsIn(workspaceId)).openReports).toBe(1);
			const listed = await listReports(on.db, owner, workspaceId);
			if (!listed.ok) throw new Error(listed.code);
			expect(listed).toMatchObject({ total: 1, page: 1, pages: 1, settled: [] });
			expect(listed.open).toMatchObject([{ question: item.question, reason: 'wrong', note: 'No.', resolved: null }]);
			expect(await listReports(on.db, learner, workspaceId)).toEqual(failed('not_an_editor'));
			const settled = { learnerId: learner.id, id: report.id, outcome: 'fixed' };
			const other = await newWorkspace(on.db, stranger);
			expect(await resolveReport(on.db, stranger, other, settled, MORNING)).toEqual(failed('unknown_report'));
			expect(await resolveReport(on.db, owner, workspaceId, settled, MORNING)).toEqual({ ok: true });
			const after = await listReports(on.db, owner, workspaceId);
			expect(after).toMatchObject({ open: [], settled: [{ resolved: { outcome: 'fixed', by: 'Ada' } }] });
			expect(pledge(await itemsIn(workspaceId)).openReports).toBe(0);
		});
	});

	describe('many reports', () => {
		it('come in pages, the oldest first, and of the settled ones the last', async () => {
			const workspaceId = await newWorkspace(on.db, owner);
			const ids = Array.from({ length: 120 }, () => randomUUID());
			const row = { learnerId: owner.id, workspaceId, itemId: 'x', itemVersion: 'y', reason: 'typo' as const };
			const settled = { resolvedAt: MORNING, resolvedBy: owner.id, outcome: 'fixed' as const };
			const all = ids.map((id, at) => ({ ...row, id, note: `${at}`, at: minutes(at), ...(at < 60 ? settled : {}) }));
			await on.db.insert(itemReports).values(all);
			const page = async (number: number) => {
				const listed = await listReports(on.db, owner, workspaceId, number);
				if (!listed.ok) throw new Error(listed.code);
				return listed;
			};
			const [first, second] = [await page(1), await page(2)];
			expect([first.total, first.pages, first.open.length, second.open.length]).toEqual([60, 2, 50, 10]);
			expect([first.open[0]!.note, second.open[0]!.note]).toEqual(['60', '110']);
			expect(first.settled).toHaveLength(50);
			expect([(await page(99)).page, (await page(Number.NaN)).page, (await page(-1)).page]).toEqual([2, 1, 1]);
		});

		it('on shipped questions are seen and settled by whoever holds the database', async () => {
			const [item] = shipped.bank.items;
			const before = (await shippedReports(on.db)).total;
			const report = { id: randomUUID(), itemId: item!.id, itemVersion: item!.version, reason: 'wrong', note: 'No.' };
			expect(await reportItem(on.db, shipped.bank, owner, report, MORNING)).toEqual({ ok: true });
			const { reports: open, total } = await shippedReports(on.db);
			expect(total).toBe(before + 1);
			const mine = open.find(({ id }) => id === report.id);
			const { id, itemId, reason, note } = report;
			expect(mine).toEqual({ id, itemId, question: item!.question, reason, note, at: MORNING });
			expect(await settleShippedReport(on.db, 'x', 'fixed', MORNING)).toBe(false);
			expect(await settleShippedReport(on.db, randomUUID(), 'fixed', MORNING)).toBe(false);
			expect(await settleShippedReport(on.db, id, 'fixed', MORNING)).toBe(true);
			expect((await shippedReports(on.db)).total).toBe(before);
		});
	});

	describe('two articles', () => {
		it('that say the same make one item with two sources', async () => {
			const { workspaceId, bench } = await published();
			const text = OTHER_ARTICLE.replace('45', '40');
			const port = 'France will invest 40 million euros in a port at Yokohama';
			const articleId = await newArticle(on.db, owner, workspaceId, text, 'the other report');
			const second = new Bench(on.db, shipped, owner, workspaceId, articleId);
			const before = (await itemsIn(workspaceId)).length;
			const { facts } = await bench.open();
			const { id } = facts.find(({ fact }) => fact.kind === 'commitment' && fact.statement.includes('Yokohama'))!;
			const other = await second.add(text, port, edit(text, port, { kind: 'commitment', gist: 'a port' }));
			await second.done({ do: 'merge', id: other.id, seq: 0, into: id, intoSeq: (await bench.fact(id)).seq });
			const items = await itemsIn(workspaceId);
			expect(items).toHaveLength(before);
			const joined = items.find(({ item }) => item.facts[0] === id)!;
			expect(joined.item.corroboration.sources).toHaveLength(2);
		});
	});
});
