import { localeFor } from '#lib/domain/tongue.ts';
import { refuse } from '#lib/server/http.ts';
import { calendarEntries } from '#lib/server/reminders/calendar-days.ts';
import { calendarText } from '#lib/server/reminders/calendar-text.ts';
import { feedOwner } from '#lib/server/reminders/feed-token.ts';
import { feedThrottle } from '#lib/server/reminders/feed-throttle.ts';
import type { RequestHandler } from './$types';

/** A learner's calendar, for programs that have her secret address and no session. */
export const GET: RequestHandler = async ({ locals, params, request, url, getClientAddress }) => {
	const { db, shipped } = locals;
	const address = getClientAddress();
	if (!(await feedThrottle.mayTry(address))) return refuse('too_many_attempts');
	const owner = params.token.endsWith('.ics') ? await feedOwner(db, params.token.slice(0, -4)) : null;
	if (!owner) {
		await feedThrottle.missed(address);
		return refuse('not_found');
	}
	if (!(await feedThrottle.mayRead(owner.id))) return refuse('too_many_attempts');
	const now = new Date();
	const locale = localeFor(url.searchParams.get('lang') ?? undefined, request.headers.get('accept-language'));
	const text = calendarText(await calendarEntries(db, shipped, owner, now), locale, `${url.origin}/review`, now);
	return new Response(text, {
		headers: {
			'content-type': 'text/calendar; charset=utf-8',
			'content-disposition': 'inline; filename="readout.ics"',
			'cache-control': 'private, no-store'
		}
	});
};
