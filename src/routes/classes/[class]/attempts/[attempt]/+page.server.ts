import { fail, requireLearner } from '#lib/server/http.ts';
import { attemptForTeacher } from '#lib/server/results/attempt-for-teacher.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const learner = requireLearner(locals);
	const looked = { classId: params.class, attemptId: params.attempt };
	const found = await attemptForTeacher(locals.db, locals.shipped, learner, looked, new Date());
	if (!found.ok) fail(found.code);
	return { taught: found.taught, timeZone: learner.settings.timeZone };
};
