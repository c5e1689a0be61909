import * as v from 'valibot';
import { LEARNER_HEADER } from '#lib/domain/offline/headers.ts';
import { packSchema } from '#lib/domain/offline/pack-schema.ts';
import { changeState, isFull, readState, type DeviceDb } from './db.ts';
import { heldPack, storePack } from './device-store.ts';
import { withRoom } from './room.ts';
import { send, setClock } from './sending.ts';
import { ask, hear } from './whose.ts';

const TIMEOUT_MS = 60_000;
/** How old a pack may be without being asked after when a page is opened. */
export const FRESH_MS = 10 * 60_000;

let running: Promise<void> | undefined;

/** Sends what waits and brings the present pack: first the one, so that the pack has it. */
export function bring(db: DeviceDb, changed: () => void): Promise<void> {
	running ??= send(db, changed)
		// While the pack is on its way nothing is sent: what it counts is what was sent before.
		.then(() => navigator.locks.request('readout-send', () => refresh(db)))
		.finally(() => {
			running = undefined;
			changed();
		});
	return running;
}

async function refresh(db: DeviceDb): Promise<void> {
	const { owner, passed } = await readState(db);
	const held = owner === null ? undefined : await heldPack(db, owner);
	const when = ask();
	const began = Date.now();
	const headers = new Headers({ accept: 'application/json' });
	if (owner !== null) headers.set(LEARNER_HEADER, owner);
	if (held?.etag) headers.set('if-none-match', held.etag);
	const address = held ? `/api/pack?held=${encodeURIComponent(held.tag)}` : '/api/pack';
	let response: Response;
	let content: unknown;
	try {
		response = await fetch(address, { headers, cache: 'no-store', signal: AbortSignal.timeout(TIMEOUT_MS) });
		content = response.ok ? await response.json() : undefined;
	} catch {
		// No network: the present pack goes on.
		return;
	}
	await hear(db, response, when);
	const said = response.headers.get('x-readout-now');
	if (said !== null) await setClock(db, said, began);
	const found = () => changeState(db, () => ({ checked: Date.now(), packed: passed, recalled: false, full: false }));
	if (response.status === 304) return void (await found());
	const pack = v.safeParse(packSchema, content);
	if (!pack.success || (await readState(db)).owner !== pack.output.learnerId) return;
	try {
		await withRoom(db, () => storePack(db, pack.output, response.headers.get('etag')));
		await found();
	} catch (error) {
		if (!isFull(error)) throw error;
		await changeState(db, () => ({ full: true }));
	}
}

/**
 * Sends what waits; where a quiz has withdrawn the pack, the present one is brought.
 * @param ask the server is to be heard even if nothing waits
 */
export async function deliver(db: DeviceDb, changed: () => void, ask = false): Promise<void> {
	await send(db, changed, ask);
	if ((await readState(db)).recalled) await bring(db, changed);
}
