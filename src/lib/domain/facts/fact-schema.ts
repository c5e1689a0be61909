import * as v from 'valibot';
import { id, text, texts, sentence, question, partialDate } from './fields.ts';
import { FACT_KINDS, MODALITIES, TOPICS, KEY_TYPES, CONFUSIONS, type Topic } from './vocabulary.ts';

/** Where a source says it: the Nth non-empty line of the article and a few words that find the place again. */
export const evidenceSchema = v.strictObject({
	source: id,
	paragraph: v.pipe(v.number(), v.integer(), v.minValue(1)),
	anchor: v.pipe(
		text,
		v.check((words) => words.split(/\s+/).length <= 10, 'an anchor has at most ten words')
	),
	caption: v.optional(v.boolean()),
	/** UTF-16 offsets into the article's text, where the article is at hand. */
	span: v.optional(v.strictObject({ start: v.number(), end: v.number() }))
});

/** Distractors by the mix-up that each stands for. */
const distractors = v.optional(v.record(v.picklist(CONFUSIONS), texts), {});

/** One slot of a fact that is asked: it becomes one item with several forms. */
export const askSchema = v.strictObject({
	slot: id,
	type: v.picklist(KEY_TYPES),
	question,
	/** The fact as a sentence with the key in double braces: "They met in {{Woodside}}." Used for cloze and true/false. */
	cloze: v.optional(
		v.pipe(
			sentence,
			v.check((line) => (line.match(/\{\{[^{}]+\}\}/g) ?? []).length === 1, 'needs exactly one {{gap}}')
		)
	),
	key: text,
	/** The key as a value where its text is not one: an ISO date, a plain number, the id of a person or place. */
	value: v.optional(v.union([text, v.number()])),
	unit: v.optional(text),
	accept: v.optional(texts, []),
	/** Answers that are nearly right, each with what to say about it. */
	near: v.optional(v.record(v.string(), sentence), {}),
	/** Whether the answer may be typed. By default, when the key has at most four words. */
	typed: v.optional(v.boolean()),
	distractors,
	/** One sentence that says why the key is right and who says so. */
	feedback: sentence,
	/** It asks a relation, comparison, attribution or order, and not only who, when or how many. */
	relation: v.optional(v.boolean(), false),
	/** The question is about what one source says, and must name it. */
	namesSource: v.optional(id),
	/** Only the written distractors are offered: the bank adds none of its own. */
	closed: v.optional(v.boolean())
});

const entity = (name: string) => v.pipe(id, v.description(name));

export const valuesSchema = v.variant('is', [
	v.strictObject({ is: v.literal('date'), event: text, date: partialDate }),
	v.strictObject({
		is: v.literal('figure'),
		of: text,
		number: v.number(),
		unit: text,
		bound: v.optional(v.picklist(['exact', 'about', 'more-than']), 'exact')
	}),
	v.strictObject({ is: v.literal('place'), of: text, place: entity('place') }),
	v.strictObject({ is: v.literal('participant'), people: v.array(entity('person')), role: text }),
	v.strictObject({ is: v.literal('organisation'), organisation: entity('organisation'), relation: text, of: text }),
	v.strictObject({
		is: v.literal('quotation'),
		speaker: entity('person or organisation'),
		words: v.pipe(
			text,
			v.check((words) => words.split(/\s+/).length <= 10, 'a quotation has at most ten words')
		),
		about: text
	}),
	v.strictObject({ is: v.literal('cause'), cause: text, effect: text }),
	v.strictObject({ is: v.literal('content'), content: text, parts: v.optional(texts, []) }),
	v.strictObject({ is: v.literal('relation'), subject: text, relation: text, object: text })
]);

export const factSchema = v.strictObject({
	id,
	kind: v.picklist(FACT_KINDS),
	importance: v.picklist([1, 2, 3]),
	modality: v.picklist(MODALITIES),
	/** Whose it is: the id of a party, `both`, or the id of a person or organisation. */
	holder: v.optional(id),
	/** The date on which it held, at the precision that the sources give. */
	asOf: v.optional(partialDate),
	statement: sentence,
	/** A short wording of a position, agreement or commitment that does not name its holder: "an end to arms sales". */
	gist: v.optional(text),
	values: valuesSchema,
	aliases: v.optional(texts, []),
	evidence: v.pipe(v.array(evidenceSchema), v.minLength(1, 'a fact needs evidence')),
	/** Where a source says something else. */
	contra: v.optional(v.array(evidenceSchema), []),
	/** Facts so near to this one that they must not meet it on one day. */
	related: v.optional(v.array(id), []),
	note: v.optional(text),
	/** The ruling that forbids asking it at all. */
	avoid: v.optional(v.string()),
	/** Which attribution items may be derived: who holds it, who said it, how firmly it stands. */
	derive: v.optional(v.array(v.picklist(['holder', 'speaker', 'standing'])), []),
	asks: v.optional(v.array(askSchema), [])
});

export const factFileSchema = v.strictObject({ topic: v.picklist(TOPICS), facts: v.array(factSchema) });

export type Evidence = v.InferOutput<typeof evidenceSchema>;
export type Ask = v.InferOutput<typeof askSchema>;
export type FactFile = v.InferOutput<typeof factFileSchema>;
export type Fact = v.InferOutput<typeof factSchema> & { topic: Topic };
