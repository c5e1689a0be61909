import { redirect } from '@sveltejs/kit';
import { errorText } from '#lib/server/error-text.ts';
import { placeByToken, takePlace } from '#lib/server/classes/join-class.ts';
import { readForm } from '#lib/server/http.ts';
import { textOf } from '../../../workspaces/import-form.ts';
import { refuseForm } from '../../../workspaces/refuse.ts';
import { beginGuest } from '../../begin-guest.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const found = await placeByToken(locals.db, params.token);
	if (!found.ok) return { place: undefined, message: errorText(found.code) };
	const taken = found.takenBy !== null && found.takenBy !== locals.learner?.id;
	if (taken) return { place: undefined, message: errorText('place_taken') };
	return { place: { class: found.class, name: found.name }, message: undefined };
};

export const actions: Actions = {
	default: async ({ cookies, getClientAddress, locals, params, request, url }) => {
		const { db } = locals;
		const form = await readForm(request);
		const found = await placeByToken(db, params.token);
		if (!found.ok) return refuseForm(found.code, 'form', {});
		const taken = found.takenBy !== null && found.takenBy !== locals.learner?.id;
		if (taken) return refuseForm('place_taken', 'form', {});
		const now = new Date();
		const arriving = { cookies, url, address: getClientAddress(), timeZone: textOf(form, 'timeZone'), now };
		const joined = await takePlace(db, locals.learner ?? (await beginGuest(db, arriving)), params.token, now);
		if (!joined.ok) return refuseForm(joined.code, 'form', {});
		redirect(303, `/classes/${joined.id}`);
	}
};
