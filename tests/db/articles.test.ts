import { writeFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { articleOf } from '#lib/server/articles/article-of.ts';
import { attachments, attachText } from '#lib/server/articles/attach-text.ts';
import { confirmArticle } from '#lib/server/articles/confirm-article.ts';
import { deleteArticle } from '#lib/server/articles/delete-article.ts';
import { ExtractionPool } from '#lib/server/articles/extraction-pool.ts';
import { importArticle } from '#lib/server/articles/import-article.ts';
import { listArticles } from '#lib/server/articles/list-articles.ts';
import type { Shipped } from '#lib/server/bank/bank.ts';
import { loadBank } from '#lib/server/bank/load-bank.ts';
import { articles } from '#lib/server/db/schema/articles.ts';
import { addEntry, listEntries, removeEntry } from '#lib/server/lexicon/entries.ts';
import { ruleStatistics } from '#lib/server/lexicon/rule-statistics.ts';
import type { Learner } from '#lib/server/reviews/today.ts';
import { describeOnEachDatabase } from './harness.ts';
import {
	ARTICLE,
	Bench,
	MORNING,
	newArticle,
	newLearner,
	newMember,
	newWorkspace,
	OTHER_ARTICLE,
	pool
} from './workspace-fixture.ts';

const failed = (code: string) => ({ ok: false, code });
const particulars = {
	title: 'Talks',
	label: 'the Lyon report',
	publisher: null,
	author: null,
	published: '2024-03-04',
	dateUnknown: false
};

describeOnEachDatabase('articles', (on) => {
	let shipped: Shipped;
	let owner: Learner;
	beforeAll(async () => {
		shipped = await loadBank(on.db, 'seeds', MORNING);
		owner = await newLearner(on.db);
	});
	const imported = (workspaceId: string, text: string) =>
		importArticle(on.db, owner, workspaceId, { from: 'text', text }, MORNING, { pool });
	const countIn = async (workspaceId: string) =>
		(await on.db.select().from(articles).where(eq(articles.workspaceId, workspaceId))).length;

	describe('an import', () => {
		it('keeps the text, proposes particulars, and waits for them to be confirmed', async () => {
			const workspaceId = await newWorkspace(on.db, owner);
			const made = await imported(workspaceId, `\ufeff${ARTICLE.replaceAll('\n', '\r\n')}`);
			if (!made.ok) throw new Error(made.code);
			const found = await articleOf(on.db, owner, workspaceId, made.id);
			if (!found.ok) throw new Error(found.code);
			expect(found.article).toMatchObject({
				text: ARTICLE,
				title: 'Kishida and Macron open energy talks in Lyon',
				status: 'imported',
				format: 'text',
				language: 'en'
			});
			const early = new Bench(on.db, shipped, owner, workspaceId, made.id);
			expect(await early.run({ do: 'undo' })).toMatchObject({ code: 'article_not_confirmed' });
		});

		it('of a text that is there already names that one, also of two at the same moment', async () => {
			const workspaceId = await newWorkspace(on.db, owner);
			const both = await Promise.all([imported(workspaceId, ARTICLE), imported(workspaceId, ARTICLE)]);
			const again = await imported(workspaceId, ARTICLE.normalize('NFD'));
			const ids = [...both, again].map((made) => (made.ok ? made.id : made.code));
			expect(new Set(ids).size).toBe(1);
			expect(again).toMatchObject({ ok: true, known: true });
			expect(await countIn(workspaceId)).toBe(1);
			const elsewhere = await imported(await newWorkspace(on.db, owner), ARTICLE);
			expect(elsewhere).toMatchObject({ ok: true, known: false });
		});

		it('of what cannot be read stores nothing', async () => {
			const workspaceId = await newWorkspace(on.db, owner);
			const file = (bytes: Uint8Array) =>
				importArticle(on.db, owner, workspaceId, { from: 'file', bytes, name: 'a.txt' }, MORNING, { pool });
			expect(await imported(workspaceId, ' \n ')).toEqual(failed('article_empty'));
			expect(await imported(workspaceId, `${'word '.repeat(50_000)}.`)).toEqual(failed('article_too_large'));
			expect(await file(Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0]))).toMatchObject({ ok: false });
			const hidden = { from: 'text', text: ARTICLE, workspaceId } as { from: 'text'; text: string };
			expect(await importArticle(on.db, owner, workspaceId, hidden, MORNING, { pool })).toEqual(
				failed('invalid_input')
			);
			expect(await countIn(workspaceId)).toBe(0);
		});

		it('is for the workspace’s editors, and its articles are seen by nobody else', async () => {
			const workspaceId = await newWorkspace(on.db, owner);
			const id = await newArticle(on.db, owner, workspaceId);
			const learner = await newMember(on.db, owner, workspaceId, 'learner');
			const stranger = await newLearner(on.db);
			for (const [who, code] of [
				[learner, 'not_an_editor'],
				[stranger, 'not_found']
			] as const) {
				const from = { from: 'text' as const, text: 'Some text. More text.' };
				expect(await importArticle(on.db, who, workspaceId, from, MORNING, { pool })).toEqual(failed(code));
				expect(await articleOf(on.db, who, workspaceId, id)).toEqual(failed(code));
				expect(await listArticles(on.db, who, workspaceId)).toEqual(failed(code));
				expect(await deleteArticle(on.db, who, workspaceId, id, MORNING)).toEqual(failed(code));
				expect(await confirmArticle(on.db, who, workspaceId, id, particulars, MORNING, { pool })).toEqual(failed(code));
			}
			const own = await newWorkspace(on.db, stranger);
			expect(await articleOf(on.db, stranger, own, id)).toEqual(failed('unknown_article'));
			expect(await articleOf(on.db, stranger, own, 'x')).toEqual(failed('unknown_article'));
		});
	});

	describe('the particulars', () => {
		it('need a day, or the word that it is not known', async () => {
			const workspaceId = await newWorkspace(on.db, owner);
			const made = await imported(workspaceId, `${ARTICLE}\nOn Tuesday Macron said France opposed a ban on exports.`);
			if (!made.ok) throw new Error(made.code);
			const confirm = (over: object) =>
				confirmArticle(on.db, owner, workspaceId, made.id, { ...particulars, ...over }, MORNING, { pool });
			expect(await confirm({ published: null })).toEqual(failed('date_missing'));
			expect(await confirm({ dateUnknown: true })).toEqual(failed('date_missing'));
			expect(await confirm({ published: '2024-02-30' })).toEqual(failed('invalid_input'));
			expect(await confirm({ label: ' ' })).toEqual(failed('invalid_input'));
			expect(await confirm({ status: 'ready' })).toEqual(failed('invalid_input'));
			const bench = new Bench(on.db, shipped, owner, workspaceId, made.id);
			const days = async () =>
				(await bench.open()).facts.filter(({ fact }) => fact.kind === 'date').map(({ fact }) => fact.value);
			expect(await confirm({ published: null, dateUnknown: true })).toMatchObject({ ok: true });
			expect(await days()).not.toContain('2024-03-05');
			expect((await bench.open()).warnings.map(({ code }) => code)).toContain('date_unknown');
			expect(await confirm({ published: '2024-03-06' })).toMatchObject({ ok: true });
			expect(await days()).toContain('2024-03-05');
		});

		it('confirmed anew leave facts alone that somebody has worked on', async () => {
			const workspaceId = await newWorkspace(on.db, owner);
			const id = await newArticle(on.db, owner, workspaceId);
			const bench = new Bench(on.db, shipped, owner, workspaceId, id);
			const [fact] = (await bench.open()).facts;
			await bench.done({ do: 'reject', id: fact!.id, seq: 0, reason: 'other', note: '' });
			const later = { ...particulars, published: '2024-03-09', label: 'Another name' };
			expect(await confirmArticle(on.db, owner, workspaceId, id, later, MORNING, { pool })).toMatchObject({ ok: true });
			const workbench = await bench.open();
			expect(workbench.facts[0]).toMatchObject({ id: fact!.id, state: 'rejected' });
			expect(workbench.article).toMatchObject({ label: 'Another name', published: '2024-03-09' });
		});

		it('confirmed anew leave facts alone in which one of another article lives on', async () => {
			const workspaceId = await newWorkspace(on.db, owner);
			const id = await newArticle(on.db, owner, workspaceId);
			const first = new Bench(on.db, shipped, owner, workspaceId, id);
			const other = await newArticle(on.db, owner, workspaceId, OTHER_ARTICLE);
			const second = new Bench(on.db, shipped, owner, workspaceId, other);
			const [into] = (await first.open()).facts;
			const [fact] = (await second.open()).facts;
			await second.done({ do: 'merge', id: fact!.id, seq: 0, into: into!.id, intoSeq: 0 });
			const later = { ...particulars, published: '2024-03-09' };
			expect(await confirmArticle(on.db, owner, workspaceId, id, later, MORNING, { pool })).toMatchObject({ ok: true });
			expect(await first.fact(into!.id)).toMatchObject({ state: 'proposed' });
		});

		it('are listed with how far each article is', async () => {
			const workspaceId = await newWorkspace(on.db, owner);
			const id = await newArticle(on.db, owner, workspaceId);
			const listed = await listArticles(on.db, owner, workspaceId);
			if (!listed.ok) throw new Error(listed.code);
			expect(listed.articles).toMatchObject([{ id, status: 'ready', label: 'the Lyon report' }]);
			expect(listed.articles[0]!.progress.proposed).toBeGreaterThan(5);
			expect(JSON.stringify(listed)).not.toContain('poultry');
		});
	});

	describe('an article that takes too long', () => {
		it('is stopped and changes nothing, and the next one is read', async () => {
			const folder = mkdtempSync(join(tmpdir(), 'readout-worker-'));
			const entry = join(folder, 'slow.mjs');
			writeFileSync(
				entry,
				`import { parentPort } from 'node:worker_threads';
				parentPort.on('message', ({ what, bytes, text = new TextDecoder().decode(bytes) }) => {
					while (text.includes('endless'));
					if (what === 'read') return parentPort.postMessage({ ok: true, read: { ok: true, text, metadata: {},
						format: 'text', warnings: [], source: { title: null, publisher: null, author: null,
						published: null, publishedFrom: 'none', language: 'en' } } });
				});`
			);
			const slow = new ExtractionPool(1, 300, entry, 1000);
			const workspaceId = await newWorkspace(on.db, owner);
			const from = (text: string) => ({ from: 'text' as const, text });
			const take = (text: string) => importArticle(on.db, owner, workspaceId, from(text), MORNING, { pool: slow });
			const endless = 'This is an endless text. It goes on and on.';
			expect(await take(endless)).toEqual(failed('article_extraction_timeout'));
			expect(await take('This one ends. It is read.')).toMatchObject({ ok: true });
			// Warm now: only the budget of an article counts.
			expect(await take(`${endless} Again.`)).toEqual(failed('article_extraction_timeout'));
			expect(await countIn(workspaceId)).toBe(1);
			await slow.close();
			rmSync(folder, { recursive: true });
		});

		it('or breaks its thread, is told so', async () => {
			const broken = new ExtractionPool(1, 1000, '/nowhere/worker.mjs');
			const workspaceId = await newWorkspace(on.db, owner);
			const from = { from: 'text' as const, text: ARTICLE };
			expect(await importArticle(on.db, owner, workspaceId, from, MORNING, { pool: broken })).toEqual(
				failed('article_extraction_failed')
			);
			expect(await countIn(workspaceId)).toBe(0);
		});
	});

	describe('deleting an article', () => {
		it('takes its facts along and lets go of those that lived on in them', async () => {
			const workspaceId = await newWorkspace(on.db, owner);
			const first = new Bench(on.db, shipped, owner, workspaceId, await newArticle(on.db, owner, workspaceId));
			const second = new Bench(
				on.db,
				shipped,
				owner,
				workspaceId,
				await newArticle(on.db, owner, workspaceId, OTHER_ARTICLE)
			);
			const [into] = (await first.open()).facts;
			const [fact] = (await second.open()).facts;
			await second.done({ do: 'merge', id: fact!.id, seq: 0, into: into!.id, intoSeq: 0 });
			expect(await deleteArticle(on.db, owner, workspaceId, first.articleId, MORNING)).toEqual({ ok: true });
			expect(await second.fact(fact!.id)).toMatchObject({ state: 'proposed', seq: 2 });
			expect(await articleOf(on.db, owner, workspaceId, first.articleId)).toEqual(failed('unknown_article'));
			expect(await deleteArticle(on.db, owner, workspaceId, first.articleId, MORNING)).toEqual(
				failed('unknown_article')
			);
		});
	});

	describe('the text of a shipped source', () => {
		it('is attached where it holds the places that the bank cites', async () => {
			const workspaceId = await newWorkspace(on.db, owner);
			const places = shipped.knowledge.facts.flatMap(({ evidence }) => evidence).filter((e) => e.source === 'iria');
			const lines = Array.from({ length: 51 }, (_, index) => {
				const here = places.filter(({ paragraph }) => paragraph === index + 1).map(({ anchor }) => anchor);
				return `Paragraph ${index + 1} says this. ${here.join(' and ')}.`;
			});
			const attach = (sourceId: string, text: string) =>
				attachText(on.db, shipped, owner, workspaceId, sourceId, { from: 'text', text }, MORNING, { pool });
			expect(await attach('iria', ARTICLE)).toEqual(failed('text_of_another'));
			expect(await attach('nobody', ARTICLE)).toEqual(failed('unknown_source'));
			const made = await attach('iria', lines.join('\n\n'));
			if (!made.ok) throw new Error(made.code);
			expect(made.anchors).toBeGreaterThan(20);
			expect(made.resolved / made.anchors).toBeGreaterThan(0.95);
			expect(await attach('iria', lines.join('\n\n'))).toMatchObject({ ok: true, articleId: made.articleId });
			expect(await attach('iria', `${lines.join('\n')}\nMore.`)).toEqual(failed('source_attached'));
			const listed = await attachments(on.db, shipped, owner, workspaceId);
			if (!listed.ok) throw new Error(listed.code);
			expect(listed.sources.filter(({ articleId }) => articleId !== null).map(({ id }) => id)).toEqual(['iria']);
			expect(listed.sources[0]!.resolved).toBe(made.resolved);
		});
	});

	describe('what a workspace adds to the lexicon', () => {
		it('is used when its next article is read', async () => {
			const workspaceId = await newWorkspace(on.db, owner);
			const text = 'Talks\nAna Lind met Emmanuel Macron in Lyon. France frowned upon the new zebra tax.';
			const add = (content: object) => addEntry(on.db, owner, workspaceId, content, MORNING);
			expect(await add({ kind: 'topic', id: 'zebras', label: 'Zebras', words: ['zebra', 'zebra tax'] })).toMatchObject({
				ok: true
			});
			expect(await add({ kind: 'trigger', words: 'frown upon', act: 'position', stance: 'oppose' })).toMatchObject({
				ok: true
			});
			const id = await newArticle(on.db, owner, workspaceId, text);
			const workbench = await new Bench(on.db, shipped, owner, workspaceId, id).open();
			expect(workbench.topics[0]).toEqual({ id: 'zebras', label: 'Zebras' });
			const position = workbench.facts.find(({ fact }) => fact.kind === 'position');
			expect(position?.fact).toMatchObject({ topic: 'zebras', holder: 'France' });
		});

		it('gives another name to whoever is known, and says where nobody is', async () => {
			const workspaceId = await newWorkspace(on.db, owner);
			const add = (content: object) => addEntry(on.db, owner, workspaceId, content, MORNING);
			const alias = (alias: string, of: string) => add({ kind: 'alias', alias, of });
			expect(await alias('the Owl', 'Ana Lind')).toEqual(failed('unknown_name'));
			expect(
				await add({ kind: 'name', is: 'person', name: 'Ana Lind', country: 'norwegian', office: 'minister of ports' })
			).toMatchObject({ ok: true });
			expect(await add({ kind: 'name', is: 'organisation', name: 'Kestrel Desk', country: 'Norway' })).toMatchObject({
				ok: true
			});
			for (const [short, of] of [
				['Owl', 'Ana Lind'],
				['Fjordland', 'Norway'],
				['Jupiter', 'Emmanuel Macron']
			] as const)
				expect(await alias(short, of)).toMatchObject({ ok: true });
			expect(
				await add({ kind: 'trigger', words: 'hostility to', part: 'noun', act: 'position', stance: 'oppose' })
			).toMatchObject({ ok: true });
			const text =
				'Talks\nOwl opposes the new port fee. Fjordland opposes the new cod tax. Kestrel Desk opposes the harbour fee. Jupiter supports a new dam. France repeated its hostility to seabed mining.';
			const id = await newArticle(on.db, owner, workspaceId, text);
			const { facts } = await new Bench(on.db, shipped, owner, workspaceId, id).open();
			const held = facts.filter(({ fact }) => fact.kind === 'position').map(({ fact }) => fact.holder);
			expect(held).toEqual(['Ana Lind', 'Norway', 'Kestrel Desk', 'Emmanuel Macron', 'France']);
		});

		it('is listed, added once and taken back, by editors alone', async () => {
			const workspaceId = await newWorkspace(on.db, owner);
			const learner = await newMember(on.db, owner, workspaceId, 'learner');
			const alias = { kind: 'alias', of: 'Emmanuel Macron', alias: 'Manu' };
			const made = await addEntry(on.db, owner, workspaceId, alias, MORNING);
			if (!made.ok) throw new Error(made.code);
			expect(await addEntry(on.db, owner, workspaceId, alias, MORNING)).toEqual(failed('entry_exists'));
			expect(await addEntry(on.db, owner, workspaceId, { ...alias, extra: 1 }, MORNING)).toEqual(
				failed('invalid_input')
			);
			expect(await addEntry(on.db, learner, workspaceId, alias, MORNING)).toEqual(failed('not_an_editor'));
			expect(await listEntries(on.db, owner, workspaceId)).toMatchObject({
				entries: [{ id: made.id, content: alias }]
			});
			expect(await removeEntry(on.db, learner, workspaceId, made.id, MORNING)).toEqual(failed('not_an_editor'));
			expect(await removeEntry(on.db, owner, workspaceId, made.id, MORNING)).toEqual({ ok: true });
			expect(await removeEntry(on.db, owner, workspaceId, made.id, MORNING)).toEqual(failed('unknown_entry'));
		});
	});

	describe('the rules', () => {
		it('lose confidence by what teachers refuse, and later articles show it', async () => {
			const workspaceId = await newWorkspace(on.db, owner);
			const bench = new Bench(on.db, shipped, owner, workspaceId, await newArticle(on.db, owner, workspaceId));
			const offices = (await bench.open()).facts.filter(({ fact }) => fact.kind === 'participant');
			const { rule, confidence } = offices[0]!.fact;
			const same = offices.filter(({ fact }) => fact.rule === rule);
			for (const { id } of same) await bench.done({ do: 'reject', id, seq: 0, reason: 'wrong-value', note: '' });
			const statistics = await ruleStatistics(on.db, owner, workspaceId);
			if (!statistics.ok) throw new Error(statistics.code);
			const now = statistics.rules.find((entry) => entry.rule === rule)!;
			expect(now).toMatchObject({ fired: same.length, accepted: 0, edited: 0, rejected: same.length });
			expect(now.confidence).toBeLessThan(confidence);
			const next = await newArticle(on.db, owner, workspaceId, OTHER_ARTICLE);
			const later = await new Bench(on.db, shipped, owner, workspaceId, next).open();
			const again = later.facts.find(({ fact }) => fact.rule === rule)!;
			expect(again.fact.confidence).toBeCloseTo((confidence * 10) / (10 + same.length), 2);
		});
	});
});
