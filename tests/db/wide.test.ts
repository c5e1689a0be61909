import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { wideRows } from '#lib/server/db/wide.ts';
import { describeOnEachDatabase } from './harness.ts';

describeOnEachDatabase('rows that come as columns', (on) => {
	it('are those of the query, in its order', async () => {
		const query = sql`select n, 'n' || n as name, n / 7.0::float8 as part, case when n % 2 = 0 then n > 2 end as large
			from generate_series(1, ${5}::int) n order by n desc`;
		const rows = await wideRows(on.db, query, ['n', 'name', 'part', 'large']);
		expect(rows).toEqual(
			[5, 4, 3, 2, 1].map((n) => ({ n, name: `n${n}`, part: n / 7, large: n % 2 === 0 ? n > 2 : null }))
		);
	});

	it('are none where there are none', async () => {
		expect(await wideRows(on.db, sql`select 1 as n where false`, ['n'])).toEqual([]);
	});
});
