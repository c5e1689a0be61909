import * as v from 'valibot';
import { id, text, texts } from '../../facts/fields.ts';
import type { Organisation, Person, Place } from '../../facts/entity-schema.ts';
import { compileCountries } from '../mentions/compile-countries.ts';
import { compileBodies, compilePlaces } from '../mentions/compile-bodies.ts';
import { compilePeople } from '../mentions/compile-people.ts';
import { compileTitles } from '../mentions/compile-titles.ts';
import type { CompiledNames as Compiled } from '../mentions/compiled.ts';
import { emptyTrie } from '../mentions/trie.ts';

export type CompiledNames = Compiled;

/** A sentence, words of it, and what they must stand for: "person:xi-jinping", "party:japan", "place:geneva". */
export const nameTestSchema = v.strictObject({
	text,
	words: text,
	is: v.pipe(v.string(), v.regex(/^(person|party|organisation|place|joint):[a-z0-9-]+$/))
});

const order = v.picklist(['family-first', 'given-first']);
const version = v.literal(1);

export const countrySchema = v.strictObject({
	/** Slug of the name, unless given. */
	id: v.optional(id),
	name: text,
	/** Written with "the". */
	the: v.optional(v.boolean(), false),
	adjectives: v.optional(texts, []),
	/** Its people in the plural: "Spaniards". "-ans" and "-is" follow from the adjectives. */
	people: v.optional(texts, []),
	aliases: v.optional(texts, []),
	capital: v.optional(text),
	/** Its government by a house or a street. */
	government: v.optional(texts, []),
	order: v.optional(order, 'given-first'),
	/** Its government has departments and no ministries: a bare "the commerce ministry" is another state's. */
	departments: v.optional(v.boolean(), false)
});

/** "president 2012-", "prime minister 2008-2012", "spokesperson": a title and the years, where they are sure. */
const officeLine = v.pipe(
	v.string(),
	v.regex(/^[^\d]+( \d{4}-(\d{4})?)?$/, 'an office is "title", "title 2001-" or "title 2001-2005"')
);

export const personEntrySchema = v.strictObject({
	id: v.optional(id),
	name: text,
	/** The last word of the name, or the first one where the family stands first, unless given. */
	family: v.optional(text),
	order: v.optional(order),
	chinese: v.optional(text),
	aliases: v.optional(texts, []),
	/** Referred to as "she"; else as "he". */
	she: v.optional(v.boolean(), false),
	is: v.optional(v.array(officeLine), [])
});

const grouped = <T extends v.GenericSchema>(entry: T, more: v.ObjectEntries = {}) =>
	v.strictObject({ test: nameTestSchema, entries: v.pipe(v.array(entry), v.minLength(1)), ...more });

export const countriesFileSchema = v.strictObject({ version, groups: v.array(grouped(countrySchema)) });

export const peopleFileSchema = v.strictObject({
	version,
	groups: v.array(
		v.strictObject({
			/** Id of a country; absent for those who serve an organisation. */
			country: v.optional(id),
			order: v.optional(order),
			test: nameTestSchema,
			entries: v.array(personEntrySchema)
		})
	),
	/** Family names that are also words of the language. */
	wordNames: texts,
	/** Family names of many people: never believed alone. */
	commonNames: texts,
	/** Chinese, Korean and Vietnamese family names: they stand before the given name. */
	familiesFirst: texts,
	givenNames: v.strictObject({ he: texts, she: texts })
});

const bodySchema = v.strictObject({
	id: v.optional(id),
	name: text,
	aliases: v.optional(texts, []),
	/** Id of the country that it speaks for. */
	party: v.optional(id),
	chinese: v.optional(text)
});

export const organisationsFileSchema = v.strictObject({
	version,
	groups: v.array(grouped(bodySchema)),
	/** Phrases that begin with a name and mean something else: "Beijing time". */
	nothing: texts,
	/** Last words of unknown bodies' names. */
	bodyWords: texts
});

const placeEntrySchema = v.strictObject({
	id: v.optional(id),
	name: text,
	aliases: v.optional(texts, []),
	country: v.optional(id)
});

export const placesFileSchema = v.strictObject({
	version,
	groups: v.array(
		v.strictObject({
			type: v.picklist(['country', 'city', 'town', 'estate', 'region', 'sea', 'state', 'landmark']),
			country: v.optional(id),
			test: nameTestSchema,
			entries: v.array(v.union([text, placeEntrySchema]))
		})
	),
	/** A country's name that is another place's where one of the words stands in the text. */
	ambiguous: v.array(
		v.strictObject({
			name: text,
			id,
			/** country, adjective: it is another state's as well ("Korea"). */
			type: v.picklist(['state', 'city', 'region', 'country', 'adjective']),
			near: texts,
			against: texts,
			country: id
		})
	)
});

export const officesFileSchema = v.strictObject({
	version,
	groups: v.array(
		v.strictObject({
			class: id,
			kind: v.optional(v.picklist(['office', 'role', 'rank', 'courtesy', 'counterpart', 'leader']), 'office'),
			test: nameTestSchema,
			titles: texts,
			/** Plurals that are not made with "s". */
			plurals: v.optional(texts, []),
			she: v.optional(texts, []),
			he: v.optional(texts, [])
		})
	),
	/** "minister of X", "X minister", "X secretary": one class for each group of words. */
	portfolios: v.array(v.strictObject({ class: id, words: texts })),
	statuses: v.strictObject({ over: texts, current: texts }),
	ranks: texts,
	/** Words of what an office is for, beside the portfolios': pacific, affairs. */
	subjectWords: texts,
	/** Nouns after a country's adjective. */
	groupNouns: v.strictObject({ side: texts, officials: texts, bodies: texts, alone: texts }),
	speechVerbs: texts
});

export const namesLexiconSchema = v.strictObject({
	countries: countriesFileSchema,
	people: peopleFileSchema,
	offices: officesFileSchema,
	organisations: organisationsFileSchema,
	places: placesFileSchema
});

/** The gazetteer: what stands in countries, people, offices, organisations and places of `seeds/lexicon`. */
export type NamesLexicon = v.InferOutput<typeof namesLexiconSchema>;

/**
 * The gazetteer as tries and maps.
 * @param extra people, bodies and places of a bank: their ids are kept where the lexicon names the same
 */
export function compileNames(
	lexicon: NamesLexicon,
	extra: { people: Person[]; organisations: Organisation[]; places: Place[] } = {
		people: [],
		organisations: [],
		places: []
	}
): CompiledNames {
	const names: Compiled['names'] = emptyTrie();
	const { titles, groups, ...words } = compileTitles(lexicon.offices);
	const countries = compileCountries(lexicon.countries, names, extra.places);
	const people = compilePeople(lexicon.people, extra.people, { names, titles, countries });
	compileBodies(lexicon.organisations, extra.organisations, names);
	const ambiguous = compilePlaces(lexicon.places, extra.places, names, countries);
	return {
		names,
		titles,
		groups,
		countries,
		ambiguous,
		...people,
		...words,
		bodyWords: new Set(lexicon.organisations.bodyWords)
	};
}
