import { RateLimiterMemory } from 'rate-limiter-flexible';
import { takeOne } from '../take-one.ts';

/** A school behind one address may begin in one lesson; a program that fills the table may not. */
const GUESTS = { points: 300, duration: 60 * 60 };
const limiter = new RateLimiterMemory({ keyPrefix: 'guest', ...GUESTS });

/** Whether one more guest may begin from a network address; counted in memory, as sign-ins are. */
export async function mayBegin(address: string): Promise<boolean> {
	return !(await takeOne(limiter, address));
}
