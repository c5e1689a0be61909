import { readFileSync } from 'node:fs';
import { PGlite } from '@electric-sql/pglite';
import { drizzle as onPglite } from 'drizzle-orm/pglite';
import pg from 'pg';
import { afterAll, beforeAll, describe, inject } from 'vitest';
import { type Connection, connect } from '../../src/lib/server/db/connect.ts';
import type { Db } from '../../src/lib/server/db/db.ts';

/** The database of one suite: `kind` is known at once, the rest once its tests run. */
export interface TestDatabase {
	readonly kind: Connection['kind'];
	readonly db: Db;
	readonly connection: Connection;
}

/**
 * Runs a suite twice, on PGlite and on a real PostgreSQL server, each time on a fresh database with the real
 * migrations applied.
 * @example describeOnEachDatabase('accounts', (on) => { test('…', async () => { await register(on.db, …); }); });
 */
export function describeOnEachDatabase(name: string, suite: (on: TestDatabase) => void): void {
	for (const kind of ['pglite', 'postgres'] as const) {
		describe(`${name} on ${kind}`, () => {
			let open: { connection: Connection; remove(): Promise<void> } | undefined;
			beforeAll(async () => {
				open = await (kind === 'pglite' ? freshPglite() : freshPostgres());
			});
			afterAll(async () => {
				await open?.remove();
			});
			const connection = () => {
				if (!open) throw new Error('the database is there inside tests and hooks only');
				return open.connection;
			};
			suite({
				kind,
				get connection() {
					return connection();
				},
				get db() {
					return connection().db;
				}
			});
		});
	}
}

async function freshPglite() {
	const client = await PGlite.create({ loadDataDir: new Blob([readFileSync(inject('pgliteTemplate'))]) });
	const connection: Connection = { kind: 'pglite', db: onPglite(client), close: () => client.close() };
	return { connection, remove: connection.close };
}

async function freshPostgres() {
	const database = await createPostgresDatabase();
	const connection = await connect({ databaseUrl: database.url, dataDir: '/nowhere' });
	return {
		connection,
		async remove() {
			await connection.close();
			await database.drop();
		}
	};
}

let made = 0;

/**
 * A fresh database on the tests' PostgreSQL server.
 * @param template which database to copy; the migrated one, unless another is named
 */
export async function createPostgresDatabase(template = inject('postgresTemplate')) {
	const url = new URL(inject('postgresUrl'));
	const name = `readout_${process.pid}_${Date.now().toString(36)}_${made++}`;
	const administer = async (statement: string) => {
		const client = new pg.Client({ connectionString: inject('postgresUrl') });
		await client.connect();
		await client.query(statement).finally(() => client.end());
	};
	await administer(`create database ${name} template ${template}`);
	url.pathname = `/${name}`;
	return { url: url.href, drop: () => administer(`drop database ${name} with (force)`) };
}
