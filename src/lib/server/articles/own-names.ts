import { fold } from '#lib/domain/text.ts';
import type { LexiconContent } from '#lib/domain/workspace/lexicon-schema.ts';
import { slugOf } from '#lib/domain/workspace/name-book.ts';
import type { LexiconFiles } from './lexicon.ts';

type Known = LexiconFiles['known'];
type Country = LexiconFiles['names']['countries']['groups'][number]['entries'][number];
type Of<K extends LexiconContent['kind']> = Extract<LexiconContent, { kind: K }>;

/** The files with a name that a workspace adds. */
export function withName(files: LexiconFiles, { is, name, country, office }: Of<'name'>): LexiconFiles {
	const { known } = files;
	const id = slugOf(name);
	const home = country === undefined ? undefined : countryNamed(files, country);
	if (is === 'organisation') {
		const body = { id, name, aliases: [], metonyms: [], side: home && idOf(home) };
		return { ...files, known: { ...known, organisations: [...known.organisations, body] } };
	}
	if (is === 'place') {
		const place = { id, name, aliases: [], type: 'city' as const, within: home && idOf(home) };
		return { ...files, known: { ...known, places: [...known.places, place] } };
	}
	const land = home?.name ?? country;
	const offices = office === undefined ? [] : [{ title: office, accept: [], country: land, former: false }];
	const order = home?.order ?? 'given-first';
	const words = name.split(/\s+/);
	const family = (order === 'family-first' ? words[0] : words.at(-1)) ?? name;
	const person = { id, name, family, order, country: land, aliases: [], offices, attended: [] };
	return { ...files, known: { ...known, people: [...known.people, person] } };
}

/**
 * The files with another name for whoever has the name or the id: one of the workspace or of the bank, a country, or
 * one of the gazetteer, which is taken among the known names for it. Where nobody has the name, the files as they are.
 */
export function withAlias(files: LexiconFiles, { of, alias }: Of<'alias'>): LexiconFiles {
	const { known } = files;
	const is = isNamed(of);
	const has = (entries: readonly Named[]) => entries.some(is);
	const add = <T extends Named & { aliases: string[] }>(entries: T[]): T[] =>
		entries.map((entry) => (is(entry) ? { ...entry, aliases: [...entry.aliases, alias] } : entry));
	if (has(known.people)) return { ...files, known: { ...known, people: add(known.people) } };
	if (has(known.organisations)) return { ...files, known: { ...known, organisations: add(known.organisations) } };
	if (countryNamed(files, of)) return withCountryAlias(files, of, alias);
	if (has(known.places)) return { ...files, known: { ...known, places: add(known.places) } };
	const found = gazetteer(files).find((entry) => is(entry.content));
	if (!found) return files;
	return withAlias({ ...files, known: found.addTo(known) }, { kind: 'alias', of: found.content.id, alias });
}

/** Whether a name or an id stands for somebody or something that an alias can be given to. */
export function isKnownName(files: LexiconFiles, name: string): boolean {
	const { people, organisations, places } = files.known;
	const listed = [...people, ...organisations, ...places, ...gazetteer(files).map(({ content }) => content)];
	return listed.some(isNamed(name)) || countryNamed(files, name) !== undefined;
}

interface Named {
	id: string;
	name: string;
}

function isNamed(wanted: string) {
	const key = fold(wanted);
	return ({ id, name }: Named) => id === wanted || fold(name) === key;
}

const idOf = ({ id, name }: Country) => id ?? slugOf(name);

/** A country by its id, its name, another name of it or its adjective. */
function countryNamed({ names }: LexiconFiles, wanted: string): Country | undefined {
	const key = fold(wanted).replace(/^the /, '');
	return names.countries.groups
		.flatMap(({ entries }) => entries)
		.find((one) => [idOf(one), one.name, ...one.aliases, ...one.adjectives].some((name) => fold(name) === key));
}

function withCountryAlias(files: LexiconFiles, of: string, alias: string): LexiconFiles {
	const wanted = countryNamed(files, of);
	const groups = files.names.countries.groups.map((group) => ({
		...group,
		entries: group.entries.map((entry) => (entry === wanted ? { ...entry, aliases: [...entry.aliases, alias] } : entry))
	}));
	return { ...files, names: { ...files.names, countries: { ...files.names.countries, groups } } };
}

interface Listed {
	content: { id: string; name: string };
	addTo: (known: Known) => Known;
}

/** People and bodies of the gazetteer, each with how it becomes one of the known names. */
function gazetteer({ names }: LexiconFiles): Listed[] {
	const people = names.people.groups.flatMap(({ country, order, entries }) =>
		entries.map((entry): Listed => {
			const { name, aliases, chinese } = entry;
			const id = entry.id ?? slugOf(name);
			const familyFirst = (entry.order ?? order) === 'family-first';
			const words = name.split(/\s+/);
			const family = entry.family ?? (familyFirst ? words[0] : words.at(-1)) ?? name;
			const rest = { order: familyFirst ? ('family-first' as const) : ('given-first' as const), chinese, country };
			const person = { id, name, family, ...rest, aliases, offices: [], attended: [] };
			return { content: person, addTo: (known) => ({ ...known, people: [...known.people, person] }) };
		})
	);
	const bodies = names.organisations.groups.flatMap(({ entries }) =>
		entries.map((entry): Listed => {
			const { name, aliases, chinese, party } = entry;
			const body = { id: entry.id ?? slugOf(name), name, aliases, chinese, side: party, metonyms: [] };
			return { content: body, addTo: (known) => ({ ...known, organisations: [...known.organisations, body] }) };
		})
	);
	return [...people, ...bodies];
}
