import { gradebookCsv } from '#lib/domain/teaching/gradebook-csv.ts';
import { loadGradebook } from '../load-gradebook.ts';
import type { RequestHandler } from './$types';

/** The gradebook as a file for spreadsheets: everybody in the class; with `?former=show` also those who left it. */
export const GET: RequestHandler = async (event) => {
	const { gradebook, emails } = await loadGradebook(event);
	const csv = gradebookCsv(gradebook, emails, event.url.searchParams.get('former') === 'show');
	return new Response(csv, {
		headers: {
			'content-type': 'text/csv; charset=utf-8',
			'content-disposition': 'attachment; filename="gradebook.csv"'
		}
	});
};
