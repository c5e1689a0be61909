import type { ErrorCode } from '#lib/domain/errors.ts';

type Known<Code extends ErrorCode> = Code;

/** Every reason for which signing in and its kin can fail; the texts stand in domain/errors.ts. */
export type AuthErrorCode = Known<
	| 'email_taken'
	| 'invalid_email'
	| 'name_missing'
	| 'name_too_long'
	| 'password_too_short'
	| 'password_too_long'
	| 'password_too_common'
	| 'wrong_credentials'
	| 'wrong_password'
	| 'too_many_attempts'
	| 'already_registered'
>;

/** A failure that is expected. */
export type AuthFailure =
	| { ok: false; code: Exclude<AuthErrorCode, 'too_many_attempts'> }
	| { ok: false; code: 'too_many_attempts'; retryAfterSeconds: number };

/** A failure by its code. */
export const refused = (code: Exclude<AuthErrorCode, 'too_many_attempts'>): AuthFailure => ({ ok: false, code });
