import { requireLearner } from '#lib/server/http.ts';
import { nextPrompt } from '#lib/server/reviews/next-prompt.ts';
import { sessionSummary } from '#lib/server/reviews/session-summary.ts';
import { sameDay, whenText } from '#lib/ui/when.ts';
import { sittingOf } from '../sitting.ts';
import type { PageServerLoad } from './$types';

/** What was learnt in a sitting, and when it comes back. */
export const load: PageServerLoad = async ({ locals, url }) => {
	const learner = requireLearner(locals);
	const { db, bank } = locals;
	const now = new Date();
	const { deck, name, label, since, query } = sittingOf(bank, url, now);
	const summary = await sessionSummary(db, bank, learner, since, now);
	const next = await nextPrompt(db, bank, learner, deck, now);
	return {
		summary,
		deck: name,
		label,
		query,
		wholeBank: name === 'all',
		more: next.prompt !== undefined,
		/** Something comes back before the day is over. */
		today: next.later !== undefined && sameDay(next.later, now, learner.settings.timeZone),
		later: next.later && whenText(next.later, now, learner.settings.timeZone),
		guest: locals.account === null
	};
};
