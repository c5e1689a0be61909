import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from '../db/postgres-server.ts';
import { startServer } from '../faults/server.ts';
import { test as base, expect, type Page } from '@playwright/test';

/** The production server of one worker. */
export interface Server {
	origin: string;
	/** Lets the server's clock run ahead, by so many milliseconds from now on. */
	runAhead: (milliseconds: number) => void;
}

export const test = base.extend<{ problems: string[] }, { server: Server }>({
	server: [
		// eslint-disable-next-line no-empty-pattern -- Playwright reads the fixtures a function wants from this pattern
		async ({}, use, { project }) => {
			const dataDir = mkdtempSync(join(tmpdir(), 'readout-e2e-'));
			const clockFile = join(dataDir, 'clock');
			const runAhead = (milliseconds: number) => writeFileSync(clockFile, String(milliseconds));
			runAhead(0);
			const postgres = project.name === 'postgres' ? await startPostgres() : undefined;
			const server = startServer({
				...(postgres && { DATABASE_URL: postgres.url }),
				DATA_DIR: join(dataDir, 'data'),
				NODE_OPTIONS: '--import ./tests/e2e/shifted-clock.mjs',
				SHIFTED_CLOCK_FILE: clockFile
			});
			await use({ origin: await server.ready, runAhead });
			await server.stop('SIGTERM');
			await postgres?.stop();
			rmSync(dataDir, { recursive: true, force: true });
		},
		// A busy machine takes long to start a server and its database.
		{ scope: 'worker', timeout: 300_000 }
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
