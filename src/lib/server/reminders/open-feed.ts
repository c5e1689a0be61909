import { failure, type Failure } from '#lib/domain/errors.ts';
import type { Db } from '#lib/server/db/db.ts';
import type { Learner } from '#lib/server/reviews/today.ts';
import { feedOwner } from './feed-token.ts';
import type { FeedThrottle } from './feed-throttle.ts';

const ENDING = '.ics';

/**
 * Whose calendar an address leads to, for whoever asks without a session. Who has tried too many that lead nowhere is
 * not looked up any more, and learns nothing of the next ones.
 * @param file the last part of the address: the secret and its ending
 * @param address the network address that asks
 * @returns `not_found` where it leads nowhere, `too_many_attempts` for one who guesses or asks all the time
 */
export async function openFeed(
	db: Db,
	throttle: FeedThrottle,
	{ file, address }: { file: string; address: string }
): Promise<{ owner: Learner } | Failure> {
	if (!(await throttle.mayTry(address))) return failure('too_many_attempts');
	const owner = file.endsWith(ENDING) ? await feedOwner(db, file.slice(0, -ENDING.length)) : null;
	if (!owner) {
		await throttle.missed(address);
		return failure('not_found');
	}
	return (await throttle.mayRead(owner.id)) ? { owner } : failure('too_many_attempts');
}
