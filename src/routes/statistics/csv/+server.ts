import { writeCsv, type Cell } from '#lib/domain/exchange/csv.ts';
import { fail } from '#lib/server/http.ts';
import { isTableName, TABLES } from '#lib/ui/insight/tables.ts';
import { loadStatistics } from '../load-statistics.ts';
import type { RequestHandler } from './$types';

/** One table of the statistics as a file for spreadsheets: days as ISO dates, shares from 0 to 1. */
export const GET: RequestHandler = async (event) => {
	const name = event.url.searchParams.get('table') ?? '';
	if (!isTableName(name)) fail('not_found');
	const { statistics } = await loadStatistics(event);
	const { columns, rows } = TABLES[name](statistics);
	const csv = writeCsv(
		columns.map(({ label }) => label),
		rows.map((row) => row.map(exact))
	);
	return new Response(csv, {
		headers: {
			'content-type': 'text/csv; charset=utf-8',
			'content-disposition': `attachment; filename="readout-${name}.csv"`,
			'cache-control': 'private, no-store'
		}
	});
};

/** Four places are enough for any share. */
function exact(value: Cell): Cell {
	return typeof value === 'number' ? Math.round(value * 10_000) / 10_000 : value;
}
