import type { Organisation, Place } from '../../facts/entity-schema.ts';
import { fold } from '../../text.ts';
import type { Ambiguity, CompiledNames, Entry, KnownBody } from './compiled.ts';
import { slug, withoutThe } from './slug.ts';
import { addPhrase, type Trie } from './trie.ts';

interface BodyEntry {
	id?: string;
	name: string;
	aliases: string[];
	party?: string;
	chinese?: string;
}

interface PlaceGroup {
	type: Place['type'];
	country?: string;
	entries: (string | { id?: string; name: string; aliases: string[]; country?: string })[];
}

interface PlacesFile {
	groups: PlaceGroup[];
	ambiguous: {
		name: string;
		id: string;
		type: 'state' | 'city' | 'region' | 'country' | 'adjective';
		near: string[];
		against: string[];
		country: string;
	}[];
}

/** Bodies of the bank first, so that their ids stay; then those of the lexicon, and the phrases that name nothing. */
export function compileBodies(
	file: { groups: { entries: BodyEntry[] }[]; nothing: string[] },
	bank: readonly Organisation[],
	names: Trie<Entry>
): void {
	const entries = file.groups.flatMap((group) => group.entries);
	const taken = new Set<Organisation>();
	for (const entry of entries) {
		const same = bank.find((body) => sameBody(body, entry));
		if (same) taken.add(same);
		const body = bodyOf(entry, same);
		for (const name of [body.name, entry.name, ...entry.aliases, ...(same?.aliases ?? []).filter(isName)]) {
			addPhrase(names, withoutThe(name), { is: 'body', body });
		}
	}
	for (const other of bank.filter((body) => !taken.has(body) && isName(body.name))) {
		const body = bodyOf({ id: other.id, name: other.name, aliases: [] }, other);
		for (const name of [other.name, ...other.aliases]) {
			if (isName(name)) addPhrase(names, withoutThe(name), { is: 'body', body });
		}
	}
	for (const phrase of file.nothing) addPhrase(names, phrase, { is: 'nothing' });
}

function sameBody(body: Organisation, entry: BodyEntry): boolean {
	if (entry.id !== undefined) return body.id === entry.id;
	return fold(withoutThe(body.name)) === fold(withoutThe(entry.name));
}

function bodyOf(entry: BodyEntry, same: Organisation | undefined): KnownBody {
	const party = entry.party ?? same?.side;
	const chinese = entry.chinese ?? same?.chinese;
	return {
		id: same?.id ?? entry.id ?? slug(entry.name),
		name: same?.name ?? entry.name,
		...(party === undefined ? {} : { party }),
		...(chinese === undefined ? {} : { chinese })
	};
}

/** A name of its own: not one letter, not "a senior official", and no ministry that every country has. */
function isName(name: string): boolean {
	const bare = withoutThe(name);
	if (/['’]s /.test(bare)) return false;
	return (
		bare.length > 1 &&
		/^[\p{Lu}\p{N}]/u.test(bare) &&
		!/^(Ministry|Minister|Foreign Ministry)\b/.test(bare) &&
		!/official/.test(bare)
	);
}

/** Places, with the ids of the bank's; returns the names that also are another place's. */
export function compilePlaces(
	file: PlacesFile,
	bank: readonly Place[],
	names: Trie<Entry>,
	countries: CompiledNames['countries']
): CompiledNames['ambiguous'] {
	for (const group of file.groups) {
		for (const entry of group.entries) addPlace(names, group, entry, bank);
	}
	for (const { id, name, type, aliases, chinese } of bank) {
		const place = { id, name, type, ...(chinese === undefined ? {} : { chinese }) };
		for (const word of [name, ...aliases]) {
			if (/^[\p{Lu}]/u.test(withoutThe(word)) && word.length > 2)
				addPhrase(names, withoutThe(word), { is: 'place', place });
		}
	}
	return new Map(file.ambiguous.flatMap((line) => ambiguityOf(line, countries)));
}

/** What a name is besides its first meaning; nothing where the country is not known. */
function ambiguityOf(
	{ name, id, type, near, against, country }: PlacesFile['ambiguous'][number],
	countries: CompiledNames['countries']
): [string, Ambiguity][] {
	const words = { name, near: new Set(near), against: new Set(against) };
	if (type !== 'country' && type !== 'adjective')
		return [[name, { ...words, entry: { is: 'place', place: { id, name, type, country } } }]];
	const state = countries.get(country);
	return state ? [[name, { ...words, entry: { is: type, country: state } }]] : [];
}

function addPlace(
	names: Trie<Entry>,
	group: PlaceGroup,
	line: PlaceGroup['entries'][number],
	bank: readonly Place[]
): void {
	const entry = typeof line === 'string' ? { name: line, aliases: [] } : line;
	const same = bank.find((place) => fold(withoutThe(place.name)) === fold(withoutThe(entry.name)));
	const country = ('country' in entry ? entry.country : undefined) ?? group.country;
	const place = {
		id: same?.id ?? ('id' in entry ? entry.id : undefined) ?? slug(entry.name),
		name: same?.name ?? entry.name,
		type: group.type,
		...(country === undefined ? {} : { country })
	};
	for (const name of [entry.name, ...entry.aliases, ...(same?.aliases ?? [])]) {
		addPhrase(names, withoutThe(name), { is: 'place', place });
	}
}
