import type { AmendInput, Amended, AnswerInput, Answered, NextPrompt } from '#lib/domain/reviewing/messages.ts';
import { m } from '#lib/paraglide/messages.js';
import { refusalWord } from './device-words.ts';
import type { Refused } from './refused.ts';

const TIMEOUT_MS = 15_000;

type Fetch = typeof fetch;

/** The review endpoints of the server that sent the page. */
export function makeApi(base: string, send: Fetch = (...request) => fetch(...request)) {
	async function call<T>(path: string, body?: unknown): Promise<T | Refused> {
		try {
			const answer = await send(base + path, {
				method: body === undefined ? 'GET' : 'POST',
				headers: { accept: 'application/json', ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
				body: body === undefined ? undefined : JSON.stringify(body),
				signal: AbortSignal.timeout(TIMEOUT_MS)
			});
			const content = await answer.json();
			if (answer.ok) return content;
			const code = content.code ?? 'internal';
			// A device gives the code alone; the page has the words.
			const own = answer.headers.get('x-readout-from') === 'device';
			return { ok: false, code, message: own ? refusalWord(code) : (content.message ?? m.phone_went_wrong()) };
		} catch {
			// No connection, a timeout, or an answer that is no JSON: the same answer can be sent again.
			return { ok: false, code: 'unreachable', message: m.phone_unreachable() };
		}
	}
	return {
		next: (deck: string, item?: string) =>
			call<{ ok: true } & NextPrompt>(
				`/api/next?deck=${encodeURIComponent(deck)}${item === undefined ? '' : `&item=${encodeURIComponent(item)}`}`
			),
		answer: (answer: AnswerInput) => call<Answered>('/api/reviews', answer),
		amend: (correction: AmendInput) => call<Amended>('/api/reviews/amend', correction),
		undo: (reviewId: string) => call<{ ok: true; itemId: string }>('/api/undo', { reviewId })
	};
}
export type Api = ReturnType<typeof makeApi>;
