import { redirect } from '@sveltejs/kit';
import { formIn, refuse, reply, requireLearner } from '#lib/server/http.ts';
import { reportItem } from '#lib/server/reports/report-item.ts';
import type { RequestHandler } from './$types';

/** A learner's report of a question, as a form: from a page with script it is answered as JSON, else by the way back. */
export const POST: RequestHandler = async ({ locals, request }) => {
	const learner = requireLearner(locals);
	const form = await formIn(request);
	if (!form) return refuse('invalid_input');
	const [id, itemId, reason, note] = ['id', 'itemId', 'reason', 'note'].map((name) => form.get(name));
	const itemVersion = typeof itemId === 'string' ? locals.bank.item(itemId)?.version : undefined;
	const input = { id, itemId, itemVersion, reason, note };
	const result = await reportItem(locals.db, locals.bank, learner, input, new Date());
	if (!result.ok || request.headers.get('accept')?.includes('application/json')) return reply(result);
	redirect(303, '/review');
};
