import { redirect } from '@sveltejs/kit';
import { quizPage } from '#lib/server/attempts/quiz-page.ts';
import { startAttempt } from '#lib/server/attempts/start-attempt.ts';
import { fail, requireLearner } from '#lib/server/http.ts';
import { refuseForm } from '../../workspaces/refuse.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const learner = requireLearner(locals);
	const found = await quizPage(locals.db, locals.shipped, learner, params.assignment, new Date());
	if (!found.ok) fail(found.code);
	return { quiz: found.quiz, timeZone: learner.settings.timeZone };
};

export const actions: Actions = {
	start: async ({ locals, params }) => {
		const { db, shipped } = locals;
		const begun = await startAttempt(db, shipped, requireLearner(locals), params.assignment, new Date());
		if (!begun.ok) return refuseForm(begun.code, 'form', {});
		redirect(303, `/attempts/${begun.id}`);
	}
};
