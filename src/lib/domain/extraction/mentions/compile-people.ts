import type { Person } from '../../facts/entity-schema.ts';
import { capitalise, fold } from '../../text.ts';
import type { CompiledNames, Entry, KnownCountry, KnownOffice, KnownPerson, Title } from './compiled.ts';
import { slug } from './slug.ts';
import { keyOf, tokensOf } from './tokens.ts';
import { addPhrase, longest, type Trie } from './trie.ts';

interface PersonEntry {
	id?: string;
	name: string;
	family?: string;
	order?: KnownPerson['order'];
	chinese?: string;
	aliases: string[];
	she: boolean;
	is: string[];
}

interface PeopleFile {
	groups: { country?: string; order?: KnownPerson['order']; entries: PersonEntry[] }[];
	wordNames: string[];
	commonNames: string[];
	familiesFirst: string[];
	givenNames: { he: string[]; she: string[] };
}

interface Parts {
	names: Trie<Entry>;
	titles: Trie<Title>;
	countries: ReadonlyMap<string, KnownCountry>;
}

type PeopleParts = Pick<
	CompiledNames,
	'families' | 'holders' | 'wordNames' | 'commonNames' | 'familiesFirst' | 'givenNames'
>;

/** People by name, family and office. A person of the bank lends id and name to the same one of the lexicon. */
export function compilePeople(file: PeopleFile, bank: readonly Person[], parts: Parts): PeopleParts {
	const people = file.groups.flatMap((group) =>
		group.entries.map((entry) => ({ person: personOf(entry, group, parts), aliases: entry.aliases }))
	);
	const known = new Map(people.map(({ person }) => [fold(person.name), person]));
	const added = bank.flatMap((person) => adopt(person, known, parts));
	const all = [...people, ...added];
	for (const { person, aliases } of all) addPerson(parts.names, person, aliases);
	const persons = all.map(({ person }) => person);
	return {
		families: familiesOf(persons),
		holders: holdersOf(persons),
		wordNames: new Set(file.wordNames),
		commonNames: new Set(file.commonNames),
		familiesFirst: new Set(file.familiesFirst),
		givenNames: new Map([
			...file.givenNames.he.map((name): [string, 'm'] => [name, 'm']),
			...file.givenNames.she.map((name): [string, 'f'] => [name, 'f'])
		])
	};
}

function personOf(entry: PersonEntry, group: PeopleFile['groups'][number], parts: Parts): KnownPerson {
	const country = group.country === undefined ? undefined : parts.countries.get(group.country);
	const order = entry.order ?? group.order ?? country?.order ?? 'given-first';
	const family = entry.family ?? familyOf(entry.name, order);
	const given = withoutFamily(entry.name, family);
	return {
		id: entry.id ?? slug(entry.name),
		name: entry.name,
		family,
		...(given === '' ? {} : { given }),
		order,
		...(entry.chinese === undefined ? {} : { chinese: entry.chinese }),
		...(group.country === undefined ? {} : { country: group.country }),
		gender: entry.she ? 'f' : 'm',
		offices: entry.is.map((line) => officeOf(line, group.country, parts.titles))
	};
}

/** The family name by the order of the names. */
export function familyOf(name: string, order: KnownPerson['order']): string {
	const words = name.split(' ');
	return (order === 'family-first' ? words[0] : words[words.length - 1]) ?? name;
}

/** What is left of a name without the family's. */
export function withoutFamily(name: string, family: string): string {
	if (name === family) return '';
	return name.startsWith(`${family} `)
		? name.slice(family.length + 1)
		: name.endsWith(` ${family}`)
			? name.slice(0, -family.length - 1)
			: '';
}

function officeOf(line: string, country: string | undefined, titles: Trie<Title>): KnownOffice {
	const years = /^(.*?) (\d{4})-(\d{4})?$/.exec(line);
	const title = years?.[1] ?? line;
	const from = years?.[2] ? Number(years[2]) : undefined;
	const to = years?.[3] ? Number(years[3]) : undefined;
	return {
		title,
		class: classOf(title, titles),
		...(country === undefined ? {} : { country }),
		...(from === undefined ? {} : { from }),
		...(to === undefined ? {} : { to })
	};
}

/** The class of a title: of the titles that are known, or the title's own words. */
export function classOf(title: string, titles: Trie<Title>): string {
	const tokens = tokensOf(title);
	for (let at = 0; at < tokens.length; at++) {
		const match = longest(titles, tokens, at, true);
		if (match) return match.value.class;
	}
	return slug(title);
}

/** A person of the bank: the same person of the lexicon takes its id and keeps its offices; another one is added. */
function adopt(
	person: Person,
	known: Map<string, KnownPerson>,
	parts: Parts
): { person: KnownPerson; aliases: string[] }[] {
	const words = person.name.split(' ');
	// A surname alone is read by the rules for surnames; a byname of one word is a name of its own.
	const aliases = person.aliases.filter((alias) => !words.includes(alias) && !startsWithTitle(alias, parts.titles));
	const same = [person.name, ...aliases].map((name) => known.get(fold(name))).find((found) => found !== undefined);
	if (same) {
		same.id = person.id;
		same.name = person.name;
		if (person.chinese) same.chinese = person.chinese;
		return [{ person: same, aliases }];
	}
	const country = Array.from(parts.countries.values()).find((one) => one.short === person.country);
	const adopted: KnownPerson = {
		id: person.id,
		name: person.name,
		family: person.family,
		...(person.given === undefined ? {} : { given: person.given }),
		order: person.order,
		...(person.chinese === undefined ? {} : { chinese: person.chinese }),
		...(country === undefined ? {} : { country: country.id }),
		offices: person.offices.map((office) => officeOf(office.title.replace(/\d/g, ''), country?.id, parts.titles))
	};
	return [{ person: adopted, aliases }];
}

const startsWithTitle = (alias: string, titles: Trie<Title>): boolean =>
	longest(titles, tokensOf(alias), 0, true) !== undefined;

function addPerson(names: Trie<Entry>, person: KnownPerson, aliases: readonly string[]): void {
	const turned =
		person.given === undefined ? [] : [`${person.given} ${person.family}`, `${person.family} ${person.given}`];
	const chinese = person.chinese === undefined ? [] : [person.chinese];
	// "Lopez Obrador"; "Von der Leyen" at the begin of a sentence.
	const long = person.family.includes(' ') ? [person.family, capitalise(person.family)] : [];
	for (const name of [person.name, ...turned, ...aliases, ...long, ...chinese]) {
		if (name.includes(' ') || chinese.includes(name) || aliases.includes(name)) {
			addPhrase(names, name, { is: 'person', person });
		}
	}
}

function familiesOf(people: readonly KnownPerson[]): Map<string, KnownPerson[]> {
	const families = new Map<string, KnownPerson[]>();
	for (const person of new Set(people)) {
		const key = keyOf(person.family);
		const family = families.get(key);
		if (family) family.push(person);
		else families.set(key, [person]);
	}
	return families;
}

function holdersOf(people: readonly KnownPerson[]): PeopleParts['holders'] {
	const holders = new Map<string, { person: KnownPerson; from?: number; to?: number }[]>();
	for (const person of new Set(people)) {
		for (const { country, class: kind, from, to } of person.offices) {
			const key = `${country ?? ''}|${kind}`;
			const list = holders.get(key) ?? [];
			list.push({ person, ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) });
			holders.set(key, list);
		}
	}
	return holders;
}
