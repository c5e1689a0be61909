import { fail as refill, redirect } from '@sveltejs/kit';
import type { ErrorCode } from '#lib/domain/errors.ts';
import { errorText } from '#lib/server/error-text.ts';
import { readForm, requireLearner, statusOf } from '#lib/server/http.ts';
import { answer } from '#lib/server/reviews/answer.ts';
import { asked, nextPrompt } from '#lib/server/reviews/next-prompt.ts';
import { readAnswer } from './answer-form.ts';
import { sittingOf } from './sitting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const learner = requireLearner(locals);
	const now = new Date();
	const { name, deck, label, query } = sittingOf(locals.bank, url, now);
	const next = await nextPrompt(locals.db, locals.bank, learner, deck, now);
	if (!next.prompt) redirect(303, `/review/done?${query}`);
	const sources = locals.bank.sources.length;
	return { next, deck: name, label, query, sources, answerId: crypto.randomUUID() };
};

const refuse = (code: ErrorCode) =>
	refill(statusOf(code), { problem: { ok: false as const, code, message: errorText(code) } });

export const actions: Actions = {
	/** An answer from a page without script: its feedback is a page of its own. */
	answer: async ({ locals, request, url }) => {
		const learner = requireLearner(locals);
		const now = new Date();
		const { query } = sittingOf(locals.bank, url, now);
		const read = readAnswer(await readForm(request));
		if (!read.ok) return refuse(read.code);
		const { input } = read;
		const result = await answer(locals.db, locals.bank, learner, input, now);
		if (!result.ok) return refuse(result.code);
		if (!result.again) redirect(303, `/review/answer?id=${result.outcome.reviewId}&${query}`);
		const item = locals.bank.item(input.itemId);
		const prompt = item && asked(locals.bank, item, input.formIndex, input.seq);
		const typed = 'text' in input.response ? input.response.text : '';
		return { again: { prompt, hint: result.hint, typed, answerId: input.id } };
	}
};
