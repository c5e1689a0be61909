import { redirect } from '@sveltejs/kit';
import { fail, readForm, requireLearner } from '#lib/server/http.ts';
import { editItem } from '#lib/server/items/edit-item.ts';
import { publishItems } from '#lib/server/items/publish-items.ts';
import { retireItem } from '#lib/server/items/retire-item.ts';
import { workspaceItemsOf } from '#lib/server/items/workspace-items.ts';
import { editFromForm, itemFilterOf, passesItemFilter, publicationFromForm, seqOf } from './item-form.ts';
import { textOf } from '../../import-form.ts';
import { refuseForm } from '../../refuse.ts';
import { spokenTopic } from '#lib/server/topic-words.ts';
import { topicWord } from '#lib/ui/tongue/words.ts';
import type { Actions, PageServerLoad } from './$types';

const PAGE = 40;

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const found = await workspaceItemsOf(locals.db, locals.shipped, requireLearner(locals), params.workspace);
	if (!found.ok) fail(found.code);
	const ready = new Set(found.ready.ids);
	const filter = itemFilterOf(url.searchParams);
	const passing = found.items.filter((item) => passesItemFilter(item, filter, ready));
	const pages = Math.max(1, Math.ceil(passing.length / PAGE));
	const number = Math.min(pages, Math.max(1, Math.trunc(Number(url.searchParams.get('page'))) || 1));
	const count = (status: string) => found.items.filter((item) => item.status === status).length;
	return {
		items: passing.slice((number - 1) * PAGE, number * PAGE),
		topics: found.topics.map(({ id, label }) => ({ id, label: topicWord(id, spokenTopic(id, label)) })),
		filter,
		page: { number, pages, of: passing.length },
		counts: {
			draft: count('draft'),
			published: count('published'),
			retired: count('retired'),
			findings: found.items.filter(({ findings }) => findings.length > 0).length,
			ready: ready.size
		},
		/** Names the list of those that are ready, as it is shown here. */
		stamp: found.ready.stamp,
		done: url.searchParams.get('done')
	};
};

export const actions: Actions = {
	publish: async ({ locals, params, request, url }) => {
		const form = await readForm(request);
		const which = publicationFromForm(form);
		const { db, shipped } = locals;
		const result = await publishItems(db, shipped, requireLearner(locals), params.workspace, which, new Date());
		if (!result.ok) return refuseForm(result.code, 'form', { id: textOf(form, 'id'), edit: null });
		if (result.published === 0 && result.heldBack.length > 0)
			return refuseForm('item_has_findings', 'form', { id: textOf(form, 'id'), edit: null });
		redirect(303, back(url, `published-${result.published}`));
	},
	retire: async ({ locals, params, request, url }) => {
		const form = await readForm(request);
		const id = textOf(form, 'id');
		const seen = { id, seq: seqOf(form) };
		const result = await retireItem(locals.db, requireLearner(locals), params.workspace, seen, new Date());
		if (!result.ok) return refuseForm(result.code, 'form', { id, edit: null });
		redirect(303, back(url, 'retired'));
	},
	edit: async ({ locals, params, request, url }) => {
		const form = await readForm(request);
		const id = textOf(form, 'id');
		const { db, shipped } = locals;
		const input = { seq: seqOf(form), edit: form.has('generated') ? null : editFromForm(form) };
		const result = await editItem(db, shipped, requireLearner(locals), params.workspace, id, input, new Date());
		if (!result.ok) return refuseForm(result.code, 'edit', { id, edit: input.edit });
		redirect(303, back(url, 'saved'));
	}
};

/** The same list again, with what was done. */
function back(url: URL, done: string): string {
	const query = new URLSearchParams([...url.searchParams].filter(([name]) => !name.startsWith('/')));
	query.set('done', done);
	return `${url.pathname}?${query}`;
}
