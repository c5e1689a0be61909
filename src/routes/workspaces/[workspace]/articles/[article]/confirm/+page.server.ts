import { redirect } from '@sveltejs/kit';
import { fail, readForm, requireLearner } from '#lib/server/http.ts';
import { articleOf } from '#lib/server/articles/article-of.ts';
import { confirmArticle } from '#lib/server/articles/confirm-article.ts';
import { textOf } from '../../../../import-form.ts';
import { refuseForm } from '../../../../refuse.ts';
import type { Actions, PageServerLoad } from './$types';

/** How much of the text is shown, to tell by whether it was read rightly. */
const FIRST = 900;

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const found = await articleOf(locals.db, requireLearner(locals), params.workspace, params.article);
	if (!found.ok) fail(found.code);
	const { text, ...article } = found.article;
	const first = text.slice(0, FIRST);
	return { article, first, cut: text.length > FIRST, words: text.length, known: url.searchParams.has('known') };
};

export const actions: Actions = {
	default: async ({ locals, params, request }) => {
		const form = await readForm(request);
		const typed = {
			title: textOf(form, 'title').trim(),
			label: textOf(form, 'label').trim(),
			publisher: textOf(form, 'publisher').trim(),
			author: textOf(form, 'author').trim(),
			published: textOf(form, 'published').trim()
		};
		const dateUnknown = form.get('dateUnknown') === 'on';
		const { title, label, publisher, author, published } = typed;
		const input = {
			title: title || null,
			label,
			publisher: publisher || null,
			author: author || null,
			published: dateUnknown ? null : published || null,
			dateUnknown
		};
		const { workspace, article } = params;
		const result = await confirmArticle(locals.db, requireLearner(locals), workspace, article, input, new Date());
		if (result.ok) redirect(303, `/workspaces/${workspace}/articles/${article}`);
		const field =
			result.code === 'date_missing' ? 'published' : result.code === 'invalid_input' ? missing(typed) : 'form';
		return refuseForm(result.code, field, { ...typed, dateUnknown });
	}
};

/** The field that is needed and empty: the short name, else the date. */
function missing({ label }: { label: string }): string {
	return label === '' ? 'label' : 'published';
}
