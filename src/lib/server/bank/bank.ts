import { topicLabel } from '#lib/domain/facts/labels.ts';
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
	/** What a topic is called on pages. */
	topicLabel: (id: Topic) => string;
	/** The names that the grader must know. */
	registry: Registry;
	/** What cards of an item are learnt under now; a card with another one is new again. */
	memory: (itemId: string) => string | null;
	/** The workspaces whose items it holds beside the shipped ones. */
	workspaces: readonly { id: string; name: string }[];
	/** The workspace that an item belongs to. */
	workspaceOf: (itemId: string) => string;
	/** Study assignments of the learner's classes. */
	studies: readonly { id: string; title: string; itemIds: readonly string[] }[];
	/** Whether an item is kept back, because a quiz asks it whose answers the learner may not know yet. */
	isWithheld: (itemId: string) => boolean;
	/** The articles whose texts show the evidence of a source; one whom it belongs to may read them. */
	texts: (sourceId: string) => readonly { workspaceId: string; articleId: string }[];
}

/** The shipped bank with what it was made from. */
export interface Shipped {
	bank: Bank;
	knowledge: Knowledge;
}

/** The workspace of the shipped bank. */
export const SHIPPED_WORKSPACE = '00000000-0000-7000-8000-000000000001';

/**
 * A selection of the bank that is reviewed together; `due` holds what was met before and is due now, nothing new.
 * `ids` are the items of a workspace or of a study assignment.
 */
export type Deck =
	| { by: 'all' }
	| { by: 'due' }
	| { by: 'topic'; id: string }
	| { by: 'source'; id: string }
	| { by: 'workspace' | 'study'; id: string; ids: ReadonlySet<string> };

/** The published bank from items that were generated or loaded. */
export function makeBank(
	items: readonly Item[],
	knowledge: Pick<Knowledge, 'sources' | 'people' | 'organisations' | 'places'>,
	revision: string,
	more: Partial<
		Pick<Bank, 'memory' | 'workspaces' | 'workspaceOf' | 'texts' | 'topicLabel' | 'studies' | 'isWithheld'>
	> = {}
): Bank {
	const byId = new Map(items.map((item) => [item.id, item]));
	return {
		revision,
		items,
		item: (id) => byId.get(id),
		sources: knowledge.sources,
		topics: [...new Set(items.map((item) => item.topic))],
		topicLabel: (id) => topicLabel(id),
		registry: { people: knowledge.people, organisations: knowledge.organisations, places: knowledge.places },
		memory: () => null,
		workspaces: [],
		workspaceOf: () => SHIPPED_WORKSPACE,
		studies: [],
		isWithheld: () => false,
		texts: () => [],
		...more
	};
}

/** The deck that a page's address names ("all", "due", "topic:taiwan", "source:iria", "workspace:UUID", "study:UUID"), or undefined for none. */
export function parseDeck(bank: Bank, name: string): Deck | undefined {
	if (name === 'all' || name === 'due') return { by: name };
	const [by, id = ''] = name.split(':', 2);
	if (by === 'topic' && bank.topics.some((topic) => topic === id)) return { by, id };
	if (by === 'source' && bank.sources.some((source) => source.id === id)) return { by, id };
	if (by === 'workspace' && bank.workspaces.some((workspace) => workspace.id === id)) return workspaceDeck(bank, id);
	const study = by === 'study' ? bank.studies.find((one) => one.id === id) : undefined;
	return study && { by: 'study', id, ids: new Set(study.itemIds) };
}

/** The deck of a workspace's own items. */
export function workspaceDeck(bank: Bank, id: string): Deck {
	const own = bank.items.filter((item) => bank.workspaceOf(item.id) === id);
	return { by: 'workspace', id, ids: new Set(own.map((item) => item.id)) };
}

/** Whether an item belongs to a deck; a source's deck holds what the source itself says. */
export function inDeck(item: Item, deck: Deck): boolean {
	if (deck.by === 'all' || deck.by === 'due') return true;
	if (deck.by === 'workspace' || deck.by === 'study') return deck.ids.has(item.id);
	return deck.by === 'topic' ? item.topic === deck.id : item.corroboration.sources.includes(deck.id);
}

/** What pages call a deck. */
export function deckLabel(bank: Bank, deck: Deck): string {
	if (deck.by === 'all') return 'The whole bank';
	if (deck.by === 'due') return 'Due now';
	if (deck.by === 'source') {
		return bank.sources.find((source) => source.id === deck.id)?.label.replace(/^the /, 'The ') ?? '';
	}
	if (deck.by === 'study') return bank.studies.find(({ id }) => id === deck.id)?.title ?? '';
	if (deck.by === 'workspace') return bank.workspaces.find(({ id }) => id === deck.id)?.name ?? '';
	const topic = bank.topics.find((id) => id === deck.id);
	return topic ? bank.topicLabel(topic) : '';
}
