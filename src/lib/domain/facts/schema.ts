import * as v from 'valibot';

/**
 * The shape of the bank's data as a teacher writes it: facts with evidence and the questions asked of them, the
 * people, organisations, places and sources they name, the rulings on what the sources disagree about, and the sets
 * (order, match, sort, multiple response) that join several facts. Everything else is derived from these types.
 */

const id = v.pipe(v.string(), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'an id is lower-case words joined by hyphens'));
const text = v.pipe(v.string(), v.trim(), v.nonEmpty('must not be empty'));
const texts = v.array(text);
const sentence = v.pipe(text, v.regex(/[.!?]”?$/, 'must be a sentence that ends with a full stop'));
const question = v.pipe(text, v.regex(/[?:.]$/, 'must end with a question mark, a colon or a full stop'));
const partialDate = v.pipe(
	v.string(),
	v.regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/, 'a date is YYYY, YYYY-MM or YYYY-MM-DD, in quotes')
);

export const FACT_KINDS = [
	'date',
	'event',
	'participant',
	'agreement',
	'commitment',
	'position',
	'non-agreement',
	'figure',
	'place',
	'quotation',
	'cause',
	'background',
	'organisation'
] as const;

/** The speech-act ladder: how firmly a fact stands. */
export const MODALITIES = ['established', 'agreed', 'announced', 'claimed', 'reportedly', 'not-agreed'] as const;

export const TOPICS = [
	'summit',
	'economy',
	'relationship-framing',
	'taiwan',
	'military',
	'climate',
	'people-to-people',
	'fentanyl',
	'ai',
	'export-controls',
	'conflicts-elsewhere'
] as const;

/** What kind of thing a key is; it decides how answers are graded and which options may stand beside it. */
export const KEY_TYPES = [
	'date',
	'number',
	'person',
	'office',
	'place',
	'organisation',
	'term',
	'phrase',
	'side',
	'source'
] as const;

/** The mix-up that a distractor stands for. */
export const CONFUSIONS = [
	'wrong-side',
	'wrong-date',
	'wrong-year',
	'other-meeting',
	'other-agreement',
	'other-person',
	'other-office',
	'other-place',
	'other-organisation',
	'other-figure',
	'other-term',
	'other-cause',
	'other-source',
	'not-agreed',
	'one-side-only'
] as const;

/** Where a source says it: the Nth non-empty line of the article and a few words that find the place again. */
export const evidenceSchema = v.strictObject({
	source: id,
	paragraph: v.pipe(v.number(), v.integer(), v.minValue(1)),
	anchor: v.pipe(
		text,
		v.check((words) => words.split(/\s+/).length <= 10, 'an anchor has at most ten words')
	),
	caption: v.optional(v.boolean())
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
	namesSource: v.optional(id)
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
	/** Whose it is: `us`, `china`, `both`, or the id of a person or organisation. */
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

/** A named person: the field order of `name` is how the sources print it. */
export const personSchema = v.strictObject({
	id,
	name: text,
	family: text,
	given: v.optional(text),
	order: v.picklist(['family-first', 'given-first']),
	chinese: v.optional(text),
	side: v.optional(v.picklist(['us', 'china'])),
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
	side: v.optional(v.picklist(['us', 'china'])),
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

export type Evidence = v.InferOutput<typeof evidenceSchema>;
export type Ask = v.InferOutput<typeof askSchema>;
export type FactFile = v.InferOutput<typeof factFileSchema>;
export type Fact = v.InferOutput<typeof factSchema> & { topic: Topic };
export type Person = v.InferOutput<typeof personSchema>;
export type Organisation = v.InferOutput<typeof organisationSchema>;
export type Place = v.InferOutput<typeof placeSchema>;
export type Source = v.InferOutput<typeof sourceSchema>;
export type Origin = v.InferOutput<typeof originSchema>;
export type Mention = v.InferOutput<typeof mentionSchema>;
export type Ruling = v.InferOutput<typeof rulingSchema>;
export type RulingCheck = v.InferOutput<typeof rulingCheckSchema>;
export type FactSet = v.InferOutput<typeof setSchema>;
export type Topic = (typeof TOPICS)[number];
export type FactKind = (typeof FACT_KINDS)[number];
export type Modality = (typeof MODALITIES)[number];
export type KeyType = (typeof KEY_TYPES)[number];
export type Confusion = (typeof CONFUSIONS)[number];

/** Everything the generator needs: the loaded and cross-checked data of one workspace. */
export interface Knowledge {
	facts: Fact[];
	people: Person[];
	organisations: Organisation[];
	places: Place[];
	sources: Source[];
	origins: Origin[];
	mentions: Mention[];
	rulings: Ruling[];
	sets: FactSet[];
}
