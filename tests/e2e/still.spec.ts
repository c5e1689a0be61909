import type { Page } from '@playwright/test';
import { expect, hydrated, test } from './fixtures.ts';
import { answerOnPage, beginAsGuest, goOn, verdict, visit } from './reviewing.ts';

/** What moved on the page without anybody's doing, as the browser counts it (web.dev/cls): 0 is nothing. */
async function shifts(page: Page): Promise<number> {
	return page.evaluate(async () => {
		let sum = 0;
		const observer = new PerformanceObserver((list) => list.getEntries().forEach(add));
		const add = (entry: PerformanceEntry) => {
			if ('value' in entry && 'hadRecentInput' in entry && !entry.hadRecentInput) sum += Number(entry.value);
		};
		observer.observe({ type: 'layout-shift', buffered: true });
		// Two frames on the screen, however slow the machine, and then the entries of both.
		for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
		await new Promise((done) => setTimeout(done, 200));
		observer.disconnect();
		return sum;
	});
}

test('the browser counts a shift where there is one', async ({ page }) => {
	await visit(page, '/');
	await shifts(page);
	await page.evaluate(() => document.body.prepend(Object.assign(document.createElement('div'), { className: 'box' })));
	expect(await shifts(page)).toBeGreaterThan(0);
});

test('nothing moves while a page comes, takes over or is answered', async ({ page }) => {
	test.setTimeout(120_000);
	for (const path of ['/', '/decks', '/register', '/sign-in']) {
		await visit(page, path);
		expect(await shifts(page), `${path} of a visitor`).toBe(0);
	}
	await beginAsGuest(page);
	await hydrated(page);
	for (let turn = 0; turn < 4; turn++) {
		await answerOnPage(page, turn % 2 === 0);
		await expect(verdict(page)).toBeVisible();
		await goOn(page);
	}
	expect(await shifts(page), 'a review').toBe(0);
	for (const path of ['/', '/review', '/statistics', '/learning', '/learning/options', '/learning/model', '/account']) {
		await page.goto(path, { waitUntil: 'networkidle' });
		expect(await shifts(page), `${path} of a learner`).toBe(0);
	}
});
