import { saveAnswers, savingSchema } from '#lib/server/attempts/save-answers.ts';
import { readJson, reply, requireLearner } from '#lib/server/http.ts';
import type { RequestHandler } from './$types';

/** Saves answers of an open attempt. */
export const POST: RequestHandler = async ({ locals, params, request }) => {
	const body = await readJson(request, savingSchema);
	if ('refused' in body) return body.refused;
	return reply(await saveAnswers(locals.db, requireLearner(locals), params.attempt, body.value, new Date()));
};
