import type { CDPSession, Page } from '@playwright/test';
import type { Network } from './flaky-network.ts';
import {
	allSent,
	answerSome,
	beginOnDevice,
	expect,
	goOffline,
	goOnline,
	keptOn,
	nextQuestion,
	serverPack,
	statusOf,
	test
} from './device.ts';
import { answerOnPage, verdict } from './reviewing.ts';

/** A device that has no room left, and one whose storage is cleared under an open page. */

test.use({ serviceWorkers: 'allow' });
test.afterEach(({ network }) => {
	network.weather = 'fine';
});

/** The browser remembers for half a minute how much room there was. */
const FORGETS_MS = 60_000;

/** Leaves the site so much room, and waits until the browser acts by it. */
async function leaveRoom(page: Page, network: Network, bytes: number): Promise<CDPSession> {
	const client = await page.context().newCDPSession(page);
	await client.send('Storage.overrideQuotaForOrigin', { origin: network.origin, quotaSize: bytes });
	await expect.poll(() => page.evaluate(hasRoom), { timeout: FORGETS_MS }).toBe(false);
	return client;
}

/** Whether a small thing can be written into a database of the site. */
async function hasRoom(): Promise<boolean> {
	return new Promise((done, failed) => {
		const opening = indexedDB.open('probe', 1);
		opening.onupgradeneeded = () => opening.result.createObjectStore('things');
		opening.onerror = () => done(false);
		opening.onsuccess = () => {
			const db = opening.result;
			const writing = db.transaction('things', 'readwrite');
			writing.objectStore('things').put('x'.repeat(2000), 'thing');
			const end = (room: boolean) => {
				db.close();
				done(room);
			};
			writing.oncomplete = () => end(true);
			writing.onabort = () => (writing.error?.name === 'QuotaExceededError' ? end(false) : failed(writing.error));
		};
	});
}

const usage = (page: Page): Promise<number> =>
	page.evaluate(async () => (await navigator.storage.estimate()).usage ?? 0);

test('an answer for which there is no room goes to the server at once, and the review goes on there', async ({
	page,
	network
}) => {
	test.setTimeout(180_000);
	await beginOnDevice(page);
	await page.goto('/review');
	await leaveRoom(page, network, 1);
	await answerSome(page, 3);
	expect(await keptOn(page)).toEqual([]);
	expect((await serverPack(page)).today.answers).toHaveLength(3);
	await expect(page.getByText(/This device has no room left\./)).toBeVisible();
});

test('without a network the page keeps it and says so; with room again it is sent', async ({
	page,
	context,
	network
}) => {
	test.setTimeout(180_000);
	await beginOnDevice(page);
	await goOffline(network, context);
	await page.goto('/review');
	await answerSome(page, 2);
	await nextQuestion(page);
	const client = await leaveRoom(page, network, 1);
	await answerOnPage(page, true);
	await expect(page.getByText(/the answer could not be kept/)).toBeVisible();
	await expect(verdict(page)).toHaveCount(0);
	expect(await keptOn(page)).toHaveLength(2);
	await client.send('Storage.overrideQuotaForOrigin', { origin: network.origin });
	await page.getByRole('button', { name: 'Send again' }).click();
	await expect(verdict(page)).toBeVisible();
	expect(await keptOn(page)).toHaveLength(3);
	await goOnline(network, context);
	await allSent(page);
	expect((await serverPack(page)).today.answers).toHaveLength(3);
});

test('what an older version of the program kept is given up first', async ({ page, context, network }) => {
	test.setTimeout(180_000);
	await beginOnDevice(page);
	await goOffline(network, context);
	await page.goto('/review');
	await page.evaluate(async () => {
		const older = await caches.open('readout-older');
		await older.put('/_app/immutable/older.js', new Response(new Uint8Array(4_000_000)));
	});
	await leaveRoom(page, network, (await usage(page)) - 2_000_000);
	await answerSome(page, 2);
	expect((await statusOf(page))?.waiting).toBe(2);
	expect(await page.evaluate(() => caches.has('readout-older'))).toBe(false);
	await goOnline(network, context);
	await allSent(page);
});

test('cleared under an open page without a network, it keeps the answer on the page until it can be sent', async ({
	page,
	context,
	network
}) => {
	await beginOnDevice(page);
	await page.goto('/review');
	await answerSome(page, 1);
	await allSent(page);
	await nextQuestion(page);
	await goOffline(network, context);
	const client = await context.newCDPSession(page);
	await client.send('Storage.clearDataForOrigin', {
		origin: network.origin,
		storageTypes: 'indexeddb,cache_storage'
	});
	await answerOnPage(page, true);
	await expect(page.getByText(/Your answer is kept here\./)).toBeVisible();
	// Longer than a page waits that is opened anew because its session is somebody else's.
	await page.waitForTimeout(1500);
	await goOnline(network, context);
	await page.getByRole('button', { name: 'Send again' }).click();
	await expect(verdict(page)).toBeVisible();
	await nextQuestion(page);
	await answerSome(page, 1);
	await allSent(page);
	expect((await serverPack(page)).today.answers).toHaveLength(3);
});
