import * as v from 'valibot';
import { CONFUSIONS, FACT_KINDS, KEY_TYPES, MODALITIES } from '../facts/vocabulary.ts';
import type { Form, Item } from '../items/types.ts';

/** An item as a device receives and keeps it: checked, because what is kept may be of another version of the program. */

const text = v.string();
const texts = v.array(text);
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const labelled = v.looseObject({ id: text, text });
const option = v.looseObject({ id: text, text, confusion: v.optional(v.picklist(CONFUSIONS)) });
const answer = v.looseObject({
	type: v.picklist(KEY_TYPES),
	text,
	value: v.optional(v.union([text, v.number()])),
	unit: v.optional(text),
	accept: texts,
	near: v.record(text, text)
});

const formSchema: v.GenericSchema<unknown, Form> = v.variant('form', [
	v.looseObject({
		form: v.literal('choice'),
		question: text,
		options: v.array(option),
		key: text,
		ordered: v.boolean()
	}),
	v.looseObject({
		form: v.literal('multiple-response'),
		question: text,
		options: v.array(option),
		keys: texts,
		ordered: v.boolean()
	}),
	v.looseObject({
		form: v.literal('true-false'),
		statement: text,
		key: v.boolean(),
		shown: text,
		confusion: v.optional(v.picklist(CONFUSIONS))
	}),
	v.looseObject({ form: v.literal('cloze'), before: text, after: text, answer }),
	v.looseObject({ form: v.literal('typed'), question: text, answer }),
	v.looseObject({
		form: v.literal('date'),
		question: text,
		precision: v.picklist(['year', 'month', 'day']),
		answer
	}),
	v.looseObject({ form: v.literal('flashcard'), question: text, back: text }),
	v.looseObject({
		form: v.literal('order'),
		question: text,
		entries: v.array(v.looseObject({ id: text, text, when: text })),
		key: texts
	}),
	v.looseObject({
		form: v.literal('match'),
		question: text,
		lefts: v.array(labelled),
		rights: v.array(labelled),
		key: v.record(text, text)
	}),
	v.looseObject({
		form: v.literal('sort'),
		question: text,
		bins: v.array(labelled),
		entries: v.array(labelled),
		key: v.record(text, text)
	})
]);

const citation = v.looseObject({
	source: text,
	paragraph: v.number(),
	anchor: text,
	caption: v.boolean(),
	span: v.optional(v.looseObject({ start: v.number(), end: v.number() }))
});

const contested = v.looseObject({
	ruling: text,
	matter: text,
	says: v.array(v.looseObject({ source: text, paragraphs: v.array(v.number()), says: text })),
	settled: text,
	contradicts: v.boolean()
});

export const itemSchema: v.GenericSchema<unknown, Item> = v.looseObject({
	id: text,
	version: text,
	facts: texts,
	families: texts,
	origin: v.picklist(['ask', 'holder', 'speaker', 'standing', 'office', 'person', 'mention', 'set']),
	topic: text,
	kind: v.picklist(FACT_KINDS),
	importance: v.picklist([1, 2, 3]),
	modality: v.picklist(MODALITIES),
	side: v.optional(text),
	relation: v.boolean(),
	question: text,
	key: text,
	feedback: text,
	citations: v.array(citation),
	corroboration: v.looseObject({ sources: texts, silent: texts, origins: count }),
	contested: v.array(contested),
	forms: v.pipe(v.array(formSchema), v.minLength(1))
});
