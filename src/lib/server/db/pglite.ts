import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { DURABLE_START, DurableFS } from './durable-fs.ts';
import { StartFailure, errorMessage } from './failure.ts';
import { type DirectoryLock, lockDirectory } from './lock.ts';
import { startMaintenance } from './maintenance.ts';

/** An open PGlite and the way to close it; until then no other process may open the directory. */
export interface OpenPglite {
	client: PGlite;
	close(): Promise<void>;
}

/**
 * Opens the PGlite database in a directory, creating it where there is none.
 * @throws StartFailure `data_dir_in_use` or `data_dir_unusable`
 */
export async function openPglite(directory: string): Promise<OpenPglite> {
	const lock = await lockParent(directory);
	try {
		if (!existsSync(join(directory, 'PG_VERSION'))) await create(directory);
		const client = await open(directory);
		const stopMaintenance = startMaintenance(client);
		return {
			client,
			async close() {
				await stopMaintenance();
				await client.close();
				lock.release();
			}
		};
	} catch (error) {
		lock.release();
		if (error instanceof StartFailure) throw error;
		throw unusable(directory, error);
	}
}

async function lockParent(directory: string): Promise<DirectoryLock> {
	try {
		mkdirSync(dirname(directory), { recursive: true });
		return await lockDirectory(directory);
	} catch (error) {
		if (error instanceof StartFailure) throw error;
		throw unusable(directory, error);
	}
}

/** A new database comes into being under another name: one cut off half-way is never taken for a whole one. */
async function create(directory: string): Promise<void> {
	if (existsSync(directory) && readdirSync(directory).length > 0) {
		throw unusable(directory, 'it holds files, but no database');
	}
	const draft = `${directory}.new`;
	rmSync(draft, { recursive: true, force: true });
	await (await open(draft)).close();
	syncTree(draft);
	renameSync(draft, directory);
	sync(dirname(directory));
}

function open(directory: string): Promise<PGlite> {
	return PGlite.create({ fs: new DurableFS(directory), startParams: DURABLE_START });
}

/** PGlite copies a new database into place without a single fsync. */
function syncTree(directory: string): void {
	for (const entry of readdirSync(directory, { withFileTypes: true })) {
		const path = join(directory, entry.name);
		if (entry.isDirectory()) syncTree(path);
		else if (entry.isFile()) sync(path);
	}
	sync(directory);
}

function sync(path: string): void {
	// Windows opens no directory; its file system writes names through by itself.
	if (process.platform === 'win32') return;
	const file = openSync(path, 'r');
	try {
		fsyncSync(file);
	} finally {
		closeSync(file);
	}
}

function unusable(directory: string, cause: unknown): StartFailure {
	return new StartFailure(
		'data_dir_unusable',
		`The data directory ${directory} cannot be used: ${errorMessage(cause)}. Set DATA_DIR to a directory that can be written.`,
		{ cause }
	);
}
