import { fail, requireLearner } from '#lib/server/http.ts';
import { workspaceOf } from '#lib/server/workspaces/workspace-of.ts';
import type { LayoutServerLoad } from './$types';

/** The workspace of every page below; somebody who does not work on it is told what she may do instead. */
export const load: LayoutServerLoad = async ({ locals, params }) => {
	const found = await workspaceOf(locals.db, requireLearner(locals), params.workspace);
	if (!found.ok) fail(found.code);
	if (found.workspace.role === 'learner') fail('not_an_editor');
	return { workspace: found.workspace };
};
