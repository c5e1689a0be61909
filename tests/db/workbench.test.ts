import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadBank } from '#lib/server/bank/load-bank.ts';
import type { Shipped } from '#lib/server/bank/bank.ts';
import type { WorkbenchFact } from '#lib/domain/workbench.ts';
import type { Learner } from '#lib/server/reviews/today.ts';
import { knownBook } from '#lib/server/workbench/known.ts';
import { openWorkbench } from '#lib/server/workbench/open-workbench.ts';
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
	OTHER_ARTICLE
} from './workspace-fixture.ts';

const PORT = 'France will invest 40 million euros in a port at Yokohama';
const figure = {
	kind: 'figure' as const,
	statement: `${PORT}.`,
	gist: 'the port at Yokohama',
	value: '40,000,000',
	unit: 'EUR'
};

describeOnEachDatabase('the workbench', (on) => {
	let shipped: Shipped;
	let owner: Learner;
	let workspaceId: string;
	beforeAll(async () => {
		shipped = await loadBank(on.db, 'seeds', MORNING);
		owner = await newLearner(on.db, 'Ada');
		workspaceId = await newWorkspace(on.db, owner);
	});

	async function freshBench(): Promise<Bench> {
		const workspace = await newWorkspace(on.db, owner);
		return new Bench(on.db, shipped, owner, workspace, await newArticle(on.db, owner, workspace));
	}
	/** A fact without what counts its changes. */
	const without = (fact: WorkbenchFact) => ({ ...fact, seq: 0, changedBy: null });

	describe('on an article', () => {
		it('shows its lines, its proposals in the order of the text, and what to choose from', async () => {
			const workbench = await (await freshBench()).open();
			expect(workbench.blocks[0]).toMatchObject({ role: 'headline', paragraph: 1 });
			const starts = workbench.facts.map(({ fact }) => fact.evidence[0]!.start);
			expect(starts).toEqual([...starts].sort((a, b) => a - b));
			for (const { fact } of workbench.facts)
				for (const { start, end, text } of fact.evidence) expect(ARTICLE.slice(start, end)).toBe(text);
			expect(workbench.progress).toMatchObject({ total: workbench.facts.length, proposed: workbench.facts.length });
			expect(workbench.undo).toBeNull();
			expect(workbench.topics.map(({ id }) => id)).toContain('trade');
			expect(workbench.holders).toEqual(expect.arrayContaining(['both sides', 'Emmanuel Macron']));
		});

		it('is closed to strangers and to learners of the workspace, and to nobody’s id', async () => {
			const bench = await freshBench();
			const { facts } = await bench.open();
			const command = { do: 'accept', id: facts[0]!.id, seq: 0 };
			const learner = await newMember(on.db, owner, bench.workspaceId, 'learner');
			for (const [who, code] of [
				[await newLearner(on.db), 'not_found'],
				[learner, 'not_an_editor']
			] as const) {
				const theirs = new Bench(on.db, shipped, who, bench.workspaceId, bench.articleId);
				expect(await theirs.run(command)).toMatchObject({ ok: false, code, facts: [] });
				const opened = await openWorkbench(on.db, shipped, who, bench.workspaceId, bench.articleId);
				expect(opened).toEqual({ ok: false, code });
			}
			const elsewhere = new Bench(on.db, shipped, owner, workspaceId, bench.articleId);
			expect(await elsewhere.run(command)).toMatchObject({ ok: false, code: 'unknown_article' });
			const other = await newArticle(on.db, owner, bench.workspaceId, OTHER_ARTICLE);
			const wrong = new Bench(on.db, shipped, owner, bench.workspaceId, other);
			expect(await wrong.run(command)).toMatchObject({ ok: false, code: 'unknown_fact', facts: [] });
		});

		it('takes no command with unknown or ill-formed fields', async () => {
			const bench = await freshBench();
			const id = randomUUID();
			const good = edit(ARTICLE, PORT, figure);
			for (const command of [
				null,
				{ do: 'drop' },
				{ do: 'accept', id, seq: 0, state: 'accepted' },
				{ do: 'accept', id: 'x', seq: 0 },
				{ do: 'add', id, edit: { ...good, confidence: 1 } },
				{ do: 'add', id, edit: { ...good, statement: 'a\0b' } },
				{ do: 'add', id, edit: { ...good, statement: 'half \ud83d' } },
				{ do: 'reject', id, seq: 0, reason: 'whim', note: '' },
				{ do: 'accept-above', confidence: 2 }
			])
				expect(await bench.run(command)).toMatchObject({ ok: false, code: 'invalid_input' });
		});
	});

	describe('a command', () => {
		it('accepts, rejects, edits and reopens a proposal, and says how far the article is', async () => {
			const bench = await freshBench();
			const [one, two, three] = (await bench.open()).facts.filter(({ known }) => known.length === 0);
			const accepted = await bench.done({ do: 'accept', id: one!.id, seq: 0 });
			expect(accepted.facts[0]).toMatchObject({ state: 'accepted', seq: 1, changedBy: 'Ada' });
			expect(accepted.progress.accepted).toBe(1);
			const rejected = await bench.done({ do: 'reject', id: two!.id, seq: 0, reason: 'not-said', note: 'no' });
			expect(rejected.facts[0]).toMatchObject({ state: 'rejected', rejected: { reason: 'not-said', note: 'no' } });
			const wanted = edit(ARTICLE, PORT, figure);
			const edited = await bench.done({ do: 'edit', id: three!.id, seq: 0, edit: wanted });
			expect(edited.facts[0]).toMatchObject({
				state: 'edited',
				fact: { kind: 'figure', value: 40_000_000, holder: 'France', evidence: [{ text: PORT }] },
				proposed: { statement: three!.fact.statement }
			});
			const reopened = await bench.done({ do: 'reopen', id: two!.id, seq: 1 });
			expect(reopened.facts[0]).toMatchObject({ state: 'proposed', seq: 2 });
			expect(reopened.facts[0]).not.toHaveProperty('rejected');
			expect(reopened.progress).toMatchObject({ accepted: 2, rejected: 0 });
		});

		it('on an older state is refused with the fact as it stands, and changes nothing', async () => {
			const bench = await freshBench();
			const editor = await newMember(on.db, owner, bench.workspaceId, 'editor', 'Bo');
			const theirs = new Bench(on.db, shipped, editor, bench.workspaceId, bench.articleId);
			const [fact] = (await bench.open()).facts;
			await theirs.done({ do: 'reject', id: fact!.id, seq: 0, reason: 'other', note: '' });
			const late = await bench.run({ do: 'accept', id: fact!.id, seq: 0 });
			expect(late).toMatchObject({ ok: false, code: 'stale_fact', facts: [{ state: 'rejected', changedBy: 'Bo' }] });
			expect(await bench.fact(fact!.id)).toMatchObject({ state: 'rejected', seq: 1 });
		});

		it('of two at the same moment on one fact counts once', async () => {
			const bench = await freshBench();
			const [fact] = (await bench.open()).facts;
			const answers = await Promise.all(
				Array.from({ length: 5 }, () => bench.run({ do: 'reject', id: fact!.id, seq: 0, reason: 'other', note: '' }))
			);
			expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
			expect((await bench.fact(fact!.id)).seq).toBe(1);
		});

		it('that adds a fact adds it once, however often it is sent, and never over another’s', async () => {
			const bench = await freshBench();
			const before = (await bench.open()).progress.total;
			const made = await bench.add(ARTICLE, PORT, figure);
			expect(made).toMatchObject({ state: 'accepted', madeBy: 'hand', fact: { rule: 'by-hand', value: 40_000_000 } });
			await bench.add(ARTICLE, PORT, figure, made.id);
			expect((await bench.open()).progress.total).toBe(before + 1);
			const other = await freshBench();
			const stolen = await other.run({ do: 'add', id: made.id, edit: edit(ARTICLE, PORT, figure) });
			expect(stolen).toMatchObject({ ok: false, code: 'fact_id_used', facts: [] });
		});

		it('with a value that does not fit, or with evidence that is not there, is refused', async () => {
			const bench = await freshBench();
			const good = edit(ARTICLE, PORT, figure);
			const add = (over: object) => bench.run({ do: 'add', id: randomUUID(), edit: { ...good, ...over } });
			expect(await add({ value: 'forty' })).toMatchObject({ code: 'invalid_value' });
			expect(await add({ kind: 'date', value: 'March 4' })).toMatchObject({ code: 'invalid_value' });
			expect(await add({ kind: 'participant', value: 'Macron' })).toMatchObject({ code: 'invalid_value' });
			expect(await add({ evidence: [] })).toMatchObject({ code: 'evidence_missing' });
			expect(await add({ evidence: [{ start: 0, end: 99_999 }] })).toMatchObject({ code: 'evidence_outside' });
			expect(await add({ kind: 'date', value: '2024-03-04/2024-03-06' })).toMatchObject({ ok: true });
		});

		it('that accepts all above a confidence takes no other, and is one change', async () => {
			const bench = await freshBench();
			const before = await bench.open();
			const sure = before.facts.filter(({ fact }) => fact.confidence >= 0.9).length;
			const answer = await bench.done({ do: 'accept-above', confidence: 0.9 });
			expect(answer.facts).toHaveLength(sure);
			expect(answer.progress.accepted + answer.progress.merged).toBe(sure);
			expect((await bench.done({ do: 'undo' })).progress).toEqual(before.progress);
			expect((await bench.open()).facts.map(without)).toEqual(before.facts.map(without));
		});
	});

	describe('merging', () => {
		it('unites the evidence, keeps the merged one in the list, and is refused in a ring', async () => {
			const bench = await freshBench();
			const one = await bench.add(ARTICLE, PORT, figure);
			const two = await bench.add(ARTICLE, 'Macron said France opposed', { ...figure, value: 7, gist: 'other' });
			const answer = await bench.done({ do: 'merge', id: two.id, seq: 0, into: one.id, intoSeq: 0 });
			const target = answer.facts.find(({ id }) => id === one.id)!;
			expect(target.fact.evidence.map(({ text }) => text)).toEqual([PORT, 'Macron said France opposed']);
			expect(answer.facts.find(({ id }) => id === two.id)).toMatchObject({ state: 'merged', mergedInto: one.id });
			const { seq } = (await bench.open()).facts.find(({ id }) => id === one.id)!;
			const reject = { do: 'reject', id: one.id, seq, reason: 'not-said', note: '' };
			expect(await bench.run(reject)).toMatchObject({ code: 'others_live_in_it' });
			expect(await bench.run({ do: 'merge', id: one.id, seq: 0, into: two.id, intoSeq: 1 })).toMatchObject({
				ok: false,
				code: 'wrong_state'
			});
			expect(await bench.run({ do: 'merge', id: one.id, seq: 0, into: one.id, intoSeq: 0 })).toMatchObject({
				code: 'merge_with_itself'
			});
			// Edited with all the places that are shown, the fact keeps its own: the others leave with their fact.
			const evidence = target.fact.evidence.map(({ start, end }) => ({ start, end }));
			await bench.done({ do: 'edit', id: one.id, seq: 0, edit: { ...edit(ARTICLE, PORT, figure), evidence } });
			await bench.done({ do: 'reopen', id: two.id, seq: 1 });
			expect((await bench.fact(one.id)).fact.evidence.map(({ text }) => text)).toEqual([PORT]);
		});

		it('joins an accepted proposal to a known fact that says the same: its sources rise', async () => {
			const bench = await freshBench();
			const first = await bench.add(ARTICLE, PORT, figure);
			const text = OTHER_ARTICLE.replace('45', '40');
			const second = new Bench(
				on.db,
				shipped,
				owner,
				bench.workspaceId,
				await newArticle(on.db, owner, bench.workspaceId, text, 'the other report')
			);
			const same = await second.add(text, PORT, figure);
			expect(same.known).toContainEqual(expect.objectContaining({ factId: first.id, relation: 'same', sources: 1 }));
			const joined = await second.done({ do: 'accept', id: same.id, seq: 0 });
			expect(joined.facts.find(({ id }) => id === same.id)).toMatchObject({ state: 'merged', mergedInto: first.id });
			const again = await second.add(text, PORT, figure);
			expect(again.known.find(({ factId }) => factId === first.id)!.sources).toBe(2);
		});

		it('joins no fact that is refused at the same moment', async () => {
			const bench = await freshBench();
			const text = OTHER_ARTICLE.replace('45', '40');
			const articleId = await newArticle(on.db, owner, bench.workspaceId, text, 'the other report');
			const second = new Bench(on.db, shipped, owner, bench.workspaceId, articleId);
			for (let round = 0; round < 8; round++) {
				const value = 40_000_000 + round;
				const first = await bench.add(ARTICLE, PORT, { ...figure, value });
				const same = await second.add(text, PORT, { ...figure, value });
				await Promise.all([
					second.run({ do: 'accept', id: same.id, seq: 0 }),
					bench.run({ do: 'reject', id: first.id, seq: 0, reason: 'not-said', note: '' })
				]);
				const [one, two] = [await bench.fact(first.id), await second.fact(same.id)];
				// Either it went first, and the other could not be refused; or it stays itself.
				expect([one.state, two.state]).toEqual(
					one.state === 'rejected' ? ['rejected', 'accepted'] : ['accepted', 'merged']
				);
			}
		});

		it('lets a fact live on in one of the shipped bank', async () => {
			const bench = await freshBench();
			const [known] = shipped.knowledge.facts;
			const mine = await bench.add(ARTICLE, PORT, figure);
			const answer = await bench.done({ do: 'merge', id: mine.id, seq: 0, into: known!.id, intoSeq: 0 });
			expect(answer.facts).toMatchObject([{ state: 'merged', mergedInto: known!.id }]);
			const lost = await bench.add(ARTICLE, PORT, { ...figure, value: 3 });
			expect(await bench.run({ do: 'merge', id: lost.id, seq: 0, into: 'no-such', intoSeq: 0 })).toMatchObject({
				code: 'unknown_fact'
			});
		});
	});

	describe('a fact that differs from a known one', () => {
		it('waits for a ruling, which may be given on either and is refused where nothing differs', async () => {
			const bench = await freshBench();
			const one = await bench.add(ARTICLE, PORT, figure);
			expect(await bench.run({ do: 'rule', id: one.id, seq: 0, choice: 'accept-both' })).toMatchObject({
				code: 'no_ruling_needed'
			});
			const two = await bench.add(ARTICLE, 'Yokohama', { ...figure, value: 45_000_000 });
			expect(two).toMatchObject({ needsRuling: true });
			expect(two.known).toContainEqual(
				expect.objectContaining({ factId: one.id, relation: 'differs', value: 40_000_000 })
			);
			const ruled = await bench.done({ do: 'rule', id: two.id, seq: 0, choice: 'name-source' });
			expect(ruled.facts[0]).toMatchObject({ needsRuling: false, ruling: 'name-source' });
			expect(await bench.fact(one.id)).toMatchObject({ needsRuling: false });
		});
	});

	it('indexes the facts of the shipped bank once, however many commands there are', async () => {
		const { facts, ...rest } = shipped.knowledge;
		let reads = 0;
		const knowledge = {
			...rest,
			get facts() {
				reads++;
				return facts;
			}
		};
		const bench = await freshBench();
		const [fact] = facts;
		const content = { ...(await bench.open()).facts[0]!.fact, statement: fact!.statement, gist: fact!.gist };
		const of = async () => {
			const book = await knownBook(on.db, { ...shipped, knowledge }, bench.workspaceId);
			return book.of('', { ...content, kind: fact!.kind, values: fact!.values, holderId: fact!.holder ?? null });
		};
		const first = await of();
		expect(first.map(({ factId }) => factId)).toContain(fact!.id);
		expect(await of()).toEqual(first);
		expect(reads).toBe(1);
	});

	describe('undo', () => {
		it('takes back any number of one’s own changes, the last first, back to the beginning', async () => {
			const bench = await freshBench();
			const before = await bench.open();
			const ids = before.facts.map(({ id }) => id);
			await bench.done({ do: 'accept', id: ids[1]!, seq: 0 });
			await bench.done({ do: 'edit', id: ids[0]!, seq: 0, edit: edit(ARTICLE, PORT, figure) });
			const hand = await bench.add(ARTICLE, 'Yokohama', {
				...figure,
				value: 5,
				gist: 'something else',
				statement: 'Five.'
			});
			await bench.done({ do: 'merge', id: ids[3]!, seq: 0, into: hand.id, intoSeq: 0 });
			await bench.done({ do: 'reject', id: ids[4]!, seq: 0, reason: 'wrong-value', note: '' });
			await bench.done({ do: 'edit', id: ids[0]!, seq: 1, edit: edit(ARTICLE, 'Yokohama', figure) });
			let last = await bench.open();
			expect(last.undo).toMatch(/^Edited “/);
			const removed: string[] = [];
			for (let turn = 0; turn < 6; turn++) removed.push(...((await bench.done({ do: 'undo' })).removed ?? []));
			expect(removed).toEqual([hand.id]);
			last = await bench.open();
			expect(last.facts.map(without)).toEqual(before.facts.map(without));
			expect(last.undo).toBeNull();
			expect(await bench.run({ do: 'undo' })).toMatchObject({ ok: false, code: 'no_change_to_undo' });
		});

		it('never takes back another’s change, nor one’s own after another’s', async () => {
			const bench = await freshBench();
			const editor = await newMember(on.db, owner, bench.workspaceId, 'editor', 'Bo');
			const theirs = new Bench(on.db, shipped, editor, bench.workspaceId, bench.articleId);
			const { facts } = await bench.open();
			const id = facts[1]!.id;
			await bench.done({ do: 'reject', id, seq: 0, reason: 'other', note: '' });
			expect(await theirs.run({ do: 'undo' })).toMatchObject({ code: 'no_change_to_undo' });
			await theirs.done({ do: 'reopen', id, seq: 1 });
			expect(await bench.run({ do: 'undo' })).toMatchObject({
				ok: false,
				code: 'changed_since',
				facts: [{ state: 'proposed', changedBy: 'Bo' }]
			});
			await theirs.done({ do: 'undo' });
			expect(await bench.fact(id)).toMatchObject({ state: 'rejected' });
		});

		it('passes over what others changed since, says so once, and goes on with what one did before', async () => {
			const bench = await freshBench();
			const editor = await newMember(on.db, owner, bench.workspaceId, 'editor', 'Bo');
			const theirs = new Bench(on.db, shipped, editor, bench.workspaceId, bench.articleId);
			const { facts } = await bench.open();
			const [first, second] = [facts[0]!.id, facts[1]!.id];
			await bench.done({ do: 'reject', id: first, seq: 0, reason: 'other', note: '' });
			await bench.done({ do: 'reject', id: second, seq: 0, reason: 'other', note: '' });
			await theirs.done({ do: 'reopen', id: second, seq: 1 });
			const told = await bench.run({ do: 'undo' });
			expect(told).toMatchObject({ ok: false, code: 'changed_since', facts: [{ id: second, changedBy: 'Bo' }] });
			// The page now offers what comes before it.
			expect(told.undo).toContain(facts[0]!.fact.statement.slice(0, 20));
			expect((await bench.open()).undo).toBe(told.undo);
			expect((await bench.done({ do: 'undo' })).facts).toMatchObject([{ id: first, state: 'proposed' }]);
			expect(await bench.fact(second)).toMatchObject({ state: 'proposed', changedBy: 'Bo' });
			expect(await bench.run({ do: 'undo' })).toMatchObject({ code: 'no_change_to_undo', undo: null });
		});

		it('does not refuse a fact again in which another one has come to live on', async () => {
			const bench = await freshBench();
			const editor = await newMember(on.db, owner, bench.workspaceId, 'editor', 'Bo');
			const theirs = new Bench(on.db, shipped, editor, bench.workspaceId, bench.articleId);
			const { facts } = await bench.open();
			const [into, other] = [facts[0]!.id, facts[1]!.id];
			await bench.done({ do: 'reject', id: into, seq: 0, reason: 'other', note: '' });
			await bench.done({ do: 'reopen', id: into, seq: 1 });
			await theirs.done({ do: 'merge', id: other, seq: 0, into, intoSeq: 2 });
			expect(await bench.run({ do: 'undo' })).toMatchObject({ ok: false, code: 'changed_since' });
			expect(await bench.fact(into)).toMatchObject({ state: 'proposed' });
		});

		it('does not remove a fact in which another one lives on', async () => {
			const bench = await freshBench();
			const editor = await newMember(on.db, owner, bench.workspaceId, 'editor', 'Bo');
			const theirs = new Bench(on.db, shipped, editor, bench.workspaceId, bench.articleId);
			const hand = await bench.add(ARTICLE, PORT, figure);
			const { facts } = await bench.open();
			const id = facts.find((fact) => fact.state === 'proposed')!.id;
			await theirs.done({ do: 'merge', id, seq: 0, into: hand.id, intoSeq: 0 }, minutes(1));
			expect(await bench.run({ do: 'undo' })).toMatchObject({ ok: false, code: 'changed_since' });
			expect(await bench.fact(hand.id)).toMatchObject({ state: 'accepted' });
		});
	});
});
