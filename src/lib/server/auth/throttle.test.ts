import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createThrottle, type Throttle } from './throttle.ts';

let throttle: Throttle;
beforeEach(() => {
	vi.useFakeTimers();
	throttle = createThrottle();
});
afterEach(() => vi.useRealTimers());

async function fail(times: number, account: string, address: string): Promise<boolean[]> {
	const results = [];
	for (let time = 0; time < times; time++) results.push((await throttle.begin(account, address)).ok);
	return results;
}
const allowed = (results: boolean[]) => results.filter((ok) => ok).length;

describe('the throttle', () => {
	it('lets ten failures in a row pass, and no eleventh', async () => {
		expect(await fail(11, 'a@b.c', '10.0.0.1')).toEqual([...Array.from({ length: 10 }, () => true), false]);
	});

	it('says how long to wait', async () => {
		await fail(10, 'a@b.c', '10.0.0.1');
		vi.advanceTimersByTime(5 * 60_000);
		expect(await throttle.begin('a@b.c', '10.0.0.1')).toEqual({
			ok: false,
			code: 'too_many_attempts',
			retryAfterSeconds: 600
		});
	});

	it('lets go after a quarter of an hour', async () => {
		await fail(11, 'a@b.c', '10.0.0.1');
		vi.advanceTimersByTime(15 * 60_000 + 1);
		expect(allowed(await fail(11, 'a@b.c', '10.0.0.1'))).toBe(10);
	});

	it('counts another address and another account apart', async () => {
		await fail(11, 'a@b.c', '10.0.0.1');
		expect((await throttle.begin('a@b.c', '10.0.0.2')).ok).toBe(true);
		expect((await throttle.begin('d@b.c', '10.0.0.1')).ok).toBe(true);
	});

	it('counts an account under any case as one', async () => {
		await fail(10, 'a@b.c', '10.0.0.1');
		expect((await throttle.begin('A@B.C', '10.0.0.1')).ok).toBe(false);
	});

	it('counts attempts of the same moment', async () => {
		const results = await Promise.all(Array.from({ length: 50 }, () => throttle.begin('a@b.c', '10.0.0.1')));
		expect(results.filter((result) => result.ok)).toHaveLength(10);
	});

	it('begins anew after a success', async () => {
		await fail(9, 'a@b.c', '10.0.0.1');
		const attempt = await throttle.begin('a@b.c', '10.0.0.1');
		if (attempt.ok) await attempt.succeeded();
		expect(allowed(await fail(11, 'a@b.c', '10.0.0.1'))).toBe(10);
	});

	it('lets a hundred failures a day pass from one address, whatever the account', async () => {
		let passed = 0;
		for (let account = 0; account < 30; account++) passed += allowed(await fail(5, `${account}@b.c`, '10.0.0.1'));
		expect(passed).toBe(100);
		expect((await throttle.begin('new@b.c', '10.0.0.2')).ok).toBe(true);
		vi.advanceTimersByTime(24 * 60 * 60_000 + 1);
		expect((await throttle.begin('new@b.c', '10.0.0.1')).ok).toBe(true);
	});

	it('does not count against an address what was refused or right', async () => {
		await fail(500, 'a@b.c', '10.0.0.1');
		for (let time = 0; time < 200; time++) {
			const attempt = await throttle.begin(`${time}@b.c`, '10.0.0.1');
			if (attempt.ok) await attempt.succeeded();
		}
		expect(allowed(await fail(10, 'z@b.c', '10.0.0.1'))).toBe(10);
	});
});
