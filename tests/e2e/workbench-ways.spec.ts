import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { visit } from './reviewing.ts';
import { ARTICLE, choose, chosen, confirm, makeWorkspace, ready, register, upload } from './workbench.ts';

/** Another report of the same meeting, which says one thing alike and one otherwise. */
const SECOND = `Norway and Portugal settle their quarrel over fish

OSLO, 15 May 2024 - Norway opposes new tariffs on cod. Portugal will open a consulate in Bergen in 2026. Norway's Prime Minister Erik Dahl met Portugal's Prime Minister Ana Lopes in Porto on 13 May 2024.
`;

/** The first fact whose statement has these words; its evidence does not count. */
const says = (page: Page, words: RegExp) => page.getByRole('article', { name: words }).first();

test('the keys work at once: the first fact is chosen', async ({ page }) => {
	await register(page, 'Keys');
	await upload(page, await makeWorkspace(page, 'Keys'), ARTICLE);
	await confirm(page);
	await expect(chosen(page)).toBeVisible();
	await page.keyboard.press('a');
	await expect(page.getByText(/1 accepted, 0 rejected/)).toBeVisible();
});

test('two facts are merged into one, and taken apart again', async ({ page }) => {
	test.setTimeout(120_000);
	await register(page, 'Merge');
	await upload(page, await makeWorkspace(page, 'Merging'), ARTICLE);
	await confirm(page);
	await choose(page, /consulate/);
	await page.keyboard.press('m');
	await expect(page.getByText('Choose the fact into which this one goes')).toBeVisible();
	await says(page, /patrols/)
		.getByRole('button')
		.first()
		.click();
	await expect(chosen(page)).toContainText('patrols');
	await expect(chosen(page).locator('q').filter({ hasText: 'consulate' })).toHaveCount(1);
	await page.reload();
	await ready(page);
	await expect(says(page, /consulate/)).toContainText('merged');
	await page.keyboard.press('Control+z');
	await expect(says(page, /consulate/)).not.toContainText('merged');
});

test('a second article joins what it says alike, and asks for a ruling where it differs', async ({ page }) => {
	test.setTimeout(180_000);
	await register(page, 'Ruling');
	const workspace = await makeWorkspace(page, 'Rulings');
	await upload(page, workspace, ARTICLE);
	const first = await confirm(page);
	for (const words of [/cod/, /consulate/]) {
		await choose(page, words);
		await page.keyboard.press('a');
	}
	await expect(page.getByText(/2 accepted/)).toBeVisible();

	await upload(page, workspace, SECOND);
	await confirm(page, '2024-05-15');
	await choose(page, /cod/);
	await expect(chosen(page)).toContainText('Said already by 1 source');
	await page.keyboard.press('a');
	await expect(says(page, /cod/)).toContainText('merged');
	await choose(page, /cod/);
	await expect(chosen(page)).toContainText('said by 2 sources');
	await choose(page, /consulate/);
	await expect(chosen(page)).toContainText('The sources differ');
	await page.keyboard.press('a');
	await chosen(page)
		.getByRole('radio', { name: /source/i })
		.first()
		.check();
	await expect(chosen(page)).toHaveAttribute('aria-busy', 'false');
	await page.reload();
	await ready(page);
	await choose(page, /consulate/);
	await expect(
		chosen(page)
			.getByRole('radio', { name: /source/i })
			.first()
	).toBeChecked();
	await visit(page, first);
	await ready(page);
	await choose(page, /cod/);
	await expect(chosen(page)).toContainText('2 sources');
});

test('a published question is retired and comes back', async ({ page }) => {
	test.setTimeout(120_000);
	await register(page, 'Retire');
	const workspace = await makeWorkspace(page, 'Retiring');
	await upload(page, workspace, ARTICLE);
	await confirm(page);
	await page.getByText('Accept the surest at once').click();
	await page.getByLabel('Least confidence').selectOption('80 %');
	await page.getByRole('button', { name: /^Accept \d+ facts?$/ }).click();
	await expect(page.getByText(/: [1-9]\d* accepted/)).toBeVisible();
	await visit(page, `${workspace}/items`);
	const items = page.locator('li[id^="item-"]');
	const waiting = items.filter({ has: page.getByRole('button', { name: 'Publish', exact: true }) }).first();
	const id = (await waiting.getAttribute('id')) ?? '';
	const item = page.locator(`[id="${id}"]`);
	await item.getByRole('button', { name: 'Publish', exact: true }).click();
	await expect(item.getByText('published', { exact: true })).toBeVisible();
	await visit(page, '/decks');
	await expect(page.getByRole('link', { name: 'Review: Retiring' })).toBeVisible();
	await visit(page, `${workspace}/items`);
	await item.getByRole('button', { name: 'Retire' }).click();
	await expect(item.getByText('retired', { exact: true })).toBeVisible();
	await visit(page, '/decks');
	await expect(page.getByRole('link', { name: 'Review: Retiring' })).toHaveCount(0);
	await visit(page, `${workspace}/items`);
	await item.getByRole('button', { name: 'Publish', exact: true }).click();
	await expect(item.getByText('published', { exact: true })).toBeVisible();
});

test('names and words that are added are used in the next article', async ({ page, problems }) => {
	test.setTimeout(120_000);
	await register(page, 'Names');
	const workspace = await makeWorkspace(page, 'Naming');
	await visit(page, `${workspace}/names`);
	const add = async (form: string, fields: Record<string, string>, press: string) => {
		const details = page.locator('details').filter({ hasText: form });
		if (!(await details.getAttribute('open').then((open) => open !== null))) await details.locator('summary').click();
		for (const [label, text] of Object.entries(fields)) await details.getByLabel(label, { exact: true }).fill(text);
		await details.getByRole('button', { name: press }).click();
	};
	const OTHER_NAME = 'Another name for somebody or something';
	await add(OTHER_NAME, { 'The article writes': 'Codland', 'And means': 'Norwey' }, 'Add the other name');
	await expect(page.getByRole('alert')).toContainText('Nobody and nothing is known');
	await expect(page.getByLabel('The article writes')).toHaveValue('Codland');
	await add(OTHER_NAME, { 'The article writes': 'Codland', 'And means': 'Norway' }, 'Add the other name');
	await expect(page.getByText('Codland = Norway')).toBeVisible();
	await add(
		'A verb or noun that says a stance',
		{ 'As in the dictionary, such as “pledge”': 'pooh-pooh', 'Stance, in a word, such as “oppose”': 'reject' },
		'Add the word'
	);
	await expect(page.getByText('pooh-pooh: position, reject')).toBeVisible();
	await upload(page, workspace, `${ARTICLE}\nCodland pooh-poohed the new seal quota in Lisbon.\n`);
	await confirm(page);
	await choose(page, /seal quota/);
	await expect(chosen(page)).toContainText('Norway');
	problems.splice(0, problems.length, ...problems.filter((problem) => !/status of (400|404|422)/.test(problem)));
});
