import { answerInputSchema } from '#lib/domain/grading/response-schema.ts';
import { readJson, reply, requireLearner } from '#lib/server/http.ts';
import { answer } from '#lib/server/reviews/answer.ts';
import type { RequestHandler } from './$types';

/** Grades one answer and reschedules its card. The same id sent twice counts once and gets the same outcome. */
export const POST: RequestHandler = async ({ request, locals }) => {
	const learner = requireLearner(locals);
	const input = await readJson(request, answerInputSchema);
	if ('refused' in input) return input.refused;
	return reply(await answer(locals.db, locals.bank, learner, input.value, new Date()));
};
