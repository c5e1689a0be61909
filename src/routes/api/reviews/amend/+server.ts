import { amendInputSchema } from '#lib/domain/grading/response-schema.ts';
import { readJson, reply, requireLearner } from '#lib/server/http.ts';
import { amend } from '#lib/server/reviews/amend.ts';
import type { RequestHandler } from './$types';

/** Corrects the rating of the last answer to a card. */
export const POST: RequestHandler = async ({ request, locals }) => {
	const learner = requireLearner(locals);
	const input = await readJson(request, amendInputSchema);
	if ('refused' in input) return input.refused;
	return reply(await amend(locals.db, learner, input.value, new Date()));
};
