import * as v from 'valibot';
import { changed } from './announce.ts';
import { changeState, isUnwritten, openDevice, readState, type DeviceDb } from './db.ts';
import { dismiss, forget, readKept } from './device-store.ts';
import { bring, deliver } from './refreshing.ts';
import { isFresh, lookAt, serveDeed, serveNext, type Served } from './serving.ts';
import { isShellIn, openFile, openShell, renewShell, SHELL_PATH, type Shell } from './shell.ts';
import { DEVICE_PATH } from './status-types.ts';
import { orderSchema, statusOf } from './status.ts';
import { ask, hear } from './whose.ts';

/** What answers a page's requests on the device itself. */

const DEEDS = ['/api/reviews', '/api/reviews/amend', '/api/undo'];
/** What is changed by these says nothing of what is asked next. */
const HARMLESS = ['/api/attempts/', '/api/workspaces/', '/api/reports', '/api/push', '/language'];
/** A page waits for so long at most before it is opened with what the device has. */
const PATIENCE_MS = 1500;
/** The first question of a review waits for so long at most for word of a quiz that withholds it. */
const WORD_MS = 300;
const PAGE_TIMEOUT_MS = 10_000;

/** A request with what must be done behind its answer. */
export interface Asked {
	request: Request;
	url: URL;
	/** Keeps the worker alive until it is done. */
	behind: (work: Promise<unknown>) => void;
	/** Has the browser wake the worker when there is a network. */
	later: () => Promise<void>;
}

const json = (body: unknown, status = 200) =>
	Response.json(body, { status, headers: { 'cache-control': 'no-store', 'x-readout-from': 'device' } });
const withIn = (work: Promise<unknown>, ms: number) =>
	Promise.race([work.catch(() => undefined), new Promise((done) => setTimeout(done, ms))]);

/** How a request is answered on the device; undefined where the browser asks the server by itself. */
export function answerFor(asked: Asked, shell: Shell): Promise<Response> | undefined {
	const { request, url } = asked;
	if (url.pathname.startsWith('/_app/immutable/') || shell.files.includes(url.pathname)) return openFile(request);
	if (url.pathname === DEVICE_PATH) return device(asked, shell);
	if (request.method === 'GET' && url.pathname === '/api/next') return next(asked);
	if (request.method === 'POST' && DEEDS.includes(url.pathname)) return deed(asked);
	if (request.method === 'GET' && request.mode === 'navigate') return page(asked, shell);
	if (request.method === 'GET' && url.pathname.endsWith('/__data.json')) return data(asked);
	if (request.method !== 'GET') return change(asked, shell);
	return undefined;
}

async function next({ request, url }: Asked): Promise<Response> {
	const db = await openDevice();
	await upToDate(db);
	const served = await serveNext(db, url, false);
	if (served) return json(served.body, served.status);
	return pass(db, request, async () => serveNext(db, url, true));
}

async function deed({ request, url, behind, later }: Asked): Promise<Response> {
	const db = await openDevice();
	const input: unknown = await request.clone().json();
	await upToDate(db);
	const served = await serveDeed(db, url.pathname, input, false);
	if (!served) {
		const response = await pass(db, request, async () => serveDeed(db, url.pathname, input, true));
		if (response.ok && response.headers.get('x-readout-from') === null) await outdate(db);
		// Whether there was no room is seen below the page.
		changed();
		return response;
	}
	if (served.changed) behind(Promise.all([deliver(db, changed), later()]));
	return json(served.body, served.status);
}

let word: Promise<void> | undefined;

/** Asks the server whether a quiz has withdrawn what the device holds, while the page of a review is opened. */
function askForWord(db: DeviceDb): Promise<void> {
	word = deliver(db, changed, true).finally(() => (word = undefined));
	return word;
}

/** Waits a moment for that word, and for the pack in the place of one that was withdrawn. */
async function upToDate(db: DeviceDb): Promise<void> {
	if (word) await withIn(word, WORD_MS);
	if ((await readState(db)).recalled) await withIn(bring(db, changed), PATIENCE_MS);
}

/** Asks the server; where it cannot be reached, the device answers after all if it can. */
async function pass(db: DeviceDb, request: Request, otherwise: () => Promise<Served>): Promise<Response> {
	const when = ask();
	try {
		const response = await fetch(request);
		await hear(db, response, when);
		return response;
	} catch {
		const served = await otherwise();
		return served ? json(served.body, served.status) : Response.error();
	}
}

/** Something was changed without the device: its pack is none to rely upon until there is a new one. */
async function outdate(db: DeviceDb): Promise<void> {
	await changeState(db, ({ passed }) => ({ passed: passed + 1 }));
	// A worker that starts anew would rely upon the pack again.
	if (isUnwritten()) await forget(db, () => true, false);
}

