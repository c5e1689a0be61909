import type { Browser, Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { expect, hydrated, test, type Server } from './fixtures.ts';
import { expectSound } from './sound.ts';
import { answerOnPage, goOn, verdict, visit } from './reviewing.ts';
import { answerQuestion, assign, joinClass, localTime, openClass } from './teaching.ts';
import { register } from './workbench.ts';

const HOUR = 60 * 60_000;
const DAY = 24 * HOUR;

/** A student's own browser. */
async function student(browser: Browser, server: Server, code: string, name: string): Promise<Page> {
	const context = await browser.newContext({ ...test.info().project.use, baseURL: server.origin });
	const page = await context.newPage();
	await joinClass(page, code, name);
	return page;
}

/** Opens a quiz from the class's page and begins it. */
async function begin(page: Page, title: string): Promise<void> {
	await page.getByRole('link', { name: title }).click();
	await page.getByRole('button', { name: 'Begin' }).click();
	await expect(page).toHaveURL(/\/attempts\//);
	await hydrated(page);
}

/** What the review page comes to: another question, or the end of the sitting. */
async function whatComes(page: Page): Promise<'question' | 'end'> {
	const asks = page.locator('form input[name="itemId"]');
	await expect.poll(async () => /\/review\/done/.test(page.url()) || (await asks.count()) > 0).toBe(true);
	return /\/review\/done/.test(page.url()) ? 'end' : 'question';
}

const saved = (page: Page) => expect(page.getByText('Everything is saved.')).toBeVisible({ timeout: 20_000 });

test('a timed quiz: from the class over a lost network and an extension to what it showed', async ({
	page,
	browser,
	server
}) => {
	test.setTimeout(120_000);
	await register(page, 'Ms Okafor');
	const { path, code } = await openClass(page, 'Autumn seminar');
	const lin = await student(browser, server, code, 'Lin Wei');
	const mo = await student(browser, server, code, 'Mo Adeyemi');
	const quiz = await assign(page, path, {
		title: 'Week one',
		topic: 'Taiwan',
		count: 6,
		rules: async (form) => {
			await form.getByLabel('Time for an attempt').fill('20');
			await form.getByLabel('Right answers are shown').selectOption('after-closing');
			await form.getByLabel('Due').fill(localTime(3 * HOUR));
		}
	});

	await visit(page, `${quiz}/extensions`);
	await page.getByText('Mo Adeyemi').click();
	const granting = page.getByRole('form', { name: 'Extension for Mo Adeyemi' });
	await granting.getByLabel('Due').fill(localTime(6 * HOUR));
	await granting.getByLabel('More minutes').fill('10');
	await granting.getByRole('button', { name: 'Grant' }).click();
	await expect(page.getByText('has an extension')).toBeVisible();

	// One loses the network in the middle, goes on, and nothing is lost.
	await lin.reload();
	await begin(lin, 'Week one');
	for (const n of [1, 2, 3]) await answerQuestion(lin, n, true);
	await saved(lin);
	await lin.context().setOffline(true);
	for (const n of [4, 5]) await answerQuestion(lin, n, true);
	await expect(lin.getByText(/No connection/)).toBeVisible({ timeout: 20_000 });
	await lin.context().setOffline(false);
	await saved(lin);
	await lin.reload();
	await hydrated(lin);
	await expect(lin.getByText('5 of 6 answered.')).toBeVisible();
	await answerQuestion(lin, 6, false);
	await lin.getByRole('button', { name: 'Finish the attempt' }).click();
	await expect(lin.getByText('Finished.')).toBeVisible();
	await expect(lin.getByText(/shown from/)).toBeVisible();
	await expect(lin.getByText('Right', { exact: true })).toHaveCount(0);

	// The other one has half an hour, leaves, and her attempt is closed with what it holds.
	await mo.reload();
	await begin(mo, 'Week one');
	await expect(mo.getByRole('timer')).toHaveText(/^(30:00|29:\d\d)$/);
	await answerQuestion(mo, 1, true);
	await answerQuestion(mo, 2, false);
	await saved(mo);
	server.runAhead(31 * 60_000);
	await mo.reload();
	await expect(mo.getByText('The time was up.')).toBeVisible();

	// Over for one is not over for all.
	server.runAhead(4 * HOUR);
	await lin.reload();
	await expect(lin.getByText('Right', { exact: true })).toHaveCount(0);
	server.runAhead(7 * HOUR);
	await lin.reload();
	await hydrated(lin);
	await expect(lin.getByText('Right', { exact: true })).toHaveCount(5);
	await lin.locator('aside[aria-label="Evidence"] summary').first().click();
	await expect(lin.locator('aside[aria-label="Evidence"] details[open]').first()).toBeVisible();

	await visit(page, `${path}/gradebook`);
	const row = page.getByRole('row', { name: /Lin Wei/ });
	await expect(row).toContainText('83.3');
	await expect(page.getByRole('row', { name: /Mo Adeyemi/ })).toContainText('16.7');
	const download = page.waitForEvent('download');
	await page.getByRole('link', { name: /CSV/ }).click();
	const csv = readFileSync(await (await download).path(), 'utf8');
	expect(csv).toContain('Lin Wei');
	expect(csv).toContain('83.3');
	await visit(page, `${path}/gradebook`);
	await row.getByRole('link').last().click();
	await expect(page).toHaveURL(/\/gradebook\/[0-9a-f-]{36}\//);
	await page.getByLabel('Override').fill('90');
	await page.getByRole('button', { name: 'Save' }).click();
	await expect(page.getByText(/90/).first()).toBeVisible();
	await visit(page, `${quiz}/statistics`);
	await expect(page.getByText(/too few/i).first()).toBeVisible();
	await visit(page, `${path}/memory`);
	await expect(page.getByRole('table').first()).toBeVisible();
	// What she had wrong is in her reviews now.
	await visit(lin, `${path}/results`);
	await expect(lin.getByText(/90/).first()).toBeVisible();
	server.runAhead(0);
	await lin.context().close();
	await mo.context().close();
});

test('a study assignment is paced towards its date and done when everything was recalled', async ({
	page,
	browser,
	server
}) => {
	test.setTimeout(120_000);
	await register(page, 'Mr Ito');
	const { path, code } = await openClass(page, 'Evening class');
	const ana = await student(browser, server, code, 'Ana');
	await assign(page, path, {
		title: 'Know this',
		kind: 'study',
		topic: 'Climate',
		count: 4,
		rules: async (form) => form.getByLabel('To be known by').fill(localTime(3 * DAY))
	});
	const counts: number[] = [];
	for (const day of [0, 1, 2]) {
		server.runAhead(day * DAY);
		await visit(ana, path);
		await expect(ana.getByRole('link', { name: 'Know this' })).toBeVisible();
		await ana.getByRole('link', { name: 'Know this' }).click();
		let answered = 0;
		for (; (await whatComes(ana)) === 'question'; answered++) {
			await answerOnPage(ana, true);
			await expect(verdict(ana)).toBeVisible();
			await goOn(ana);
		}
		counts.push(answered);
	}
	expect(counts[0]).toBeGreaterThan(0);
	server.runAhead(3 * DAY - HOUR);
	await visit(ana, path);
	await expect(ana.getByRole('listitem').filter({ hasText: 'Know this' })).toContainText('done');
	await visit(page, `${path}/memory`);
	await expect(page.getByRole('table').first()).toBeVisible();
	server.runAhead(0);
	await ana.context().close();
});

for (const colorScheme of ['light', 'dark'] as const) {
	test(`the pages of classes are accessible and fit their window, ${colorScheme}`, async ({
		page,
		browser,
		server
	}) => {
		test.setTimeout(120_000);
		await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
		await register(page, 'Ms Roth');
		const { path, code } = await openClass(page, 'A class');
		const jo = await student(browser, server, code, 'Jo');
		await jo.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
		const quiz = await assign(page, path, { title: 'A quiz', topic: 'Taiwan', count: 8 });
		await assign(page, path, { title: 'To learn', kind: 'study', topic: 'Climate', count: 3 });
		await jo.reload();
		await hydrated(jo);
		await expectSound(jo, 'a student’s class');
		await jo.getByRole('link', { name: 'A quiz' }).click();
		await expect(jo).toHaveURL(/\/quizzes\//);
		await expectSound(jo, 'a quiz');
		await jo.getByRole('button', { name: 'Begin' }).click();
		await expect(jo).toHaveURL(/\/attempts\//);
		await hydrated(jo);
		await expectSound(jo, 'an attempt');
		for (let n = 1; n <= 8; n++) await answerQuestion(jo, n, n % 2 === 0);
		await jo.getByRole('button', { name: 'Finish the attempt' }).click();
		await expect(jo.getByText('Finished.')).toBeVisible();
		await expectSound(jo, 'a finished attempt');
		await visit(jo, `${path}/results`);
		await expectSound(jo, 'own results');
		const pages = ['', '/assignments/new', '/people', '/gradebook', '/memory', '/statistics'].map((at) => path + at);
		const ofQuiz = ['', '/extensions', '/answers', '/statistics', '/paper', '/paper?sheet=answers'].map(
			(at) => quiz + at
		);
		for (const at of ['/classes', ...pages, ...ofQuiz]) {
			await visit(page, at);
			await expectSound(page, at);
		}
		await visit(page, `${path}/gradebook`);
		await page.getByRole('row', { name: /Jo/ }).getByRole('link').first().click();
		await expect(page).toHaveURL(/\/gradebook\/[0-9a-f-]{36}\//);
		await expectSound(page, 'a student’s grade');
		await jo.context().close();
	});
}
