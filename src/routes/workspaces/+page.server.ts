import { redirect } from '@sveltejs/kit';
import { fail, readForm } from '#lib/server/http.ts';
import { createWorkspace } from '#lib/server/workspaces/create-workspace.ts';
import { listWorkspaces } from '#lib/server/workspaces/list-workspaces.ts';
import { textOf } from './import-form.ts';
import { refuseForm } from './refuse.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({
	account: locals.account !== null,
	workspaces: locals.learner ? await listWorkspaces(locals.db, locals.learner) : []
});

export const actions: Actions = {
	create: async ({ locals, request }) => {
		if (!locals.learner) fail('account_needed');
		const name = textOf(await readForm(request), 'name');
		const made = await createWorkspace(locals.db, locals.learner, { name }, new Date());
		if (!made.ok) return refuseForm(made.code, 'name', { name });
		redirect(303, `/workspaces/${made.id}`);
	}
};
