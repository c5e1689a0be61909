import { fail, requireLearner } from '#lib/server/http.ts';
import { classOf } from '#lib/server/classes/class-of.ts';
import type { LayoutServerLoad } from './$types';

/** The class of every page below; for anybody else it does not exist. */
export const load: LayoutServerLoad = async ({ locals, params }) => {
	const found = await classOf(locals.db, requireLearner(locals), params.class);
	if (!found.ok) fail(found.code);
	return { class: found.class };
};
