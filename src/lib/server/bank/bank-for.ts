import { topicLabel } from '#lib/domain/facts/labels.ts';
import type { Citation, Item } from '#lib/domain/items/types.ts';
import type { Db } from '#lib/server/db/db.ts';
import { membershipsQuery } from '#lib/server/workspaces/list-workspaces.ts';
import { makeBank, SHIPPED_WORKSPACE, type Bank, type Shipped } from './bank.ts';
import { Kept } from './kept.ts';
import { workspacePart, type WorkspacePart } from './workspace-part.ts';

/** Banks and parts of this process, the latest used last; a revision names each, so none is ever out of date. */
const MOST_KEPT = 200;
const parts = new Kept<Promise<WorkspacePart>>(MOST_KEPT);
const banks = new Kept<Promise<Bank>>(MOST_KEPT);

/**
 * The bank of a learner: the shipped one with the published items of the workspaces that she belongs to, and the
 * evidence that they found for shipped facts. One indexed query a request tells which revisions that are; what they
 * hold is read once.
 */
export async function bankFor(db: Db, shipped: Shipped, learnerId: string): Promise<Bank> {
	return bankOf(db, shipped, await membershipsQuery(db, learnerId));
}

/** The shipped bank with what some workspaces add to it. */
export async function bankOf(
	db: Db,
	shipped: Shipped,
	workspaces: readonly { id: string; name: string; revision: string }[]
): Promise<Bank> {
	if (workspaces.length === 0) return shipped.bank;
	const key = [shipped.bank.revision, ...workspaces.map(({ id, revision }) => `${id}@${revision}`)].join(' ');
	return kept(banks, key, async () => {
		const all = await Promise.all(
			workspaces.map(({ id, name, revision }) =>
				kept(parts, `${id}@${revision}`, () => workspacePart(db, { id, name }))
			)
		);
		return compose(shipped, all, key);
	});
}

/** What is kept under a key, or made and kept; what fails is not kept. */
function kept<T>(store: Kept<Promise<T>>, key: string, make: () => Promise<T>): Promise<T> {
	const known = store.get(key);
	if (known) return known;
	const value = make();
	store.set(key, value);
	value.catch(() => store.delete(key));
	return value;
}

function compose(shipped: Shipped, all: readonly WorkspacePart[], revision: string): Bank {
	const { bank, knowledge } = shipped;
	const own = all.flatMap((part) => part.items);
	const home = new Map(all.flatMap((part) => part.items.map((item) => [item.id, part.id] as const)));
	const topics = all.flatMap((part) => part.topics);
	const memories = new Map(all.flatMap((part) => [...part.memories]));
	const items = [...bank.items.map((item) => withEvidence(item, all)), ...own];
	const names = {
		sources: [...knowledge.sources, ...all.flatMap((part) => part.sources)],
		people: joined(
			knowledge.people,
			all.flatMap((part) => part.people)
		),
		organisations: joined(
			knowledge.organisations,
			all.flatMap((part) => part.organisations)
		),
		places: joined(
			knowledge.places,
			all.flatMap((part) => part.places)
		)
	};
	return makeBank(items, names, revision, {
		topicLabel: (id) => topicLabel(id, topics),
		memory: (itemId) => (home.has(itemId) ? (memories.get(itemId) ?? null) : bank.memory(itemId)),
		workspaces: all.map(({ id, name }) => ({ id, name })),
		workspaceOf: (itemId) => home.get(itemId) ?? SHIPPED_WORKSPACE,
		texts: (sourceId) =>
			all.flatMap(({ id, texts }) => {
				const articleId = texts.get(sourceId);
				return articleId === undefined ? [] : [{ workspaceId: id, articleId }];
			})
	});
}

/** Entries of the shipped bank, and those of workspaces that it does not know. */
function joined<T extends { id: string }>(known: readonly T[], more: readonly T[]): T[] {
	const all = new Map(known.map((entry) => [entry.id, entry]));
	for (const entry of more) if (!all.has(entry.id)) all.set(entry.id, entry);
	return [...all.values()];
}

/** A shipped item with the places that workspaces found for its facts; its version, which learners answer, stays. */
function withEvidence(item: Item, all: readonly WorkspacePart[]): Item {
	const found = item.facts.flatMap((id) => all.flatMap((part) => part.evidence.get(id) ?? []));
	if (found.length === 0) return item;
	const main = item.facts[0] ?? '';
	const says = new Set(all.flatMap((part) => part.evidence.get(main) ?? []).map(({ source }) => source));
	const more = [...says].filter((source) => !item.corroboration.sources.includes(source));
	const { corroboration } = item;
	return {
		...item,
		citations: [...item.citations, ...found.filter((place) => !isCited(item, place))],
		corroboration: {
			sources: [...corroboration.sources, ...more],
			silent: corroboration.silent.filter((source) => !says.has(source)),
			origins: corroboration.origins + more.length
		}
	};
}

/** Whether an item cites this paragraph of a source already. */
function isCited(item: Item, place: Citation): boolean {
	return item.citations.some(({ source, paragraph }) => source === place.source && paragraph === place.paragraph);
}
