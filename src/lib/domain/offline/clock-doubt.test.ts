import { expect, test } from 'vitest';
import { clockDoubt } from './clock-doubt.ts';

const heard = '2026-03-02T10:00:00.000Z';
const HOUR = 60 * 60_000;
const after = (ms: number) => new Date(Date.parse(heard) + ms);

test('a clock that is some minutes off, or has run for a week without the server, is believed', () => {
	expect(clockDoubt({ ahead: 9 * 60_000, heard }, after(-9 * 60_000))).toBeUndefined();
	expect(clockDoubt({ ahead: 0, heard }, after(7 * 24 * HOUR))).toBeUndefined();
	expect(clockDoubt({ ahead: 0, heard: null }, after(-1e12))).toBeUndefined();
});

test('one that was another than the server’s is off, whichever way, and however long ago that was', () => {
	expect(clockDoubt({ ahead: 24 * HOUR, heard }, after(-24 * HOUR))).toBe('off');
	expect(clockDoubt({ ahead: -365 * 24 * HOUR, heard }, after(400 * 24 * HOUR))).toBe('off');
});

test('one that says less than the server had said was set back', () => {
	expect(clockDoubt({ ahead: 1000, heard }, after(-24 * HOUR))).toBe('back');
	expect(clockDoubt({ ahead: 0, heard }, after(-HOUR + 1))).toBeUndefined();
});

test('one that says that a pack is long over was set forward, or it was long', () => {
	expect(clockDoubt({ ahead: 0, heard }, after(365 * 24 * HOUR))).toBe('long');
});
