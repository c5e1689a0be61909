import { assignmentHead } from '#lib/server/assignments/assignment-of.ts';
import { fail, requireLearner } from '#lib/server/http.ts';
import type { LayoutServerLoad } from './$types';

/** What the heads of an assignment's pages say. */
export const load: LayoutServerLoad = async ({ locals, params }) => {
	const found = await assignmentHead(locals.db, requireLearner(locals), params.class, params.assignment);
	if (!found.ok) fail(found.code);
	return { head: found.head };
};
