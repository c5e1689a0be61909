import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { rowsOf } from '../../src/lib/server/db/db.ts';
import { workspaces } from '../../src/lib/server/db/schema/bank.ts';
import { describeOnEachDatabase } from './harness.ts';

describeOnEachDatabase('a fresh database', (on) => {
	test('is the one it says', async () => {
		const [row] = rowsOf(await on.db.execute(sql`select version() as version, current_setting('fsync') as fsync`));
		expect(row?.version).toContain(on.kind === 'pglite' ? 'emcc' : 'gcc');
	});

	test('has the tables of the migrations, empty', async () => {
		expect(await on.db.select().from(workspaces)).toEqual([]);
	});
});
