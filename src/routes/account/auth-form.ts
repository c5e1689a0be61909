import { fail as refill } from '@sveltejs/kit';
import { errorText } from '#lib/server/error-text.ts';
import { m } from '#lib/paraglide/messages.js';
import type { AuthFailure } from '#lib/server/auth/failures.ts';
import { statusOf } from '#lib/server/http.ts';

/** What a page about an account shows when its form was refused: the field, the reason, and what may be shown again. */
export interface AuthProblem {
	field: 'name' | 'email' | 'password' | 'present' | 'form';
	message: string;
}

const FIELDS: Partial<Record<AuthFailure['code'], AuthProblem['field']>> = {
	email_taken: 'email',
	invalid_email: 'email',
	name_missing: 'name',
	name_too_long: 'name',
	password_too_short: 'password',
	password_too_long: 'password',
	password_too_common: 'password',
	wrong_password: 'present'
};

/** Refuses a form, with what was typed except its passwords. */
export function refuseForm<Kept extends Record<string, string>>(failure: AuthFailure, kept: Kept) {
	const after = failure.code === 'too_many_attempts' ? ` ${wait(failure.retryAfterSeconds)}` : '';
	const problem: AuthProblem = { field: FIELDS[failure.code] ?? 'form', message: errorText(failure.code) + after };
	return refill(statusOf(failure.code), { problem, kept });
}

const wait = (seconds: number): string => m.account_try_again_in({ count: Math.ceil(seconds / 60) });

/** A text field of a form, cut to what any use case looks at. */
export function textOf(form: FormData, name: string): string {
	const value = form.get(name);
	return typeof value === 'string' ? value.slice(0, 1000) : '';
}
