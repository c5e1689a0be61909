import { redirect } from '@sveltejs/kit';
import { fail, readForm, requireLearner } from '#lib/server/http.ts';
import { amend } from '#lib/server/reviews/amend.ts';
import { findOutcome } from '#lib/server/reviews/find-outcome.ts';
import { undo } from '#lib/server/reviews/undo.ts';
import { isUuid, readAmend } from '../answer-form.ts';
import { sittingOf } from '../sitting.ts';
import type { Actions, PageServerLoad } from './$types';

/** The feedback of an answer that is in the log. */
export const load: PageServerLoad = async ({ locals, url }) => {
	const learner = requireLearner(locals);
	const id = url.searchParams.get('id') ?? '';
	if (!isUuid(id)) fail('unknown_review');
	const { name: deck, query, label } = sittingOf(locals.bank, url, new Date());
	const found = await findOutcome(locals.db, locals.bank, learner, id.toLowerCase());
	if (!found.ok) fail(found.code);
	const { outcome } = found;
	return {
		outcome,
		topic: locals.bank.item(outcome.itemId)?.topic,
		query,
		deck,
		label,
		amendId: crypto.randomUUID()
	};
};

export const actions: Actions = {
	amend: async ({ locals, request, url }) => {
		const learner = requireLearner(locals);
		const read = readAmend(await readForm(request));
		if (!read.ok) fail(read.code);
		const result = await amend(locals.db, learner, read.input, new Date());
		if (!result.ok) fail(result.code);
		redirect(303, `/review/answer?id=${read.input.id}&${sittingOf(locals.bank, url, new Date()).query}`);
	},
	undo: async ({ locals, request, url }) => {
		const learner = requireLearner(locals);
		const reviewId = (await readForm(request)).get('reviewId');
		if (typeof reviewId !== 'string' || !isUuid(reviewId)) fail('unknown_review');
		const result = await undo(locals.db, learner, new Date(), reviewId.toLowerCase());
		if (!result.ok) fail(result.code);
		redirect(303, `/review?${sittingOf(locals.bank, url, new Date()).query}`);
	}
};
