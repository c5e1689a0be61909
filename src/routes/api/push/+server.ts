import * as v from 'valibot';
import { readEnv } from '#lib/server/env.ts';
import { readJson, refuse, reply, requireLearner } from '#lib/server/http.ts';
import { subscribe, unsubscribeEndpoint } from '#lib/server/reminders/subscriptions.ts';
import { localeOf } from '#lib/server/tongue.ts';
import type { RequestHandler } from './$types';

/** Has this browser remind its learner. */
export const POST: RequestHandler = async ({ locals, request, cookies }) => {
	const learner = requireLearner(locals);
	if (readEnv().push === null) return refuse('reminders_off');
	const body = await readJson(request, v.unknown());
	if ('refused' in body) return body.refused;
	const locale = localeOf(request, cookies);
	return reply(await subscribe(locals.db, learner, body.value, { locale, now: new Date() }));
};

/** Ends the reminders of this browser. */
export const DELETE: RequestHandler = async ({ locals, request }) => {
	const learner = requireLearner(locals);
	const body = await readJson(request, v.strictObject({ endpoint: v.pipe(v.string(), v.maxLength(1000)) }));
	if ('refused' in body) return body.refused;
	return reply(await unsubscribeEndpoint(locals.db, learner, body.value.endpoint));
};
