import { redirect } from '@sveltejs/kit';
import { register } from '#lib/server/auth/register.ts';
import { setSession } from '#lib/server/auth/session.ts';
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
		const [name, email, password, timeZone] = ['name', 'email', 'password', 'timeZone'].map((field) =>
			textOf(form, field)
		);
		const typed = { name: name ?? '', email: email ?? '' };
		const from = { learnerId: locals.learner?.id, address: getClientAddress() };
		const result = await register(locals.db, { ...typed, password: password ?? '', timeZone }, from, new Date());
		if (!result.ok) return refuseForm(result, typed);
		setSession(cookies, url, result.session);
		redirect(303, '/account?done=registered');
	}
};
