import { redirect } from '@sveltejs/kit';
import { setSession } from '#lib/server/auth/session.ts';
import { signIn } from '#lib/server/auth/sign-in.ts';
import { readForm } from '#lib/server/http.ts';
import { refuseForm, textOf } from '../account/auth-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => {
	if (locals.account) redirect(303, '/account');
	return { guest: locals.learner !== null };
};

export const actions: Actions = {
	default: async ({ cookies, getClientAddress, locals, request, url }) => {
		const form = await readForm(request);
		const email = textOf(form, 'email');
		const from = {
			learnerId: locals.learner?.id,
			sessionId: locals.sessionId ?? undefined,
			address: getClientAddress()
		};
		const result = await signIn(locals.db, { email, password: textOf(form, 'password') }, from, new Date());
		if (!result.ok) return refuseForm(result, { email });
		setSession(cookies, url, result.session);
		redirect(303, '/');
	}
};
