import { chromium } from '@playwright/test';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
	allSent,
	answerSome,
	beginOnDevice,
	expect,
	goOffline,
	goOnline,
	heldCards,
	installed,
	keptOn,
	newEmail,
	nextQuestion,
	ownCards,
	readStore,
	register,
	serverCards,
	serverPack,
	signIn,
	statusOf,
	test
} from './device.ts';
import { Person } from './classroom.ts';
import { hydrated } from './fixtures.ts';
import { beginAsGuest } from './reviewing.ts';
import { expectSound } from './sound.ts';

test.use({ serviceWorkers: 'allow' });
test.afterEach(({ network }) => {
	network.weather = 'fine';
	network.version = undefined;
});

test('thirty answers without a network, over a reload and a closed page, are on the server as the device had them', async ({
	page,
	context,
	network
}) => {
	test.setTimeout(180_000);
	await beginOnDevice(page);
	await goOffline(network, context);

	await page.goto('/review');
	await answerSome(page, 12);
	await page.reload();
	await answerSome(page, 9);
	await page.close();
	const again = await context.newPage();
	await again.goto('/review?deck=all');
	await answerSome(again, 9);
	expect((await statusOf(again))?.waiting).toBe(30);
	await expect(again.getByText('30 answers wait to be sent.')).toBeVisible();
	const own = await ownCards(again);

	await goOnline(network, context);
	await allSent(again);
	await expect(again.getByText('All answers are sent.')).toBeVisible();
	expect((await serverPack(again)).today.answers).toHaveLength(30);
	expect(await serverCards(again)).toEqual(own);
	expect(await heldCards(again)).toEqual(own);
});

test('an answer whose reply is lost is sent again and counts once', async ({ page, network }) => {
	await beginOnDevice(page);
	await page.goto('/review');
	network.weather = 'reply-lost';
	await answerSome(page, 2);
	await expect.poll(() => network.arrived('/api/sync').length).toBeGreaterThan(1);
	expect((await statusOf(page))?.waiting).toBe(2);
	network.weather = 'fine';
	await page.evaluate(() => dispatchEvent(new Event('online')));
	await allSent(page);
	const { today } = await serverPack(page);
	expect(today.answers).toHaveLength(2);
	expect((await keptOn(page)).map(({ standing }) => standing)).toEqual(['sent', 'sent']);
});

test('what was corrected and taken back without a network is so on the server', async ({ page, context, network }) => {
	await beginOnDevice(page);
	await goOffline(network, context);
	await page.goto('/review');
	await answerSome(page, 1);
	await page.getByRole('button', { name: /^Easy/ }).click();
	await expect(page.getByRole('button', { name: /^Easy/ })).toHaveAttribute('aria-pressed', 'true');
	await nextQuestion(page);
	await answerSome(page, 1);
	await page.getByRole('button', { name: /undo/i }).click();
	await expect(page.locator('#verdict')).toHaveCount(0);
	await goOnline(network, context);
	await allSent(page);
	const pack = await serverPack(page);
	expect(pack.today.answers).toHaveLength(1);
	expect(Object.values(pack.cards).map(({ state }) => state)).toEqual([2]);
});

test.describe('at noon', () => {
	const ahead = new Date().getUTCHours() - 12;
	const timezoneId = `Etc/GMT${ahead < 0 ? ahead : `+${ahead}`}`;
	test.use({ timezoneId });

	test('a review that ends without a network says whether it is over for now or for today, and when it goes on', async ({
		page,
		context,
		network
	}) => {
		test.setTimeout(180_000);
		const since = encodeURIComponent(new Date().toISOString());
		const learner = new Person(page.request, network.origin);
		expect((await learner.json('/api/guest', { timeZone: timezoneId })).ok()).toBe(true);
		await learner.does('/learning/options?/save', { newPerDay: '3', learningSteps: '45 50' });
		await page.goto('/');
		await installed(page);
		await goOffline(network, context);
		await page.goto('/review?deck=all');
		await answerSome(page, 3);
		await nextQuestion(page);
		const title = page.getByRole('heading', { level: 1 });
		await expect(title).toHaveText('Done for now');
		await expect(page.getByText(/^The next one comes back in (4|5)\d minutes\.$/)).toBeVisible();
		await expectSound(page, 'the end of a review without a network');
		await page.goto('/review/done?deck=all');
		await expect(title).toHaveText('Nothing is due here now');
		await goOnline(network, context);
		await allSent(page);
		await page.goto(`/review/done?deck=all&since=${since}`);
		await expect(title).toHaveText('Done for now');
	});
});

