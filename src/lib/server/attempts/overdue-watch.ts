import type { Shipped } from '#lib/server/bank/bank.ts';
import type { Db } from '#lib/server/db/db.ts';
import { logFault } from '#lib/server/log.ts';
import { closeOverdue } from './close-overdue.ts';

/** How often attempts whose time is up are looked for. */
const EVERY_MS = 15_000;

/**
 * Closes the attempts whose time was up while no server ran, and from then on those whose time is up, also where nobody
 * comes back. A fault is logged, and the next turn tries again.
 * @returns what ends it, once the turn under way is done
 */
export async function closeOverdueFromNowOn(db: Db, shipped: Shipped): Promise<() => Promise<void>> {
	await closeOverdue(db, shipped, new Date());
	let turn: Promise<unknown> = Promise.resolve();
	let busy = false;
	const timer = setInterval(() => {
		if (busy) return;
		busy = true;
		turn = closeOverdue(db, shipped, new Date())
			.catch((error: unknown) => logFault('TIMER', 'attempts whose time is up', error))
			.finally(() => (busy = false));
	}, EVERY_MS);
	timer.unref();
	return async () => {
		clearInterval(timer);
		await turn;
	};
}
