import * as v from 'valibot';
import { mayBegin } from '#lib/server/auth/guest-throttle.ts';
import { setSession } from '#lib/server/auth/session.ts';
import { startGuest } from '#lib/server/auth/start-guest.ts';
import { readJson, refuse } from '#lib/server/http.ts';
import type { RequestHandler } from './$types';

const inputSchema = v.strictObject({ timeZone: v.optional(v.pipe(v.string(), v.maxLength(60)), 'UTC') });

/** A learner without an account; who has a session already keeps it. */
export const POST: RequestHandler = async ({ request, locals, cookies, url, getClientAddress }) => {
	const input = await readJson(request, inputSchema);
	if ('refused' in input) return input.refused;
	if (locals.learner) return Response.json({ ok: true, created: false });
	if (!(await mayBegin(getClientAddress()))) return refuse('too_many_attempts');
	const { session } = await startGuest(locals.db, input.value.timeZone, new Date());
	setSession(cookies, url, session);
	return Response.json({ ok: true, created: true });
};
