import * as v from 'valibot';
import { id, text, texts, sentence, question } from './fields.ts';
import { TOPICS, CONFUSIONS, type Topic } from './vocabulary.ts';

const setBase = {
	id,
	topic: v.picklist(TOPICS),
	importance: v.picklist([1, 2, 3]),
	question,
	feedback: sentence
};

/** Several facts asked together: one item with one form. */
export const setSchema = v.variant('form', [
	/** Entries stand in the right order, earliest first; `when` is what is shown afterwards. */
	v.strictObject({
		...setBase,
		form: v.literal('order'),
		entries: v.pipe(v.array(v.strictObject({ fact: id, text, when: text })), v.minLength(3), v.maxLength(6))
	}),
	v.strictObject({
		...setBase,
		form: v.literal('match'),
		pairs: v.pipe(v.array(v.strictObject({ fact: id, left: text, right: text })), v.minLength(3), v.maxLength(6)),
		decoys: v.optional(texts, [])
	}),
	v.strictObject({
		...setBase,
		form: v.literal('sort'),
		bins: v.pipe(texts, v.minLength(2), v.maxLength(4)),
		entries: v.pipe(v.array(v.strictObject({ fact: id, text, bin: text })), v.minLength(3), v.maxLength(8))
	}),
	v.strictObject({
		...setBase,
		form: v.literal('multiple-response'),
		options: v.pipe(
			v.array(v.strictObject({ fact: id, text, correct: v.boolean(), confusion: v.optional(v.picklist(CONFUSIONS)) })),
			v.minLength(4),
			v.maxLength(7)
		)
	}),
	/** The two sides on one issue: given one side's position, choose the other's. */
	v.strictObject({
		...setBase,
		form: v.literal('paired'),
		/** The position given in the stem. */
		given: id,
		/** The fact that is asked, and how its position reads as an option. */
		asked: id,
		key: text,
		distractors: v.pipe(
			v.array(v.strictObject({ text, confusion: v.picklist(CONFUSIONS), fact: v.optional(id) })),
			v.minLength(2)
		)
	})
]);

type WithAnyTopic<T> = T extends unknown ? Omit<T, 'topic'> & { topic: Topic } : never;
export type FactSet = WithAnyTopic<v.InferOutput<typeof setSchema>>;
