import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { maintain } from '../../src/lib/server/db/maintenance.ts';
import { type OpenPglite, openPglite } from '../../src/lib/server/db/pglite.ts';

/** Every file that was flushed to the disk, in order, by name where the system can tell. */
const flushed: string[] = [];
vi.mock('node:fs', async (original) => {
	const fs = await original<typeof import('node:fs')>();
	const fsyncSync = (file: number) => {
		fs.fsyncSync(file);
		const link = `/proc/self/fd/${file}`;
		flushed.push(fs.existsSync('/proc/self/fd') ? fs.readlinkSync(link) : 'pg_wal');
	};
	return { ...fs, fsyncSync, default: { ...fs, fsyncSync } };
});

let scratch = '';
beforeAll(() => void (scratch = mkdtempSync(join(tmpdir(), 'readout-pglite-'))));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

describe('an embedded database in a directory', () => {
	let open: OpenPglite;
	let directory = '';
	beforeAll(async () => {
		directory = join(scratch, 'deep', 'er', 'pglite');
		open = await openPglite(directory);
		await open.client.exec('create table notes (id int primary key, text text)');
	});
	afterAll(() => open.close());
	beforeEach(() => void (flushed.length = 0));

	test('flushes to the disk, and whole pages', async () => {
		const { rows } = await open.client.query<{ name: string; setting: string }>(
			"select name, setting from pg_settings where name in ('fsync', 'wal_sync_method', 'full_page_writes', 'synchronous_commit')"
		);
		expect(Object.fromEntries(rows.map((row) => [row.name, row.setting]))).toEqual({
			fsync: 'on',
			wal_sync_method: 'fsync',
			full_page_writes: 'on',
			synchronous_commit: 'on'
		});
	});

	test('has flushed its log before a commit is acknowledged, each time', async () => {
		for (let id = 0; id < 20; id++) {
			flushed.length = 0;
			await open.client.query('insert into notes values ($1, $2)', [id, 'kept']);
			expect(flushed.at(-1)).toContain('pg_wal');
		}
	});

	test('flushes nothing for a question', async () => {
		await open.client.query('select count(*) from notes');
		await open.client.query('select 1');
		expect(flushed).toEqual([]);
	});

	test('is refused to whoever opens it a second time', async () => {
		await expect(openPglite(directory)).rejects.toMatchObject({ code: 'data_dir_in_use' });
	});

	test('keeps its rows when it is closed and opened again', async () => {
		await open.close();
		expect(existsSync(`${directory}.lock`)).toBe(false);
		open = await openPglite(directory);
		expect((await open.client.query('select * from notes')).rows).toHaveLength(20);
	});

	test('writes a checkpoint once its log has grown, and none before', async () => {
		const since = async () => {
			const { rows } = await open.client.query<{ bytes: number }>(
				'select pg_wal_lsn_diff(pg_current_wal_lsn(), redo_lsn)::int as bytes from pg_control_checkpoint()'
			);
			return rows[0]!.bytes;
		};
		await open.client.exec("insert into notes select 1000, repeat('x', 100)");
		const little = await since();
		await maintain(open.client);
		expect(await since()).toBeGreaterThanOrEqual(little);
		await open.client.exec("insert into notes select id, repeat('x', 800) from generate_series(2000, 22000) id");
		expect(await since()).toBeGreaterThan(16 * 1024 * 1024);
		await maintain(open.client);
		expect(await since()).toBeLessThan(1024 * 1024);
	});

	test('clears away dead rows and counts the living', async () => {
		await open.client.exec('update notes set text = null');
		await maintain(open.client);
		const { rows } = await open.client.query<{ dead: number; counted: number }>(
			"select n_dead_tup::int as dead, reltuples::int as counted from pg_stat_user_tables t join pg_class c on c.oid = t.relid where t.relname = 'notes'"
		);
		expect(rows[0]!.dead).toBeLessThan(1000);
		expect(rows[0]!.counted).toBe(20_022);
	});
});

describe('a new database', () => {
	test('is on the disk, whole, before it has its name', async () => {
		flushed.length = 0;
		const directory = join(scratch, 'flushed');
		await (await openPglite(directory)).close();
		const files = readdirSync(directory, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
		expect(flushed.length).toBeGreaterThan(files.length * 0.9);
	});

	test('takes no notice of one that a crash cut off', async () => {
		const directory = join(scratch, 'cut-off');
		mkdirSync(`${directory}.new`);
		writeFileSync(join(`${directory}.new`, 'PG_VERSION'), '18');
		const { client, close } = await openPglite(directory);
		expect((await client.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
		await close();
		expect(existsSync(`${directory}.new`)).toBe(false);
	});

	test('is not put among somebody’s files', async () => {
		const directory = join(scratch, 'photos');
		mkdirSync(directory);
		writeFileSync(join(directory, 'cat.jpg'), '');
		await expect(openPglite(directory)).rejects.toMatchObject({ code: 'data_dir_unusable' });
		expect(readdirSync(directory)).toEqual(['cat.jpg']);
		expect(existsSync(`${directory}.lock`)).toBe(false);
	});

	test('where nothing can be written is refused with the name of the directory', async () => {
		writeFileSync(join(scratch, 'a-file'), '');
		const attempt = openPglite(join(scratch, 'a-file', 'pglite'));
		await expect(attempt).rejects.toMatchObject({ code: 'data_dir_unusable' });
		await expect(attempt).rejects.toThrow(/a-file.* cannot be used.*DATA_DIR/);
	});
});

test('a damaged database is refused with the name of the directory, and its lock let go', async () => {
	const directory = join(scratch, 'damaged');
	mkdirSync(directory);
	writeFileSync(join(directory, 'PG_VERSION'), '18');
	const silence = vi.spyOn(console, 'error').mockImplementation(() => {});
	await expect(openPglite(directory)).rejects.toMatchObject({ code: 'data_dir_unusable' });
	silence.mockRestore();
	expect(existsSync(`${directory}.lock`)).toBe(false);
});
