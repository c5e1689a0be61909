import { syncRequestSchema } from '#lib/domain/reviewing/sync.ts';
import { readJson, reply, requireLearner } from '#lib/server/http.ts';
import { sync } from '#lib/server/reviews/sync.ts';
import type { RequestHandler } from './$types';

/** Takes over what was done on a device without the server. Whatever is sent again counts once. */
export const POST: RequestHandler = async ({ request, locals }) => {
	const learner = requireLearner(locals);
	const input = await readJson(request, syncRequestSchema);
	if ('refused' in input) return input.refused;
	return reply(await sync(locals.db, locals.bank, learner, input.value, new Date()));
};
