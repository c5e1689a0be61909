import { join } from 'node:path';
import type { PGlite } from '@electric-sql/pglite';
import { drizzle as onPostgres, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import { drizzle as onPglite, type PgliteDatabase } from 'drizzle-orm/pglite';
import type { Pool } from 'pg';
import { openPglite } from './pglite.ts';
import { openPool } from './postgres.ts';

/** An open database. `db` goes to the use cases as `Db`; `kind` is for what must know its driver, such as migrations. */
export type Connection = { close(): Promise<void> } & (
	| { kind: 'pglite'; db: PgliteDatabase & { $client: PGlite } }
	| { kind: 'postgres'; db: NodePgDatabase & { $client: Pool } }
);

/**
 * Opens the PostgreSQL server at `databaseUrl` or, where none is given, PGlite in `dataDir`/pglite, creating it first
 * if need be. Tables are another matter: see `migrate`.
 * @throws StartFailure when the database cannot be had
 */
export async function connect({
	databaseUrl,
	dataDir
}: {
	databaseUrl?: string;
	dataDir: string;
}): Promise<Connection> {
	if (databaseUrl !== undefined) {
		const pool = await openPool(databaseUrl);
		return { kind: 'postgres', db: onPostgres(pool), close: () => pool.end() };
	}
	const { client, close } = await openPglite(join(dataDir, 'pglite'));
	return { kind: 'pglite', db: onPglite(client), close };
}