/** A page: a review from what the device keeps, every other one from the server as long as that can be reached. */
async function page({ request, url, behind }: Asked, shell: Shell): Promise<Response> {
	const db = await openDevice();
	const when = ask();
	if (url.pathname === '/review') {
		const kept = await reviewPage(db, shell);
		if (kept) behind(askForWord(db));
		if (kept) return kept;
	} else await sendFirst(db);
	try {
		const response = await within(fetch(request), PAGE_TIMEOUT_MS);
		await hear(db, response, when);
		return response;
	} catch {
		return (await openShell(shell)) ?? Response.error();
	}
}

async function reviewPage(db: DeviceDb, shell: Shell): Promise<Response | undefined> {
	const found = await openShell(shell);
	const { state, device, present } = await lookAt(db);
	if (!found || !device) return undefined;
	if (present && isFresh(state)) return found;
	await withIn(bring(db, changed), PATIENCE_MS);
	const then = await lookAt(db);
	return then.device && then.present ? found : undefined;
}

/** What waits goes before a page that is to know of it. */
async function sendFirst(db: DeviceDb): Promise<void> {
	const { owner, outbox } = await readState(db);
	if (owner === null || outbox.stopped) return;
	const waits = (await readKept(db, owner)).some(({ standing }) => standing === 'waiting');
	if (waits) await withIn(deliver(db, changed), PATIENCE_MS);
}

/** The data of a page to which a link leads: without a network, the page that says so. */
async function data({ request, url }: Asked): Promise<Response> {
	const db = await openDevice();
	await sendFirst(db);
	const when = ask();
	try {
		const response = await within(fetch(request), PAGE_TIMEOUT_MS);
		await hear(db, response, when);
		return response;
	} catch {
		const path = url.pathname.slice(0, -'/__data.json'.length) || '/';
		const search = new URLSearchParams(url.searchParams);
		search.delete('x-sveltekit-invalidated');
		const to = path + (search.size > 0 ? `?${search.toString()}` : '');
		return json({ type: 'redirect', location: `${SHELL_PATH}?to=${encodeURIComponent(to)}` });
	}
}

/** Anything else that changes something on the server. */
async function change({ request, url }: Asked, shell: Shell): Promise<Response> {
	const db = await openDevice();
	const leaves = url.pathname === '/account' && /^\?\/signOut/.test(url.search);
	if (leaves || url.pathname === '/sign-in') {
		await sendFirst(db);
		const { owner } = await readState(db);
		const waits = owner !== null && (await readKept(db, owner)).some(({ standing }) => standing === 'waiting');
		const sure = url.searchParams.has('anyway');
		if (leaves && waits && !sure) return Response.redirect(`${SHELL_PATH}?to=leaving`, 303);
		if (leaves) await changeState(db, () => ({ leaving: owner }));
	}
	const response = await fetch(request).catch(() => undefined);
	// A form that could not be sent: the page that says so, and nothing was changed.
	if (!response) return (request.mode === 'navigate' && (await openShell(shell))) || Response.error();
	if (!HARMLESS.some((path) => url.pathname.startsWith(path))) await outdate(db);
	// The next page may be the kept one: it is to speak the language that was chosen.
	if (url.pathname === '/language') await withIn(renewShell(shell), PATIENCE_MS);
	return response;
}

/** Tells how the device stands, and does what a page wants of it. */
async function device({ request, behind }: Asked, shell: Shell): Promise<Response> {
	const db = await openDevice();
	if (request.method === 'POST') {
		const read = v.safeParse(orderSchema, await request.json());
		if (!read.success) return json({ ok: false, code: 'invalid_input' }, 400);
		const { order, lang } = read.output;
		const { owner, checked } = await readState(db);
		if (order === 'dismiss' && owner !== null) await dismiss(db, owner);
		if (order === 'forget-others') await forget(db, (id) => id !== owner, true);
		if (order === 'hello') behind(hello(db, shell, Date.now() - checked, lang));
		if (order === 'send') {
			await changeState(db, ({ outbox }) => ({ outbox: { ...outbox, failed: 0, stopped: null }, retryAt: 0 }));
			behind(deliver(db, changed));
		}
	}
	return json(await statusOf(db));
}

/** A page was opened or looked at again, or the network is back. */
async function hello(db: DeviceDb, shell: Shell, age: number, lang?: string): Promise<void> {
	const { present } = await lookAt(db);
	const state = await readState(db);
	await (present && isFresh(state) && age >= 0 ? deliver(db, changed, true) : bring(db, changed));
	// It was cleared, or kept in another language than that in which a page came just now.
	if (!(await openShell(shell)) || (lang && !(await isShellIn(shell, lang)))) await renewShell(shell);
}

/** Sends what waits, when the browser says that there is a network. */
export async function onBackgroundSync(): Promise<void> {
	await deliver(await openDevice(), changed);
}

async function within(work: Promise<Response>, ms: number): Promise<Response> {
	const late = new Promise<never>((_, fail) => setTimeout(() => fail(new TypeError('no answer in time')), ms));
	return Promise.race([work, late]);
}
