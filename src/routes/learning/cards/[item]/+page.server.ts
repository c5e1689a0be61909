import { fail as refill, redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { errorText } from '#lib/server/error-text.ts';
import { fail, readForm, requireLearner } from '#lib/server/http.ts';
import { cardPage } from '#lib/server/reviews/card-page.ts';
import { changeCard } from '#lib/server/reviews/change-card.ts';
import { readChange } from './change-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const learner = requireLearner(locals);
	const page = await cardPage(locals.db, locals.bank, learner, params.item, new Date());
	if (!page.ok) fail(page.code);
	const { timeZone, dayStart } = learner.settings;
	// One id a page: a form that is sent twice counts once.
	return { page, clock: { timeZone, dayStart }, changeId: crypto.randomUUID(), done: url.searchParams.has('done') };
};

export const actions: Actions = {
	default: async ({ locals, params, request }) => {
		const learner = requireLearner(locals);
		const now = new Date();
		if (!locals.bank.item(params.item)) fail('unknown_item');
		const change = readChange(await readForm(request), params.item, now);
		if (!change) return refill(400, { problem: errorText('invalid_input') });
		const result = await changeCard(locals.db, learner, change, null, now);
		if (!result.ok) return refill(400, { problem: errorText(result.code) });
		redirect(303, `${resolve('/learning/cards/[item]', params)}?done`);
	}
};
