import { redirect } from '@sveltejs/kit';
import { fail, readForm, requireLearner } from '#lib/server/http.ts';
import { decideAnswer, type Deciding } from '#lib/server/results/accept-answer.ts';
import { waitingAnswers } from '#lib/server/results/waiting-answers.ts';
import { textOf } from '../../../../../workspaces/import-form.ts';
import { refuseForm } from '../../../../../workspaces/refuse.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { db, shipped } = locals;
	const found = await waitingAnswers(db, shipped, requireLearner(locals), params.class, params.assignment);
	if (!found.ok) fail(found.code);
	const { title, waiting, decided } = found;
	return { title, waiting, decided, done: url.searchParams.get('done') };
};

/** An action that decides on one answer, and shows those that still wait. */
function decides(as: Deciding['as']) {
	return async ({ locals, params, request }: RequestEvent) => {
		const form = await readForm(request);
		const place = { classId: params.class, assignmentId: params.assignment };
		const deciding = { ...place, itemId: textOf(form, 'item'), answer: textOf(form, 'answer'), as };
		const { db, shipped } = locals;
		const result = await decideAnswer(db, shipped, requireLearner(locals), deciding, new Date());
		if (!result.ok) return refuseForm(result.code, 'form', {});
		const done = `${as}-${result.changed}`;
		redirect(303, `/classes/${params.class}/assignments/${params.assignment}/answers?done=${done}`);
	};
}

export const actions: Actions = {
	right: decides('right'),
	wrong: decides('wrong'),
	undecide: decides('undecided')
};
