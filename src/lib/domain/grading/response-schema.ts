import * as v from 'valibot';

const id = v.pipe(v.string(), v.maxLength(12));
const map = v.pipe(
	v.record(id, id),
	v.check((entries) => Object.keys(entries).length <= 12, 'too many parts')
);

/** A learner's answer to one form, as it comes over the wire. */
export const responseSchema = v.variant('form', [
	v.strictObject({ form: v.literal('choice'), option: id }),
	v.strictObject({ form: v.literal('multiple-response'), options: v.pipe(v.array(id), v.maxLength(12)) }),
	v.strictObject({ form: v.literal('true-false'), value: v.boolean() }),
	v.strictObject({ form: v.picklist(['typed', 'cloze', 'date']), text: v.pipe(v.string(), v.maxLength(500)) }),
	v.strictObject({ form: v.literal('order'), order: v.pipe(v.array(id), v.maxLength(12)) }),
	v.strictObject({ form: v.literal('match'), pairs: map }),
	v.strictObject({ form: v.literal('sort'), bins: map }),
	v.strictObject({ form: v.literal('flashcard'), rating: v.picklist([1, 2, 3, 4]) })
]);

const uuid = v.pipe(v.string(), v.toLowerCase(), v.uuid());

/** One answer to one question: what a client may say of it, and nothing more. */
export const answerInputSchema = v.strictObject({
	id: uuid,
	itemId: v.pipe(v.string(), v.maxLength(120)),
	itemVersion: v.pipe(v.string(), v.maxLength(20)),
	formIndex: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(20)),
	seq: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000)),
	response: responseSchema,
	retry: v.optional(v.boolean(), false),
	durationMs: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(86_400_000)), 0)
});

/** Which answer is to be taken back; the last one where none is named. */
export const undoInputSchema = v.strictObject({ reviewId: v.optional(uuid) });

/** A learner's correction of the rating of her last answer. */
export const amendInputSchema = v.strictObject({
	id: uuid,
	reviewId: uuid,
	rating: v.picklist([1, 2, 3, 4]),
	claimedRight: v.optional(v.boolean(), false)
});
