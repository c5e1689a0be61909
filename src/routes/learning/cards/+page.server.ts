import { redirect } from '@sveltejs/kit';
import { dayOf } from '#lib/domain/scheduling/clock.ts';
import { fail, readForm, requireLearner } from '#lib/server/http.ts';
import { undoDeed } from '#lib/server/reviews/change-card.ts';
import { listDecks } from '#lib/server/reviews/decks.ts';
import { CARD_VIEWS, listCards } from '#lib/server/reviews/list-cards.ts';
import { recentDeeds } from '#lib/server/reviews/recent-deeds.ts';
import { isUuid } from '#lib/server/workspaces/guards.ts';
import type { Actions, PageServerLoad } from './$types';

const MOST_TYPED = 200;

export const load: PageServerLoad = async ({ locals, url }) => {
	const { db, bank } = locals;
	const learner = requireLearner(locals);
	const now = new Date();
	const text = (name: string) => (url.searchParams.get(name) ?? '').slice(0, MOST_TYPED);
	const view = CARD_VIEWS.find((one) => one === text('show')) ?? 'met';
	const wish = { view, text: text('q'), deck: text('deck') || 'all', page: Math.trunc(Number(text('page'))) || 1 };
	const decks = (await listDecks(db, bank, learner, now)).filter(({ by, items }) => by !== 'due' && items > 0);
	const deeds = (await recentDeeds(db, learner)).map((deed) => ({
		...deed,
		question: bank.item(deed.itemId)?.question
	}));
	return {
		...{ wish, deeds, views: CARD_VIEWS, today: dayOf(now, learner.settings) },
		list: await listCards(db, bank, learner, wish, now),
		clock: { timeZone: learner.settings.timeZone, dayStart: learner.settings.dayStart },
		decks: decks.map(({ name, label }) => ({ name, label })),
		done: url.searchParams.get('done') === 'undone'
	};
};

export const actions: Actions = {
	undo: async ({ locals, request }) => {
		const id = (await readForm(request)).get('id');
		if (typeof id !== 'string' || !isUuid(id)) fail('unknown_review');
		const result = await undoDeed(locals.db, requireLearner(locals), id.toLowerCase(), new Date());
		if (!result.ok) fail(result.code);
		redirect(303, '/learning/cards?done=undone');
	}
};
