import type { Page } from '@playwright/test';
import { generateItems } from '../../src/lib/domain/items/generate.ts';
import { docx, paragraph, pdf } from '../../src/lib/server/articles/import/fixtures.ts';
import { loadSeeds } from '../../src/lib/server/bank/seeds.ts';
import { expect, hydrated, test } from './fixtures.ts';
import { answerOnPage, goOn, verdict, visit } from './reviewing.ts';
import { ARTICLE, cards, confirm, forgive, makeWorkspace, register } from './workbench.ts';

const knowledge = loadSeeds('seeds');

const TYPES = {
	docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
	pdf: 'application/pdf',
	html: 'text/html'
};

/** The article as a file of one of the formats that is taken. */
async function fileOf(format: keyof typeof TYPES): Promise<Buffer> {
	const lines = ARTICLE.split('\n').filter((line) => line !== '');
	if (format === 'docx') return Buffer.from(await docx(lines.map((line) => paragraph(line)).join('')));
	// A line of a PDF is as wide as its page: each sentence has its own here.
	if (format === 'pdf') return Buffer.from(pdf([lines.flatMap((line) => [...line.split(/(?<=\.) /), ''])]));
	const body = lines.map((line) => `<p>${line}</p>`).join('');
	return Buffer.from(`<!doctype html><nav><a href="/">Home</a></nav><article>${body}</article>`);
}

async function send(page: Page, workspace: string, name: string, mimeType: string, buffer: Buffer): Promise<void> {
	await visit(page, `${workspace}/articles/new`);
	await page.getByLabel('Or a file').setInputFiles({ name, mimeType, buffer });
	await page.getByRole('button', { name: 'Read the article' }).click();
}

for (const format of ['docx', 'pdf', 'html'] as const) {
	test(`a .${format} file is read, and its facts are proposed`, async ({ page }) => {
		test.setTimeout(120_000);
		await register(page, 'Files');
		// The name lies about the format: the content decides.
		await send(page, await makeWorkspace(page, 'Files'), 'a.txt', TYPES[format], await fileOf(format));
		await expect(page).toHaveURL(/\/confirm/, { timeout: 40_000 });
		await hydrated(page);
		await confirm(page);
		await expect(
			cards(page)
				.filter({ hasText: /patrols/ })
				.first()
		).toBeVisible();
		await expect(page.getByText('Home', { exact: true })).toHaveCount(0);
	});
}

test('what cannot be read is refused with its reason, and nothing is kept of it', async ({ page, problems }) => {
	test.setTimeout(120_000);
	await register(page, 'Refused');
	const workspace = await makeWorkspace(page, 'Refused');
	const noise = Buffer.from(Array.from({ length: 4096 }, (_, index) => (index * 37) % 256));
	const refused: [string, string, Buffer, RegExp][] = [
		['photo.txt', 'text/plain', noise, /article_binary/],
		['empty.txt', 'text/plain', Buffer.from(' \n '), /article_empty/],
		['long.txt', 'text/plain', Buffer.from('The ministers met in Oslo today. '.repeat(7000)), /article_too_large/]
	];
	for (const [name, type, bytes, code] of refused) {
		await send(page, workspace, name, type, bytes);
		await expect(page.getByRole('alert')).toContainText(code);
	}
	await visit(page, `${workspace}/articles/new`);
	for (const [address, code] of [
		['http://127.0.0.1:9/news', 'url_forbidden'],
		['http://[::ffff:10.0.0.1]/news', 'url_forbidden'],
		['ftp://example.org/news', 'url_invalid']
	] as const) {
		await page.getByLabel('Or its address').fill(address);
		await page.getByRole('button', { name: 'Read the article' }).click();
		await expect(page.getByRole('alert')).toContainText(code);
		await expect(page.getByLabel('Or its address')).toHaveValue(address);
	}
	await visit(page, workspace);
	await expect(page.getByRole('link', { name: /Add (an|the first) article/ }).first()).toBeVisible();
	await expect(page.locator('main a[href*="/articles/"]:not([href$="/new"])')).toHaveCount(0);
	forgive(problems, 400);
	forgive(problems, 413);
	forgive(problems, 422);
});

/** A text whose paragraphs hold the words that the shipped facts cite, as an owner of the source would have it. */
function textOf(source: string): string {
	const places = knowledge.facts.flatMap(({ evidence }) => evidence).filter((place) => place.source === source);
	const last = Math.max(...places.map(({ paragraph }) => paragraph));
	return Array.from({ length: last }, (_, index) => {
		const here = places.filter(({ paragraph }) => paragraph === index + 1).map(({ anchor }) => anchor);
		return `Paragraph ${index + 1} says this. ${here.join(' and ')}.`;
	}).join('\n\n');
}

test('the text of a shipped source, once attached, opens under the shipped questions', async ({ page }) => {
	test.setTimeout(180_000);
	await register(page, 'Attach');
	const workspace = await makeWorkspace(page, 'Attaching');
	await visit(page, `${workspace}/sources`);
	await page.getByLabel('Of which source').selectOption('iria');
	await page.getByLabel('The text').fill(textOf('iria'));
	await page.getByRole('button', { name: 'Attach it' }).click();
	await expect(page.getByRole('status')).toContainText(/\d+ of \d+ cited places? found/, { timeout: 40_000 });
	const cites = new Set(
		generateItems(knowledge)
			.filter(({ citations }) => citations.some(({ source }) => source === 'iria'))
			.map(({ id }) => id)
	);
	await visit(page, '/review?deck=all');
	for (let turn = 0; turn < 8; turn++) {
		const item = await answerOnPage(page, true);
		await expect(verdict(page)).toBeVisible();
		if (cites.has(item.id)) break;
		await goOn(page);
	}
	const evidence = page.locator('aside[aria-label="Evidence"]');
	const place = evidence.locator('.place summary').first();
	if (!(await place.isVisible())) await evidence.locator('summary').first().click();
	await place.click();
	const marked = await evidence.locator('.passage mark').first().innerText();
	expect(textOf('iria').toLowerCase()).toContain(marked.toLowerCase());
});
