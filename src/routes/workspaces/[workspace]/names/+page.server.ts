import { redirect } from '@sveltejs/kit';
import { fail, readForm, requireLearner } from '#lib/server/http.ts';
import { addEntry, listEntries, removeEntry } from '#lib/server/lexicon/entries.ts';
import { ruleStatistics } from '#lib/server/lexicon/rule-statistics.ts';
import { textOf } from '../../import-form.ts';
import { refuseForm } from '../../refuse.ts';
import { entryFromForm } from './entry-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const learner = requireLearner(locals);
	const [listed, rules] = await Promise.all([
		listEntries(locals.db, learner, params.workspace),
		ruleStatistics(locals.db, learner, params.workspace)
	]);
	if (!listed.ok) fail(listed.code);
	if (!rules.ok) fail(rules.code);
	return { entries: listed.entries, rules: rules.rules };
};

export const actions: Actions = {
	add: async ({ locals, params, request }) => {
		const form = await readForm(request);
		const kept = Object.fromEntries(
			[...form].flatMap(([name, text]) => (typeof text === 'string' ? [[name, text]] : []))
		);
		const entry = entryFromForm(form);
		const result = await addEntry(locals.db, requireLearner(locals), params.workspace, entry, new Date());
		if (!result.ok) return refuseForm(result.code, textOf(form, 'kind'), kept);
		redirect(303, `/workspaces/${params.workspace}/names`);
	},
	remove: async ({ locals, params, request }) => {
		const id = textOf(await readForm(request), 'id');
		const result = await removeEntry(locals.db, requireLearner(locals), params.workspace, id, new Date());
		if (!result.ok) return refuseForm(result.code, 'entries', {});
		redirect(303, `/workspaces/${params.workspace}/names`);
	}
};
