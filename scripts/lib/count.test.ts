import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { countPlaywright, countVitest } from './count.mjs';

let scratch = '';
beforeAll(() => void (scratch = mkdtempSync(join(tmpdir(), 'readout-count-'))));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const report = (content: object | string) => {
	const path = join(scratch, 'report.json');
	writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
	return path;
};
const vitest = (numPassedTests: number, numTotalTests: number) => report({ numPassedTests, numTotalTests });

test('passed and failed tests are counted as they are', () => {
	expect(countVitest(vitest(12, 12), 0)).toEqual({ passed: 12, failed: 0 });
	expect(countVitest(vitest(10, 12), 1)).toEqual({ passed: 10, failed: 2 });
	const stats = { expected: 7, unexpected: 2, flaky: 0, skipped: 0 };
	expect(countPlaywright(report({ stats }), 1)).toEqual({ passed: 7, failed: 2 });
});

test('a skipped or flaky test is a failed one', () => {
	expect(countVitest(vitest(11, 12), 0)).toEqual({ passed: 11, failed: 1 });
	const stats = { expected: 7, unexpected: 0, flaky: 1, skipped: 2 };
	expect(countPlaywright(report({ stats }), 0)).toEqual({ passed: 7, failed: 3 });
});

test('a run without a test, without a report, with half a report or that ended with an error is a failed one', () => {
	const nothing = { passed: 0, failed: 1 };
	expect(countVitest(vitest(0, 0), 0)).toEqual(nothing);
	expect(countVitest(join(scratch, 'nowhere'), 1)).toEqual(nothing);
	expect(countVitest(report('{"numPassed'), 0)).toEqual(nothing);
	expect(countVitest(vitest(12, 12), 1)).toEqual({ passed: 12, failed: 1 });
	expect(countPlaywright(join(scratch, 'nowhere'), 0)).toEqual(nothing);
});
