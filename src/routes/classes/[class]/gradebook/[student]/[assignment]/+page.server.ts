import { redirect } from '@sveltejs/kit';
import { fail, readForm, requireLearner } from '#lib/server/http.ts';
import { attemptForTeacher } from '#lib/server/results/attempt-for-teacher.ts';
import { taughtGrade } from '#lib/server/results/grade-trail.ts';
import { overrideGrade } from '#lib/server/results/override-grade.ts';
import { refuseForm } from '../../../../../workspaces/refuse.ts';
import { readGradeForm } from './grade-form.ts';
import type { Actions, PageServerLoad } from './$types';

const placeOf = (params: { class: string; student: string; assignment: string }) => ({
	classId: params.class,
	studentId: params.student,
	assignmentId: params.assignment
});

/** The grade, and her last attempt question by question; the others have pages of their own. */
export const load: PageServerLoad = async ({ locals, params }) => {
	const learner = requireLearner(locals);
	const found = await taughtGrade(locals.db, learner, placeOf(params));
	if (!found.ok) fail(found.code);
	const last = found.grade.attempts.at(-1);
	const { timeZone } = learner.settings;
	if (!last) return { grade: found.grade, shown: null, timeZone };
	const looked = { classId: params.class, attemptId: last.id, studentId: params.student };
	const opened = await attemptForTeacher(locals.db, locals.shipped, learner, looked, new Date());
	if (!opened.ok) fail(opened.code);
	// One whose time was up has been closed by looking at it: the grade above it has to be the new one.
	const closed = opened.taught.attempt.state !== last.state;
	const fresh = closed ? await taughtGrade(locals.db, learner, placeOf(params)) : found;
	if (!fresh.ok) fail(fresh.code);
	return { grade: fresh.grade, shown: opened.taught, timeZone };
};

export const actions: Actions = {
	default: async ({ locals, params, request, url }) => {
		const { fields, change, version } = readGradeForm(await readForm(request));
		if (!change) return refuseForm('invalid_grade', 'override', fields);
		const learner = requireLearner(locals);
		const done = await overrideGrade(locals.db, learner, placeOf(params), { change, version }, new Date());
		if (!done.ok) return refuseForm(done.code, 'form', fields);
		redirect(303, url.pathname);
	}
};
