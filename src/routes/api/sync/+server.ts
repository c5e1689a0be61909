import { syncRequestSchema } from '#lib/domain/reviewing/sync.ts';
import { readJson, reply, requireLearner } from '#lib/server/http.ts';
import { withholdingsOn } from '#lib/server/offline/withheld-ahead.ts';
import { sync } from '#lib/server/reviews/sync.ts';
import type { RequestHandler } from './$types';

/**
 * Takes over what was done on a device without the server. Whatever is sent again counts once. Besides, the device hears
 * which quizzes keep their items from her reviews: what it holds may be out of date.
 */
export const POST: RequestHandler = async ({ request, locals }) => {
	const learner = requireLearner(locals);
	const input = await readJson(request, syncRequestSchema);
	if ('refused' in input) return input.refused;
	const now = new Date();
	const synced = await sync(locals.db, locals.bank, learner, input.value, now);
	const told = { ...synced, withholdings: await withholdingsOn(locals.db, learner.id, now) };
	return reply(told);
};
