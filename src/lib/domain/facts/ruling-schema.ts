import * as v from 'valibot';
import { id, text, texts, sentence } from './fields.ts';

/** What a ruling demands of the bank, in a form that a program can check. */
export const rulingCheckSchema = v.variant('rule', [
	v.strictObject({ rule: v.literal('key'), fact: id, slot: id, key: text }),
	v.strictObject({
		rule: v.literal('accepts'),
		fact: id,
		slot: id,
		answers: texts,
		verdict: v.picklist(['correct', 'near'])
	}),
	v.strictObject({ rule: v.literal('rejects'), fact: id, slot: id, answers: texts }),
	v.strictObject({
		rule: v.literal('never-distractor'),
		facts: v.pipe(v.array(id), v.minLength(1)),
		slots: v.optional(v.array(id)),
		texts: v.pipe(texts, v.minLength(1)),
		/** The ban is lifted where the question contains this. */
		unless: v.optional(text)
	}),
	v.strictObject({
		rule: v.literal('names-source'),
		facts: v.pipe(v.array(id), v.minLength(1)),
		slots: v.optional(v.array(id))
	}),
	v.strictObject({
		rule: v.literal('never-asked'),
		facts: v.pipe(v.array(id), v.minLength(1)),
		slots: v.optional(v.array(id))
	}),
	v.strictObject({ rule: v.literal('no-question-matches'), pattern: text }),
	v.strictObject({
		rule: v.literal('stem-contains'),
		facts: v.pipe(v.array(id), v.minLength(1)),
		slots: v.optional(v.array(id)),
		any: texts
	}),
	v.strictObject({ rule: v.literal('cites'), fact: id, slot: id, sources: v.array(id) }),
	v.strictObject({
		rule: v.literal('not-cited'),
		facts: v.pipe(v.array(id), v.minLength(1)),
		source: id,
		paragraph: v.number()
	}),
	v.strictObject({ rule: v.literal('offers'), fact: id, slot: id, texts }),
	v.strictObject({ rule: v.literal('is-contested'), fact: id }),
	v.strictObject({ rule: v.literal('holder'), fact: id, holder: id }),
	v.strictObject({ rule: v.literal('sources-exactly'), mention: id, sources: v.array(id) }),
	v.strictObject({
		rule: v.literal('same-origin'),
		source: id,
		paragraph: v.number(),
		as: v.strictObject({ source: id, paragraph: v.number() })
	})
]);

export const rulingSchema = v.strictObject({
	id: v.pipe(v.string(), v.regex(/^[AB]\d+$/)),
	matter: text,
	/** What the ruling says, in a sentence or two, for the teacher who asks why. */
	ruling: sentence,
	/** What each source says, shown in the evidence drawer of the facts below. */
	readings: v.optional(v.array(v.strictObject({ source: id, paragraphs: v.array(v.number()), says: text })), []),
	/** The facts whose drawer shows this ruling. */
	facts: v.optional(v.array(id), []),
	contested: v.optional(v.boolean(), false),
	checks: v.pipe(v.array(rulingCheckSchema), v.minLength(1, 'a ruling needs a check'))
});

export type Ruling = v.InferOutput<typeof rulingSchema>;
export type RulingCheck = v.InferOutput<typeof rulingCheckSchema>;
