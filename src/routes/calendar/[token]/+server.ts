import { localeFor } from '#lib/domain/tongue.ts';
import { refuse } from '#lib/server/http.ts';
import { calendarEntries } from '#lib/server/reminders/calendar-days.ts';
import { calendarText } from '#lib/server/reminders/calendar-text.ts';
import { feedThrottle } from '#lib/server/reminders/feed-throttle.ts';
import { openFeed } from '#lib/server/reminders/open-feed.ts';
import type { RequestHandler } from './$types';

/** A learner's calendar, for programs that have her secret address and no session. */
export const GET: RequestHandler = async ({ locals, params, request, url, getClientAddress }) => {
	const { db, shipped } = locals;
	const opened = await openFeed(db, feedThrottle, { file: params.token, address: getClientAddress() });
	if ('code' in opened) return refuse(opened.code);
	const { owner } = opened;
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
