import { fail as refill, redirect } from '@sveltejs/kit';
import { readEnv } from '#lib/server/env.ts';
import { errorText } from '#lib/server/error-text.ts';
import { fail, readForm, requireLearner } from '#lib/server/http.ts';
import { feedSince, makeFeed, revokeFeed } from '#lib/server/reminders/feed-token.ts';
import { changeHour, listDevices, unsubscribe } from '#lib/server/reminders/subscriptions.ts';
import { localeOf } from '#lib/server/tongue.ts';
import { textOf } from '../auth-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const learner = requireLearner(locals);
	return {
		feedSince: await feedSince(locals.db, learner),
		devices: await listDevices(locals.db, learner),
		/** Null where this server sends no reminders: nothing of them is shown then. */
		pushKey: readEnv().push?.publicKey ?? null,
		timeZone: learner.settings.timeZone,
		done: url.searchParams.get('done')
	};
};

export const actions: Actions = {
	/** The address is shown once: only a hash of its secret is kept. */
	makeFeed: async ({ cookies, locals, request, url }) => {
		const token = await makeFeed(locals.db, requireLearner(locals), new Date());
		return { made: `${url.origin}/calendar/${token}.ics?lang=${localeOf(request, cookies)}` };
	},
	revokeFeed: async ({ locals }) => {
		await revokeFeed(locals.db, requireLearner(locals));
		redirect(303, '/account/reminders?done=revoked');
	},
	hour: async ({ locals, request }) => {
		const form = await readForm(request);
		const hour = Number(textOf(form, 'hour') || NaN);
		const result = await changeHour(locals.db, requireLearner(locals), textOf(form, 'id'), hour);
		if (!result.ok) return refill(400, { problem: errorText(result.code) });
		redirect(303, '/account/reminders?done=hour');
	},
	stop: async ({ locals, request }) => {
		const id = textOf(await readForm(request), 'id');
		const result = await unsubscribe(locals.db, requireLearner(locals), id);
		if (!result.ok) fail(result.code);
		redirect(303, '/account/reminders?done=stopped');
	}
};
