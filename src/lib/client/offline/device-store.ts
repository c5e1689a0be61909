import type { Device } from '#lib/domain/offline/device.ts';
import type { NewDeed } from '#lib/domain/offline/deeds.ts';
import type { KeptDeed } from '#lib/domain/offline/kept-deed.ts';
import type { Pack, PackContent } from '#lib/domain/offline/pack-schema.ts';
import { basesOf, type Settling } from '#lib/domain/offline/settle.ts';
import type { DeviceDb, Owned } from './db.ts';

/** As many deeds stay after they were sent, so that they can be taken back. */
const KEPT_SENT = 200;

let held: (PackContent & Owned & { tag: string }) | undefined;

/** All that the device keeps of a learner; undefined where it has no pack of hers. */
export async function readDevice(db: DeviceDb, learnerId: string): Promise<Device | undefined> {
	const tx = db.transaction(['packs', 'bases', 'kept']);
	const [pack, bases, kept] = await Promise.all([
		tx.objectStore('packs').get(learnerId),
		tx.objectStore('bases').getAll(IDBKeyRange.bound([learnerId], [learnerId, []])),
		tx.objectStore('kept').index('learner').getAll(learnerId)
	]);
	if (!pack) return undefined;
	// Large, and never changed under its name.
	const content = held?.learnerId === learnerId && held.tag === pack.tag ? held : await db.get('contents', learnerId);
	if (content?.tag !== pack.tag) return undefined;
	held = content;
	return {
		pack,
		content,
		items: new Map(content.items.map((one) => [one.item.id, one])),
		bases: new Map(bases.map((base) => [base.itemId, base])),
		kept
	};
}

/** Keeps a deed, before anybody is told that it was done. */
export async function keepDeed(db: DeviceDb, learnerId: string, deed: NewDeed): Promise<void> {
	const tx = db.transaction('kept', 'readwrite');
	const last = await tx.store.openKeyCursor(null, 'prev');
	await Promise.all([tx.store.add({ ...deed, n: (last?.key ?? 0) + 1, learnerId }), tx.done]);
}

/** The name of the content that the device has, and the pack's own tag. */
export async function heldPack(
	db: DeviceDb,
	learnerId: string
): Promise<{ tag: string; etag: string | null } | undefined> {
	const pack = await db.get('packs', learnerId);
	const content = await db.get('contents', learnerId);
	return pack && content?.tag === pack.tag ? { tag: pack.tag, etag: pack.etag } : undefined;
}

/** Puts a new pack in the place of the old one, in one transaction: what was sent before it is in it. */
export async function storePack(db: DeviceDb, pack: Pack, etag: string | null): Promise<void> {
	const { learnerId } = pack;
	const before = await readDevice(db, learnerId);
	const tx = db.transaction(['packs', 'contents', 'bases', 'kept'], 'readwrite');
	const { content, ...rest } = pack;
	if (content) await tx.objectStore('contents').put({ ...content, learnerId, tag: pack.tag });
	await tx.objectStore('packs').put({ ...rest, content: null, etag });
	const bases = tx.objectStore('bases');
	await bases.delete(IDBKeyRange.bound([learnerId], [learnerId, []]));
	for (const base of basesOf(pack, before)) await bases.put({ ...base, learnerId });
	const store = tx.objectStore('kept');
	const kept = await store.index('learner').getAll(learnerId);
	const sent = kept.filter(({ standing }) => standing === 'sent');
	for (const one of sent.slice(0, -KEPT_SENT)) await store.delete(one.n);
	for (const one of sent.slice(-KEPT_SENT)) if (!one.counted) await store.put({ ...one, counted: true });
	await tx.done;
}

/** Writes what the server's reply changed, in one transaction. */
export async function storeSettling(db: DeviceDb, learnerId: string, { bases, kept }: Settling): Promise<void> {
	const tx = db.transaction(['bases', 'kept'], 'readwrite');
	for (const base of bases) await tx.objectStore('bases').put({ ...base, learnerId });
	for (const one of kept) await tx.objectStore('kept').put({ ...one, learnerId });
	await tx.done;
}

/** What is kept of a learner's deeds, in the order in which they were done. */
export async function readKept(db: DeviceDb, learnerId: string): Promise<KeptDeed[]> {
	return db.getAllFromIndex('kept', 'learner', learnerId);
}

/** How many deeds of others wait on this device. */
export async function waitingOfOthers(db: DeviceDb, learnerId: string | null): Promise<number> {
	const kept = await db.getAll('kept');
	return kept.filter((one) => one.learnerId !== learnerId && one.standing === 'waiting').length;
}

/**
 * Removes what the device keeps of learners.
 * @param whose whether a learner's things go
 * @param waiting whether what is not sent yet goes too
 */
export async function forget(db: DeviceDb, whose: (learnerId: string) => boolean, waiting: boolean): Promise<void> {
	held = undefined;
	const tx = db.transaction(['packs', 'contents', 'bases', 'kept'], 'readwrite');
	for (const id of await tx.objectStore('packs').getAllKeys()) if (whose(id)) await tx.objectStore('packs').delete(id);
	for (const id of await tx.objectStore('contents').getAllKeys())
		if (whose(id)) await tx.objectStore('contents').delete(id);
	for (const key of await tx.objectStore('bases').getAllKeys())
		if (whose(key[0])) await tx.objectStore('bases').delete(key);
	for (const one of await tx.objectStore('kept').getAll())
		if (whose(one.learnerId) && (waiting || one.standing !== 'waiting')) await tx.objectStore('kept').delete(one.n);
	await tx.done;
}

/** Removes deeds that the server has and the pack counts. */
export async function dropCounted(db: DeviceDb): Promise<void> {
	const tx = db.transaction('kept', 'readwrite');
	for (const { n, counted, standing } of await tx.store.getAll())
		if (counted && standing === 'sent') await tx.store.delete(n);
	await tx.done;
}

/**
 * Where there is no room for what the server said of deeds: those that it took go, and the pack with them, which does not
 * know of them. The others wait on.
 */
export async function settleWithoutRoom(db: DeviceDb, learnerId: string, kept: readonly KeptDeed[]): Promise<void> {
	await forget(db, (id) => id === learnerId, false);
	const tx = db.transaction('kept', 'readwrite');
	for (const { n, standing } of kept) if (standing === 'sent') await tx.store.delete(n);
	await tx.done;
}

/** Takes refused deeds off the list. */
export async function dismiss(db: DeviceDb, learnerId: string): Promise<void> {
	const tx = db.transaction('kept', 'readwrite');
	for (const one of await tx.store.index('learner').getAll(learnerId))
		if (one.standing === 'refused') await tx.store.delete(one.n);
	await tx.done;
}
