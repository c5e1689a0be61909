import type { Page } from '@playwright/test';
import { expect, hydrated, test } from './fixtures.ts';
import { answerOnPage, beginAsGuest, goOn, verdict } from './reviewing.ts';
import { expectSound } from './sound.ts';

async function answerSome(page: Page, count: number): Promise<void> {
	for (let turn = 0; turn < count; turn++) {
		await answerOnPage(page, turn % 3 !== 1);
		await expect(verdict(page)).toBeVisible();
		await goOn(page);
	}
}

for (const colorScheme of ['light', 'dark'] as const) {
	test(`the statistics are accessible and fit the window, empty and filled, ${colorScheme}`, async ({ page }) => {
		test.setTimeout(180_000);
		await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
		await beginAsGuest(page);
		await hydrated(page);
		await page.goto('/statistics');
		await expect(page.getByText('Nothing to show yet.')).toBeVisible();
		await expectSound(page, 'no statistics yet');
		await page.goto('/review?deck=all');
		await hydrated(page);
		await answerSome(page, 3);
		await page.goto('/statistics?range=30');
		await expect(page.getByText('3 answers today, 2 of them right')).toBeVisible();
		await expectSound(page, 'statistics');
		for (const summary of await page.locator('summary').all()) await summary.click();
		await expectSound(page, 'statistics with all tables');
		await page.goto('/statistics?range=all&deck=topic:taiwan&ahead=90');
		await expectSound(page, 'statistics of one deck');
	});
}

test.describe('without script', () => {
	test.use({ javaScriptEnabled: false });

	test('a range and a deck are chosen by a form, and each table is a file', async ({ page }) => {
		await beginAsGuest(page);
		await answerOnPage(page, true);
		await page.goto('/');
		await page.getByRole('link', { name: 'Statistics' }).click();
		await expect(page.getByText('1 answer today, 1 of it right')).toBeVisible();
		await page.getByLabel('Period').selectOption('365');
		await page.getByRole('button', { name: 'Show' }).click();
		await expect(page).toHaveURL(/range=365/);
		await page.locator('#hours summary').click();
		const file = page.locator('#hours').getByRole('link', { name: 'As a file for spreadsheets' });
		const answer = await page.request.get((await file.getAttribute('href'))!);
		expect(answer.headers()['content-disposition']).toBe('attachment; filename="readout-hours.csv"');
		const lines = (await answer.text()).trim().split('\r\n');
		expect(lines).toHaveLength(25);
		expect(
			lines
				.slice(1)
				.map((line) => Number(line.split(',')[1]))
				.reduce((a, b) => a + b)
		).toBe(1);
	});
});

test('what is no range, deck or table is refused with its code', async ({ page }) => {
	await beginAsGuest(page);
	const statusOf = async (path: string) => (await page.request.get(path)).status();
	expect(await statusOf('/statistics?range=1')).toBe(400);
	expect(await statusOf('/statistics?ahead=constructor')).toBe(400);
	expect(await statusOf('/statistics?deck=topic:nowhere')).toBe(404);
	expect(await statusOf('/statistics?deck=due')).toBe(404);
	expect(await statusOf('/statistics/csv?table=toString')).toBe(404);
	expect(await statusOf('/statistics/csv')).toBe(404);
});

test('the page speaks Chinese to a browser that does', async ({ browser, server }) => {
	const context = await browser.newContext({ baseURL: server.origin, locale: 'zh-CN' });
	const page = await context.newPage();
	await page.goto('/');
	await page.locator('form button').first().click();
	await expect(page).toHaveURL(/\/review/);
	await page.goto('/statistics');
	await expect(page.getByRole('heading', { name: '统计' })).toBeVisible();
	await context.close();
});
