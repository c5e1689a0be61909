import { createHash } from 'node:crypto';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { takeOne } from '../take-one.ts';
import type { AuthFailure } from './failures.ts';

/**
 * Slows down whoever guesses passwords: ten failures in a row for one account from one address in a quarter of an hour,
 * and a hundred failures from one address in a day. An account is never locked for its owner at another address.
 *
 * Counted in memory, in each process: a refused attempt costs no write, an attacker fills no table, and no key outlives
 * its window. What it gives up: a restart forgets, and with n processes behind one address a guesser has n times the
 * tries, which a day's limit still keeps far below what a password that passed our checks withstands. Time is the
 * machine's own here, as the library takes no other.
 */
export interface Throttle {
	/** Takes one attempt before anything is compared, so that attempts at the same moment are counted as well. */
	begin(account: string, address: string): Promise<Attempt | AuthFailure>;
}

/** An attempt that may be made. It counts as failed unless it is told otherwise. */
export interface Attempt {
	ok: true;
	/** The password was right: failures in a row begin anew, and this was none. */
	succeeded(): Promise<void>;
}

const IN_A_ROW = { points: 10, duration: 15 * 60 };
const FROM_ADDRESS = { points: 100, duration: 24 * 60 * 60 };

/** A throttle with counters of its own. */
export function createThrottle(): Throttle {
	const inARow = new RateLimiterMemory({ keyPrefix: 'row', ...IN_A_ROW });
	const fromAddress = new RateLimiterMemory({ keyPrefix: 'address', ...FROM_ADDRESS });
	return {
		async begin(account, address) {
			const pair = createHash('sha256').update(`${account.toLowerCase()}\n${address}`).digest('base64url');
			const day = await consume(fromAddress, address);
			if (day) return day;
			const row = await consume(inARow, pair);
			// What is not even tried says nothing about the address, which a whole school may share.
			if (row) await fromAddress.reward(address);
			if (row) return row;
			return {
				ok: true,
				async succeeded() {
					await fromAddress.reward(address);
					await inARow.delete(pair);
				}
			};
		}
	};
}

/** The counters of this process. */
export const throttle: Throttle = createThrottle();

async function consume(limiter: RateLimiterMemory, key: string): Promise<AuthFailure | undefined> {
	const refusal = await takeOne(limiter, key);
	if (!refusal) return undefined;
	const retryAfterSeconds = Math.max(1, Math.ceil(refusal.msBeforeNext / 1000));
	return { ok: false, code: 'too_many_attempts', retryAfterSeconds };
}
