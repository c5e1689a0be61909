import { fail as refill, redirect } from '@sveltejs/kit';
import { errorText } from '#lib/server/error-text.ts';
import { m } from '#lib/paraglide/messages.js';
import { changePassword } from '#lib/server/auth/change-password.ts';
import { clearSession } from '#lib/server/auth/session.ts';
import { signOut } from '#lib/server/auth/sign-out.ts';
import { signOutEverywhere } from '#lib/server/auth/sign-out-everywhere.ts';
import { fail, readForm, requireLearner } from '#lib/server/http.ts';
import { updateSettings } from '#lib/server/learners/update-settings.ts';
import { refuseForm, textOf } from './auth-form.ts';
import { keptSettings, settingsFromForm } from './settings-form.ts';
import type { Actions, PageServerLoad } from './$types';

const DONE: Record<string, () => string> = {
	registered: m.account_your_account_is_ready_what_you,
	password: m.account_your_password_is_changed_all_other,
	settings: m.account_your_settings_are_saved
};

export const load: PageServerLoad = ({ locals, url }) => ({
	account: locals.account,
	settings: requireLearner(locals).settings,
	zones: Intl.supportedValuesOf('timeZone'),
	done: DONE[url.searchParams.get('done') ?? '']?.()
});

export const actions: Actions = {
	settings: async ({ locals, request }) => {
		const learner = requireLearner(locals);
		const form = await readForm(request);
		const result = await updateSettings(locals.db, learner, settingsFromForm(form));
		if (!result.ok) {
			const refused = { field: result.field, message: errorText(result.code) };
			return refill(400, { refused, typed: keptSettings(form) });
		}
		redirect(303, '/account?done=settings');
	},
	password: async ({ getClientAddress, locals, request }) => {
		const learner = requireLearner(locals);
		const { account, sessionId } = locals;
		if (!account || sessionId === null) fail('no_session');
		const form = await readForm(request);
		const change = { present: textOf(form, 'present'), next: textOf(form, 'password') };
		const changer = { learnerId: learner.id, sessionId, address: getClientAddress() };
		const result = await changePassword(locals.db, change, changer);
		if (!result.ok) return refuseForm(result, {});
		redirect(303, '/account?done=password');
	},
	signOut: async ({ cookies, locals, url }) => {
		if (locals.sessionId !== null) await signOut(locals.db, locals.sessionId);
		clearSession(cookies, url);
		redirect(303, '/');
	},
	signOutEverywhere: async ({ cookies, locals, url }) => {
		await signOutEverywhere(locals.db, requireLearner(locals).id);
		clearSession(cookies, url);
		redirect(303, '/');
	}
};
