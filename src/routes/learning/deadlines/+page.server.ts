import { fail as refill, redirect } from '@sveltejs/kit';
import { deadlineDays } from '#lib/domain/scheduling/deadline.ts';
import { errorText } from '#lib/server/error-text.ts';
import { fail, readForm, requireLearner } from '#lib/server/http.ts';
import { listDeadlines } from '#lib/server/deadlines/list-deadlines.ts';
import { removeDeadline, setDeadline, tryDeadline } from '#lib/server/deadlines/set-deadline.ts';
import { listDecks } from '#lib/server/reviews/decks.ts';
import { textOf } from '../../account/auth-form.ts';
import type { Actions, PageServerLoad } from './$types';

const MOST_TYPED = 200;

/** What stands in the form: nothing is stored by asking what it would take. */
function wishIn(params: URLSearchParams): { deck: string; day: string; name: string } {
	const text = (field: string) => (params.get(field) ?? '').slice(0, MOST_TYPED);
	return { deck: text('deck') || 'all', day: text('day'), name: text('name') };
}

export const load: PageServerLoad = async ({ locals, url }) => {
	const { db, bank } = locals;
	const learner = requireLearner(locals);
	const now = new Date();
	const wish = wishIn(url.searchParams);
	const tried = wish.day === '' ? undefined : await tryDeadline(db, bank, learner, wish, now);
	const decks = (await listDecks(db, bank, learner, now)).filter(({ by, items }) => by !== 'due' && items > 0);
	const { newPerDay, reviewsPerDay } = learner.settings;
	return {
		...{ wish, decks: decks.map(({ name, label }) => ({ name, label })), limits: { newPerDay, reviewsPerDay } },
		plan: tried?.ok ? tried.plan : undefined,
		problem: tried && !tried.ok ? errorText(tried.code) : undefined,
		deadlines: await listDeadlines(db, bank, learner, now),
		days: deadlineDays(now, learner.settings),
		done: url.searchParams.get('done')
	};
};

export const actions: Actions = {
	set: async ({ locals, request }) => {
		const form = await readForm(request);
		const wish = { deck: textOf(form, 'deck'), day: textOf(form, 'day'), name: textOf(form, 'name') };
		const result = await setDeadline(locals.db, locals.bank, requireLearner(locals), wish, new Date());
		if (!result.ok) return refill(400, { problem: errorText(result.code) });
		redirect(303, '/learning/deadlines?done=set');
	},
	remove: async ({ locals, request }) => {
		const id = textOf(await readForm(request), 'id');
		const result = await removeDeadline(locals.db, requireLearner(locals), id);
		if (!result.ok) fail(result.code);
		redirect(303, '/learning/deadlines?done=removed');
	}
};
