import { redirect } from '@sveltejs/kit';
import { fail, readForm, requireLearner } from '#lib/server/http.ts';
import { deleteArticle } from '#lib/server/articles/delete-article.ts';
import { listArticles } from '#lib/server/articles/list-articles.ts';
import { invite } from '#lib/server/workspaces/invite.ts';
import { listInvitations, revokeInvitation } from '#lib/server/workspaces/invitations.ts';
import { listMembers, removeMember } from '#lib/server/workspaces/members.ts';
import { renameWorkspace } from '#lib/server/workspaces/rename-workspace.ts';
import { textOf } from '../import-form.ts';
import { refuseForm } from '../refuse.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const { db } = locals;
	const learner = requireLearner(locals);
	const [articles, members, invitations] = await Promise.all([
		listArticles(db, learner, params.workspace),
		listMembers(db, learner, params.workspace),
		listInvitations(db, learner, params.workspace, new Date())
	]);
	if (!articles.ok) fail(articles.code);
	if (!members.ok) fail(members.code);
	if (!invitations.ok) fail(invitations.code);
	return {
		articles: articles.articles,
		members: members.members,
		invitations: invitations.invitations,
		me: learner.id
	};
};

export const actions: Actions = {
	rename: async ({ locals, params, request }) => {
		const name = textOf(await readForm(request), 'name');
		const result = await renameWorkspace(locals.db, requireLearner(locals), params.workspace, { name }, new Date());
		if (!result.ok) return refuseForm(result.code, 'name', { name });
		redirect(303, `/workspaces/${params.workspace}`);
	},
	/** The link is shown once: only a hash of its token is kept. */
	invite: async ({ locals, params, request, url }) => {
		const role = textOf(await readForm(request), 'role');
		const result = await invite(locals.db, requireLearner(locals), params.workspace, { role }, new Date());
		if (!result.ok) return refuseForm(result.code, 'role', { name: '' });
		const { token, expiresAt, most } = result;
		return { made: { link: `${url.origin}/join/${token}`, role, expiresAt, most } };
	},
	revoke: async ({ locals, params, request }) => {
		const id = textOf(await readForm(request), 'id');
		const result = await revokeInvitation(locals.db, requireLearner(locals), params.workspace, id, new Date());
		if (!result.ok) return refuseForm(result.code, 'people', { name: '' });
		redirect(303, `/workspaces/${params.workspace}`);
	},
	remove: async ({ locals, params, request }) => {
		const id = textOf(await readForm(request), 'id');
		const result = await removeMember(locals.db, requireLearner(locals), params.workspace, id, new Date());
		if (!result.ok) return refuseForm(result.code, 'people', { name: '' });
		redirect(303, `/workspaces/${params.workspace}`);
	},
	delete: async ({ locals, params, request }) => {
		const id = textOf(await readForm(request), 'id');
		const result = await deleteArticle(locals.db, requireLearner(locals), params.workspace, id, new Date());
		if (!result.ok) return refuseForm(result.code, 'articles', { name: '' });
		redirect(303, `/workspaces/${params.workspace}`);
	}
};
