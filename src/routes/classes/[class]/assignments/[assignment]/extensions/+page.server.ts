import { redirect } from '@sveltejs/kit';
import { listExtensions } from '#lib/server/assignments/list-extensions.ts';
import { fail, readForm, requireLearner } from '#lib/server/http.ts';
import { extendAndGrade } from '#lib/server/results/rules-and-grades.ts';
import { refuseForm } from '../../../../../workspaces/refuse.ts';
import { extensionFields, readExtension, toExtension } from './extension-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const learner = requireLearner(locals);
	const found = await listExtensions(locals.db, learner, params.class, params.assignment);
	if (!found.ok) fail(found.code);
	const { timeZone } = learner.settings;
	return {
		assignment: { id: params.assignment, title: found.title, kind: found.kind },
		timeZone,
		students: found.students.map(({ id, name, extension }) => ({
			...{ id, name, granted: extension !== null },
			fields: extensionFields(id, extension, timeZone)
		}))
	};
};

export const actions: Actions = {
	default: async ({ locals, params, request }) => {
		const learner = requireLearner(locals);
		const fields = readExtension(await readForm(request));
		const granting = {
			...{ classId: params.class, assignmentId: params.assignment, studentId: fields.student },
			extension: toExtension(fields, learner.settings.timeZone)
		};
		const changing = { shipped: locals.shipped, teacher: learner, now: new Date() };
		const done = await extendAndGrade(locals.db, changing, granting);
		if (!done.ok) return refuseForm(done.code, 'form', fields);
		redirect(303, `/classes/${params.class}/assignments/${params.assignment}/extensions`);
	}
};
