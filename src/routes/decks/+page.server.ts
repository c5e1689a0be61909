import { listDecks } from '#lib/server/reviews/decks.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({
	decks: await listDecks(locals.db, locals.bank, locals.learner, new Date()),
	started: locals.learner !== null
});
