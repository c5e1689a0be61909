import { fail, requireLearner } from '#lib/server/http.ts';
import { ownResults } from '#lib/server/results/own-results.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const { db, shipped, bank } = locals;
	const learner = requireLearner(locals);
	const found = await ownResults(db, shipped, bank, learner, params.class, new Date());
	if (!found.ok) fail(found.code);
	const { grades, deadlines, mistakes, allMistakes } = found;
	return { grades, deadlines, mistakes, allMistakes, timeZone: learner.settings.timeZone };
};
