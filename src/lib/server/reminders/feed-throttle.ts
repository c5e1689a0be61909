import { RateLimiterMemory } from 'rate-limiter-flexible';
import { takeOne } from '../take-one.ts';

/** Whoever tries addresses is refused after so many that lead nowhere, from one network address in an hour. */
const MISSES = { points: 30, duration: 60 * 60 };
/** A calendar is looked at every few minutes at the most. */
const READS = { points: 60, duration: 60 * 60 };

/** Slows down who guesses addresses of calendars, and who asks for one all the time. */
export interface FeedThrottle {
	/** Whether an address may still try. */
	mayTry(address: string): Promise<boolean>;
	/** Counts an address of a calendar that led nowhere. */
	missed(address: string): Promise<void>;
	/** Counts a look at a learner's calendar; whether it may be answered. */
	mayRead(learnerId: string): Promise<boolean>;
}

/** A throttle with counters of its own, in memory, as for sign-ins. */
export function createFeedThrottle(): FeedThrottle {
	const misses = new RateLimiterMemory({ keyPrefix: 'feed-miss', ...MISSES });
	const reads = new RateLimiterMemory({ keyPrefix: 'feed-read', ...READS });
	return {
		mayTry: async (address) => ((await misses.get(address))?.consumedPoints ?? 0) < MISSES.points,
		missed: async (address) => void (await takeOne(misses, address)),
		mayRead: async (learnerId) => !(await takeOne(reads, learnerId))
	};
}

/** The counters of this process. */
export const feedThrottle: FeedThrottle = createFeedThrottle();
