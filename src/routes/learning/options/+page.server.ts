import { fail as refill, redirect } from '@sveltejs/kit';
import { m } from '#lib/paraglide/messages.js';
import { errorText } from '#lib/server/error-text.ts';
import { fail, readForm, requireLearner } from '#lib/server/http.ts';
import { deckOptionsOf } from '#lib/server/learners/deck-options.ts';
import { listDeckNames } from '#lib/server/learners/list-deck-names.ts';
import { mayHaveOptions, setDeckOptions } from '#lib/server/learners/set-deck-options.ts';
import { setTodayLimits, todayLimits } from '#lib/server/learners/today-limits.ts';
import { updateSettings } from '#lib/server/learners/update-settings.ts';
import { textOf } from '../../account/auth-form.ts';
import { deckOptionsFromForm, keptSettings, settingsFromForm } from '../../account/settings-form.ts';
import { costOf } from './cost-of.ts';
import type { Actions, PageServerLoad } from './$types';

const DONE: Record<string, () => string> = {
	saved: m.engine_saved,
	today: m.engine_saved_today,
	cleared: m.engine_cleared
};
const TODAY = ['moreNew', 'moreReviews'];

const deckIn = (url: URL) => url.searchParams.get('deck') ?? 'all';
const shown = (deck: string, done: string) => `/learning/options?deck=${encodeURIComponent(deck)}&done=${done}`;

export const load: PageServerLoad = async ({ locals, url }) => {
	const learner = requireLearner(locals);
	const deck = deckIn(url);
	if (deck !== 'all' && !mayHaveOptions(locals.bank, deck)) fail('unknown_deck');
	const options = await deckOptionsOf(locals.db, learner.id);
	return {
		settings: learner.settings,
		deck,
		decks: listDeckNames(locals.bank, options),
		own: deck === 'all' ? null : (options.get(deck) ?? {}),
		today: await todayLimits(locals.db, learner, new Date()),
		done: DONE[url.searchParams.get('done') ?? '']?.()
	};
};

export const actions: Actions = {
	save: async ({ locals, request, url }) => {
		const learner = requireLearner(locals);
		const form = await readForm(request);
		const deck = deckIn(url);
		const result =
			deck === 'all'
				? await updateSettings(locals.db, learner, settingsFromForm(form))
				: await setDeckOptions(locals.db, locals.bank, learner, deck, deckOptionsFromForm(form));
		if (result.ok) redirect(303, shown(deck, 'saved'));
		if (result.code === 'unknown_deck') fail(result.code);
		const refused = { field: result.field, message: errorText(result.code) };
		return refill(400, { refused, typed: keptSettings(form) });
	},
	preview: async ({ locals, request, url }) => {
		const learner = requireLearner(locals);
		const form = await readForm(request);
		const typed = keptSettings(form);
		const found = await costOf(locals, learner, deckIn(url), form);
		if (found.ok) return { cost: found.cost, typed };
		return refill(400, { refused: { field: found.field, message: errorText(found.code) }, typed });
	},
	clear: async ({ locals, url }) => {
		const deck = deckIn(url);
		const result = await setDeckOptions(locals.db, locals.bank, requireLearner(locals), deck, {});
		if (!result.ok) fail(result.code);
		redirect(303, shown(deck, 'cleared'));
	},
	today: async ({ locals, request }) => {
		const form = await readForm(request);
		const typed = Object.fromEntries(TODAY.map((field) => [field, textOf(form, field)]));
		const limits = Object.fromEntries(
			Object.entries(typed).map(([field, text]) => [field, text.trim() === '' ? NaN : Number(text)])
		);
		const result = await setTodayLimits(locals.db, requireLearner(locals), limits, new Date());
		if (result.ok) redirect(303, shown('all', 'today'));
		return refill(400, { refused: { field: result.field, message: errorText(result.code) }, typed });
	}
};
