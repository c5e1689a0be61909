import { redirect } from '@sveltejs/kit';
import { errorText } from '#lib/server/error-text.ts';
import { joinAsTeacher, teacherInvitationOf } from '#lib/server/classes/teachers.ts';
import { refuseForm } from '../../../workspaces/refuse.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const found = await teacherInvitationOf(locals.db, params.token, new Date());
	return {
		class: found.ok ? found.name : undefined,
		message: found.ok ? undefined : errorText(found.code),
		account: locals.account !== null
	};
};

export const actions: Actions = {
	default: async ({ locals, params }) => {
		if (!locals.learner) return refuseForm('account_needed', 'form', {});
		const joined = await joinAsTeacher(locals.db, locals.learner, params.token, new Date());
		if (!joined.ok) return refuseForm(joined.code, 'form', {});
		redirect(303, `/classes/${joined.id}`);
	}
};
