import { RateLimiterMemory } from 'rate-limiter-flexible';
import { takeOne } from '../take-one.ts';

/** A class behind one address may join in one lesson, typing errors included; a program that tries codes may not. */
const TRIES = { points: 200, duration: 60 * 60 };
const limiter = new RateLimiterMemory({ keyPrefix: 'join-code', ...TRIES });

/** Whether one more code may be tried from a network address; counted in memory, as sign-ins are. */
export async function mayTryCode(address: string): Promise<boolean> {
	return !(await takeOne(limiter, address));
}
