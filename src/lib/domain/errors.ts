/** Every error that a person or a program may be told, by its stable code, with its text in one place. */
export const ERRORS = {
	unknown_item: 'There is no such question in the bank.',
	stale_item: 'This question was changed in the meantime. Here is the current one.',
	stale_card: 'This question was already answered, perhaps in another window. Nothing was changed.',
	review_id_reused: 'This answer carries the number of another one. Nothing was changed.',
	wrong_form: 'The answer does not fit the question that was asked.',
	unknown_option: 'The answer names an option that the question does not have.',
	incomplete: 'The answer is not complete.',
	invalid_input: 'The request is not of the form that is expected.',
	body_too_large: 'The request is too large.',
	not_found: 'There is nothing here.',
	no_session: 'Start reviewing or sign in first.',
	nothing_to_undo: 'There is no answer to take back.',
	not_the_last: 'Only the last answer can be corrected or taken back.',
	unknown_review: 'There is no such answer.',
	unknown_deck: 'There is no such deck.',
	invalid_settings: 'One of the settings is out of its range.',
	email_taken: 'There is already an account with this e-mail address.',
	invalid_email: 'This is not an e-mail address.',
	name_missing: 'Please give a name.',
	name_too_long: 'The name is too long: at most 100 characters.',
	password_too_short: 'The password is too short: at least 8 characters.',
	password_too_long: 'The password is too long: at most 200 characters.',
	password_too_common: 'This password is one of the first that anybody would try.',
	wrong_credentials: 'E-mail address or password is wrong.',
	wrong_password: 'The present password is wrong.',
	too_many_attempts: 'Too many attempts. Please wait a while.',
	already_registered: 'This learner already has an account.',
	cross_site: 'The request came from another site.',
	internal: 'Something went wrong on our side. Your answers up to here are kept.'
} as const;
export type ErrorCode = keyof typeof ERRORS;

/** A failure that is expected and has a reason. */
export interface Failure {
	ok: false;
	code: ErrorCode;
}

/** A failure by its code. */
export function failure(code: ErrorCode): Failure {
	return { ok: false, code };
}
