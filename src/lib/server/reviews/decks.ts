import { deckLabel, inDeck, workspaceDeck, type Bank, type Deck } from '#lib/server/bank/bank.ts';
import type { Db } from '#lib/server/db/db.ts';
import { LEARN_AHEAD_MS } from '#lib/domain/scheduling/queue.ts';
import { knownCards, type KnownCard } from './known-cards.ts';
import type { Learner } from './today.ts';

/** A deck with how far the learner has come in it. */
export interface DeckView {
	/** As in a page's address. */
	name: string;
	label: string;
	by: Deck['by'];
	/** What the deck is: a source's title, for instance. */
	note: string | undefined;
	items: number;
	seen: number;
	due: number;
}

/** The deck of what was met before and is due. */
function dueNow(bank: Bank, known: ReadonlyMap<string, KnownCard>, now: Date): DeckView {
	const soon = now.getTime() + LEARN_AHEAD_MS;
	const isSoon = ({ card, aside }: KnownCard) => !aside && card.state !== 2 && Date.parse(card.due) <= soon;
	const due = [...known.values()].filter((one) => one.due || isSoon(one)).length;
	return {
		name: 'due',
		label: deckLabel(bank, { by: 'due' }),
		by: 'due',
		note: 'Only what you have met before, nothing new',
		items: due,
		seen: due,
		due
	};
}

/** Every deck of the bank: the whole, what is due, what classes have her study, the learner's workspaces, the topics, the sources. */
export async function listDecks(db: Db, bank: Bank, learner: Learner | null, now: Date): Promise<DeckView[]> {
	const known = learner ? await knownCards(db, bank, learner, now) : new Map<string, KnownCard>();
	const view = (name: string, deck: Deck, note?: string): DeckView => {
		const items = bank.items.filter((item) => inDeck(item, deck));
		const seen = items.flatMap((item) => known.get(item.id) ?? []);
		const due = seen.filter((one) => one.due).length;
		return { name, label: deckLabel(bank, deck), by: deck.by, note, items: items.length, seen: seen.length, due };
	};
	return [
		view('all', { by: 'all' }),
		dueNow(bank, known, now),
		...bank.studies.map(({ id, itemIds }) => view(`study:${id}`, { by: 'study', id, ids: new Set(itemIds) })),
		...bank.workspaces.map(({ id }) => view(`workspace:${id}`, workspaceDeck(bank, id))),
		...bank.topics.map((id) => view(`topic:${id}`, { by: 'topic', id })),
		...bank.sources.map(({ id, title }) => view(`source:${id}`, { by: 'source', id }, title))
	];
}
