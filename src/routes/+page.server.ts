import { redirect } from '@sveltejs/kit';
import { explain } from '#lib/domain/items/explain.ts';
import type { LearnerSettings } from '#lib/domain/scheduling/settings.ts';
import { mayBegin } from '#lib/server/auth/guest-throttle.ts';
import { setSession } from '#lib/server/auth/session.ts';
import { startGuest } from '#lib/server/auth/start-guest.ts';
import type { Item } from '#lib/domain/items/types.ts';
import type { Bank } from '#lib/server/bank/bank.ts';
import { catchUpState } from '#lib/server/deadlines/catch-up.ts';
import { fail, readForm } from '#lib/server/http.ts';
import { overview, type Overview } from '#lib/server/reviews/overview.ts';
import { dayText, whenText } from '#lib/ui/when.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const { db, bank, learner } = locals;
	if (!learner) return { welcome: welcome(bank), today: undefined };
	const now = new Date();
	const view = await overview(db, bank, learner, now);
	const topics = view.topics.map((one) => ({ ...one, label: bank.topicLabel(one.topic) }));
	const { learning, review, new: fresh } = view.left;
	const due = view.later ? 0 : learning + review + fresh;
	const next = view.later ? whenText(view.later, now, learner.settings.timeZone) : nextDay(view);
	const noneNew = due > 0 ? undefined : whyNoneNew(view, learner.settings);
	const catchUp = await catchUpState(db, bank, learner, now);
	return { welcome: undefined, today: { overview: { ...view, topics }, due, next, noneNew, catchUp } };
};

/** Why no new question is asked though some were never met: the day has brought its share, or none is wanted. */
function whyNoneNew({ seen, items }: Overview, settings: LearnerSettings): 'today' | 'ever' | undefined {
	if (seen >= items) return undefined;
	return Math.min(settings.newPerDay, settings.reviewsPerDay) === 0 ? 'ever' : 'today';
}

/** The day on which a question comes back. */
function nextDay({ forecast }: Overview): string | undefined {
	const index = forecast.findIndex(({ count }, ahead) => ahead > 0 && count > 0);
	const entry = forecast[index];
	return entry && dayText(entry.day, index);
}

/** What a visitor is shown: a real question whose sources differ, and the sources. */
function welcome(bank: Bank) {
	const items = bank.items.filter((item) => item.corroboration.sources.length >= 3 && item.key.length < 60);
	const differing = items.filter(({ contested }) => contested.length === 1 && contested[0]?.contradicts);
	const length = (item: Item) => item.citations.length + (item.contested[0]?.says.length ?? 0);
	const item = differing.sort((a, b) => length(a) - length(b))[0] ?? items[0];
	const sources = bank.sources.map(({ id, title, publisher, published }) => ({
		id,
		title,
		publisher,
		published
	}));
	const sample = item && { question: item.question, explanation: explain(item, bank.sources) };
	return { sample, sources, questions: bank.items.length };
}

export const actions: Actions = {
	/** Begins as a guest: no account, only a learner in this browser. */
	start: async ({ cookies, locals, request, url, getClientAddress }) => {
		if (!locals.learner) {
			if (!(await mayBegin(getClientAddress()))) fail('too_many_attempts');
			const zone = (await readForm(request)).get('timeZone');
			const { session } = await startGuest(locals.db, typeof zone === 'string' ? zone : '', new Date());
			setSession(cookies, url, session);
		}
		redirect(303, '/review');
	}
};
