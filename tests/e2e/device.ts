import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, expect, type BrowserContext, type CDPSession, type Page } from '@playwright/test';
import type { DeviceStatus } from '../../src/lib/client/offline/status-types.ts';
import type { Pack } from '../../src/lib/domain/offline/pack-schema.ts';
import type { CardState } from '../../src/lib/domain/scheduling/card.ts';
import { startServer } from '../faults/server.ts';
import { hydrated } from './fixtures.ts';
import { freePort, Network } from './flaky-network.ts';
import { answerOnPage, beginAsGuest, goOn, verdict } from './reviewing.ts';

/** Tests of a device: a browser with its worker, and between it and the production server a network that can fail. */
export const test = base.extend<object, { network: Network; serverEnv: Record<string, string> }>({
	/** What the server is started with besides. */
	serverEnv: [{}, { scope: 'worker', option: true }],
	network: [
		async ({ serverEnv }, use) => {
			const dataDir = mkdtempSync(join(tmpdir(), 'readout-device-'));
			const port = await freePort();
			const network = await Network.to(port);
			const place = { DATA_DIR: join(dataDir, 'data'), PORT: String(port), ORIGIN: network.origin };
			const server = startServer({ ...place, ...serverEnv });
			await server.ready;
			await use(network);
			await network.close();
			await server.stop('SIGTERM');
			rmSync(dataDir, { recursive: true, force: true });
		},
		// On a busy machine a server takes its time to start.
		{ scope: 'worker', timeout: 180_000 }
	],
	baseURL: async ({ network }, use) => use(network.origin)
});
export { expect };

/** How the page's device stands, as its worker tells; undefined where no worker answers yet. */
export async function statusOf(page: Page): Promise<DeviceStatus | undefined> {
	return page.evaluate(async () => {
		if (!navigator.serviceWorker.controller) return undefined;
		return (await fetch('/api/device')).json();
	});
}

/** Waits until the worker is there and the device holds what a review needs. */
export async function installed(page: Page): Promise<void> {
	await hydrated(page);
	await expect.poll(async () => (await statusOf(page))?.ready, { timeout: 20_000 }).toBe(true);
}

/** Begins as a guest, on a device that holds what she reviews before anything else is done. */
export async function beginOnDevice(page: Page): Promise<void> {
	await beginAsGuest(page);
	await installed(page);
}

/** Takes the network away from every page of a browser, and says so to the browser as well. */
export async function goOffline(network: Network, ...contexts: BrowserContext[]): Promise<void> {
	network.weather = 'down';
	await Promise.all(contexts.map((context) => context.setOffline(true)));
}

/** A session with the browser by which events of a site's worker can be brought about, also with no page of it open. */
export async function workerOf(page: Page, origin: string): Promise<{ client: CDPSession; registrationId: string }> {
	const client = await page.context().newCDPSession(page);
	const found = new Promise<string>((done) =>
		client.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
			const own = registrations.find(({ scopeURL }) => scopeURL.startsWith(origin));
			if (own) done(own.registrationId);
		})
	);
	await client.send('ServiceWorker.enable');
	return { client, registrationId: await found };
}

/** Gives it back. */
export async function goOnline(network: Network, ...contexts: BrowserContext[]): Promise<void> {
	network.weather = 'fine';
	await Promise.all(contexts.map((context) => context.setOffline(false)));
}

/** Waits until nothing waits to be sent any more. */
export async function allSent(page: Page): Promise<void> {
	await expect.poll(async () => (await statusOf(page))?.waiting, { timeout: 30_000 }).toBe(0);
}

/** Answers so many questions of the review on the page; every fourth one wrongly. */
export async function answerSome(page: Page, count: number): Promise<void> {
	for (let turn = 0; turn < count; turn++) {
		await answerOnPage(page, turn % 4 !== 3);
		await expect(verdict(page)).toBeVisible();
		if (turn < count - 1) await goOn(page);
	}
}

