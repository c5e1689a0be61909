import type { Page } from '@playwright/test';
import type { NextPrompt } from '../../src/lib/domain/reviewing/messages.ts';
import * as room from './classroom.ts';
import { expect, test, type Server } from './fixtures.ts';
import { answerTo } from './quiz-keys.ts';
import { beginAsGuest, visit } from './reviewing.ts';

/** What a learner's model and her options would do is shown before it is done, and can be taken back. */

const DAY_MS = 24 * 60 * 60_000;
/** So many days ago she came; each time she knew everything, which the usual model does not expect. */
const CAME = [28, 27, 25, 22, 18, 14, 9, 5, 3, 1];
/** As many answers as a model is fitted to. */
const ENOUGH = 400;
const FIT_MS = 180_000;

/** Answers day after day until a model can be fitted. */
async function reviewed(who: room.Person, server: Server): Promise<void> {
	let given = 0;
	for (const ago of CAME) {
		server.runAhead(-ago * DAY_MS);
		for (;;) {
			const { prompt }: NextPrompt = await (await who.get('/api/next')).json();
			if (!prompt) break;
			const answer = { ...answerTo(prompt, true), retry: false, durationMs: 5000 };
			const reply = await who.json('/api/reviews', answer);
			expect(reply.status(), await reply.text()).toBe(200);
			given++;
		}
	}
	server.runAhead(0);
	expect(given).toBeGreaterThanOrEqual(ENOUGH);
}

/** When each of her cards is due. */
async function dues(who: room.Person): Promise<Map<string, number>> {
	const found = new Map<string, number>();
	for (let page = 1, pages = 1; page <= pages; page++) {
		const { list } = await who.data<Listed>(`/learning/cards?page=${page}`);
		for (const { itemId, card } of list.cards) if (card) found.set(itemId, new Date(card.due).getTime());
		({ pages } = list);
	}
	return found;
}

interface Listed {
	list: { pages: number; cards: { itemId: string; card: { due: Date | string } | null }[] };
}

test('after a fit, moving what is scheduled is shown first, then done, and taken back', async ({
	browser,
	server,
	playwright
}) => {
	test.setTimeout(900_000);
	server.runAhead(-CAME[0]! * DAY_MS);
	const learner = await room.guest(playwright.request, server.origin);
	await learner.does('/learning/options?/save', { newPerDay: '25' });
	await reviewed(learner, server);
	const storageState = await learner.request.storageState();
	const context = await browser.newContext({ ...test.info().project.use, baseURL: server.origin, storageState });
	const page = await context.newPage();
	await visit(page, '/learning/model');
	await page.getByRole('button', { name: 'Fit it now' }).click();
	await expect(async () => {
		await visit(page, '/learning/model');
		await expect(page.getByText(/The model is fitted to you: on/)).toBeVisible({ timeout: 1000 });
	}).toPass({ timeout: FIT_MS });

	const before = await dues(learner);
	expect(before.size).toBeGreaterThan(100);
	await page.getByRole('button', { name: 'Show what would move' }).click();
	const says = page.getByText(/of your questions would move/);
	const [moved = 0, earlier = 0, later = 0] = (await says.innerText()).match(/\d+/g)?.map(Number) ?? [];
	expect(later).toBeGreaterThan(10);
	expect(earlier + later).toBe(moved);
	expect(await dues(learner), 'a preview moves nothing').toEqual(before);

	await page.getByRole('button', { name: 'Move them' }).click();
	await expect(page.getByText('They are moved.')).toBeVisible();
	const after = await dues(learner);
	const apart = [...before].map(([id, due]) => after.get(id)! - due).filter((by) => by !== 0);
	expect(apart.filter((by) => by > 0)).toHaveLength(later);
	expect(apart.filter((by) => by < 0)).toHaveLength(earlier);
	await page.getByRole('button', { name: 'Show what would move' }).click();
	await expect(page.getByText('Everything stands where your model has it')).toBeVisible();

	await page.getByRole('button', { name: 'Put them back' }).click();
	await expect(page.getByText('They are back where they were.')).toBeVisible();
	expect(await dues(learner)).toEqual(before);
	await expect(page.getByRole('button', { name: 'Put them back' })).toHaveCount(0);
	await context.close();
});

/** What options that were not saved would cost, and what those saved do: answers a day. */
async function costs(page: Page): Promise<number[]> {
	const figures = async (text: RegExp) => Number(/([\d.]+) answers/.exec(await page.getByText(text).innerText())?.[1]);
	return [await figures(/^With these options about/), await figures(/^With those saved:/)];
}

const newPerDay = (page: Page) => page.getByLabel('New questions', { exact: true });

test('what options would cost follows the fields, and nothing is saved by it', async ({ page }) => {
	await beginAsGuest(page);
	await visit(page, '/learning/options');
	const saved = await newPerDay(page).inputValue();
	await newPerDay(page).fill('3');
	await expect(page.getByText(/^With these options about/)).toBeVisible({ timeout: 30_000 });
	const [few = 0, now = 0] = await costs(page);
	expect(few).toBeGreaterThan(0);
	expect(few).toBeLessThan(now);
	await newPerDay(page).fill('60');
	await expect.poll(async () => (await costs(page))[0], { timeout: 30_000 }).toBeGreaterThan(now);
	await newPerDay(page).fill('9000');
	await expect(page.getByText('One of the fields is out of its range.')).toBeVisible({ timeout: 30_000 });
	await page.reload();
	await expect(newPerDay(page)).toHaveValue(saved);
});

test.describe('without script', () => {
	test.use({ javaScriptEnabled: false });

	test('a button works the cost out, keeps what was typed and saves nothing', async ({ page }) => {
		await beginAsGuest(page);
		await page.goto('/learning/options');
		const saved = await newPerDay(page).inputValue();
		await newPerDay(page).fill('3');
		await page.getByRole('button', { name: 'Work out the cost' }).click();
		const [then = 0, now = 0] = await costs(page);
		expect(then).toBeGreaterThan(0);
		expect(then).toBeLessThan(now);
		await expect(newPerDay(page)).toHaveValue('3');
		await page.goto('/learning/options');
		await expect(newPerDay(page)).toHaveValue(saved);
	});
});
