import { redirect } from '@sveltejs/kit';
import { finishAttempt } from '#lib/server/attempts/finish-attempt.ts';
import { saveAnswers } from '#lib/server/attempts/save-answers.ts';
import { settleAnswer } from '#lib/server/attempts/settle-answer.ts';
import { viewAttempt } from '#lib/server/attempts/view-attempt.ts';
import { fail, readForm, requireLearner } from '#lib/server/http.ts';
import { refuseForm } from '../../workspaces/refuse.ts';
import { answersIn } from '#lib/domain/teaching/answers-form.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const learner = requireLearner(locals);
	const now = new Date();
	const found = await viewAttempt(locals.db, locals.shipped, learner, params.attempt, now);
	if (!found.ok) fail(found.code);
	return { attempt: found.attempt, now, timeZone: learner.settings.timeZone };
};

/** Saves what a page without script sends; an answer that is the same as before changes nothing. */
async function saveForm({ locals, params, request }: RequestEvent) {
	const learner = requireLearner(locals);
	const now = new Date();
	const form = await readForm(request);
	const found = await viewAttempt(locals.db, locals.shipped, learner, params.attempt, now);
	if (!found.ok) fail(found.code);
	if (found.attempt.state === 'finished') return undefined;
	const saved = new Map(found.attempt.questions.map((question) => [question.position, question]));
	const answers = answersIn(form, found.attempt.questions)
		.filter(({ position, response }) => JSON.stringify(saved.get(position)?.response) !== JSON.stringify(response))
		.map((answer) => ({ ...answer, seq: (saved.get(answer.position)?.seq ?? 0) + 1, durationMs: 0 }));
	if (answers.length === 0) return undefined;
	const result = await saveAnswers(locals.db, learner, params.attempt, { answers }, now);
	return result.ok ? undefined : result.code;
}

export const actions: Actions = {
	save: async (event) => {
		const refused = await saveForm(event);
		if (refused) return refuseForm(refused, 'form', {});
		redirect(303, `/attempts/${event.params.attempt}`);
	},
	/** Settles one answer, where the quiz tells at once what was right. */
	check: async (event) => {
		const { locals, params, url } = event;
		const refused = await saveForm(event);
		const position = Number(url.searchParams.get('position') ?? NaN);
		const place = { attemptId: params.attempt, position };
		const settled = await settleAnswer(locals.db, locals.shipped, requireLearner(locals), place, new Date());
		if (refused) return refuseForm(refused, 'form', {});
		if (!settled.ok) return refuseForm(settled.code, 'form', {});
		redirect(303, `/attempts/${params.attempt}#question-${position + 1}`);
	},
	finish: async (event) => {
		const { locals, params } = event;
		await saveForm(event);
		const done = await finishAttempt(locals.db, locals.shipped, requireLearner(locals), params.attempt, new Date());
		if (!done.ok) fail(done.code);
		redirect(303, `/attempts/${params.attempt}`);
	}
};
