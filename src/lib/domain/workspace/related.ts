import type { AcceptedFact } from './accepted-fact.ts';

/** More neighbours than these are not kept apart. */
const MOST = 6;

/** The same neighbours, seen from each of the two. */
export function bothWays(related: ReadonlyMap<string, readonly string[]>): Map<string, string[]> {
	const both = new Map<string, string[]>();
	const add = (from: string, to: string) => both.set(from, [...(both.get(from) ?? []), to]);
	for (const [id, others] of related) {
		for (const other of others) {
			add(id, other);
			add(other, id);
		}
	}
	return both;
}

/**
 * Facts that are told in overlapping places of one article, by id: they must not meet on one day. Sorted by place and
 * looked at with the next ones only.
 */
export function relatedOf(facts: readonly AcceptedFact[]): Map<string, string[]> {
	const related = new Map<string, string[]>();
	const places = facts
		.flatMap((fact) => fact.evidence.slice(0, 1).map((e) => ({ id: fact.id, ...e })))
		.sort((a, b) => (a.article < b.article ? -1 : a.article > b.article ? 1 : a.start - b.start));
	for (const [index, place] of places.entries()) {
		for (const next of places.slice(index + 1, index + 1 + MOST)) {
			if (next.article !== place.article || next.start >= place.end) break;
			related.set(place.id, [...(related.get(place.id) ?? []), next.id]);
		}
	}
	return related;
}
