import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

/** A class behind one address may join in one lesson, typing errors included; a program that tries codes may not. */
const TRIES = { points: 200, duration: 60 * 60 };
const limiter = new RateLimiterMemory({ keyPrefix: 'join-code', ...TRIES });

/** Whether one more code may be tried from a network address; counted in memory, as sign-ins are. */
export async function mayTryCode(address: string): Promise<boolean> {
	try {
		await limiter.consume(address);
		return true;
	} catch (refusal) {
		if (refusal instanceof RateLimiterRes) return false;
		throw refusal;
	}
}
