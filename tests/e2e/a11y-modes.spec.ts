import type { Page } from '@playwright/test';
import * as room from './classroom.ts';
import { expect, hydrated, test } from './fixtures.ts';
import { ITEMS } from './quiz-keys.ts';
import { answerOnPage, beginAsGuest, verdict, visit } from './reviewing.ts';

/** The colour behind an element's own text. */
const backgroundOf = (page: Page, selector: string): Promise<string> =>
	page
		.locator(selector)
		.first()
		.evaluate((one) => getComputedStyle(one).backgroundColor);

test('in forced colours the chosen rating differs from the others, and the focus is seen', async ({ page }) => {
	await page.emulateMedia({ forcedColors: 'active' });
	await beginAsGuest(page);
	await hydrated(page);
	await answerOnPage(page, true);
	await expect(verdict(page)).toBeVisible();
	const chosen = await backgroundOf(page, 'button[aria-pressed="true"]');
	expect(chosen).not.toBe(await backgroundOf(page, 'button[aria-pressed="false"]'));
	await page.keyboard.press('Tab');
	const outline = await page.locator(':focus').evaluate((one) => getComputedStyle(one).outlineStyle);
	expect(outline).not.toBe('none');
	const border = page.getByRole('button', { name: 'Next question' });
	expect(await border.evaluate((one) => getComputedStyle(one).borderTopWidth)).toBe('2px');
});

for (const reducedMotion of ['reduce', 'no-preference'] as const)
	test(`a verdict ${reducedMotion === 'reduce' ? 'does not move where motion is unwanted' : 'arrives with a short movement'}`, async ({
		page
	}) => {
		await page.emulateMedia({ reducedMotion });
		await beginAsGuest(page);
		await hydrated(page);
		await answerOnPage(page, true);
		await expect(verdict(page)).toBeVisible();
		const moves = await page.evaluate(() =>
			[...document.querySelectorAll('*')].some((one) => {
				const { animationName, transitionDuration, scrollBehavior } = getComputedStyle(one);
				return animationName !== 'none' || transitionDuration !== '0s' || scrollBehavior === 'smooth';
			})
		);
		expect(moves).toBe(reducedMotion === 'no-preference');
	});

test('a quiz is printed as a white sheet, without the page around it, in the dark too', async ({
	browser,
	server,
	playwright
}) => {
	const teacher = await room.member(playwright.request, server.origin, 'Ms Roth');
	const { id: classId } = await room.openClass(teacher, 'On paper');
	const items = ITEMS.slice(40, 44).map(({ id }) => id);
	const quiz = await room.giveQuiz(teacher, classId, { title: 'On paper', items });
	const storageState = await teacher.request.storageState();
	const context = await browser.newContext({ baseURL: server.origin, storageState, colorScheme: 'dark' });
	const page = await context.newPage();
	await visit(page, `/classes/${classId}/assignments/${quiz}/paper`);
	await expect(page.getByRole('button', { name: 'Print' })).toBeVisible();
	await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
	await expect(page.getByRole('heading', { level: 1, name: 'On paper' })).toBeVisible();
	await expect(page.getByRole('button', { name: 'Print' })).toBeHidden();
	await expect(page.getByRole('navigation').first()).toBeHidden();
	const ink = await page.getByRole('heading', { level: 1 }).evaluate((one) => getComputedStyle(one).color);
	expect(ink).toBe('rgb(0, 0, 0)');
	expect(await backgroundOf(page, 'body')).toMatch(/rgb\(255, 255, 255\)|rgba\(0, 0, 0, 0\)/);
	await context.close();
});
