import type { Extraction } from '../extraction/types.ts';
import type { Organisation, Person, Place } from '../facts/entity-schema.ts';
import type { AcceptedFact } from './accepted-fact.ts';

type Entities = Extraction['entities'];

/**
 * The people, bodies and places of several articles, each once with all the aliases and offices that any of them
 * gives, so that no true name or office is ever a wrong answer; and those that facts name but no article has.
 * @param shipped names that a person may have chosen beside those of the articles
 */
export function gatherEntities(
	articles: readonly Entities[],
	facts: readonly AcceptedFact[],
	shipped: Entities
): Entities {
	const named = new Set(facts.flatMap(({ fact }) => [fact.holderId ?? '', ...idsIn(fact.values)]));
	const also = <T extends { id: string }>(entries: readonly T[]) => entries.filter(({ id }) => named.has(id));
	return {
		people: merged([...articles.flatMap(({ people }) => people), ...also(shipped.people)], mergePeople),
		organisations: merged(
			[...articles.flatMap(({ organisations }) => organisations), ...also(shipped.organisations)],
			mergeAliases<Organisation>
		),
		places: merged([...articles.flatMap(({ places }) => places), ...also(shipped.places)], mergeAliases<Place>)
	};
}

function idsIn(values: AcceptedFact['fact']['values']): string[] {
	if (values.is === 'participant') return values.people;
	if (values.is === 'quotation') return [values.speaker];
	if (values.is === 'place') return [values.place];
	return values.is === 'organisation' ? [values.organisation] : [];
}

function merged<T extends { id: string }>(entries: readonly T[], join: (a: T, b: T) => T): T[] {
	const all = new Map<string, T>();
	for (const entry of entries) {
		const there = all.get(entry.id);
		all.set(entry.id, there ? join(there, entry) : entry);
	}
	return [...all.values()];
}

function mergeAliases<T extends { name: string; aliases: string[] }>(a: T, b: T): T {
	const names = [...a.aliases, ...(b.name === a.name ? [] : [b.name]), ...b.aliases];
	return { ...a, aliases: [...new Set(names)].filter((name) => name !== a.name) };
}

function mergePeople(a: Person, b: Person): Person {
	const offices = new Map([...b.offices, ...a.offices].map((office) => [`${office.title}/${office.country}`, office]));
	return { ...mergeAliases(a, b), offices: [...offices.values()] };
}
