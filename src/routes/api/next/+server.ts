import { parseDeck } from '#lib/server/bank/bank.ts';
import { refuse, requireLearner } from '#lib/server/http.ts';
import { nextPrompt } from '#lib/server/reviews/next-prompt.ts';
import type { RequestHandler } from './$types';

/** The next question of the learner's day in a deck. */
export const GET: RequestHandler = async ({ url, locals }) => {
	const learner = requireLearner(locals);
	const deck = parseDeck(locals.bank, url.searchParams.get('deck') ?? 'all');
	if (!deck) return refuse('unknown_deck');
	const prefer = url.searchParams.get('item') ?? undefined;
	const next = await nextPrompt(locals.db, locals.bank, learner, deck, new Date(), prefer);
	return Response.json({ ok: true, ...next }, { headers: { 'cache-control': 'private, no-store' } });
};
