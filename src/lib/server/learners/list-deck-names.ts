import type { DeckName } from '#lib/domain/scheduling/deck-name.ts';
import type { DeckOptions } from '#lib/domain/scheduling/settings.ts';
import type { Bank } from '#lib/server/bank/bank.ts';

/** The decks that may have options of their own, the most specific kind first. */
export function listDeckNames(bank: Bank, options: ReadonlyMap<string, DeckOptions>): DeckName[] {
	const named = (by: DeckName['by'], id: string, label: string): DeckName => ({
		name: `${by}:${id}`,
		by,
		id,
		label,
		hasOwn: options.has(`${by}:${id}`)
	});
	return [
		...bank.studies.map(({ id, title }) => named('study', id, title)),
		...bank.workspaces.map(({ id, name }) => named('workspace', id, name)),
		...bank.topics.map((id) => named('topic', id, bank.topicLabel(id))),
		...bank.sources.map(({ id, label }) => named('source', id, label))
	];
}
