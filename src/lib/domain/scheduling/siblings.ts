import type { Item } from '../items/types.ts';

type Known = (id: string) => Item | undefined;

/** The families of some items. */
export function familiesOf(ids: readonly string[], item: Known): Set<string> {
	return new Set(ids.flatMap((id) => item(id)?.families ?? []));
}

/**
 * The entries that are asked where siblings do not meet on one day: the first of each family, none of a family that is
 * taken. Where siblings may meet, every entry whose item is known.
 */
export function withoutSiblings<T>(
	entries: readonly T[],
	idOf: (entry: T) => string,
	item: Known,
	bury: boolean,
	taken: ReadonlySet<string>
): T[] {
	if (!bury) return entries.filter((entry) => item(idOf(entry)) !== undefined);
	const used = new Set(taken);
	return entries.filter((entry) => {
		const families = item(idOf(entry))?.families ?? [];
		if (families.length === 0 || families.some((family) => used.has(family))) return false;
		for (const family of families) used.add(family);
		return true;
	});
}
