import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { drizzle as onPostgres } from 'drizzle-orm/node-postgres';
import { drizzle as onPglite } from 'drizzle-orm/pglite';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { migrate } from '../../src/lib/server/db/migrate.ts';
import { startPostgres } from './postgres-server.ts';

declare module 'vitest' {
	export interface ProvidedContext {
		/** The server that suites make their databases on. */
		postgresUrl: string;
		/** The name of a migrated, empty database on it, which suites copy. */
		postgresTemplate: string;
		/** A dump of a migrated, empty PGlite, which suites load. */
		pgliteTemplate: string;
	}
}

/** Runs once before the database tests: starts PostgreSQL and applies the real migrations, on both, once. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
	const given = process.env.TEST_DATABASE_URL;
	const server = given ? { url: given, stop: async () => {} } : await startPostgres();
	const scratch = mkdtempSync(join(tmpdir(), 'readout-template-'));
	const template = `readout_template_${process.pid}`;
	const admin = new pg.Client({ connectionString: server.url });
	await admin.connect();
	try {
		await admin.query(`create database ${template}`);
		await migratePostgres(server.url, template);
		await writePgliteTemplate(join(scratch, 'pglite.tar'));
	} catch (error) {
		await server.stop();
		throw error;
	}
	project.provide('postgresUrl', server.url);
	project.provide('postgresTemplate', template);
	project.provide('pgliteTemplate', join(scratch, 'pglite.tar'));
	return async () => {
		await admin.query(`drop database ${template}`);
		await admin.end();
		await server.stop();
		rmSync(scratch, { recursive: true, force: true });
	};
}

async function migratePostgres(url: string, database: string): Promise<void> {
	const at = new URL(url);
	at.pathname = `/${database}`;
	const pool = new pg.Pool({ connectionString: at.href });
	await migrate({ kind: 'postgres', db: onPostgres(pool), close: () => pool.end() });
	await pool.end();
}

async function writePgliteTemplate(path: string): Promise<void> {
	const client = await PGlite.create();
	await migrate({ kind: 'pglite', db: onPglite(client), close: () => client.close() });
	const dump = await client.dumpDataDir('none');
	writeFileSync(path, Buffer.from(await dump.arrayBuffer()));
	await client.close();
}
