import { LEARNER_HEADER, NOBODY } from '#lib/domain/offline/headers.ts';
import { OUTBOX } from '#lib/domain/offline/outbox.ts';
import { changed as announce } from './announce.ts';
import { changeState, readState, type DeviceDb } from './db.ts';
import { forget } from './device-store.ts';

/** When the answer that last named somebody was asked for: an earlier one says nothing more. */
let lastAsked = 0;
let asked = 0;

/** Notes that something is asked of the server; its answer is heard with `hear`. */
export function ask(): number {
	return ++asked;
}

/**
 * Hears from an answer of the server whose session it is. What is kept of others goes, but for what they have not sent
 * yet: that waits for them. Whoever signed out herself leaves nothing.
 */
export async function hear(db: DeviceDb, response: Response, when: number): Promise<void> {
	const named = response.headers.get(LEARNER_HEADER);
	if (named === null || when < lastAsked) return;
	const owner = named === NOBODY ? null : named;
	const state = await readState(db);
	if (state.named && state.owner === owner && state.leaving === null && state.outbox.stopped === null) return;
	lastAsked = asked;
	if (state.leaving !== null && state.leaving !== owner) {
		const { leaving } = state;
		await forget(db, (id) => id === leaving, true);
	}
	if (state.owner !== owner) await forget(db, (id) => id !== owner, false);
	const changed = state.owner !== owner;
	await changeState(db, ({ leaving, outbox, checked, retryAt }) => ({
		owner,
		named: true,
		leaving: leaving === owner ? leaving : null,
		outbox: changed || owner !== null ? OUTBOX : outbox,
		retryAt: changed ? 0 : retryAt,
		checked: changed ? 0 : checked
	}));
	// Other windows show what is hers.
	if (changed) announce();
}
