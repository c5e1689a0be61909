import { redirect } from '@sveltejs/kit';
import { fail, readForm, requireLearner } from '#lib/server/http.ts';
import { attachments, attachText } from '#lib/server/articles/attach-text.ts';
import { fieldOf, readImport, textOf } from '../../import-form.ts';
import { refuseForm } from '../../refuse.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const found = await attachments(locals.db, locals.shipped, requireLearner(locals), params.workspace);
	if (!found.ok) fail(found.code);
	return { sources: found.sources, done: url.searchParams.get('done') };
};

export const actions: Actions = {
	default: async ({ locals, params, request }) => {
		const form = await readForm(request);
		const source = textOf(form, 'source');
		const { given, kept } = await readImport(form);
		if (!given) return refuseForm('incomplete', 'text', { ...kept, source });
		const { db, shipped } = locals;
		const learner = requireLearner(locals);
		const result = await attachText(db, shipped, learner, params.workspace, source, given, new Date());
		if (!result.ok) return refuseForm(result.code, fieldOf(given), { ...kept, source });
		redirect(303, `/workspaces/${params.workspace}/sources?done=${encodeURIComponent(source)}`);
	}
};