/** Goes on to the next question and waits for it. */
export async function nextQuestion(page: Page): Promise<void> {
	await page.getByRole('button', { name: 'Next question' }).click();
	await expect(verdict(page)).toHaveCount(0);
}

/** What is compared of a card: the device and the server may differ by the time that a request took. */
export interface Compared {
	state: number;
	reps: number;
	lapses: number;
	step: number;
	scheduledDays: number;
	stability: number;
	difficulty: number;
}

const compared = ({ state, reps, lapses, step, scheduledDays, stability, difficulty }: CardState): Compared => ({
	...{ state, reps, lapses, step, scheduledDays },
	stability: Number(stability.toFixed(4)),
	difficulty: Number(difficulty.toFixed(4))
});
const sorted = (cards: [string, CardState][]): [string, Compared][] =>
	cards.map(([id, card]): [string, Compared] => [id, compared(card)]).sort(([a], [b]) => (a < b ? -1 : 1));

/** The cards as the device worked them out by itself: what the last deed of each left. */
export async function ownCards(page: Page): Promise<[string, Compared][]> {
	const kept = await keptOn(page);
	const last = new Map(kept.map(({ itemId, after }) => [itemId, after]));
	return sorted([...last].flatMap(([id, card]): [string, CardState][] => (card ? [[id, card]] : [])));
}

/** The cards that the device has from the server. */
export async function heldCards(page: Page): Promise<[string, Compared][]> {
	const bases = (await readStore(page, 'bases')) as { itemId: string; card: CardState | null }[];
	return sorted(bases.flatMap(({ itemId, card }): [string, CardState][] => (card ? [[itemId, card]] : [])));
}

/** What the server itself says, past the worker. */
export async function serverPack(page: Page): Promise<Pack> {
	const answer = await page.request.get('/api/pack');
	expect(answer.status()).toBe(200);
	return answer.json();
}

export const serverCards = async (page: Page): Promise<[string, Compared][]> =>
	sorted(Object.entries((await serverPack(page)).cards));

export interface Kept {
	learnerId: string;
	itemId: string;
	after: CardState | null;
	standing: string;
	deed: { id: string; kind: string };
}

/** What is kept of deeds, of everybody. */
export const keptOn = async (page: Page): Promise<Kept[]> => (await readStore(page, 'kept')) as Kept[];

/** Everything in a store of the device. */
export async function readStore(page: Page, store: string): Promise<unknown[]> {
	return page.evaluate(
		(name) =>
			new Promise<unknown[]>((done, failed) => {
				const opening = indexedDB.open('readout', 1);
				opening.onerror = () => failed(opening.error);
				opening.onsuccess = () => {
					const db = opening.result;
					const reading = db.transaction(name).objectStore(name).getAll();
					reading.onsuccess = () => {
						db.close();
						done(reading.result);
					};
					reading.onerror = () => failed(reading.error);
				};
			}),
		store
	);
}

/** Makes an account of the guest whose page it is. */
export async function register(page: Page, email: string): Promise<void> {
	await page.goto('/register');
	await hydrated(page);
	await page.getByLabel('Name', { exact: true }).fill('Ada Okafor');
	await page.getByLabel(/e-mail/i).fill(email);
	await page
		.getByLabel(/password/i)
		.first()
		.fill(PASSWORD);
	await page.getByRole('button', { name: /account|register/i }).click();
	await expect(page).toHaveURL(/\/account/);
}

/** Signs in. */
export async function signIn(page: Page, email: string): Promise<void> {
	await page.goto('/sign-in');
	await page.getByLabel(/e-mail/i).fill(email);
	await page
		.getByLabel(/password/i)
		.first()
		.fill(PASSWORD);
	await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
	await expect(page).not.toHaveURL(/sign-in/);
}

const PASSWORD = 'a long and quiet river';
let made = 0;
export const newEmail = (): string => `device-${process.pid}-${Date.now()}-${++made}@example.org`;