test('two devices of one learner that were both offline end in one state, with the answers of both', async ({
	page,
	context,
	browser,
	network
}) => {
	test.setTimeout(120_000);
	await beginAsGuest(page);
	const email = newEmail();
	await register(page, email);
	const other = await browser.newContext({ serviceWorkers: 'allow', baseURL: network.origin });
	const second = await other.newPage();
	await signIn(second, email);
	await installed(page);
	await installed(second);
	await goOffline(network, context, other);
	await page.goto('/review');
	await second.goto('/review');
	await answerSome(page, 6);
	await answerSome(second, 4);
	await goOnline(network, context, other);
	await allSent(page);
	await allSent(second);
	// Each device hears of the other when it next asks.
	for (const one of [page, second]) {
		await one.evaluate(() => fetch('/account?/settings', { method: 'POST', body: new FormData() }));
		await one.reload();
		await expect.poll(async () => (await heldCards(one)).length).toBe((await serverCards(one)).length);
	}
	const pack = await serverPack(page);
	expect(pack.today.answers).toHaveLength(10);
	expect(await heldCards(page)).toEqual(await serverCards(page));
	expect(await heldCards(second)).toEqual(await heldCards(page));
	await other.close();
});

test('answers of a session that is over wait, and are sent when the same learner signs in', async ({
	page,
	context,
	network
}) => {
	await beginAsGuest(page);
	const email = newEmail();
	await register(page, email);
	await installed(page);
	await goOffline(network, context);
	await page.goto('/review');
	await answerSome(page, 3);
	await context.clearCookies();
	await goOnline(network, context);
	await expect(page.getByText(/Your session is over/)).toBeVisible({ timeout: 20_000 });
	expect((await statusOf(page))?.waiting).toBe(3);
	await signIn(page, email);
	await allSent(page);
	expect((await serverPack(page)).today.answers).toHaveLength(3);
});

test('another person on the device sees nothing of the first and sends nothing of hers', async ({
	page,
	context,
	network
}) => {
	test.setTimeout(120_000);
	await beginAsGuest(page);
	const first = newEmail();
	await register(page, first);
	await installed(page);
	const { learnerId } = await serverPack(page);
	await goOffline(network, context);
	await page.goto('/review');
	await answerSome(page, 2);
	await context.clearCookies();
	await goOnline(network, context);
	await page.goto('/');
	await page.getByRole('button', { name: 'Start reviewing' }).first().click();
	await installed(page);
	const others = await serverPack(page);
	expect(others.learnerId).not.toBe(learnerId);
	expect(others.today.answers).toEqual([]);
	for (const store of ['packs', 'contents', 'bases']) {
		const owners = new Set((await readStore(page, store)).map((one) => (one as { learnerId: string }).learnerId));
		expect([store, owners.has(learnerId)]).toEqual([store, false]);
	}
	expect(await statusOf(page)).toMatchObject({ waiting: 0, others: 2 });
	await context.clearCookies();
	await signIn(page, first);
	await allSent(page);
	expect((await serverPack(page)).today.answers).toHaveLength(2);
});

