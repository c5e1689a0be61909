import { redirect } from '@sveltejs/kit';
import { failure, type Failure } from '#lib/domain/errors.ts';
import { ownAssignments, taughtAssignments } from '#lib/server/assignments/list-assignments.ts';
import { addRoster } from '#lib/server/classes/roster.ts';
import { archiveClass, chooseMistakes, renameClass } from '#lib/server/classes/class-of.ts';
import { changeCode } from '#lib/server/classes/join-code.ts';
import { leaveClass, removeMember } from '#lib/server/classes/members.ts';
import { renewPlace, withdrawPlace } from '#lib/server/classes/roster.ts';
import { inviteTeacher, revokeTeacherInvitation } from '#lib/server/classes/teachers.ts';
import { peopleOf } from '#lib/server/classes/people-of.ts';
import { fail, readForm, requireLearner } from '#lib/server/http.ts';
import { textOf } from '../../workspaces/import-form.ts';
import { refuseForm } from '../../workspaces/refuse.ts';
import { refuseRoster, rosterIn } from './roster-form.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals, parent }) => {
	const { class: class_ } = await parent();
	const learner = requireLearner(locals);
	const now = new Date();
	const { timeZone } = learner.settings;
	if (class_.role === 'student') {
		const own = await ownAssignments(locals.db, learner, class_.id, now);
		if (!own.ok) fail(own.code);
		return { timeZone, own: own.assignments, taught: [], people: undefined };
	}
	const [people, taught] = await Promise.all([
		peopleOf(locals.db, learner, class_.id, now),
		taughtAssignments(locals.db, learner, class_.id, now)
	]);
	if (!people.ok) fail(people.code);
	if (!taught.ok) fail(taught.code);
	return { timeZone, own: [], taught: taught.assignments, people: people.people };
};

type Deed = (event: RequestEvent, form: FormData, id: string) => Promise<{ ok: true } | Failure>;

/** An action that does one thing and shows the class again. */
function does(field: string, deed: Deed) {
	return async (event: RequestEvent) => {
		const form = await readForm(event.request);
		const result = await deed(event, form, textOf(form, 'id'));
		if (!result.ok) return refuseForm(result.code, field, { name: textOf(form, 'name'), roster: '' });
		redirect(303, `/classes/${event.params.class}`);
	};
}

const who = ({ locals }: RequestEvent) => requireLearner(locals);

export const actions: Actions = {
	rename: does('name', (event, form) =>
		renameClass(event.locals.db, who(event), event.params.class, { name: textOf(form, 'name') })
	),
	code: does('code', (event, form) =>
		changeCode(event.locals.db, who(event), event.params.class, textOf(form, 'wanted') === 'off' ? 'off' : 'new')
	),
	archive: does('archive', (event, form) =>
		archiveClass(event.locals.db, who(event), event.params.class, textOf(form, 'away') === 'true', new Date())
	),
	remove: does('people', (event, _, id) =>
		removeMember(event.locals.db, who(event), event.params.class, id, new Date())
	),
	withdraw: does('people', (event, _, id) => withdrawPlace(event.locals.db, who(event), event.params.class, id)),
	revoke: does('people', (event, _, id) =>
		revokeTeacherInvitation(event.locals.db, who(event), event.params.class, id, new Date())
	),
	mistakes: does('mistakes', (event, form) =>
		chooseMistakes(event.locals.db, who(event), event.params.class, form.get('reviewsMistakes') === 'on')
	),
	leave: async (event) => {
		const left = await leaveClass(event.locals.db, who(event), event.params.class);
		if (!left.ok) return refuseForm(left.code, 'leave', { name: '', roster: '' });
		redirect(303, '/classes');
	},
	/** Links are shown once: only hashes of their secrets are kept. */
	roster: async (event) => {
		const text = await rosterIn(await readForm(event.request));
		if (text === undefined) return refuseRoster(failure('roster_empty'), '');
		const added = await addRoster(event.locals.db, who(event), event.params.class, text, new Date());
		if (!added.ok) return refuseRoster(added, text);
		const link = (token: string) => `${event.url.origin}/classes/join/${token}`;
		return {
			places: added.made.map(({ name, email, token }) => ({ name, email, link: link(token) })),
			known: added.known
		};
	},
	renew: async (event) => {
		const id = textOf(await readForm(event.request), 'id');
		const renewed = await renewPlace(event.locals.db, who(event), event.params.class, id, new Date());
		if (!renewed.ok) return refuseForm(renewed.code, 'people', { name: '', roster: '' });
		const { name, email, token } = renewed.made;
		return { places: [{ name, email, link: `${event.url.origin}/classes/join/${token}` }], known: 0 };
	},
	invite: async (event) => {
		const made = await inviteTeacher(event.locals.db, who(event), event.params.class, new Date());
		if (!made.ok) return refuseForm(made.code, 'people', { name: '', roster: '' });
		return { teacherLink: `${event.url.origin}/classes/teach/${made.token}`, expiresAt: made.expiresAt };
	}
};
