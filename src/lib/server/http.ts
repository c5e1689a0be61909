import { error } from '@sveltejs/kit';
import * as v from 'valibot';
import type { ErrorCode, Failure } from '#lib/domain/errors.ts';
import { errorText } from './error-text.ts';
import type { Learner } from './reviews/today.ts';

const NOT_FOUND: readonly ErrorCode[] = [
	'reminders_off',
	'unknown_item',
	'unknown_review',
	'unknown_deck',
	'unknown_article',
	'unknown_source',
	'unknown_fact',
	'unknown_entry',
	'unknown_report',
	'invitation_invalid',
	'invitation_expired',
	'invitation_used',
	'not_found',
	'code_invalid'
];
const CONFLICT: readonly ErrorCode[] = [
	'stale_item',
	'stale_card',
	'review_id_reused',
	'not_the_last',
	'nothing_to_undo',
	'email_taken',
	'already_registered',
	'stale_fact',
	'fact_id_used',
	'wrong_state',
	'merge_with_itself',
	'no_ruling_needed',
	'no_change_to_undo',
	'changed_since',
	'others_live_in_it',
	'edit_conflict',
	'items_changed',
	'too_many_invitations',
	'workspace_crowded',
	'item_has_findings',
	'source_attached',
	'entry_exists',
	'article_not_confirmed',
	'class_archived',
	'class_full',
	'too_many_classes',
	'place_taken',
	'last_teacher',
	'too_many_assignments',
	'stale_assignment',
	'stale_grade',
	'already_published',
	'too_many_deadlines',
	'too_many_devices',
	'assignment_begun',
	'not_open_yet',
	'quiz_closed',
	'no_attempts_left',
	'attempt_finished',
	'time_is_up',
	'answer_settled',
	'last_item',
	'shipped_item'
];
const FORBIDDEN: readonly ErrorCode[] = [
	'cross_site',
	'other_learner',
	'account_needed',
	'not_an_editor',
	'not_the_owner',
	'invitation_older',
	'removed_from_class'
];
const UNAVAILABLE: readonly ErrorCode[] = ['article_extraction_timeout', 'article_extraction_failed', 'reading_busy'];

/** The HTTP status that an error is answered with. */
export function statusOf(code: ErrorCode): number {
	if (NOT_FOUND.includes(code)) return 404;
	if (CONFLICT.includes(code)) return 409;
	if (code === 'no_session') return 401;
	if (FORBIDDEN.includes(code)) return 403;
	if (code === 'body_too_large') return 413;
	if (code === 'too_many_attempts' || code === 'reading_queue_full') return 429;
	if (UNAVAILABLE.includes(code)) return 503;
	return code === 'internal' ? 500 : 400;
}

/** An error as a program reads it: its code, and its text for a person. */
export function refuse(code: ErrorCode): Response {
	return Response.json({ ok: false, code, message: errorText(code) }, { status: statusOf(code) });
}

/** A use case's result as JSON. */
export function reply(result: { ok: true } | Failure): Response {
	return result.ok ? Response.json(result) : refuse(result.code);
}

/** Ends a page's request with an error that the error page shows. */
export function fail(code: ErrorCode): never {
	error(statusOf(code), { code, message: errorText(code) });
}

/** The learner of a request to which a session is needed; the hook has refused the others. */
export function requireLearner(locals: App.Locals): Learner {
	return locals.learner ?? fail('no_session');
}

/**
 * Reads a JSON body into a typed value.
 * @returns the value, or the answer that refuses it
 */
export async function readJson<S extends v.GenericSchema>(
	request: Request,
	schema: S
): Promise<{ value: v.InferOutput<S> } | { refused: Response }> {
	if (!(request.headers.get('content-type') ?? '').startsWith('application/json'))
		return { refused: refuse('invalid_input') };
	let body: unknown;
	try {
		body = await request.json();
	} catch (cause) {
		return { refused: refuse(isTooLarge(cause) ? 'body_too_large' : 'invalid_input') };
	}
	const checked = v.safeParse(schema, body);
	return checked.success ? { value: checked.output } : { refused: refuse('invalid_input') };
}

/** A form in a request's body; undefined where there is none, or one that is broken. */
export async function formIn(request: Request): Promise<FormData | undefined> {
	try {
		return await request.formData();
	} catch (cause) {
		// What the body broke; a request over the limit keeps its own status.
		if (isTooLarge(cause)) fail('body_too_large');
		return undefined;
	}
}

/** The form that a page's action was sent; ends the request where there is none. */
export async function readForm(request: Request): Promise<FormData> {
	return (await formIn(request)) ?? fail('invalid_input');
}

/** The server throws an error of its own, with this status, for a body over the limit; anything else is no JSON. */
function isTooLarge(cause: unknown): boolean {
	return cause instanceof Error && 'status' in cause && cause.status === 413;
}
