import { redirect } from '@sveltejs/kit';
import { fail, requireLearner } from '#lib/server/http.ts';
import { listReports } from '#lib/server/reports/list-reports.ts';
import { resolveReport } from '#lib/server/reports/resolve-report.ts';
import { textOf } from '../../import-form.ts';
import { refuseForm } from '../../refuse.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const found = await listReports(locals.db, requireLearner(locals), params.workspace);
	if (!found.ok) fail(found.code);
	return { reports: found.reports };
};

export const actions: Actions = {
	resolve: async ({ locals, params, request }) => {
		const form = await request.formData();
		const input = { learnerId: textOf(form, 'learnerId'), id: textOf(form, 'id'), outcome: textOf(form, 'outcome') };
		const result = await resolveReport(locals.db, requireLearner(locals), params.workspace, input, new Date());
		if (!result.ok) return refuseForm(result.code, 'form', {});
		redirect(303, `/workspaces/${params.workspace}/reports`);
	}
};
