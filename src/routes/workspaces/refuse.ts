import { fail as refill } from '@sveltejs/kit';
import type { ErrorCode } from '#lib/domain/errors.ts';
import { errorText } from '#lib/server/error-text.ts';
import { statusOf } from '#lib/server/http.ts';

/**
 * Refuses a form: its code and reason, the field that it stands at, and what was typed.
 * @param field the form's own name where no single field is at fault
 */
export function refuseForm<Kept>(code: ErrorCode, field: string, kept: Kept) {
	return refill(statusOf(code), { problem: { code, field, message: errorText(code) }, kept });
}
