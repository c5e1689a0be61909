import type { Place } from '../../facts/entity-schema.ts';
import { fold } from '../../text.ts';
import type { CompiledNames, Entry, KnownCountry } from './compiled.ts';
import { slug } from './slug.ts';
import { addPhrase, type Trie } from './trie.ts';

interface CountryEntry {
	id?: string;
	name: string;
	the: boolean;
	adjectives: string[];
	people: string[];
	aliases: string[];
	capital?: string;
	government: string[];
	order: 'family-first' | 'given-first';
	departments: boolean;
}

/** Puts countries, their adjectives, capitals and governments into the trie of names. */
export function compileCountries(
	lexicon: { groups: { entries: CountryEntry[] }[] },
	names: Trie<Entry>,
	bank: readonly Place[]
): CompiledNames['countries'] {
	const countries = new Map<string, KnownCountry>();
	for (const entry of lexicon.groups.flatMap((group) => group.entries)) {
		const country = countryOf(entry);
		countries.set(country.id, country);
		for (const name of [entry.name, ...entry.aliases]) addPhrase(names, name, { is: 'country', country });
		for (const word of entry.adjectives) addPhrase(names, word, { is: 'adjective', country });
		for (const word of peoplesOf(entry)) addPhrase(names, word, { is: 'people', country });
		for (const word of entry.government) addPhrase(names, word, { is: 'government', country });
		if (entry.capital) addCapital(names, entry.capital, country, bank);
	}
	return countries;
}

function countryOf(entry: CountryEntry): KnownCountry {
	return {
		id: entry.id ?? slug(entry.name),
		name: entry.the ? `the ${entry.name}` : entry.name,
		short: entry.name,
		adjective: entry.adjectives[0] ?? entry.name,
		order: entry.order,
		departments: entry.departments
	};
}

function addCapital(names: Trie<Entry>, capital: string, country: KnownCountry, bank: readonly Place[]): void {
	const known = bank.find((place) => fold(place.name) === fold(capital));
	addPhrase(names, capital, {
		is: 'capital',
		country,
		place: { id: known?.id ?? slug(capital), name: capital, type: 'city', country: country.id }
	});
}

/** "Americans" of "American"; a people whose adjective has no plural is written in the lexicon. */
function peoplesOf(entry: CountryEntry): string[] {
	return [
		...entry.people,
		...entry.adjectives.filter((word) => /(an|i|ak|ek|aq)$/.test(word)).map((word) => `${word}s`)
	];
}
