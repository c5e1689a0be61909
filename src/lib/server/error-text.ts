import type { ErrorCode } from '#lib/domain/errors.ts';
import { m } from '#lib/paraglide/messages.js';

/** What a person is told of an error, in the language of the request that is being answered. */
export function errorText(code: ErrorCode): string {
	return m[`errors_${code}`]();
}
