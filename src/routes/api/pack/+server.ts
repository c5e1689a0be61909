import { hashText } from '#lib/domain/hash.ts';
import { makePack } from '#lib/server/offline/make-pack.ts';
import { requireLearner } from '#lib/server/http.ts';
import type { RequestHandler } from './$types';

/** What the learner's device needs for the next days; nothing where it has that already. */
export const GET: RequestHandler = async ({ locals, request, url }) => {
	const learner = requireLearner(locals);
	const now = new Date();
	const held = url.searchParams.get('held') ?? undefined;
	const pack = await makePack(locals.db, locals.shipped, { learner, account: locals.account !== null }, now, held);
	// The times are those of the asking: a pack that differs in them alone is the one that the device has.
	const etag = `"${hashText(JSON.stringify({ ...pack, now: null, until: null, content: null }))}"`;
	const headers = { etag, 'cache-control': 'private, no-cache', 'x-readout-now': pack.now };
	if (request.headers.get('if-none-match') === etag) return new Response(null, { status: 304, headers });
	return Response.json(pack, { headers });
};
