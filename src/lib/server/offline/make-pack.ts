import { hashText } from '#lib/domain/hash.ts';
import type { Item } from '#lib/domain/items/types.ts';
import { PACK_FORMAT, type Pack, type PackContent, type PackDeck } from '#lib/domain/offline/pack-schema.ts';
import { selectItems, type Choosable } from '#lib/domain/offline/select-items.ts';
import type { CardState } from '#lib/domain/scheduling/card.ts';
import { bankFor } from '#lib/server/bank/bank-for.ts';
import { inDeck, parseDeck, type Bank, type Shipped } from '#lib/server/bank/bank.ts';
import { passagesOf } from '#lib/server/bank/passages.ts';
import type { ClassWork } from '#lib/server/classwork/class-work.ts';
import type { Db } from '#lib/server/db/db.ts';
import { withGoals } from '#lib/server/deadlines/own-goals.ts';
import { listDecks, type DeckView } from '#lib/server/reviews/decks.ts';
import { cardsByItem } from '#lib/server/reviews/known-cards.ts';
import type { Learner } from '#lib/server/reviews/today.ts';
import { readDeckOptions, readMarks, readToday } from './pack-rows.ts';
import { endOfPack, workAhead } from './withheld-ahead.ts';

/**
 * Everything that a learner's device needs to go on without the server for seven days: what falls due and what is new
 * until then, with feedback and evidence, and all that decides what is asked next. What a quiz withholds now or will
 * withhold in these days is not in it, nor what would tell of it.
 * @param held the name of the content that the device has: that of the same name is not sent again
 */
export async function makePack(
	db: Db,
	shipped: Shipped,
	{ learner, account }: { learner: Learner; account: boolean },
	now: Date,
	held?: string
): Promise<Pack> {
	const until = endOfPack(now);
	const { work, withholdings } = await workAhead(db, learner.id, now, until);
	const bank = await bankFor(db, shipped, learner.id, work);
	const student = await withGoals(db, bank, { ...learner, work }, now);
	const { goals, mistakes } = student.work ?? work;
	const today = await readToday(db, student, now);
	const cards = await cardsByItem(db, bank, student);
	const marks = await readMarks(db, learner.id);
	const { met, fresh } = selectItems(
		choosable(bank, student, { cards, marks, goals, mistakes, answers: today.answers, until })
	);
	const content = await contentOf(db, bank, student, [...met, ...fresh]);
	const tag = hashText(JSON.stringify(content));
	return {
		format: PACK_FORMAT,
		learnerId: learner.id,
		account,
		now: now.toISOString(),
		until: until.toISOString(),
		settings: learner.settings,
		deckOptions: await readDeckOptions(db, learner.id),
		decks: (await listDecks(db, bank, student, now)).map((deck) => toPackDeck(bank, deck)),
		...toWork({ goals, mistakes }),
		withholdings,
		today,
		cards: cardsOf(met, cards),
		marks,
		memories: memoriesOf(bank, [...met, ...fresh]),
		fresh: fresh.map(({ id }) => id),
		tag,
		content: tag === held ? null : content
	};
}

/** What the items of a pack are chosen from, and by. */
function choosable(
	bank: Bank,
	{ settings }: Learner,
	held: Pick<ClassWork, 'goals' | 'mistakes'> & {
		cards: ReadonlyMap<string, CardState>;
		marks: Pack['marks'];
		answers: Pack['today']['answers'];
		until: Date;
	}
): Choosable {
	const { goals, mistakes, cards, answers, until } = held;
	const aside = new Map(Object.entries(held.marks));
	const wanted = new Set([...mistakes.keys(), ...goals.flatMap(({ itemIds }) => itemIds)]);
	const answeredToday = new Set(answers.map(({ itemId }) => itemId));
	return { items: bank.items, cards, aside, decks: namedDecks(bank), wanted, answeredToday, settings, until };
}

function cardsOf(met: readonly Item[], cards: ReadonlyMap<string, CardState>): Pack['cards'] {
	const held = met.map(({ id }) => [id, cards.get(id)] as const);
	return Object.fromEntries(held.flatMap(([id, card]) => (card ? [[id, card] as const] : [])));
}

/** Decks of the bank's own divisions, which may be reviewed alone: topics, workspaces, studies. */
function namedDecks(bank: Bank): ((item: Item) => boolean)[] {
	const names = [
		...bank.topics.map((id) => `topic:${id}`),
		...bank.workspaces.map(({ id }) => `workspace:${id}`),
		...bank.studies.map(({ id }) => `study:${id}`)
	];
	return names.flatMap((name) => {
		const deck = parseDeck(bank, name);
		return deck ? [(item: Item) => inDeck(item, deck)] : [];
	});
}

function toPackDeck(bank: Bank, { name, by, label, note, items, seen, due }: DeckView): PackDeck {
	const deck = parseDeck(bank, name);
	const ids = deck && 'ids' in deck ? [...deck.ids] : null;
	return { name, by, label, ...(note === undefined ? {} : { note }), items, seen, due, ids };
}

function toWork({ goals, mistakes }: Pick<ClassWork, 'goals' | 'mistakes'>): Pick<Pack, 'goals' | 'mistakes'> {
	return {
		goals: goals.map(({ itemIds, at, since }) => ({
			itemIds: [...itemIds],
			at: at.toISOString(),
			since: since?.toISOString()
		})),
		mistakes: Object.fromEntries([...mistakes].map(([id, at]) => [id, at.toISOString()]))
	};
}

function memoriesOf(bank: Bank, items: readonly Item[]): Record<string, string> {
	const named = items.map(({ id }) => [id, bank.memory(id)] as const);
	return Object.fromEntries(named.flatMap(([id, memory]) => (memory === null ? [] : [[id, memory]])));
}

/** An entry as the grader needs it: what an editor noted beside it may tell of what a quiz asks. */
const named = <T extends { note?: string | undefined }>(entry: T): T => ({ ...entry, note: undefined });

/** What is asked and told, with the passages that the learner may read: her membership is asked once for all of them. */
async function contentOf(db: Db, bank: Bank, learner: Learner, items: readonly Item[]): Promise<PackContent> {
	const { people, organisations, places } = bank.registry;
	const registry = {
		people: people.map(named),
		organisations: organisations.map(named),
		places: places.map(named)
	};
	const names = { registry, sources: bank.sources.map(named) };
	const [first] = items;
	if (!first) return { ...names, items: [] };
	const citations = items.flatMap((item) => item.citations);
	const passage = await passagesOf(db, bank, learner, { ...first, citations });
	const shown = items.map((item) => {
		const passages = item.citations.map((place) => passage(place) ?? null);
		return { item, passages: passages.some((one) => one !== null) ? passages : null };
	});
	return { ...names, items: shown };
}
