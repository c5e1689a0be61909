import { readGradebookQuery, viewGradebook } from '#lib/domain/teaching/gradebook-query.ts';
import { requireLearner } from '#lib/server/http.ts';
import { loadGradebook } from './load-gradebook.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { gradebook } = await loadGradebook(event);
	const query = readGradebookQuery(event.url.searchParams);
	const view = viewGradebook(gradebook, query);
	return { view, query: { ...query, page: view.page }, timeZone: requireLearner(event.locals).settings.timeZone };
};
