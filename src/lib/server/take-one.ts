import { RateLimiterRes, type RateLimiterMemory } from 'rate-limiter-flexible';

/**
 * Takes one of what a limiter lets an address or a learner have.
 * @returns nothing where there was one left; else when there is again
 */
export async function takeOne(limiter: RateLimiterMemory, key: string): Promise<RateLimiterRes | undefined> {
	try {
		await limiter.consume(key);
		return undefined;
	} catch (refusal) {
		if (refusal instanceof RateLimiterRes) return refusal;
		throw refusal;
	}
}
