import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
	existsSync,
	mkdtempSync,
	readFileSync,
	readdirSync,
	rmSync,
	symlinkSync,
	utimesSync,
	writeFileSync
} from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import ts from 'typescript';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { lockDirectory } from '../../src/lib/server/db/lock.ts';

let scratch = '';
let directory = '';
let round = 0;
const children: ChildProcess[] = [];

beforeAll(() => {
	scratch = mkdtempSync(join(tmpdir(), 'readout-lock-'));
	// Plain JavaScript starts in 50 ms where a TypeScript loader takes half a second: twenty must start as one.
	for (const name of ['lock', 'failure']) {
		const source = readFileSync(`src/lib/server/db/${name}.ts`, 'utf8').replaceAll(/'\.\/(\w+)\.ts'/g, "'./$1.mjs'");
		const { outputText } = ts.transpileModule(source, {
			compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 }
		});
		writeFileSync(join(scratch, `${name}.mjs`), outputText);
	}
	symlinkSync(resolve('node_modules'), join(scratch, 'node_modules'));
	writeFileSync(join(scratch, 'start.mjs'), START);
});
beforeEach(() => (directory = join(scratch, `data-${round++}`)));
afterAll(() => {
	for (const child of children) child.kill('SIGKILL');
	rmSync(scratch, { recursive: true, force: true });
});

/** Waits for the given instant, takes the lock, says how that went, and holds on until it is killed. */
const START = `
import { lockDirectory } from './lock.mjs';
const [directory, at] = process.argv.slice(2);
await new Promise((wake) => setTimeout(wake, Number(at) - Date.now()));
try {
	await lockDirectory(directory);
	console.log('won');
	setInterval(() => {}, 1000);
} catch (error) {
	console.log(error.code + ' ' + error.message);
}`;

/** Starts a process that wants the lock; resolves to it and to what it said. */
async function start(at = Date.now()): Promise<{ child: ChildProcess; said: string }> {
	const child = spawn(process.execPath, [join(scratch, 'start.mjs'), directory, String(at)], {
		stdio: ['ignore', 'pipe', 'inherit']
	});
	children.push(child);
	const [said] = (await once(child.stdout!, 'data')) as [Buffer];
	return { child, said: said.toString().trim() };
}

async function startTogether(count: number) {
	const at = Date.now() + 60 * count;
	return Promise.all(Array.from({ length: count }, () => start(at)));
}

async function kill(child: ChildProcess) {
	child.kill('SIGKILL');
	if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
}

describe('a lock on a directory', () => {
	test('is refused while its holder lives, and the refusal names the process and the directory', async () => {
		const { child, said } = await start();
		expect(said).toBe('won');
		await expect(lockDirectory(directory)).rejects.toMatchObject({ name: 'StartFailure', code: 'data_dir_in_use' });
		await expect(lockDirectory(directory)).rejects.toThrow(`${directory} is in use by process ${child.pid}.`);
		await kill(child);
	});

	test('is refused to the process that holds it', async () => {
		const lock = await lockDirectory(directory);
		await expect(lockDirectory(directory)).rejects.toThrow(`process ${process.pid}.`);
		lock.release();
	});

	test('stands beside the directory, and nothing is left when it is released', async () => {
		const lock = await lockDirectory(directory);
		expect(existsSync(`${directory}.lock`)).toBe(true);
		lock.release();
		expect(readdirSync(scratch).filter((name) => name.startsWith(`data-${round - 1}`))).toEqual([]);
		(await lockDirectory(directory)).release();
	});

	test('is taken over from a process that was killed', async () => {
		const { child } = await start();
		await kill(child);
		const lock = await lockDirectory(directory);
		expect(JSON.parse(readFileSync(`${directory}.lock`, 'utf8'))).toMatchObject({ pid: process.pid });
		lock.release();
	});

	test('is taken over where its pid has passed to another process, if the system can tell', async () => {
		leave({ pid: process.pid, started: 'some-other-boot:1', host: hostname(), id: 'reused' });
		const attempt = lockDirectory(directory).then((lock) => lock.release());
		if (existsSync('/proc/self/stat')) await expect(attempt).resolves.toBeUndefined();
		else await expect(attempt).rejects.toMatchObject({ code: 'data_dir_in_use' });
	});

	test('is never taken over from another machine, of which nothing can be known', async () => {
		leave({ pid: 2 ** 22 + 1, started: '', host: 'elsewhere', id: 'foreign' });
		await expect(lockDirectory(directory)).rejects.toThrow(
			/on host elsewhere.*delete .*\.lock if nothing there uses it/
		);
	});

	test.each(['', '{"pid": 12', '{}'])('cut off by a crash after writing "%s" is taken over', async (content) => {
		writeFileSync(`${directory}.lock`, content);
		utimesSync(`${directory}.lock`, new Date(), new Date(Date.now() - 60_000));
		(await lockDirectory(directory)).release();
		expect(existsSync(`${directory}.lock`)).toBe(false);
	});

	test('that is not its own any more is left alone on release', async () => {
		const lock = await lockDirectory(directory);
		leave({ pid: 1, started: '', host: 'elsewhere', id: 'theirs' });
		lock.release();
		expect(existsSync(`${directory}.lock`)).toBe(true);
	});
});

describe('twenty processes that start at once', () => {
	test('on a free directory: one wins and the others name it', () => oneWins());

	test('on a dead process’s lock: one wins, each of four times, and no marker is left', async () => {
		for (let time = 0; time < 4; time++) {
			directory = join(scratch, `contended-${time}`);
			leave({ pid: 2 ** 22 + 1, started: '', host: hostname(), id: `dead-${time}` });
			// Another died while it was taking over.
			if (time % 2 === 1) leave({ pid: 2 ** 22 + 2, started: '', host: hostname(), id: 'half-way' }, `.dead-${time}.1`);
			await oneWins();
			expect(readdirSync(scratch).filter((name) => name.startsWith(`contended-${time}`))).toEqual([
				`contended-${time}.lock`
			]);
		}
	});
});

async function oneWins() {
	const started = await startTogether(20);
	const winners = started.filter(({ said }) => said === 'won');
	const losers = started.filter(({ said }) => said !== 'won');
	expect(winners).toHaveLength(1);
	const expected = `data_dir_in_use The data directory ${directory} is in use by process ${winners[0]!.child.pid}.`;
	for (const { said } of losers) expect(said).toContain(expected);
	await kill(winners[0]!.child);
}

function leave(holder: object, suffix = '') {
	writeFileSync(`${directory}.lock${suffix}`, JSON.stringify(holder));
}
