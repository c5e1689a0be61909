import type { ErrorCode } from '#lib/domain/errors.ts';
import { LEARNER_HEADER, NOBODY } from '#lib/domain/offline/headers.ts';

/**
 * Why a request must not be taken: a device sends on whose behalf it kept what it sends, and whoever's session it is now
 * may be somebody else.
 * @returns nothing where it may be taken
 */
export function misdirected(request: Request, learnerId: string | undefined): ErrorCode | undefined {
	const meant = request.headers.get(LEARNER_HEADER);
	if (meant === null || meant === learnerId) return undefined;
	return learnerId === undefined ? 'no_session' : 'other_learner';
}

/** Tells the device whose session it is: what it keeps belongs to one learner. */
export function tellWhose(response: Response, learnerId: string | undefined): Response {
	response.headers.set(LEARNER_HEADER, learnerId ?? NOBODY);
	return response;
}
