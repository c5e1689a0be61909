import { inOrder, orderIn } from '#lib/domain/teaching/statistics-order.ts';
import { fail, requireLearner } from '#lib/server/http.ts';
import { teacherStatistics } from '#lib/server/results/statistics.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const found = await teacherStatistics(locals.db, requireLearner(locals), params.class);
	if (!found.ok) fail(found.code);
	const { statistics } = found;
	const sorted = orderIn(url.searchParams);
	return { sorted, statistics: { ...statistics, questions: inOrder(statistics.questions, sorted.by, sorted.down) } };
};
