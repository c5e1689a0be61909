import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { generateDrizzleJson, generateMigration } from 'drizzle-kit/api';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connect } from '../../src/lib/server/db/connect.ts';
import { type Db, rowsOf } from '../../src/lib/server/db/db.ts';
import { migrate } from '../../src/lib/server/db/migrate.ts';
import { createPostgresDatabase, describeOnEachDatabase } from './harness.ts';

type Journal = { entries: { idx: number; when: number; tag: string; version: string; breakpoints: boolean }[] };
const journal = JSON.parse(readFileSync('drizzle/meta/_journal.json', 'utf8')) as Journal;

const applied = async (db: Db) => rowsOf(await db.execute(sql`select hash from drizzle.__drizzle_migrations`)).length;
const tables = async (db: Db) =>
	rowsOf(await db.execute(sql`select tablename from pg_tables where schemaname = 'public' order by 1`)).map(
		(row) => row.tablename
	);

describeOnEachDatabase('migrations', (on) => {
	let folder = '';
	beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'readout-migrations-'))));
	afterAll(() => rmSync(folder, { recursive: true, force: true }));

	test('that are all applied change nothing', async () => {
		const before = [await applied(on.db), await tables(on.db)];
		await migrate(on.connection);
		expect([await applied(on.db), await tables(on.db)]).toEqual(before);
		expect(before[0]).toBe(journal.entries.length);
	});

	test('of which one fails are undone together, with a reason', async () => {
		cpSync('drizzle', folder, { recursive: true });
		const last = journal.entries.at(-1)!;
		const added = ['create table fine (id int)', 'create table broken (id no_such_type)'].map((statement, at) => {
			writeFileSync(join(folder, `90${at}_added.sql`), statement);
			return { ...last, idx: last.idx + at + 1, when: last.when + at + 1, tag: `90${at}_added` };
		});
		writeFileSync(
			join(folder, 'meta', '_journal.json'),
			JSON.stringify({ ...journal, entries: [...journal.entries, ...added] })
		);
		const attempt = migrate(on.connection, folder);
		await expect(attempt).rejects.toMatchObject({ name: 'StartFailure', code: 'migration_failed' });
		await expect(attempt).rejects.toThrow(/no_such_type/);
		expect(await tables(on.db)).not.toContain('fine');
		expect(await applied(on.db)).toBe(journal.entries.length);
	});

	test('that are not there are missed by name', async () => {
		const attempt = migrate(on.connection, join(folder, 'nowhere'));
		await expect(attempt).rejects.toMatchObject({ code: 'migrations_missing' });
	});
});

test('five processes that start on one PostgreSQL server at once migrate it once', async () => {
	const database = await createPostgresDatabase('template0');
	const started = await Promise.all(
		Array.from({ length: 5 }, () => connect({ databaseUrl: database.url, dataDir: '/nowhere' }))
	);
	await Promise.all(started.map((connection) => migrate(connection)));
	expect(await applied(started[0]!.db)).toBe(journal.entries.length);
	await Promise.all(started.map(({ close }) => close()));
	await database.drop();
});

describe('the schema in the code', () => {
	test('is what the migrations make: after a change run npx drizzle-kit generate', async () => {
		const folder = resolve('src/lib/server/db/schema');
		const modules = await Promise.all(
			readdirSync(folder).map(
				(name) => import(pathToFileURL(join(folder, name)).href) as Promise<Record<string, unknown>>
			)
		);
		const snapshot = `drizzle/meta/${String(journal.entries.at(-1)!.idx).padStart(4, '0')}_snapshot.json`;
		const before = JSON.parse(readFileSync(snapshot, 'utf8')) as ReturnType<typeof generateDrizzleJson>;
		const now = generateDrizzleJson(Object.assign({}, ...modules) as Record<string, unknown>, before.id);
		expect(await generateMigration(before, now)).toEqual([]);
	});
});