test('signing out with answers that were not sent asks first, and then leaves nothing', async ({ page, network }) => {
	await beginAsGuest(page);
	await register(page, newEmail());
	await installed(page);
	await page.goto('/review');
	network.weather = 'reply-lost';
	await answerSome(page, 1);
	await page.goto('/account');
	await page.locator('button[formaction="?/signOut"]').click();
	await expect(page.getByRole('heading', { name: 'Before you sign out' })).toBeVisible();
	await page.getByRole('button', { name: 'Sign out and delete them' }).click();
	await expect(page.getByRole('button', { name: 'Start reviewing' }).first()).toBeVisible();
	for (const store of ['packs', 'contents', 'bases', 'kept'])
		expect([store, await readStore(page, store)]).toEqual([store, []]);
});

test('a device whose storage was cleared fetches everything anew, and loses nothing that was sent', async ({
	page
}) => {
	await beginOnDevice(page);
	await page.goto('/review');
	await answerSome(page, 2);
	await allSent(page);
	const client = await page.context().newCDPSession(page);
	const origin = new URL(page.url()).origin;
	await client.send('Storage.clearDataForOrigin', { origin, storageTypes: 'indexeddb,cache_storage' });
	await nextQuestion(page);
	await page.reload();
	await installed(page);
	await answerSome(page, 1);
	await allSent(page);
	expect((await serverPack(page)).today.answers).toHaveLength(3);
});

test('a new version waits, says so, and is taken between two questions', async ({ page, network }) => {
	await beginOnDevice(page);
	await page.goto('/review');
	await hydrated(page);
	network.version = 'another-version';
	await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
	await page.getByRole('button', { name: 'Use it' }).click();
	await expect(page.getByText('It is used after this question.')).toBeVisible();
	await answerSome(page, 1);
	await page.evaluate(() => ((window as { marked?: boolean }).marked = true));
	await page.getByRole('button', { name: 'Next question' }).click();
	await page.waitForFunction(() => !(window as { marked?: boolean }).marked);
	await hydrated(page);
	expect(await page.evaluate(async () => (await caches.keys()).join())).toContain('another-version');
	await answerSome(page, 1);
	await allSent(page);
	expect((await serverPack(page)).today.answers).toHaveLength(2);
});

test('a page that needs the network says so, leads to the review, and is there again afterwards', async ({
	page,
	context,
	network
}) => {
	await beginOnDevice(page);
	await page.goto('/');
	await hydrated(page);
	await goOffline(network, context);
	await page.getByRole('link', { name: 'Decks', exact: true }).click();
	await expect(page.getByRole('heading', { name: 'No network' })).toBeVisible();
	await expectSound(page, 'no network');
	await page.getByRole('link', { name: 'Review now' }).click();
	await answerSome(page, 1);
	await page.goto('/offline');
	await expect(page.getByRole('heading', { name: 'Reviewing without a network' })).toBeVisible();
	await expectSound(page, 'this device');
	await page.goto('/decks');
	await goOnline(network, context);
	await page.getByRole('link', { name: 'Try again' }).click();
	await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('No network');
});

test('over plain http there is no worker: everything works with the server, and the page says what is missing', async ({
	page
}) => {
	await page.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, 'serviceWorker'));
	await beginAsGuest(page);
	await hydrated(page);
	await answerSome(page, 2);
	await page.goto('/offline');
	await expect(page.getByText(/over https only/)).toBeVisible();
});

test('the browser finds nothing that would keep it from being installed', async ({ network, launchOptions }) => {
	const profile = mkdtempSync(join(tmpdir(), 'readout-profile-'));
	const context = await chromium.launchPersistentContext(profile, { ...launchOptions, baseURL: network.origin });
	const page = await context.newPage();
	await page.goto('/');
	await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
	const client = await context.newCDPSession(page);
	const { errors } = await client.send('Page.getAppManifest');
	expect(errors).toEqual([]);
	const { installabilityErrors } = await client.send('Page.getInstallabilityErrors');
	expect(installabilityErrors).toEqual([]);
	await context.close();
	rmSync(profile, { recursive: true, force: true });
});
