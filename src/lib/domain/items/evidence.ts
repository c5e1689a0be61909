import type { Evidence, Fact } from '../facts/fact-schema.ts';
import type { Catalog } from './catalog.ts';
import type { Citation, Contested, Item } from './types.ts';

/** Where the facts of an item are said, each place once, in the order of the sources. */
export function citationsOf(catalog: Catalog, facts: readonly Fact[]): Citation[] {
	const rank = new Map(catalog.knowledge.sources.map((source, index) => [source.id, index]));
	const seen = new Map<string, Citation>();
	for (const e of facts.flatMap((fact) => fact.evidence)) {
		const place = `${e.source}:${e.paragraph}:${e.anchor}`;
		if (!seen.has(place)) seen.set(place, toCitation(e));
	}
	return [...seen.values()].sort(
		(a, b) => (rank.get(a.source) ?? 0) - (rank.get(b.source) ?? 0) || a.paragraph - b.paragraph
	);
}

function toCitation(e: Evidence): Citation {
	const { source, paragraph, anchor, caption = false, span } = e;
	return { source, paragraph, anchor, caption, ...(span === undefined ? {} : { span }) };
}

/**
 * Who says it, who is silent, and how many independent origins there are: passages that copy one official text count
 * once.
 */
export function corroborationOf(catalog: Catalog, fact: Fact): Item['corroboration'] {
	const says = new Set(fact.evidence.map((e) => e.source));
	const origins = new Set<string>();
	for (const source of says) {
		const own = fact.evidence.filter((e) => e.source === source);
		const copied = own.map((e) => catalog.origin(e.source, e.paragraph));
		const first = copied[0];
		origins.add(first !== undefined && copied.every((origin) => origin !== undefined) ? `text:${first}` : source);
	}
	const ids = catalog.knowledge.sources.map((source) => source.id);
	return {
		sources: ids.filter((id) => says.has(id)),
		silent: ids.filter((id) => !says.has(id)),
		origins: origins.size
	};
}

/** The rulings that the drawer shows with these facts, each once. */
export function contestedOf(catalog: Catalog, facts: readonly Fact[]): Contested[] {
	const rulings = new Set(facts.flatMap((fact) => catalog.rulings.get(fact.id) ?? []));
	return [...rulings]
		.filter((ruling) => ruling.readings.length > 0)
		.map((ruling) => ({
			ruling: ruling.id,
			matter: ruling.matter,
			says: ruling.readings,
			settled: ruling.ruling,
			contradicts: ruling.contested
		}));
}
