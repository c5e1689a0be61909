import * as v from 'valibot';
import { text, texts } from '#lib/domain/facts/fields.ts';

/**
 * How a verb brings words in quotation marks: `say` takes a clause, `describe` an object and what it is called,
 * `act` something asked for or promised.
 */
const verb = v.strictObject({
	verb: text,
	kind: v.picklist(['say', 'describe', 'act']),
	/** All forms, where they are not regular. */
	forms: v.optional(texts),
	/** It takes a thing as its object too ("added firms to a list"): only a clause or the quotation may follow. */
	strict: v.optional(v.boolean()),
	test: text
});

/** The form of `seeds/lexicon/speech.yaml`. In each test the speaker is the first name of the sentence's list. */
export const speechLexiconSchema = v.strictObject({
	version: v.literal(1),
	verbs: v.array(verb),
	/** "Biden's remark that …": nouns whose owner speaks. */
	nouns: v.strictObject({ words: texts, test: text }),
	/** "according to": what stands before a speaker. */
	sources: v.strictObject({ phrases: texts, test: text }),
	/** What stands before words in marks that nobody speaks: "so-called", "entitled". */
	naming: v.strictObject({ words: texts, test: text }),
	/** What has a title in marks: "his book “…”". */
	works: v.strictObject({ words: texts, test: text })
});
export type SpeechLexicon = v.InferOutput<typeof speechLexiconSchema>;

export interface SpeechVerb {
	lemma: string;
	kind: 'say' | 'describe' | 'act';
	strict: boolean;
	/** Its subject is that of the main clause: "saying". */
	participle: boolean;
}

export interface CompiledSpeech {
	/** By form in lower case; forms of two words have one space. */
	verbs: ReadonlyMap<string, SpeechVerb>;
	/** The first words of forms of two. */
	openings: ReadonlySet<string>;
	nouns: ReadonlySet<string>;
	/** Each as its words. */
	sources: readonly (readonly string[])[];
	naming: ReadonlySet<string>;
	works: ReadonlySet<string>;
}

/** The forms of a regular verb; of "make clear" the first word changes. */
function regularForms(lemma: string): string[] {
	const [first = '', ...rest] = lemma.split(' ');
	const tail = rest.length > 0 ? ` ${rest.join(' ')}` : '';
	const stem = first.replace(/e$/, '');
	const forms = /[^aeiou]y$/.test(first)
		? [first, `${first.slice(0, -1)}ies`, `${first.slice(0, -1)}ied`, `${first}ing`]
		: [first, /(?:s|x|z|ch|sh)$/.test(first) ? `${first}es` : `${first}s`, `${stem}ed`, `${stem}ing`];
	return forms.map((form) => form + tail);
}

/** The lexicon as the rules look it up: every form of every verb. */
export function compileSpeech(lexicon: SpeechLexicon): CompiledSpeech {
	const verbs = new Map<string, SpeechVerb>();
	for (const { verb: lemma, kind, forms, strict } of lexicon.verbs) {
		for (const form of forms ?? regularForms(lemma)) {
			const participle = /ing(?: |$)/.test(form);
			verbs.set(form.toLowerCase(), { lemma, kind, strict: strict ?? false, participle });
		}
	}
	return {
		verbs,
		openings: new Set(
			Array.from(verbs.keys()).flatMap((form) => (form.includes(' ') ? (form.split(' ')[0] ?? []) : []))
		),
		nouns: new Set(lexicon.nouns.words),
		sources: lexicon.sources.phrases.map((phrase) => phrase.split(' ')),
		naming: new Set(lexicon.naming.words),
		works: new Set(lexicon.works.words)
	};
}
