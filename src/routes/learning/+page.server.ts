import { redirect } from '@sveltejs/kit';
import { dayOf } from '#lib/domain/scheduling/clock.ts';
import { fail, readForm, requireLearner } from '#lib/server/http.ts';
import { catchUpState, endCatchUp, startCatchUp } from '#lib/server/deadlines/catch-up.ts';
import { deadlinesQuery } from '#lib/server/deadlines/own-goals.ts';
import { feedSince } from '#lib/server/reminders/feed-token.ts';
import { listDevices } from '#lib/server/reminders/subscriptions.ts';
import { cardsByItem } from '#lib/server/reviews/known-cards.ts';
import { textOf } from '../account/auth-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const { db, bank } = locals;
	const learner = requireLearner(locals);
	const now = new Date();
	const today = dayOf(now, learner.settings);
	const ahead = (await deadlinesQuery(db, learner.id)).filter(({ day }) => day > today);
	const { newPerDay, reviewsPerDay, desiredRetention, model } = learner.settings;
	return {
		settings: { newPerDay, reviewsPerDay, desiredRetention, ownModel: model !== null },
		met: (await cardsByItem(db, bank, learner)).size,
		deadlines: { ahead: ahead.length, next: ahead[0]?.day },
		reminders: { feed: (await feedSince(db, learner)) !== null, devices: (await listDevices(db, learner)).length },
		catchUp: await catchUpState(db, bank, learner, now),
		done: url.searchParams.get('done')
	};
};

export const actions: Actions = {
	catchUp: async ({ locals, request }) => {
		const form = await readForm(request);
		const wish = { days: Number(textOf(form, 'days')), fresh: textOf(form, 'fresh') };
		const result = await startCatchUp(locals.db, requireLearner(locals), wish, new Date());
		if (!result.ok) fail(result.code);
		redirect(303, '/learning?done=spread');
	},
	endCatchUp: async ({ locals }) => {
		const result = await endCatchUp(locals.db, requireLearner(locals));
		if (!result.ok) fail(result.code);
		redirect(303, '/learning?done=ended');
	}
};
