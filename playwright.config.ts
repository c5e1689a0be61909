import { defineConfig, devices } from '@playwright/test';
import { findChromium } from './scripts/lib/chromium.mjs';

const executablePath = findChromium();
const HTTP = /(leaks|matrix)\.spec\.ts/;
/** The worker is the same at every width; a phone is where it is used. */
const OFFLINE = /(offline|push)(-[a-z]+)?\.spec\.ts/;

/** Journeys in a real Chromium against the production build; each worker has a server and a data directory of its own. */
export default defineConfig({
	testDir: 'tests/e2e',
	timeout: 60_000,
	fullyParallel: false,
	workers: 2,
	forbidOnly: true,
	retries: 0,
	reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
	use: {
		browserName: 'chromium',
		// What a server answers is tested without the worker that would answer for it; tests of the worker let it in.
		serviceWorkers: 'block',
		trace: 'retain-on-failure',
		launchOptions: {
			executablePath,
			args: [
				'--no-sandbox',
				'--disable-gpu',
				'--disable-quic',
				'--no-first-run',
				'--disable-background-networking',
				'--disable-component-update',
				'--disable-sync'
			]
		}
	},
	projects: [
		// Without a browser: what the server answers, and to whom.
		{ name: 'http', testMatch: HTTP },
		{
			name: 'phone',
			testIgnore: HTTP,
			use: { ...devices['Pixel 7'], browserName: 'chromium', viewport: { width: 360, height: 740 } }
		},
		{
			name: 'desktop',
			testIgnore: [HTTP, OFFLINE, /model-and-cost/],
			// What a page says in Chinese is the same at every width.
			grepInvert: /where the browser prefers Chinese/,
			use: { viewport: { width: 1280, height: 800 } }
		},
		// The whole way of an article once more, on a PostgreSQL server instead of the database inside the process.
		{
			name: 'postgres',
			testMatch: 'workbench.spec.ts',
			grep: /from an article to a learner/,
			use: { viewport: { width: 1280, height: 800 } }
		}
	]
});
