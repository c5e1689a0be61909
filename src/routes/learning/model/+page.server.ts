import { fail as refill, redirect } from '@sveltejs/kit';
import { askFit } from '#lib/server/fitting/ask-fit.ts';
import { fitQueue, pictureThread } from '#lib/server/fitting/fitting.ts';
import { learnerWorkload } from '#lib/server/fitting/learner-workload.ts';
import { modelView } from '#lib/server/fitting/model-view.ts';
import { lastReschedule, previewReschedule, reschedule, undoReschedule } from '#lib/server/fitting/reschedule.ts';
import { fail, requireLearner } from '#lib/server/http.ts';
import { updateSettings } from '#lib/server/learners/update-settings.ts';
import { wishFrom } from './wish.ts';
import type { Actions, PageServerLoad } from './$types';

const STATUS = { too_few: 409, nothing_new: 409, too_often: 429, busy: 503 } as const;

export const load: PageServerLoad = async ({ locals, url }) => {
	const learner = requireLearner(locals);
	const wish = wishFrom(url.searchParams, learner.settings) ?? fail('invalid_input');
	const simulated = await learnerWorkload(locals.db, locals.bank, learner, wish, pictureThread(), new Date());
	const { timeZone, newPerDay } = learner.settings;
	const asked = url.searchParams.has('move');
	return {
		moves: asked ? await previewReschedule(locals.db, locals.bank, learner, new Date()) : null,
		lastMoved: await lastReschedule(locals.db, learner.id),
		done: url.searchParams.get('done'),
		wish,
		simulated,
		model: await modelView(locals.db, fitQueue(locals.db), learner),
		timeZone,
		newPerDay
	};
};

export const actions: Actions = {
	fit: async ({ locals }) => {
		const asked = await askFit(locals.db, fitQueue(locals.db), requireLearner(locals));
		if (!asked.ok) return refill(STATUS[asked.why], { why: asked.why });
		redirect(303, '/learning/model');
	},
	defaults: async ({ locals }) => {
		const changed = await updateSettings(locals.db, requireLearner(locals), { model: null });
		if (!changed.ok) fail(changed.code);
		redirect(303, '/learning/model');
	},
	move: async ({ locals }) => {
		const moved = await reschedule(locals.db, locals.bank, requireLearner(locals), new Date());
		redirect(303, `/learning/model?done=${moved === 0 ? 'nothing' : 'moved'}#moves`);
	},
	moveBack: async ({ locals }) => {
		const back = await undoReschedule(locals.db, requireLearner(locals), new Date());
		redirect(303, `/learning/model?done=${back === 0 ? 'nothing' : 'back'}#moves`);
	}
};
