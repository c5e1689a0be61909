import { redirect } from '@sveltejs/kit';
import { isLocale } from '#lib/domain/tongue.ts';
import { fail, readForm } from '#lib/server/http.ts';
import { keepLocale } from '#lib/server/tongue.ts';
import type { RequestHandler } from './$types';

/** Keeps the language that was chosen, and goes back to the page on which it was. */
export const POST: RequestHandler = async ({ cookies, request, url }) => {
	const form = await readForm(request);
	const language = form.get('language');
	if (!isLocale(language)) fail('invalid_input');
	keepLocale(cookies, url, language);
	redirect(303, pathIn(form.get('back'), url));
};

/** A path of this site from a form's field; the first page for anything else. */
function pathIn(back: FormDataEntryValue | null, url: URL): string {
	if (typeof back !== 'string' || !back.startsWith('/') || !URL.canParse(back, url)) return '/';
	const target = new URL(back, url);
	// Two slashes at the beginning would be read as the name of another host.
	return target.origin === url.origin && !target.pathname.startsWith('//') ? target.pathname + target.search : '/';
}
