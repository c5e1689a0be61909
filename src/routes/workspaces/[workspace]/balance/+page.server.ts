import { fail, requireLearner } from '#lib/server/http.ts';
import { listArticles } from '#lib/server/articles/list-articles.ts';
import { balanceOf } from '#lib/server/items/balance.ts';
import { spokenTopic } from '#lib/server/topic-words.ts';
import type { PageServerLoad } from './$types';

/** So many questions that are held back are shown. */
const MOST_HELD = 100;

export const load: PageServerLoad = async ({ locals, params }) => {
	const learner = requireLearner(locals);
	const [found, listed] = await Promise.all([
		balanceOf(locals.db, locals.shipped, learner, params.workspace),
		listArticles(locals.db, learner, params.workspace)
	]);
	if (!found.ok) fail(found.code);
	if (!listed.ok) fail(listed.code);
	const { facts, items, relationShare, bySide, byTopic, byKind, bySource, byForm, contested } = found.report;
	return {
		report: { facts, items, relationShare, bySide, byTopic, byKind, bySource, byForm, contested },
		heldBack: found.heldBack.slice(0, MOST_HELD),
		held: found.heldBack.length,
		topics: Object.fromEntries(found.topics.map(({ id, label }) => [id, spokenTopic(id, label)])),
		/** Sources are called by their articles' labels. */
		sources: Object.fromEntries(listed.articles.map(({ id, label }) => [id, label]))
	};
};
