import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ExtractionPool, type Asker } from './extraction-pool.ts';
import { readFrom } from './read-from.ts';

let folder = '';
let entry = '';
/** The texts that the threads were given, in the order in which they took them. */
const log = () => readFileSync(join(folder, 'log'), 'utf8').split('\n').filter(Boolean);

// A thread that notes what it is given, and reads each file for 20 ms.
beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'readout-pool-'));
	entry = join(folder, 'worker.mjs');
	writeFileSync(
		entry,
		`import { appendFileSync } from 'node:fs';
		import { parentPort } from 'node:worker_threads';
		parentPort.on('message', ({ what, bytes }) => {
			const text = new TextDecoder().decode(bytes);
			appendFileSync(${JSON.stringify(join(folder, 'log'))}, what + ' ' + text + '\\n');
			const source = { title: text, publisher: null, author: null, published: null, publishedFrom: 'none', language: 'en' };
			const read = { ok: true, text, metadata: {}, format: 'text', warnings: [], source };
			setTimeout(() => parentPort.postMessage({ ok: true, read }), 20);
		});`
	);
});
afterAll(() => rmSync(folder, { recursive: true }));

const asker = (workspaceId: string, learnerId = workspaceId): Asker => ({ workspaceId, learnerId });
const file = (text: string) => ({ seeds: '', bytes: new TextEncoder().encode(text), hint: {} });
const codes = async (results: Promise<{ ok: true } | { ok: false; code: string }>[]) =>
	(await Promise.all(results)).map((one) => (one.ok ? 'read' : one.code));

async function withPool(work: (pool: ExtractionPool) => Promise<void>): Promise<void> {
	writeFileSync(join(folder, 'log'), '');
	const pool = new ExtractionPool(1, 5000, entry, 5000);
	await work(pool);
	await pool.close();
}

test('a workspace, and a person in many of them, may have six articles waiting, and others still get in', () =>
	withPool(async (pool) => {
		const mine = Array.from({ length: 7 }, (_, n) => pool.read(file(`a${n}`), asker('a', 'ann')));
		const elsewhere = pool.read(file('b'), asker('b', 'ann'));
		const other = pool.read(file('c'), asker('c', 'cem'));
		const expected = [...Array<string>(6).fill('read'), 'reading_queue_full', 'reading_queue_full', 'read'];
		expect(await codes([...mine, elsewhere, other])).toEqual(expected);
		// Once they are read there is room again.
		expect(await codes([pool.read(file('a7'), asker('a', 'ann'))])).toEqual(['read']);
	}));

test('the workspaces take turns', () =>
	withPool(async (pool) => {
		const first = Array.from({ length: 4 }, (_, n) => pool.read(file(`a${n}`), asker('a')));
		const second = Array.from({ length: 2 }, (_, n) => pool.read(file(`b${n}`), asker('b')));
		await Promise.all([...first, ...second]);
		expect(log().map((line) => line.split(' ')[1])).toEqual(['a0', 'b0', 'a1', 'b1', 'a2', 'a3']);
	}));

test('more than fifty that wait are too many, whoever they are', () =>
	withPool(async (pool) => {
		const all = Array.from({ length: 52 }, (_, n) => pool.read(file(`${n}`), asker(`w${n}`)));
		expect((await codes(all)).filter((code) => code !== 'read')).toEqual(['reading_busy']);
	}));

test('a text and its particulars are one job', () =>
	withPool(async (pool) => {
		const read = await readFrom({ from: 'text', text: 'Ministers agree.' }, asker('a'), { pool, seeds: '' });
		expect(read).toMatchObject({
			ok: true,
			article: { text: 'Ministers agree.', source: { title: 'Ministers agree.' } }
		});
		expect(log()).toEqual(['read Ministers agree.']);
	}));
