import { fail as refill, redirect } from '@sveltejs/kit';
import { filterOf, passes } from '#lib/domain/workbench/filter.ts';
import { fail, readForm, requireLearner } from '#lib/server/http.ts';
import { articleOf } from '#lib/server/articles/article-of.ts';
import { openWorkbench } from '#lib/server/workbench/open-workbench.ts';
import { runCommand } from '#lib/server/workbench/run-command.ts';
import { commandFromForm } from './command-form.ts';
import type { Actions, PageServerLoad } from './$types';

/** Facts on one page without script; a longer list is fetched by the page's script instead of coming inside of it. */
const PAGE = 50;
const INSIDE = 200;

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const learner = requireLearner(locals);
	const { db, shipped } = locals;
	const found = await articleOf(db, learner, params.workspace, params.article);
	if (!found.ok) fail(found.code);
	if (found.article.status === 'imported') redirect(303, `${url.pathname}/confirm`);
	const opened = await openWorkbench(db, shipped, learner, params.workspace, params.article);
	if (!opened.ok) fail(opened.code);
	const { facts, ...bench } = opened.workbench;
	const filter = filterOf(url.searchParams);
	const passing = facts.filter((fact) => passes(fact, filter));
	const pages = Math.max(1, Math.ceil(passing.length / PAGE));
	const number = Math.min(pages, Math.max(1, Math.trunc(Number(url.searchParams.get('page'))) || 1));
	const shown = passing.slice((number - 1) * PAGE, number * PAGE);
	const complete = facts.length <= INSIDE;
	return {
		bench,
		facts: complete ? facts : shown,
		complete,
		filter,
		page: { number, pages, ids: shown.map(({ id }) => id) }
	};
};

export const actions: Actions = {
	/** A decision from a page without script. */
	decide: async ({ locals, params, request, url }) => {
		const form = await readForm(request);
		const { workspace, article } = params;
		const command = commandFromForm(form);
		const { db, shipped } = locals;
		const answer = await runCommand(db, shipped, requireLearner(locals), workspace, article, command, new Date());
		if (!answer.ok) return refill(409, { problem: { code: answer.code, message: answer.message } });
		const id = form.get('id');
		redirect(303, `${url.pathname}?${kept(url)}${typeof id === 'string' ? `#fact-${encodeURIComponent(id)}` : ''}`);
	}
};

/** Filter and page of the address, without the action's name. */
function kept(url: URL): string {
	const query = new URLSearchParams(url.searchParams);
	query.delete('/decide');
	return query.toString();
}
