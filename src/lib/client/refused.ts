import type { ErrorCode } from '#lib/domain/errors.ts';

/** A request that failed: refused with a code by the server or by the device, or not answered at all. */
export interface Refused {
	ok: false;
	code: ErrorCode | 'unreachable' | 'storage_full' | 'pack_recalled';
	message: string;
}
