import { sql } from 'drizzle-orm';
import { rowsOf, type Db } from '#lib/server/db/db.ts';

/** A query that is not run. */
interface Query {
	toSQL(): { sql: string; params: unknown[] };
}

/**
 * How the database would run a query.
 * @param scans whether it may read whole tables: where they hold few rows it would, whatever indexes there are
 */
export async function planOf(db: Db, query: Query, { scans = false } = {}): Promise<string> {
	const { sql: text, params } = query.toSQL();
	const valueOf = (param: unknown) => (param instanceof Date ? param.toISOString() : param);
	const chunks = text
		.split(/\$\d+/)
		.flatMap((part, index) => (index === 0 ? [sql.raw(part)] : [sql`${valueOf(params[index - 1])}`, sql.raw(part)]));
	const plan = await db.transaction(async (tx) => {
		if (!scans) await tx.execute(sql`set local enable_seqscan = off`);
		return rowsOf(await tx.execute(sql`explain ${sql.join(chunks)}`));
	});
	return plan.map((row) => String(row['QUERY PLAN'])).join('\n');
}
