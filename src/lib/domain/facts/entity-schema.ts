import * as v from 'valibot';
import { id, text, texts, sentence, partialDate } from './fields.ts';
import { TOPICS, type Topic } from './vocabulary.ts';

/** A named person: the field order of `name` is how the sources print it. */
export const personSchema = v.strictObject({
	id,
	name: text,
	family: text,
	given: v.optional(text),
	order: v.picklist(['family-first', 'given-first']),
	chinese: v.optional(text),
	/** Id of the party that the person or body belongs to. */
	side: v.optional(id),
	country: v.optional(text),
	aliases: v.optional(texts, []),
	/** Every office the sources give the person, so that none of them is ever a wrong answer. */
	offices: v.optional(
		v.array(
			v.strictObject({
				title: text,
				accept: v.optional(texts, []),
				country: v.optional(text),
				former: v.optional(v.boolean(), false)
			})
		),
		[]
	),
	/** Whether the sources say that the person sat in the bilateral meeting, and which of them. */
	attended: v.optional(v.array(id), []),
	note: v.optional(text)
});

export const organisationSchema = v.strictObject({
	id,
	name: text,
	aliases: v.optional(texts, []),
	chinese: v.optional(text),
	/** Id of the party that the person or body belongs to. */
	side: v.optional(id),
	/** Speaks for a side: "the White House" for the United States. */
	metonyms: v.optional(texts, []),
	note: v.optional(text)
});

export const placeSchema = v.strictObject({
	id,
	name: text,
	aliases: v.optional(texts, []),
	chinese: v.optional(text),
	within: v.optional(id),
	type: v.picklist(['country', 'city', 'town', 'estate', 'region', 'sea', 'state', 'landmark']),
	note: v.optional(text)
});

export const sourceSchema = v.strictObject({
	id,
	/** How learners read its name inside a sentence: "China Briefing". */
	label: text,
	title: text,
	/** Label and publisher on Chinese pages; the title stays as it can be looked up. */
	chinese: v.optional(v.strictObject({ label: text, publisher: v.nullable(text) })),
	publisher: v.nullable(text),
	author: v.nullable(text),
	published: v.nullable(partialDate),
	publishedFrom: v.picklist(['given', 'stamp', 'metadata', 'none']),
	closeness: v.picklist(['readout', 'wire', 'analysis']),
	paragraphs: v.pipe(v.number(), v.integer(), v.minValue(1)),
	note: v.optional(text)
});

/** Paragraphs of different sources that stem from one official text, and so count as one origin. */
export const originSchema = v.strictObject({
	origin: text,
	places: v.array(v.strictObject({ source: id, paragraph: v.number() }))
});

/** Which of the five sources mention a matter at all; basis of "which sources report…". */
export const mentionSchema = v.strictObject({
	id,
	topic: v.picklist(TOPICS),
	/** Completes "Which of the five articles mention …?" */
	matter: text,
	sources: v.array(id),
	note: v.optional(text),
	/** The facts whose evidence shows it. */
	facts: v.pipe(v.array(id), v.minLength(1)),
	feedback: sentence
});

export type Person = v.InferOutput<typeof personSchema>;
export type Organisation = v.InferOutput<typeof organisationSchema>;
export type Place = v.InferOutput<typeof placeSchema>;
export type Source = v.InferOutput<typeof sourceSchema>;
export type Origin = v.InferOutput<typeof originSchema>;
export type Mention = Omit<v.InferOutput<typeof mentionSchema>, 'topic'> & { topic: Topic };
