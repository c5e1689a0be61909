import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { countPlaywright, countVitest } from './lib/count.mjs';
import { checkNode, ensureBuilt, ensureInstalled } from './lib/prepare.mjs';
import { installed, run } from './lib/run.mjs';
import { explain, say } from './lib/say.mjs';

/** @typedef {import('./lib/count.mjs').Count} Count */

process.chdir(resolve(dirname(fileURLToPath(import.meta.url)), '..'));
const reports = mkdtempSync(join(tmpdir(), 'readout-reports-'));

/** Every check, in the order of their cost; one that fails does not keep the others from running. */
const STEPS = {
	packages: () => single(async () => ensureInstalled()),
	format: () => single(() => succeed(installed('prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'))),
	lint: () => single(() => succeed(installed('eslint/bin/eslint.js', '.'))),
	types: () => single(checkTypes),
	'unit tests': () => vitest('unit'),
	'database tests': () => vitest('db'),
	build: () => single(ensureBuilt),
	'fault tests': () => vitest('faults'),
	'browser tests': playwright
};

/**
 * A step that is one check: it fails by throwing.
 * @param {() => Promise<void>} check
 * @returns {Promise<Count>}
 */
async function single(check) {
	await check();
	return { passed: 1, failed: 0 };
}

/** @param {string[]} command */
async function succeed(command) {
	const code = await run(command);
	if (code !== 0) throw new Error(`${command[1]} ended with exit code ${code}`);
}

async function checkTypes() {
	await succeed([process.execPath, 'scripts/messages.mjs']);
	await succeed(installed('@sveltejs/kit/svelte-kit.js', 'sync'));
	await succeed(installed('svelte-check/bin/svelte-check', '--fail-on-warnings', '--output', 'human'));
}

/**
 * @param {string} project
 * @returns {Promise<Count>}
 */
async function vitest(project) {
	const report = join(reports, `${project}.json`);
	const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
	const code = await run(installed('vitest/vitest.mjs', 'run', '--project', project, ...reporters));
	return countVitest(report, code);
}

/** @returns {Promise<Count>} */
async function playwright() {
	const { getChromium } = await import('./lib/chromium.mjs');
	const env = { CHROMIUM_PATH: getChromium() };
	rmSync('test-results/e2e.json', { force: true });
	const code = await run(installed('@playwright/test/cli.js', 'test'), { env });
	return countPlaywright('test-results/e2e.json', code);
}

/**
 * @param {string} name
 * @param {() => Promise<Count>} step
 */
async function timed(name, step) {
	say(`${name}…`);
	const start = performance.now();
	/** @type {Count} */
	let count = { passed: 0, failed: 1 };
	try {
		count = await step();
	} catch (error) {
		console.error(explain(error));
	}
	return { name, ...count, seconds: (performance.now() - start) / 1000 };
}

try {
	checkNode();
} catch (error) {
	console.error(explain(error));
	process.exit(1);
}
/** @type {(Count & { name: string, seconds: number })[]} */
const results = [];
for (const [name, step] of Object.entries(STEPS)) results.push(await timed(name, step));
rmSync(reports, { recursive: true, force: true });
const total = (/** @type {keyof Count} */ kind) => results.reduce((sum, result) => sum + result[kind], 0);
for (const { name, passed, failed, seconds } of results) {
	console.log(`${name.padEnd(16)}${`${passed} passed, ${failed} failed`.padEnd(26)}${seconds.toFixed(1)} s`);
}
process.exitCode = total('failed') > 0 ? 1 : 0;
console.log(`${total('passed')} passed, ${total('failed')} failed`);
