import { asc, inArray } from 'drizzle-orm';
import { topicLabel } from '#lib/domain/facts/labels.ts';
import type { Citation, Item } from '#lib/domain/items/types.ts';
import { tellingOf } from '#lib/domain/teaching/telling.ts';
import { NO_CLASS_WORK, type ClassWork } from '#lib/server/classwork/class-work.ts';
import type { Db } from '#lib/server/db/db.ts';
import { workspaces } from '#lib/server/db/schema/bank.ts';
import { membershipsQuery } from '#lib/server/workspaces/list-workspaces.ts';
import { makeBank, SHIPPED_WORKSPACE, type Bank, type Shipped } from './bank.ts';
import { Kept } from './kept.ts';
import { workspacePart, type WorkspacePart } from './workspace-part.ts';

/** Banks and parts of this process, the latest used last; a revision names each, so none is ever out of date. */
const MOST_KEPT = 200;
const parts = new Kept<Promise<WorkspacePart>>(MOST_KEPT);
const banks = new Kept<Promise<Bank>>(MOST_KEPT);

/** A workspace as it stands. */
interface Revised {
	id: string;
	name: string;
	revision: string;
}

/**
 * The bank of a learner: the shipped one with the published items of the workspaces that she belongs to, the evidence
 * that they found for shipped facts, and what her classes have her study; without what they withhold. Few indexed queries
 * a request tell which revisions that are; what they hold is read once.
 */
export async function bankFor(
	db: Db,
	shipped: Shipped,
	learnerId: string,
	work: ClassWork = NO_CLASS_WORK
): Promise<Bank> {
	const own = await membershipsQuery(db, learnerId);
	const whole = await bankOf(db, shipped, own);
	if (work.key === '') return whole;
	const foreign = await foreignPlaces(db, own, work);
	const key = [whole.revision, work.key, ...foreign.map(({ id, revision }) => `${id}@${revision}`)].join(' ');
	return kept(banks, key, async () => {
		const lent = foreign.map(async (workspace) => lend(await partOf(db, workspace), work));
		const all = [...(await Promise.all(own.map((one) => partOf(db, one)))), ...(await Promise.all(lent))];
		return forClasses(compose(shipped, all, key), own, work);
	});
}

/** The shipped bank with what some workspaces add to it. */
export async function bankOf(db: Db, shipped: Shipped, workspaces: readonly Revised[]): Promise<Bank> {
	if (workspaces.length === 0) return shipped.bank;
	const key = [shipped.bank.revision, ...workspaces.map(({ id, revision }) => `${id}@${revision}`)].join(' ');
	return kept(banks, key, async () => {
		const all = await Promise.all(workspaces.map((workspace) => partOf(db, workspace)));
		return compose(shipped, all, key);
	});
}

function partOf(db: Db, { id, name, revision }: Revised): Promise<WorkspacePart> {
	return kept(parts, `${id}@${revision}`, () => workspacePart(db, { id, name }));
}

/** The workspaces of assigned items to which the learner does not belong. */
function foreignPlaces(db: Db, own: readonly Revised[], { places }: ClassWork): Promise<Revised[]> {
	const known = new Set([SHIPPED_WORKSPACE, ...own.map(({ id }) => id)]);
	const ids = [...new Set(places.values())].filter((id) => !known.has(id));
	return ids.length === 0 ? Promise.resolve([]) : revisionsOf(db, ids);
}

/** Workspaces as they stand, by their ids. */
export function revisionsOf(db: Db, ids: readonly string[]): Promise<Revised[]> {
	return db
		.select({ id: workspaces.id, name: workspaces.name, revision: workspaces.revision })
		.from(workspaces)
		.where(inArray(workspaces.id, [...ids]))
		.orderBy(asc(workspaces.id));
}

/** Of another's workspace the assigned items alone, with their sources' particulars: its texts stay private. */
function lend(part: WorkspacePart, { places }: ClassWork): WorkspacePart {
	const items = part.items.filter((item) => places.get(item.id) === part.id);
	const cited = new Set(items.flatMap(({ citations }) => citations.map(({ source }) => source)));
	return {
		...part,
		items,
		sources: part.sources.filter(({ id }) => cited.has(id)),
		texts: new Map(),
		evidence: new Map()
	};
}

/** A bank with the studies of the learner's classes, without what their quizzes withhold and all that would tell of it. */
function forClasses(bank: Bank, own: readonly Revised[], { studies, withheld }: ClassWork): Bank {
	const tells = tellingOf([...withheld].flatMap((id) => bank.item(id) ?? []));
	const hidden = new Set(bank.items.filter(tells).map(({ id }) => id));
	const items = bank.items.filter(({ id }) => !hidden.has(id));
	const byId = new Map(items.map((item) => [item.id, item]));
	return {
		...bank,
		items,
		item: (id) => byId.get(id),
		topics: [...new Set(items.map((item) => item.topic))],
		workspaces: own.map(({ id, name }) => ({ id, name })),
		studies: studies.map(({ id, title, itemIds }) => ({ id, title, itemIds })),
		isWithheld: (id) => withheld.has(id) || hidden.has(id)
	};
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
