import * as v from 'valibot';
import { amendInputSchema, answerInputSchema } from '#lib/domain/grading/response-schema.ts';
import { responseFromForm } from '#lib/domain/grading/response-form.ts';
import { FORMS } from '#lib/domain/items/types.ts';
import type { ErrorCode } from '#lib/domain/errors.ts';

type AnswerFields = v.InferOutput<typeof answerInputSchema>;
type AmendFields = v.InferOutput<typeof amendInputSchema>;

/** The answer in a review form that was sent without script, or why it is none. */
export function readAnswer(form: FormData): { ok: true; input: AnswerFields } | { ok: false; code: ErrorCode } {
	const name = v.safeParse(v.picklist(FORMS), form.get('form'));
	if (!name.success) return { ok: false, code: 'invalid_input' };
	const response = responseFromForm(form, name.output);
	if (!response) return { ok: false, code: 'incomplete' };
	const checked = v.safeParse(answerInputSchema, {
		id: form.get('id'),
		itemId: form.get('itemId'),
		itemVersion: form.get('itemVersion'),
		formIndex: Number(form.get('formIndex')),
		seq: Number(form.get('seq')),
		response,
		retry: form.get('retry') === 'true'
	});
	return checked.success ? { ok: true, input: checked.output } : { ok: false, code: 'invalid_input' };
}

/** The correction in a form that was sent without script; "I was right" is Good. */
export function readAmend(form: FormData): { ok: true; input: AmendFields } | { ok: false; code: ErrorCode } {
	const claimedRight = form.get('claim') === 'true';
	const checked = v.safeParse(amendInputSchema, {
		id: form.get('id'),
		reviewId: form.get('reviewId'),
		rating: claimedRight ? 3 : Number(form.get('rating')),
		claimedRight
	});
	return checked.success ? { ok: true, input: checked.output } : { ok: false, code: 'invalid_input' };
}

/** Whether a text is the id of a review. */
export function isUuid(text: string): boolean {
	return v.is(v.pipe(v.string(), v.uuid()), text);
}
