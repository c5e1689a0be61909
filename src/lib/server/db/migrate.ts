import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate as migratePostgres } from 'drizzle-orm/node-postgres/migrator';
import { migrate as migratePglite } from 'drizzle-orm/pglite/migrator';
import type { Pool } from 'pg';
import type { Connection } from './connect.ts';
import { StartFailure, errorMessage } from './failure.ts';

/** Any number will do, so long as nothing else on the server takes it: the first bytes of SHA-256("readout"). */
const MIGRATION_LOCK = '2714063921734556';

/**
 * Brings the tables up to date, all outstanding migrations in one transaction.
 * @param folder the generated migrations; the project's own where the process runs in the project's root
 * @throws StartFailure `migrations_missing` or `migration_failed`
 */
export async function migrate(connection: Connection, folder = resolve('drizzle')): Promise<void> {
	if (!existsSync(join(folder, 'meta', '_journal.json'))) {
		throw new StartFailure(
			'migrations_missing',
			`No migrations in ${folder}. Start Readout in the root of the project.`
		);
	}
	try {
		if (connection.kind === 'pglite') await migratePglite(connection.db, { migrationsFolder: folder });
		else await migrateAlone(connection.db.$client, folder);
	} catch (error) {
		throw new StartFailure('migration_failed', `The tables could not be brought up to date: ${reason(error)}`, {
			cause: error
		});
	}
}

/** Several processes may start at once on one server: one migrates, the others wait and then find nothing to do. */
async function migrateAlone(pool: Pool, folder: string): Promise<void> {
	const client = await pool.connect();
	let broken = true;
	try {
		await client.query('set statement_timeout = 0');
		await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
		await migratePostgres(drizzle(client), { migrationsFolder: folder });
		await client.query('select pg_advisory_unlock($1)', [MIGRATION_LOCK]);
		await client.query('reset statement_timeout');
		broken = false;
	} finally {
		// Closing the connection gives the lock back, whatever happened on it.
		client.release(broken);
	}
}

/** drizzle's message is the whole statement; what the database said stands in its cause. */
function reason(error: unknown): string {
	return error instanceof Error && error.cause instanceof Error ? error.cause.message : errorMessage(error);
}
