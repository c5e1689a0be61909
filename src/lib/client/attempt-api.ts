import { m } from '#lib/paraglide/messages.js';
import type { Delivery, PendingAnswer } from './attempt-saver.svelte.ts';

const TIMEOUT_MS = 15_000;

/** Sends answers of an attempt to the server that sent the page; a broken connection is "unreachable", and tried again. */
export function sendAnswers(base: string, attemptId: string) {
	return async (answers: readonly PendingAnswer[]): Promise<Delivery> => {
		try {
			const reply = await fetch(`${base}/api/attempts/${attemptId}`, {
				method: 'POST',
				headers: { accept: 'application/json', 'content-type': 'application/json' },
				body: JSON.stringify({ answers }),
				signal: AbortSignal.timeout(TIMEOUT_MS),
				keepalive: true
			});
			const content = await reply.json();
			if (reply.ok) return { ok: true };
			// A server that is starting again or overburdened will take it later.
			if (reply.status >= 500) return { ok: false, code: 'unreachable', message: content.message ?? '' };
			return { ok: false, code: content.code ?? 'internal', message: content.message ?? m.workbench_went_wrong() };
		} catch {
			return { ok: false, code: 'unreachable', message: m.classes_unreachable() };
		}
	};
}
