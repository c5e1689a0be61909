import type { BrowserContext, Page } from '@playwright/test';
import {
	allSent,
	answerSome,
	beginOnDevice,
	expect,
	goOffline,
	goOnline,
	installed,
	keptOn,
	newEmail,
	nextQuestion,
	readStore,
	register,
	serverPack,
	statusOf,
	test,
	workerOf
} from './device.ts';
import { beginAsGuest, visit } from './reviewing.ts';

/** What a device goes through: its page closed, its language changed, its clock moved, its learner gone in another window. */

const DAY_MS = 24 * 60 * 60_000;

test.use({ serviceWorkers: 'allow' });
test.afterEach(({ network }) => {
	network.weather = 'fine';
});

test('answers of a page that is closed are sent when the browser says that the network is back', async ({
	page,
	context,
	network
}) => {
	await beginOnDevice(page);
	const cookies = await context.cookies();
	await goOffline(network, context);
	const before = network.arrived('/api/sync').length;
	await page.goto('/review');
	await answerSome(page, 3);
	const elsewhere = await context.newPage();
	const { client, registrationId } = await workerOf(elsewhere, network.origin);
	await page.close();
	await goOnline(network, context);
	const arrived = network.arrived('/api/sync').slice(before);
	expect(arrived.filter((body) => body.includes('"answer"'))).toEqual([]);
	await client.send('ServiceWorker.dispatchSyncEvent', {
		...{ origin: network.origin, registrationId },
		...{ tag: 'readout-send', lastChance: false }
	});
	const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
	const answers = async () => {
		const reply = await fetch(`${network.origin}/api/pack`, { headers: { cookie } });
		const { today }: { today: { answers: unknown[] } } = await reply.json();
		return today.answers.length;
	};
	await expect.poll(answers, { timeout: 20_000 }).toBe(3);
});

test('the kept pages speak the language that was chosen, also without a network', async ({
	page,
	context,
	network
}) => {
	await beginOnDevice(page);
	await visit(page, '/account');
	await page.getByRole('button', { name: '简体中文' }).click();
	await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
	await page.goto('/review');
	await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
	await goOffline(network, context);
	await page.goto('/decks');
	await expect(page.getByRole('heading', { name: '没有网络' })).toBeVisible();
	await page.getByRole('link', { name: '开始复习' }).click();
	await expect(page.locator('form:has(input[name="itemId"])')).toBeVisible();
	await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
});

/** Has the device's clock run ahead of the true one, in the worker and in its pages; behind it where negative. */
async function moveClock(context: BrowserContext, page: Page, ms: number): Promise<void> {
	const move = (by: number) => {
		const scope = globalThis as { trueDate?: DateConstructor; Date: DateConstructor };
		const True = (scope.trueDate ??= Date);
		scope.Date = class extends True {
			constructor(...parts: []) {
				super(...(parts.length === 0 ? ([True.now() + by] as unknown as []) : parts));
			}
			static override now() {
				return True.now() + by;
			}
		} as DateConstructor;
	};
	for (const worker of context.serviceWorkers()) await worker.evaluate(move, ms);
	await page.evaluate(move, ms);
	expect(await context.serviceWorkers()[0]!.evaluate(() => Date.now())).not.toBeLessThan(Date.now() + ms - 5000);
}

test('a clock that is set back a day and forward a year between answers loses none of them, nor their order', async ({
	page,
	context,
	network
}) => {
	test.setTimeout(120_000);
	const before = Date.now();
	await beginOnDevice(page);
	await goOffline(network, context);
	await page.goto('/review');
	await answerSome(page, 2);
	await moveClock(context, page, -DAY_MS);
	await nextQuestion(page);
	await answerSome(page, 2);
	await page.evaluate(() => dispatchEvent(new Event('online')));
	await expect(page.getByText(/clock was set back/)).toBeVisible();
	await moveClock(context, page, 365 * DAY_MS);
	await nextQuestion(page);
	await answerSome(page, 2);
	await page.evaluate(() => dispatchEvent(new Event('online')));
	await expect(page.getByText(/without the server for more than a week/)).toBeVisible();
	const hands = (await keptOn(page)).map(({ itemId }) => itemId);
	expect(hands).toHaveLength(6);

	await goOnline(network, context);
	await allSent(page);
	expect((await keptOn(page)).map(({ standing }) => standing)).toEqual(hands.map(() => 'sent'));
	const { today, cards } = await serverPack(page);
	expect(today.answers.map(({ itemId }) => itemId)).toEqual(hands);
	for (const { lastReview, due } of Object.values(cards)) {
		expect(Date.parse(lastReview)).toBeGreaterThanOrEqual(before - 1000);
		expect(Date.parse(lastReview)).toBeLessThanOrEqual(Date.now());
		expect(Date.parse(due)).toBeGreaterThan(Date.parse(lastReview));
		expect(Date.parse(due)).toBeLessThan(Date.now() + 60 * DAY_MS);
	}
	await expect(page.getByText(/clock is wrong\. Readout goes by the server/)).toBeVisible();

	await moveClock(context, page, 0);
	await nextQuestion(page);
	await answerSome(page, 1);
	await allSent(page);
	await expect(page.getByText(/clock is wrong/)).toBeHidden();
	expect((await serverPack(page)).today.answers).toHaveLength(7);
});

test('signing out in one window clears the others, and what the device keeps', async ({ page, context }) => {
	await beginAsGuest(page);
	await register(page, newEmail());
	await installed(page);
	const other = await context.newPage();
	await visit(other, '/review');
	await answerSome(other, 1);
	await allSent(other);
	await visit(page, '/account');
	await page.locator('button[formaction="?/signOut"]').click();
	for (const window of [page, other]) {
		await expect(window.getByRole('button', { name: 'Start reviewing' }).first()).toBeVisible({ timeout: 20_000 });
		await expect(window.locator('#verdict')).toHaveCount(0);
	}
	expect((await statusOf(page))?.owner).toBeNull();
	for (const store of ['packs', 'contents', 'bases', 'kept'])
		expect([store, await readStore(other, store)]).toEqual([store, []]);
});
