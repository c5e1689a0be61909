import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { KeptDeed } from '#lib/domain/offline/kept-deed.ts';
import type { Baseline } from '#lib/domain/offline/local-card.ts';
import { OUTBOX, type Outbox } from '#lib/domain/offline/outbox.ts';
import type { Pack, PackContent } from '#lib/domain/offline/pack-schema.ts';

/** Of a record, whose it is. */
export interface Owned {
	learnerId: string;
}

/** What a device knows of its server and of whose session it is. */
export interface DeviceState {
	/** Whose session the server last said it was; null for nobody's, or where it was not asked yet. */
	owner: string | null;
	/** Whether it has said so: a device that is new, or was cleared, knows nothing of whose session it is. */
	named: boolean;
	/** Her session is ended by her own wish, and nothing of hers stays. */
	leaving: string | null;
	/** How far the server's clock is ahead of the device's, in milliseconds. */
	ahead: number;
	/** The server's clock as it was last heard; ISO instant. */
	heard: string | null;
	/** When the pack was last found to be the present one, by the device's clock. */
	checked: number;
	/** Counts what was changed on the server without the device: a pack that was asked for before is out of date. */
	passed: number;
	/** The count as it was when the present pack was asked for. */
	packed: number;
	/** The pack may hold what a quiz withholds by now: nothing of it is asked until there is a new one. */
	recalled: boolean;
	outbox: Outbox;
	/** When it is sent again by itself, by the device's clock; 0 where nothing waits for that. */
	retryAt: number;
	/** The device has no room. */
	full: boolean;
}

export const NEW_DEVICE: DeviceState = {
	owner: null,
	named: false,
	leaving: null,
	ahead: 0,
	heard: null,
	checked: 0,
	passed: 0,
	packed: 0,
	recalled: false,
	outbox: OUTBOX,
	retryAt: 0,
	full: false
};

interface Stores extends DBSchema {
	state: { key: 'device'; value: DeviceState };
	packs: { key: string; value: Pack & { etag: string | null } };
	contents: { key: string; value: PackContent & Owned & { tag: string } };
	bases: { key: [string, string]; value: Baseline & Owned };
	kept: { key: number; value: KeptDeed & Owned; indexes: { learner: string; deed: [string, string] } };
}
export type DeviceDb = IDBPDatabase<Stores>;

let opened: Promise<DeviceDb> | undefined;

/** Opens what the device keeps; every record is under its learner's id. */
export function openDevice(name = 'readout'): Promise<DeviceDb> {
	opened ??= openDB<Stores>(name, 1, {
		upgrade(db) {
			db.createObjectStore('state');
			db.createObjectStore('packs', { keyPath: 'learnerId' });
			db.createObjectStore('contents', { keyPath: 'learnerId' });
			db.createObjectStore('bases', { keyPath: ['learnerId', 'itemId'] });
			const kept = db.createObjectStore('kept', { keyPath: 'n', autoIncrement: true });
			kept.createIndex('learner', 'learnerId');
			kept.createIndex('deed', ['learnerId', 'deed.id']);
		},
		// Another window deletes it, or brings another version: it is opened anew when it is next asked for.
		blocking: (_now, _next, event) => {
			opened = undefined;
			if (event.target instanceof IDBDatabase) event.target.close();
		},
		terminated: () => (opened = undefined)
	});
	opened.catch(() => (opened = undefined));
	return opened;
}

/** Whether the browser gives the page no more room. */
export function isFull(error: unknown): boolean {
	return error instanceof DOMException && error.name === 'QuotaExceededError';
}

/** What could not be written for want of room: it holds as long as this worker lives. */
let unwritten: DeviceState | undefined;

/** Whether what the device knows is lost with this worker. */
export const isUnwritten = (): boolean => unwritten !== undefined;

/** What the device knows. */
export async function readState(db: DeviceDb): Promise<DeviceState> {
	const written = await db.get('state', 'device');
	return unwritten ?? { ...NEW_DEVICE, ...written };
}

/** Changes what the device knows, in one transaction; without room for it, for as long as the worker lives. */
export async function changeState(
	db: DeviceDb,
	change: (state: DeviceState) => Partial<DeviceState>
): Promise<DeviceState> {
	const tx = db.transaction('state', 'readwrite');
	const written = await tx.store.get('device');
	const state = unwritten ?? { ...NEW_DEVICE, ...written };
	const changed = { ...state, ...change(state) };
	try {
		await Promise.all([tx.store.put(changed, 'device'), tx.done]);
		unwritten = undefined;
	} catch (error) {
		if (!isFull(error)) throw error;
		unwritten = changed;
	}
	return changed;
}
