import { redirect } from '@sveltejs/kit';
import type { Failure } from '#lib/domain/errors.ts';
import { ownAssignments, taughtAssignments } from '#lib/server/assignments/list-assignments.ts';
import { archiveClass, chooseMistakes, renameClass } from '#lib/server/classes/class-of.ts';
import { requireMember } from '#lib/server/classes/guards.ts';
import { leaveClass } from '#lib/server/classes/members.ts';
import { fail, readForm, requireLearner } from '#lib/server/http.ts';
import { textOf } from '../../workspaces/import-form.ts';
import { refuseForm } from '../../workspaces/refuse.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const learner = requireLearner(locals);
	const member = await requireMember(locals.db, learner, params.class);
	if (!member.ok) fail(member.code);
	const now = new Date();
	const { timeZone } = learner.settings;
	if (member.role === 'student') {
		const own = await ownAssignments(locals.db, learner, params.class, now);
		if (!own.ok) fail(own.code);
		return { timeZone, own: own.assignments, taught: [] };
	}
	const taught = await taughtAssignments(locals.db, learner, params.class, now);
	if (!taught.ok) fail(taught.code);
	return { timeZone, own: [], taught: taught.assignments };
};

/** Shows the class again after what was done, or why it was not. */
function after(result: { ok: true } | Failure, field: string, { params }: RequestEvent, name = '') {
	if (!result.ok) return refuseForm(result.code, field, { name });
	redirect(303, `/classes/${params.class}`);
}

const who = ({ locals }: RequestEvent) => requireLearner(locals);

export const actions: Actions = {
	rename: async (event) => {
		const name = textOf(await readForm(event.request), 'name');
		return after(await renameClass(event.locals.db, who(event), event.params.class, { name }), 'name', event, name);
	},
	archive: async (event) => {
		const away = textOf(await readForm(event.request), 'away') === 'true';
		const done = await archiveClass(event.locals.db, who(event), event.params.class, away, new Date());
		return after(done, 'archive', event);
	},
	mistakes: async (event) => {
		const wanted = (await readForm(event.request)).get('reviewsMistakes') === 'on';
		return after(await chooseMistakes(event.locals.db, who(event), event.params.class, wanted), 'mistakes', event);
	},
	leave: async (event) => {
		const left = await leaveClass(event.locals.db, who(event), event.params.class);
		if (!left.ok) return refuseForm(left.code, 'leave', { name: '' });
		redirect(303, '/classes');
	}
};
