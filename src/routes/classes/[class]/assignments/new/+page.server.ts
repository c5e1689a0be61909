import { redirect } from '@sveltejs/kit';
import { lintQuiz } from '#lib/domain/teaching/quiz-lint.ts';
import { DEFAULT_RULES, FORM_SETS } from '#lib/domain/teaching/rules.ts';
import type { Item } from '#lib/domain/items/types.ts';
import { createAssignment } from '#lib/server/assignments/save-assignment.ts';
import type { Bank } from '#lib/server/bank/bank.ts';
import { requireChanger } from '#lib/server/classes/guards.ts';
import { fail, readForm, requireLearner } from '#lib/server/http.ts';
import { refuseForm } from '../../../../workspaces/refuse.ts';
import { topicWord } from '#lib/ui/tongue/words.ts';
import { fittingIn, readPicking, type Picking } from './pick-form.ts';
import type { Actions, PageServerLoad } from './$types';

/** So many items of the bank are listed at once. */
const LISTED = 60;

export const load: PageServerLoad = async ({ locals, params }) => {
	const may = await requireChanger(locals.db, requireLearner(locals), params.class);
	if (!may.ok) fail(may.code);
	const { bank } = locals;
	return {
		...listing(bank, readPicking(new FormData())),
		topics: bank.topics.map((id) => ({ id, label: topicWord(id, bank.topicLabel(id)) })),
		sources: bank.sources.map(({ id, title }) => ({ id, label: title })),
		kinds: [...new Set(bank.items.map(({ kind }) => kind))],
		sides: [...new Set(bank.items.flatMap(({ side }) => side ?? []))]
	};
};

/** The items that fit the filter, what was picked, and what the lint says of that. */
function listing(bank: Bank, picking: Picking) {
	const fitting = fittingIn(bank.items, picking);
	const picked = picking.picked.flatMap((id) => bank.item(id) ?? []);
	const row = ({ id, question, key, topic, importance, corroboration }: Item) => ({
		...{ id, question, key, importance },
		topic: topicWord(topic, bank.topicLabel(topic)),
		sources: corroboration.sources.length
	});
	return {
		picking: { ...picking, picked: picked.map(({ id }) => id) },
		fitting: fitting.length,
		listed: fitting.slice(0, LISTED).map(row),
		picked: picked.map(row),
		findings: lintQuiz(picked)
	};
}

export const actions: Actions = {
	/** Shows what fits another filter; what was picked stays picked. */
	show: async ({ locals, request }) => ({
		kept: listing(locals.bank, readPicking(await readForm(request))),
		problem: undefined
	}),
	/** Picks all that fit. */
	all: async ({ locals, request }) => {
		const picking = readPicking(await readForm(request));
		const more = fittingIn(locals.bank.items, picking).map(({ id }) => id);
		const picked = [...new Set([...picking.picked, ...more])];
		return { kept: listing(locals.bank, { ...picking, picked }), problem: undefined };
	},
	create: async ({ locals, params, request }) => {
		const picking = readPicking(await readForm(request));
		const { title, kind, picked, perTopic, forms } = picking;
		const topics = [...new Set(picked.flatMap((id) => locals.bank.item(id)?.topic ?? []))];
		const selection =
			perTopic === ''
				? { by: 'hand', items: picked }
				: { by: 'chance', pool: picked, draws: topics.map((topic) => ({ topic, number: Number(perTopic) })) };
		const input = { title, kind, rules: DEFAULT_RULES, selection, forms: kind === 'quiz' ? FORM_SETS[forms] : [] };
		const { db, bank } = locals;
		const saving = { bank, teacher: requireLearner(locals), classId: params.class, input, now: new Date() };
		const made = await createAssignment(db, saving);
		const code = !made.ok && made.code === 'invalid_input' ? (title === '' ? 'name_missing' : 'no_items') : undefined;
		if (!made.ok) return refuseForm(code ?? made.code, 'form', listing(bank, picking));
		redirect(303, `/classes/${params.class}/assignments/${made.id}`);
	}
};
