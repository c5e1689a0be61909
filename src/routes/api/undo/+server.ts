import { reply, requireLearner } from '#lib/server/http.ts';
import { undo } from '#lib/server/reviews/undo.ts';
import type { RequestHandler } from './$types';

/** Takes back the learner's last answer. */
export const POST: RequestHandler = async ({ locals }) =>
	reply(await undo(locals.db, requireLearner(locals), new Date()));
