import { redirect } from '@sveltejs/kit';
import { fail, readForm } from '#lib/server/http.ts';
import { createClass } from '#lib/server/classes/create-class.ts';
import { classByCode, joinByCode } from '#lib/server/classes/join-class.ts';
import { mayTryCode } from '#lib/server/classes/join-throttle.ts';
import { listClasses } from '#lib/server/classes/list-classes.ts';
import { textOf } from '../workspaces/import-form.ts';
import { refuseForm } from '../workspaces/refuse.ts';
import { beginGuest } from './begin-guest.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({
	account: locals.account !== null,
	name: locals.account?.name ?? '',
	classes: locals.learner ? await listClasses(locals.db, locals.learner) : []
});

export const actions: Actions = {
	create: async ({ locals, request }) => {
		if (!locals.learner) fail('account_needed');
		const name = textOf(await readForm(request), 'name');
		const made = await createClass(locals.db, locals.learner, { name }, new Date());
		if (!made.ok) return refuseForm(made.code, 'name', { name, code: '', student: '' });
		redirect(303, `/classes/${made.id}`);
	},
	join: async ({ cookies, getClientAddress, locals, request, url }) => {
		const { db } = locals;
		const form = await readForm(request);
		const kept = { name: '', code: textOf(form, 'code').trim(), student: textOf(form, 'student').trim() };
		const address = getClientAddress();
		if (!(await mayTryCode(address))) return refuseForm('too_many_attempts', 'code', kept);
		const found = await classByCode(db, kept.code);
		if (!found.ok) return refuseForm(found.code, 'code', kept);
		if (kept.student === '') return refuseForm('name_missing', 'student', kept);
		const now = new Date();
		const timeZone = textOf(form, 'timeZone');
		const learner = locals.learner ?? (await beginGuest(db, { cookies, url, address, timeZone, now }));
		const joined = await joinByCode(db, learner, { code: kept.code, name: kept.student }, now);
		if (!joined.ok) return refuseForm(joined.code, 'code', kept);
		redirect(303, `/classes/${joined.id}`);
	}
};
