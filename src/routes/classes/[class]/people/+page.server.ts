import { redirect } from '@sveltejs/kit';
import { failure, type Failure } from '#lib/domain/errors.ts';
import { changeCode } from '#lib/server/classes/join-code.ts';
import { removeMember } from '#lib/server/classes/members.ts';
import { peopleOf } from '#lib/server/classes/people-of.ts';
import { addRoster, renewPlace, withdrawPlace } from '#lib/server/classes/roster.ts';
import { inviteTeacher, revokeTeacherInvitation } from '#lib/server/classes/teachers.ts';
import { fail, readForm, requireLearner } from '#lib/server/http.ts';
import { textOf } from '../../../workspaces/import-form.ts';
import { refuseForm } from '../../../workspaces/refuse.ts';
import { refuseRoster, rosterIn } from './roster-form.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const people = await peopleOf(locals.db, requireLearner(locals), params.class, new Date());
	if (!people.ok) fail(people.code);
	return { people: people.people };
};

type Deed = (event: RequestEvent, id: string, form: FormData) => Promise<{ ok: true } | Failure>;

/** An action that does one thing to one person or link, and shows the people again. */
function does(deed: Deed) {
	return async (event: RequestEvent) => {
		const form = await readForm(event.request);
		const result = await deed(event, textOf(form, 'id'), form);
		if (!result.ok) return refuseForm(result.code, 'people', { roster: '' });
		redirect(303, `/classes/${event.params.class}/people`);
	};
}

const who = ({ locals }: RequestEvent) => requireLearner(locals);

export const actions: Actions = {
	code: does((event, _, form) =>
		changeCode(event.locals.db, who(event), event.params.class, textOf(form, 'wanted') === 'off' ? 'off' : 'new')
	),
	remove: does((event, id) => removeMember(event.locals.db, who(event), event.params.class, id, new Date())),
	withdraw: does((event, id) => withdrawPlace(event.locals.db, who(event), event.params.class, id)),
	revoke: does((event, id) => revokeTeacherInvitation(event.locals.db, who(event), event.params.class, id, new Date())),
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
		if (!renewed.ok) return refuseForm(renewed.code, 'people', { roster: '' });
		const { name, email, token } = renewed.made;
		return { places: [{ name, email, link: `${event.url.origin}/classes/join/${token}` }], known: 0 };
	},
	invite: async (event) => {
		const made = await inviteTeacher(event.locals.db, who(event), event.params.class, new Date());
		if (!made.ok) return refuseForm(made.code, 'people', { roster: '' });
		return { teacherLink: `${event.url.origin}/classes/teach/${made.token}`, expiresAt: made.expiresAt };
	}
};
