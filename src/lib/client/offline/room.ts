import { version } from '$service-worker';
import { isFull, type DeviceDb } from './db.ts';
import { dropCounted } from './device-store.ts';
import { dropOthers } from './shell.ts';

/**
 * Writes; where the browser gives no more room, what is needed least goes first: what other versions of the program kept,
 * then deeds that the server and the pack have counted, which could still be taken back.
 * @throws QuotaExceededError where that is not enough
 */
export async function withRoom(db: DeviceDb, write: () => Promise<void>): Promise<void> {
	try {
		await write();
	} catch (error) {
		if (!isFull(error)) throw error;
		await dropOthers({ version });
		await dropCounted(db);
		await write();
	}
}
