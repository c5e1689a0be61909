import type { Shipped } from '#lib/server/bank/bank.ts';
import type { Db } from '#lib/server/db/db.ts';
import { logFault } from '#lib/server/log.ts';
import { sendReminders } from './remind.ts';
import type { PushSender } from './send-push.ts';

/** How often it is looked whose hour it is. */
const EVERY_MS = 5 * 60_000;

/**
 * Sends reminders from now on. A fault is logged, and the next turn tries again.
 * @returns what ends it, once the turn under way is done
 */
export function remindFromNowOn(db: Db, shipped: Shipped, send: PushSender, everyMs = EVERY_MS): () => Promise<void> {
	let turn: Promise<unknown> = Promise.resolve();
	let busy = false;
	const timer = setInterval(() => {
		if (busy) return;
		busy = true;
		turn = sendReminders(db, shipped, { send }, new Date())
			.catch((error: unknown) => logFault('TIMER', 'reminders', error))
			.finally(() => (busy = false));
	}, everyMs);
	timer.unref();
	return async () => {
		clearInterval(timer);
		await turn;
	};
}
