import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const ON_A_MAC = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
const WHAT_TO_INSTALL =
	'No Chromium was found. Install one (Debian: apt-get install chromium; anywhere: npx playwright install chromium), or set CHROMIUM_PATH.';

/**
 * The Chromium that the end-to-end tests drive: the one that CHROMIUM_PATH names, one on the machine, Playwright's own.
 * @returns {string | undefined}
 */
export function findChromium() {
	const folders = (process.env.PATH ?? '').split(delimiter);
	const onPath = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
	const candidates = [process.env.CHROMIUM_PATH, ...onPath, ON_A_MAC, chromium.executablePath()];
	return candidates.find((path) => path !== undefined && path !== '' && existsSync(path));
}

/**
 * Finds a Chromium, or gets one: Playwright's own first, then Debian's package where this user may install it.
 * @returns {string} its path
 * @throws an error that says what to install
 */
export function getChromium() {
	const attempts = [
		() => spawnSync('npx', ['playwright', 'install', 'chromium'], { stdio: 'inherit', timeout: 300_000 }),
		() =>
			process.getuid?.() === 0 &&
			spawnSync('sh', ['-c', 'apt-get update -q && apt-get install -yq chromium'], { stdio: 'inherit' })
	];
	for (const attempt of [() => {}, ...attempts]) {
		attempt();
		const found = findChromium();
		if (found) return found;
	}
	throw new Error(WHAT_TO_INSTALL);
}
