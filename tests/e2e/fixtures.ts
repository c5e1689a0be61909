import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, expect, type Page } from '@playwright/test';

/** The production server of one worker. */
export interface Server {
	origin: string;
	/** Lets the server's clock run ahead, by so many milliseconds from now on. */
	runAhead: (milliseconds: number) => void;
}

/** Starts the built server on a port of its own and waits until it says that it is ready. */
async function start(dataDir: string, clockFile: string): Promise<{ process: ChildProcess; origin: string }> {
	const child = spawn(process.execPath, ['--import', './tests/e2e/shifted-clock.mjs', 'scripts/serve.mjs'], {
		env: {
			...process.env,
			PORT: '0',
			HOST: '127.0.0.1',
			ORIGIN: '',
			DATABASE_URL: '',
			DATA_DIR: dataDir,
			SHIFTED_CLOCK_FILE: clockFile
		},
		stdio: ['ignore', 'pipe', 'pipe']
	});
	let output = '';
	const origin = await new Promise<string>((resolve, reject) => {
		const listen = (chunk: Buffer) => {
			output += chunk.toString();
			const ready = /ready at (http:\/\/\S+)/.exec(output);
			if (ready?.[1]) resolve(ready[1]);
		};
		child.stdout.on('data', listen);
		child.stderr.on('data', listen);
		child.on('exit', () => reject(new Error(`the server ended before it was ready:\n${output}`)));
	});
	return { process: child, origin };
}

export const test = base.extend<{ problems: string[] }, { server: Server }>({
	server: [
		async ({}, use) => {
			const dataDir = mkdtempSync(join(tmpdir(), 'readout-e2e-'));
			const clockFile = join(dataDir, 'clock');
			const runAhead = (milliseconds: number) => writeFileSync(clockFile, String(milliseconds));
			runAhead(0);
			const { process: child, origin } = await start(join(dataDir, 'data'), clockFile);
			await use({ origin, runAhead });
			const ended = new Promise((resolve) => child.once('exit', resolve));
			child.kill('SIGTERM');
			await ended;
			rmSync(dataDir, { recursive: true, force: true });
		},
		{ scope: 'worker' }
	],
	baseURL: async ({ server }, use) => use(server.origin),
	/** Console errors, page errors and policy violations of the test's page; none may be left at its end. */
	problems: [
		async ({ page }, use) => {
			const problems: string[] = [];
			page.on('pageerror', (error) => problems.push(`page error: ${error.message}`));
			page.on('console', (message) => {
				if (message.type() === 'error') problems.push(`console: ${message.text()}`);
			});
			await use(problems);
			expect(problems).toEqual([]);
		},
		{ auto: true }
	]
});

export { expect };

/** Waits until the page's script has taken over. */
export async function hydrated(page: Page): Promise<void> {
	await page.waitForFunction(() => document.documentElement.dataset.hydrated === 'true');
}
