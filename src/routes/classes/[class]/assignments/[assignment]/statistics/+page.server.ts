import { redirect } from '@sveltejs/kit';
import type { Failure } from '#lib/domain/errors.ts';
import { inOrder, orderIn } from '#lib/domain/teaching/statistics-order.ts';
import { fail, readForm, requireLearner } from '#lib/server/http.ts';
import { gradeAgain, leaveOut, retirableQuery, retireAssigned } from '#lib/server/results/exclude-item.ts';
import { assignmentStatistics } from '#lib/server/results/statistics.ts';
import { textOf } from '../../../../../workspaces/import-form.ts';
import { refuseForm } from '../../../../../workspaces/refuse.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { db, shipped } = locals;
	const teacher = requireLearner(locals);
	const found = await assignmentStatistics(db, teacher, params.class, params.assignment);
	if (!found.ok) fail(found.code);
	const { statistics, title } = found;
	const sorted = orderIn(url.searchParams);
	return {
		title,
		sorted,
		statistics: { ...statistics, questions: inOrder(statistics.questions, sorted.by, sorted.down) },
		/** Items that she may retire, with their change counts. */
		retirable: await retirableQuery(db, teacher, params.class, params.assignment),
		shipped: statistics.questions.map(({ itemId }) => itemId).filter((id) => shipped.bank.item(id) !== undefined),
		done: url.searchParams.get('done')
	};
};

/** Shows the statistics again after what was done, or why it was not. */
function after(result: { ok: true; changed?: number } | Failure, done: string, { params, url }: RequestEvent) {
	if (!result.ok) return refuseForm(result.code, 'form', {});
	const { by, down } = orderIn(url.searchParams);
	const query = `sort=${by}${down ? '&down=1' : ''}&done=${done}-${result.changed ?? 0}`;
	redirect(303, `/classes/${params.class}/assignments/${params.assignment}/statistics?${query}`);
}

const who = ({ locals }: RequestEvent) => requireLearner(locals);

export const actions: Actions = {
	leave: async (event) => {
		const { locals, params } = event;
		const form = await readForm(event.request);
		const out = textOf(form, 'out') === 'true';
		const place = { classId: params.class, assignmentId: params.assignment };
		const leaving = { ...place, itemId: textOf(form, 'item'), out };
		const result = await leaveOut(locals.db, locals.shipped, who(event), leaving, new Date());
		return after(result, out ? 'out' : 'back', event);
	},
	again: async (event) => {
		const { locals, params } = event;
		const place = { classId: params.class, assignmentId: params.assignment };
		return after(await gradeAgain(locals.db, locals.shipped, who(event), place, new Date()), 'again', event);
	},
	retire: async (event) => {
		const { locals, params } = event;
		const form = await readForm(event.request);
		const one = { classId: params.class, itemId: textOf(form, 'item'), seq: Number(textOf(form, 'seq')) };
		return after(await retireAssigned(locals.db, locals.shipped, who(event), one, new Date()), 'retired', event);
	}
};
