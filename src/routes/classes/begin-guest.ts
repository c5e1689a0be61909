import type { Cookies } from '@sveltejs/kit';
import { DEFAULT_SETTINGS } from '#lib/domain/scheduling/settings.ts';
import { mayBegin } from '#lib/server/auth/guest-throttle.ts';
import { setSession } from '#lib/server/auth/session.ts';
import { startGuest } from '#lib/server/auth/start-guest.ts';
import type { Db } from '#lib/server/db/db.ts';
import { fail } from '#lib/server/http.ts';
import type { Learner } from '#lib/server/reviews/today.ts';

/** What of a request is needed to begin as a guest. */
interface Arriving {
	cookies: Cookies;
	url: URL;
	address: string;
	timeZone: string;
	now: Date;
}

/** Whoever follows a code or a link needs no account: she begins as a guest, with a session of her own. */
export async function beginGuest(db: Db, { cookies, url, address, timeZone, now }: Arriving): Promise<Learner> {
	if (!(await mayBegin(address))) fail('too_many_attempts');
	const { learnerId, session } = await startGuest(db, timeZone, now);
	setSession(cookies, url, session);
	return { id: learnerId, settings: DEFAULT_SETTINGS };
}
