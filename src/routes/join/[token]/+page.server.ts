import { redirect } from '@sveltejs/kit';
import { errorText } from '#lib/server/error-text.ts';
import { DEFAULT_SETTINGS } from '#lib/domain/scheduling/settings.ts';
import { mayBegin } from '#lib/server/auth/guest-throttle.ts';
import { setSession } from '#lib/server/auth/session.ts';
import { startGuest } from '#lib/server/auth/start-guest.ts';
import { fail, readForm } from '#lib/server/http.ts';
import { invitationOf, joinWorkspace } from '#lib/server/workspaces/join-workspace.ts';
import { textOf } from '../../workspaces/import-form.ts';
import { refuseForm } from '../../workspaces/refuse.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const found = await invitationOf(locals.db, params.token, new Date());
	const invitation = found.ok ? { name: found.name, role: found.role, expiresAt: found.expiresAt } : undefined;
	return { invitation, message: found.ok ? undefined : errorText(found.code), account: locals.account !== null };
};

export const actions: Actions = {
	default: async ({ cookies, getClientAddress, locals, params, request, url }) => {
		const { db } = locals;
		const now = new Date();
		const learner = locals.learner ?? (await begin());
		if ('refused' in learner) return learner.refused;
		const joined = await joinWorkspace(db, learner, params.token, now);
		if (!joined.ok) return refuseForm(joined.code, 'form', {});
		redirect(303, joined.role === 'learner' ? '/decks' : `/workspaces/${joined.workspaceId}`);

		/** Whoever learns by a link needs no account: she begins as a guest. */
		async function begin() {
			const found = await invitationOf(db, params.token, now);
			if (!found.ok) return { refused: refuseForm(found.code, 'form', {}) };
			if (found.role === 'editor') return { refused: refuseForm('account_needed', 'form', {}) };
			if (!(await mayBegin(getClientAddress()))) fail('too_many_attempts');
			const zone = textOf(await readForm(request), 'timeZone');
			const { learnerId, session } = await startGuest(db, zone, now);
			setSession(cookies, url, session);
			return { id: learnerId, settings: DEFAULT_SETTINGS };
		}
	}
};
