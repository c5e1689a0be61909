import { redirect } from '@sveltejs/kit';
import { quizPage } from '#lib/server/attempts/quiz-page.ts';
import { startAttempt } from '#lib/server/attempts/start-attempt.ts';
import { fail, readForm, requireLearner } from '#lib/server/http.ts';
import { changesSeen, gradeFor } from '#lib/server/results/gradebook-own.ts';
import { refuseForm } from '../../workspaces/refuse.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const learner = requireLearner(locals);
	const now = new Date();
	const found = await quizPage(locals.db, locals.shipped, learner, params.assignment, now);
	if (!found.ok) fail(found.code);
	const graded = await gradeFor(locals.db, learner, params.assignment, now);
	if (!graded.ok) fail(graded.code);
	return { quiz: found.quiz, own: graded.own, timeZone: learner.settings.timeZone };
};

export const actions: Actions = {
	start: async ({ locals, params }) => {
		const { db, shipped } = locals;
		const begun = await startAttempt(db, shipped, requireLearner(locals), params.assignment, new Date());
		if (!begun.ok) return refuseForm(begun.code, 'form', {});
		redirect(303, `/attempts/${begun.id}`);
	},
	/** Notes that changes of her grade were read. */
	seen: async ({ locals, params, request }) => {
		const ids = (await readForm(request)).getAll('change');
		const done = await changesSeen(locals.db, requireLearner(locals), params.assignment, ids, new Date());
		if (!done.ok) fail(done.code);
		redirect(303, `/quizzes/${params.assignment}`);
	}
};
