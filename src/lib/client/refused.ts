import type { ErrorCode } from '#lib/domain/errors.ts';

/** A request that failed: refused by the server with a code, or not answered at all. */
export interface Refused {
	ok: false;
	code: ErrorCode | 'unreachable';
	message: string;
}
