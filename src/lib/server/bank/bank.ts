import { TOPIC_LABELS } from '#lib/domain/facts/labels.ts';
import type { Source } from '#lib/domain/facts/entity-schema.ts';
import type { Knowledge } from '#lib/domain/facts/knowledge.ts';
import type { Topic } from '#lib/domain/facts/vocabulary.ts';
import type { Registry } from '#lib/domain/grading/types.ts';
import type { Item } from '#lib/domain/items/types.ts';

/** The published bank as the process holds it: read once at the start, shared by every request. */
export interface Bank {
	/** Hash of all its items' ids and versions. */
	revision: string;
	/** In the order of introduction. */
	items: readonly Item[];
	item: (id: string) => Item | undefined;
	sources: readonly Source[];
	topics: readonly Topic[];
	/** The names that the grader must know. */
	registry: Registry;
}

/** A selection of the bank that is reviewed together; `due` holds what was met before and is due now, nothing new. */
export type Deck = { by: 'all' } | { by: 'due' } | { by: 'topic'; id: string } | { by: 'source'; id: string };

/** The published bank from items that were generated or loaded. */
export function makeBank(items: readonly Item[], knowledge: Knowledge, revision: string): Bank {
	const byId = new Map(items.map((item) => [item.id, item]));
	return {
		revision,
		items,
		item: (id) => byId.get(id),
		sources: knowledge.sources,
		topics: [...new Set(items.map((item) => item.topic))],
		registry: { people: knowledge.people, organisations: knowledge.organisations, places: knowledge.places }
	};
}

/** The deck that a page's address names ("all", "due", "topic:taiwan", "source:iria"), or undefined for none. */
export function parseDeck(bank: Bank, name: string): Deck | undefined {
	if (name === 'all' || name === 'due') return { by: name };
	const [by, id = ''] = name.split(':', 2);
	if (by === 'topic' && bank.topics.some((topic) => topic === id)) return { by, id };
	if (by === 'source' && bank.sources.some((source) => source.id === id)) return { by, id };
	return undefined;
}

/** Whether an item belongs to a deck; a source's deck holds what the source itself says. */
export function inDeck(item: Item, deck: Deck): boolean {
	if (deck.by === 'all' || deck.by === 'due') return true;
	return deck.by === 'topic' ? item.topic === deck.id : item.corroboration.sources.includes(deck.id);
}

/** What pages call a deck. */
export function deckLabel(bank: Bank, deck: Deck): string {
	if (deck.by === 'all') return 'The whole bank';
	if (deck.by === 'due') return 'Due now';
	if (deck.by === 'source') {
		return bank.sources.find((source) => source.id === deck.id)?.label.replace(/^the /, 'The ') ?? '';
	}
	const topic = bank.topics.find((id) => id === deck.id);
	return topic ? TOPIC_LABELS[topic] : '';
}
