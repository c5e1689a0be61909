import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const TSX = join('node_modules', 'tsx', 'dist', 'cli.mjs');
const ARTICLE =
	'Lula and Scholz sign forest pact\n\nBERLIN - Brazilian President Luiz Inácio Lula da Silva met Chancellor Olaf Scholz in Berlin on Monday.\n\nThe two leaders agreed to set up a fund of $200 million. Scholz warned that Brazil must not fell the forest.\n';

let folder = '';
const path = (name: string) => join(folder, name);
const readout = (args: string[], input?: string | Buffer) =>
	spawnSync(process.execPath, [TSX, 'src/cli/readout.ts', ...args], { input, encoding: 'utf8' });

beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'readout-cli-'));
	writeFileSync(path('article.txt'), ARTICLE);
	writeFileSync(path('empty.txt'), '');
	writeFileSync(path('binary.txt'), Buffer.from([0, 1, 2, 3, 0, 255, 254, 7, 0, 0]));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('readout extract', () => {
	it('prints source, text, facts and warnings as JSON', () => {
		const { status, stdout, stderr } = readout(['extract', path('article.txt'), '--published', '2023-12-05', '--json']);
		expect(stderr).toBe('');
		expect(status).toBe(0);
		const printed = JSON.parse(stdout);
		expect(Object.keys(printed)).toEqual(['source', 'text', 'facts', 'warnings']);
		expect(printed.source).toEqual({
			title: 'Lula and Scholz sign forest pact',
			publisher: null,
			published: '2023-12-05',
			publishedFrom: 'given',
			language: 'en'
		});
		for (const fact of printed.facts) {
			expect(fact).toMatchObject({ id: expect.any(String), rule: expect.any(String), confidence: expect.any(Number) });
			for (const { start, end, text } of fact.evidence) expect(printed.text.slice(start, end)).toBe(text);
		}
		const values = printed.facts.map(({ kind, value }: { kind: string; value: unknown }) => `${kind} ${value}`);
		expect(values).toContain('date 2023-12-04');
		expect(values).toContain('figure 200000000');
		expect(printed.facts.map(({ kind }: { kind: string }) => kind)).toContain('agreement');
	});

	it('reads standard input for "-"', () => {
		const { status, stdout } = readout(['extract', '-', '--json'], ARTICLE);
		expect(status).toBe(0);
		expect(JSON.parse(stdout)).toMatchObject({ text: ARTICLE, source: { published: null, publishedFrom: 'none' } });
	});

	it.each([
		['empty.txt', 'article_empty'],
		['binary.txt', 'article_binary'],
		['missing.txt', 'file_unreadable']
	])('refuses %s with exit status 1, code and message', (name, code) => {
		const { status, stdout, stderr } = readout(['extract', path(name), '--json']);
		expect(status).toBe(1);
		expect(stdout).toBe('');
		expect(stderr).toMatch(new RegExp(`^${code}: .{10,}`));
	});

	it.each([
		[['extract']],
		[['extract', 'a.txt', 'b.txt']],
		[['extract', 'a.txt', '--published', 'yesterday']],
		[['extract', 'a.txt', '--published', '2023-02-30']],
		[['items', '--published', '2023-02-20']],
		[['publish']],
		[['bank', '--no-such']]
	])('ends with status 2 for wrong usage: %j', (args) => {
		const { status, stderr } = readout(args);
		expect(status).toBe(2);
		expect(stderr).not.toBe('');
	});
});

describe('readout items FILE', () => {
	it('goes on to items with their citations', () => {
		const { status, stdout } = readout(['items', path('article.txt'), '--published', '2023-12-05', '--json']);
		expect(status).toBe(0);
		const items = JSON.parse(stdout);
		expect(items.length).toBeGreaterThan(1);
		for (const item of items) {
			expect(item).toMatchObject({ question: expect.any(String), key: expect.any(String) });
			expect(item.citations.length).toBeGreaterThan(0);
			expect(item.forms.length).toBeGreaterThan(0);
		}
	});
});
