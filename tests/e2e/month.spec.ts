import type { Page } from '@playwright/test';
import type { NextPrompt } from '../../src/lib/domain/reviewing/messages.ts';
import { expect, hydrated, test } from './fixtures.ts';
import { answerTo } from './quiz-keys.ts';
import { answerOnPage, beginAsGuest, goOn, verdict, visit } from './reviewing.ts';
import { expectSound } from './sound.ts';

const DAY_MS = 24 * 60 * 60_000;
const DAYS = 30;
/** On every so many-th day the first answers are given with the hand. */
const BY_HAND_EVERY = 7;
const BY_HAND = 3;
/** Two days in the middle on which she does not come. */
const AWAY = [12, 13];
const MOST_A_DAY = 200;

/** Every eighth answer is wrong, the same ones in each run. */
const isRight = (turn: number) => turn % 8 !== 5;

/** The deck's next question, as the browser asks for it. */
async function next(page: Page, deck: string): Promise<NextPrompt> {
	const reply = await page.request.get(`/api/next?deck=${encodeURIComponent(deck)}`);
	expect(reply.status()).toBe(200);
	return reply.json();
}

/** Answers until nothing is left for now. @returns how many answers it took */
async function reviewAll(page: Page, origin: string, deck: string, from: number): Promise<number> {
	for (let turn = from; turn < from + MOST_A_DAY; turn++) {
		const { prompt } = await next(page, deck);
		if (!prompt) return turn - from;
		const answer = { ...answerTo(prompt, isRight(turn)), retry: false, durationMs: 6000 };
		const reply = await page.request.post('/api/reviews', { data: answer, headers: { origin } });
		expect(reply.status(), await reply.text()).toBe(200);
	}
	throw new Error('a day does not end');
}

async function byHand(page: Page, deck: string, turn: number): Promise<number> {
	await visit(page, `/review?deck=${deck}`);
	let given = 0;
	while (given < BY_HAND && (await page.locator('form:has(input[name="itemId"])').count()) > 0) {
		await answerOnPage(page, isRight(turn + given));
		await expect(verdict(page)).toBeVisible();
		given++;
		if (given < BY_HAND) await goOn(page);
	}
	return given;
}

test('a month of daily reviews with a deadline ends with the deck known on the day', async ({ page, server }) => {
	test.setTimeout(300_000);
	await beginAsGuest(page);
	await visit(page, '/learning/deadlines');
	const deck = 'topic:taiwan';
	await page.getByLabel('What', { exact: true }).selectOption(deck);
	const day = new Date(Date.now() + (DAYS - 1) * DAY_MS).toISOString().slice(0, 10);
	await page.getByLabel('Known as this day begins').fill(day);
	await page.getByLabel('What you call it').fill('The examination');
	await page.getByRole('button', { name: 'What would it take?' }).click();
	await expect(page.getByText('Known on the day')).toBeVisible();
	await expectSound(page, page.url());
	await page.getByRole('button', { name: 'Set this deadline' }).click();
	await expect(page.getByRole('link', { name: 'The examination' })).toBeVisible();

	const loads: number[] = [];
	let turn = 0;
	for (let today = 0; today < DAYS - 1; today++) {
		server.runAhead(today * DAY_MS);
		if (AWAY.includes(today)) continue;
		const hand = today % BY_HAND_EVERY === 0 ? await byHand(page, deck, turn) : 0;
		const rest = await reviewAll(page, server.origin, deck, turn + hand);
		turn += hand + rest;
		loads.push(hand + rest);
	}

	const mean = loads.reduce((sum, load) => sum + load, 0) / loads.length;
	expect(Math.max(...loads), `answers a day: ${loads.join(' ')}`).toBeLessThan(mean * 4);
	await visit(page, '/learning/deadlines');
	await hydrated(page);
	const row = page.getByRole('listitem').filter({ hasText: 'The examination' });
	const [, met, items] = /(\d+) of (\d+) met/.exec(await row.innerText()) ?? [];
	expect(met).toBe(items);
	const [, known = '0'] = /(\d+)%? known|(\d+)% was known/.exec((await row.innerText()).replace(/\s%/, '%')) ?? [];
	expect(Number(known)).toBeGreaterThanOrEqual(88);
	await page.goto('/statistics');
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	await expectSound(page, page.url());
	server.runAhead(0);
});
