import * as v from 'valibot';
import { clockDoubt } from '#lib/domain/offline/clock-doubt.ts';
import type { DeviceDb } from './db.ts';
import { readKept, waitingOfOthers } from './device-store.ts';
import { lookAt } from './serving.ts';
import type { DeviceStatus } from './status-types.ts';

/** How the device stands. */
export async function statusOf(db: DeviceDb): Promise<DeviceStatus> {
	const { state, device } = await lookAt(db);
	const kept = state.owner === null ? [] : await readKept(db, state.owner);
	const count = (standing: string) => kept.filter((one) => one.standing === standing).length;
	return {
		ok: true,
		ready: device !== undefined && !state.recalled,
		recalled: state.recalled,
		owner: state.named ? state.owner : undefined,
		clock: clockDoubt(state, new Date()) ?? null,
		edition: state.recalled ? null : (device?.pack.tag ?? null),
		until: device?.pack.until ?? null,
		questions: device?.items.size ?? 0,
		sources: device?.content.sources.length ?? 0,
		account: device?.pack.account ?? false,
		decks: device?.pack.decks.map(({ name, label, by }) => ({ name, label, by })) ?? [],
		waiting: count('waiting'),
		sent: count('sent'),
		refused: kept
			.filter(({ standing }) => standing === 'refused')
			.map(({ deed: { id }, itemId, code, at }) => ({
				...{ id, at, code: code ?? 'internal' },
				question: device?.items.get(itemId)?.item.question ?? ''
			})),
		others: await waitingOfOthers(db, state.owner),
		stopped: state.outbox.stopped,
		retryAt: state.retryAt,
		full: state.full
	};
}

/** What a page may have the worker do. */
export const orderSchema = v.strictObject({
	order: v.picklist(['hello', 'send', 'dismiss', 'forget-others']),
	/** Of a page that has just been opened: the tag of its language. */
	lang: v.optional(v.string())
});
