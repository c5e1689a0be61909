import type { Organisation, Person, Place, Source } from '../facts/entity-schema.ts';
import type { Fact } from '../facts/fact-schema.ts';
import type { Knowledge } from '../facts/knowledge.ts';
import type { Party } from '../facts/party.ts';
import type { Ruling } from '../facts/ruling-schema.ts';

/** The knowledge with its look-ups, made once for a generation. */
export interface Catalog {
	knowledge: Knowledge;
	fact: (id: string) => Fact;
	source: (id: string) => Source;
	person: Map<string, Person>;
	organisation: Map<string, Organisation>;
	place: Map<string, Place>;
	party: Map<string, Party>;
	/** The families of a fact: its own, and one for each fact that it is related to. */
	families: (factId: string) => string[];
	/** Rulings shown with a fact. */
	rulings: Map<string, Ruling[]>;
	/** The official text that a paragraph copies, where it copies one. */
	origin: (source: string, paragraph: number) => string | undefined;
}

/**
 * Indexes the knowledge.
 * @throws Error from the look-ups when an id is unknown, which `findReferenceFaults` has ruled out before
 */
export function makeCatalog(knowledge: Knowledge): Catalog {
	const facts = new Map(knowledge.facts.map((fact) => [fact.id, fact]));
	const sources = new Map(knowledge.sources.map((source) => [source.id, source]));
	const origins = new Map(
		knowledge.origins.flatMap((o) => o.places.map((place) => [`${place.source}:${place.paragraph}`, o.origin] as const))
	);
	const rulings = new Map<string, Ruling[]>();
	for (const ruling of knowledge.rulings) {
		for (const id of ruling.facts) rulings.set(id, [...(rulings.get(id) ?? []), ruling]);
	}
	return {
		knowledge,
		fact: (id) => found(facts.get(id), `fact ${id}`),
		source: (id) => found(sources.get(id), `source ${id}`),
		person: new Map(knowledge.people.map((person) => [person.id, person])),
		organisation: new Map(knowledge.organisations.map((organisation) => [organisation.id, organisation])),
		place: new Map(knowledge.places.map((place) => [place.id, place])),
		party: new Map((knowledge.parties ?? []).map((party) => [party.id, party])),
		families: makeFamilies(knowledge.facts),
		rulings,
		origin: (source, paragraph) => origins.get(`${source}:${paragraph}`)
	};
}

function found<T>(value: T | undefined, name: string): T {
	if (value === undefined) throw new Error(`unknown ${name}`);
	return value;
}

/**
 * Each fact is a family, and so is each pair of related facts: two facts meet in a family when they are related
 * themselves, not when a third one relates them.
 */
function makeFamilies(facts: readonly Fact[]): (id: string) => string[] {
	const families = new Map(facts.map((fact) => [fact.id, new Set([fact.id])]));
	for (const fact of facts) {
		for (const other of fact.related) {
			const pair = [fact.id, other].sort().join('~');
			families.get(fact.id)?.add(pair);
			families.get(other)?.add(pair);
		}
	}
	return (id) => [...(families.get(id) ?? [])];
}
