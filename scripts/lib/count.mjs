import { existsSync, readFileSync } from 'node:fs';

/** @typedef {{ passed: number, failed: number }} Count */

/**
 * Counts what Vitest's JSON reporter wrote. Nothing may hide: a skipped test, a file that could not be loaded, a run
 * without a test and an end with an error all count as failed.
 * @param {string} path
 * @param {number} code Vitest's exit code
 * @returns {Count}
 */
export function countVitest(path, code) {
	const report = readReport(path);
	const passed = report?.numPassedTests ?? 0;
	const total = report?.numTotalTests ?? 0;
	return settle(passed, total - passed, code);
}

/**
 * Counts what Playwright's JSON reporter wrote, as strictly.
 * @param {string} path
 * @param {number} code Playwright's exit code
 * @returns {Count}
 */
export function countPlaywright(path, code) {
	const { expected = 0, unexpected = 0, flaky = 0, skipped = 0 } = readReport(path)?.stats ?? {};
	return settle(expected, unexpected + flaky + skipped, code);
}

/**
 * @param {number} passed
 * @param {number} failed
 * @param {number} code
 */
function settle(passed, failed, code) {
	const silent = failed === 0 && (code !== 0 || passed === 0);
	return { passed, failed: silent ? 1 : failed };
}

/** @param {string} path */
function readReport(path) {
	if (!existsSync(path)) return undefined;
	try {
		return JSON.parse(readFileSync(path, 'utf8'));
	} catch (error) {
		if (error instanceof SyntaxError) return undefined;
		throw error;
	}
}
