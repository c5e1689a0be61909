import type { Fact, Knowledge, Organisation, Person, Place, Ruling, Source } from '../facts/schema.ts';

/** The knowledge with its look-ups, made once for a generation. */
export interface Catalog {
	knowledge: Knowledge;
	fact: (id: string) => Fact;
	source: (id: string) => Source;
	person: Map<string, Person>;
	organisation: Map<string, Organisation>;
	place: Map<string, Place>;
	/** The name of the family a fact belongs to: facts joined by `related`, by the smallest id among them. */
	family: (factId: string) => string;
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
		family: makeFamilies(knowledge.facts),
		rulings,
		origin: (source, paragraph) => origins.get(`${source}:${paragraph}`)
	};
}

function found<T>(value: T | undefined, name: string): T {
	if (value === undefined) throw new Error(`unknown ${name}`);
	return value;
}

/** Joins related facts; the smallest id of a family names it, so that the name lasts. */
function makeFamilies(facts: readonly Fact[]): (id: string) => string {
	const parent = new Map<string, string>();
	const root = (id: string): string => {
		let at = id;
		for (let up = parent.get(at); up !== undefined; up = parent.get(at)) at = up;
		return at;
	};
	for (const fact of facts) {
		for (const other of fact.related) {
			const [a, b] = [root(fact.id), root(other)].sort();
			if (a !== undefined && b !== undefined && a !== b) parent.set(b, a);
		}
	}
	return root;
}
