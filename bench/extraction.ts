import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { extractArticle } from '#lib/domain/extraction/extract.ts';
import type { Lexicon } from '#lib/domain/extraction/lexicon/lexicon.ts';
import { itemsOfExtraction } from '#lib/domain/workspace/items-of-extraction.ts';
import { loadLexicon } from '#lib/server/articles/lexicon.ts';
import { readArticle } from '#lib/server/articles/import/read-article.ts';
import { measure, round } from './measure.ts';

const FIXTURES = ['tests/articles/dev', 'tests/articles/held-out'];
const SIZES_KB = [10, 20, 50, 100, 200];
const ROUNDS = 7;

/** Extraction by size of text, and each fixture from its file to its items. */
export async function measureExtraction() {
	const start = performance.now();
	const lexicon = loadLexicon('seeds');
	const lexiconMs = round(performance.now() - start);
	const fixtures = await readFixtures();
	const sizes = [];
	for (const kb of SIZES_KB) sizes.push(await measureSize(lexicon, fixtures, kb));
	const articles = [];
	for (const fixture of fixtures) articles.push(await measureArticle(lexicon, fixture));
	const [least, most] = [sizes[0], sizes[sizes.length - 1]];
	return {
		lexiconMs,
		sizes,
		/** Time for 200 kB over time for 10 kB: 20 is linear. */
		growth10To200: least && most ? round(most.ms / least.ms) : null,
		articles
	};
}

interface Fixture {
	name: string;
	text: string;
}

async function readFixtures(): Promise<Fixture[]> {
	const files = FIXTURES.flatMap((folder) =>
		readdirSync(folder)
			.filter((name) => /\.(txt|html)$/.test(name))
			.map((name) => join(folder, name))
	);
	const read = await Promise.all(
		files.map(async (file) => ({ file, article: await readArticle(readFileSync(file), { name: file }) }))
	);
	return read.map(({ file, article }) => {
		if (!article.ok) throw new Error(`${file}: ${article.code}`);
		return { name: file, text: article.text };
	});
}

/** Paragraphs of all fixtures in turn up to a size; a number in each keeps later rounds from being repeats. */
function textOf(fixtures: readonly Fixture[], kb: number): string {
	const paragraphs = fixtures.flatMap(({ text }) => text.split('\n').filter((line) => line.length > 80));
	const lines: string[] = [];
	for (let size = 0, i = 0; size < kb * 1000; i++) {
		const line = (paragraphs[i % paragraphs.length] ?? '').replace(
			/\.$/,
			` in round ${Math.floor(i / paragraphs.length)}.`
		);
		lines.push(line);
		size += line.length + 1;
	}
	return lines.join('\n').slice(0, kb * 1000);
}

async function measureSize(lexicon: Lexicon, fixtures: readonly Fixture[], kb: number) {
	const text = textOf(fixtures, kb);
	let facts = 0;
	const { p50: ms } = await measure(ROUNDS, () => {
		facts = extractArticle(text, lexicon, { published: '2023-11-16' }).facts.length;
	});
	return { kb, ms, mbPerSecond: round(kb / ms), facts };
}

async function measureArticle(lexicon: Lexicon, { name, text }: Fixture) {
	let counts = { facts: 0, items: 0 };
	const { p50 } = await measure(ROUNDS, () => {
		const extraction = extractArticle(text, lexicon, { published: '2023-11-16' });
		counts = { facts: extraction.facts.length, items: itemsOfExtraction(extraction, 'the article').items.length };
	});
	return { name, bytes: Buffer.byteLength(text), toItemsMs: p50, ...counts };
}
