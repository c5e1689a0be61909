import { redirect } from '@sveltejs/kit';
import { readForm, requireLearner } from '#lib/server/http.ts';
import { importArticle } from '#lib/server/articles/import-article.ts';
import { fieldOf, readImport } from '../../../import-form.ts';
import { refuseForm } from '../../../refuse.ts';
import type { Actions } from './$types';

export const actions: Actions = {
	default: async ({ locals, params, request }) => {
		const { given, kept } = await readImport(await readForm(request));
		if (!given) return refuseForm('incomplete', 'text', kept);
		const result = await importArticle(locals.db, requireLearner(locals), params.workspace, given, new Date());
		if (!result.ok) return refuseForm(result.code, fieldOf(given), kept);
		redirect(303, `/workspaces/${params.workspace}/articles/${result.id}/confirm${result.known ? '?known' : ''}`);
	}
};
