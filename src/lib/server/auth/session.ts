import type { Cookies, RequestEvent } from '@sveltejs/kit';
import type { Db } from '#lib/server/db/db.ts';
import { validateSession } from './lucia.ts';

/** The `__Host-` prefix binds the cookie to this host and to https; over plain http browsers refuse it. */
function cookieName(url: URL): string {
	return url.protocol === 'https:' ? '__Host-readout' : 'readout';
}

/** Finds out whose request this is and writes it to its locals; a session in use is prolonged. */
export async function readSession(
	db: Db,
	event: Pick<RequestEvent, 'cookies' | 'locals' | 'url'>,
	now: Date
): Promise<void> {
	const { cookies, locals, url } = event;
	locals.learner = null;
	locals.account = null;
	locals.sessionId = null;
	const id = cookies.get(cookieName(url));
	if (id === undefined) return;
	const session = await validateSession(db, id, now);
	if (!session) {
		clearSession(cookies, url);
		return;
	}
	locals.learner = session.learner;
	locals.account = session.account;
	locals.sessionId = id;
	if (session.prolonged) setSession(cookies, url, { id, expiresAt: session.expiresAt });
}

/** Hands a session to the browser. */
export function setSession(cookies: Cookies, url: URL, session: { id: string; expiresAt: Date }): void {
	cookies.set(cookieName(url), session.id, { ...attributes(url), expires: session.expiresAt });
}

/** Takes the session from the browser. */
export function clearSession(cookies: Cookies, url: URL): void {
	cookies.delete(cookieName(url), attributes(url));
}

function attributes(url: URL) {
	return { path: '/', httpOnly: true, sameSite: 'lax', secure: url.protocol === 'https:' } as const;
}
