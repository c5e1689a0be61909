import { undoInputSchema } from '#lib/domain/grading/response-schema.ts';
import { readJson, reply, requireLearner } from '#lib/server/http.ts';
import { undo } from '#lib/server/reviews/undo.ts';
import type { RequestHandler } from './$types';

/** Takes back the learner's last answer; one that is named is taken back once, however often it is asked. */
export const POST: RequestHandler = async ({ request, locals }) => {
	const learner = requireLearner(locals);
	const input = await readJson(request, undoInputSchema);
	if ('refused' in input) return input.refused;
	return reply(await undo(locals.db, learner, new Date(), input.value.reviewId));
};
