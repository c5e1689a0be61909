import { redirect } from '@sveltejs/kit';
import { fail, readForm, requireLearner } from '#lib/server/http.ts';
import { listReports } from '#lib/server/reports/list-reports.ts';
import { resolveReport } from '#lib/server/reports/resolve-report.ts';
import { textOf } from '../../import-form.ts';
import { refuseForm } from '../../refuse.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const asked = Number(url.searchParams.get('page') ?? 1);
	const found = await listReports(locals.db, requireLearner(locals), params.workspace, asked);
	if (!found.ok) fail(found.code);
	const { open, total, page, pages, settled } = found;
	return { open, total, page, pages, settled };
};

export const actions: Actions = {
	resolve: async ({ locals, params, request }) => {
		const form = await readForm(request);
		const input = { learnerId: textOf(form, 'learnerId'), id: textOf(form, 'id'), outcome: textOf(form, 'outcome') };
		const result = await resolveReport(locals.db, requireLearner(locals), params.workspace, input, new Date());
		if (!result.ok) return refuseForm(result.code, 'form', {});
		redirect(303, `/workspaces/${params.workspace}/reports`);
	}
};
