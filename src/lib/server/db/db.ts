import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';

/** What every use case takes first: PGlite, a PostgreSQL pool or a transaction on either. */
export type Db = PgDatabase<PgQueryResultHKT>;

/**
 * The rows of a statement run with `db.execute`, whose result the two drivers type differently.
 * Columns come as the driver gives them: PGlite reads a bigint as a number, node-postgres as a string.
 */
export function rowsOf(result: unknown): Record<string, unknown>[] {
	if (!isRecord(result) || !Array.isArray(result.rows)) throw new TypeError('not the result of a statement');
	return result.rows.filter(isRecord);
}

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null;
}
