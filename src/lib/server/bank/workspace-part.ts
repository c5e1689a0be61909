import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Organisation, Person, Place, Source } from '#lib/domain/facts/entity-schema.ts';
import type { Citation, Item } from '#lib/domain/items/types.ts';
import { articles, facts } from '#lib/server/db/schema/articles.ts';
import { items, itemVersions } from '#lib/server/db/schema/bank.ts';
import type { Db } from '#lib/server/db/db.ts';
import { LISTED } from '#lib/server/articles/article-row.ts';
import { entriesOf } from '#lib/server/lexicon/entries.ts';
import { isUuid } from '#lib/server/workspaces/guards.ts';
import { joinedIn, type Joined, type PlacedEvidence } from '#lib/server/workbench/fact-row.ts';
import { paragraphIn, paragraphsOf } from './article-lines.ts';

/** What a workspace adds to the bank of its members. */
export interface WorkspacePart {
	id: string;
	name: string;
	items: Item[];
	memories: ReadonlyMap<string, string>;
	/** Its articles, but for those that are the text of a shipped source and that no item of its own cites. */
	sources: Source[];
	/** The article that shows the evidence of a source, by the source's id. */
	texts: ReadonlyMap<string, string>;
	people: Person[];
	organisations: Organisation[];
	places: Place[];
	topics: { id: string; label: string }[];
	/** Places of its articles that say what a shipped fact says, by the fact's id. */
	evidence: ReadonlyMap<string, Citation[]>;
}

/** Reads what a workspace adds: its published items whose facts all stand, its sources and names. */
export async function workspacePart(db: Db, workspace: { id: string; name: string }): Promise<WorkspacePart> {
	const rows = await articlesOf(db, workspace.id);
	const lines = await paragraphsOf(
		db,
		workspace.id,
		rows.map(({ id }) => id)
	);
	const joined = await joinedIn(db, workspace.id);
	const published = await publishedItems(db, workspace.id);
	const entities = rows.map((row) => row.entities);
	const sourceOf = new Map(rows.map((row) => [row.id, row.attachedTo ?? row.id]));
	// Items cite an article by its own id, also one that has become a shipped source's text.
	const cited = new Set(published.flatMap(({ item }) => item.citations.map(({ source }) => source)));
	const used = new Set(cited);
	for (const target of joined.targets()) for (const { articleId } of joined.of(target)) used.add(articleId);
	return {
		...workspace,
		items: published.map(({ item }) => item),
		memories: new Map(published.flatMap(({ item, memory }) => (memory === null ? [] : [[item.id, memory] as const]))),
		sources: rows
			.filter((row) => (row.attachedTo === null ? used : cited).has(row.id))
			.map((row) => toSource(row, lines.get(row.id)?.length ?? 0)),
		texts: new Map(rows.flatMap(({ id, attachedTo }) => [id, attachedTo ?? id].map((source) => [source, id] as const))),
		people: once(entities.flatMap(({ people }) => people)),
		organisations: once(entities.flatMap(({ organisations }) => organisations)),
		places: once(entities.flatMap(({ places }) => places)),
		topics: (await entriesOf(db, workspace.id)).flatMap((entry) => (entry.kind === 'topic' ? [entry] : [])),
		evidence: shippedEvidence(joined, sourceOf, lines)
	};
}

type ArticleRow = Omit<typeof articles.$inferSelect, 'text'>;

/** The articles of a workspace without their texts, which are long. */
async function articlesOf(db: Db, workspaceId: string): Promise<ArticleRow[]> {
	return db
		.select({ ...LISTED, entities: articles.entities })
		.from(articles)
		.where(eq(articles.workspaceId, workspaceId))
		.orderBy(asc(articles.id));
}

/** The query behind a workspace's part of the bank: one range of the index on (workspace, status, ordinal). */
export function publishedQuery(db: Db, workspaceId: string) {
	return db
		.select({ item: itemVersions.content, memory: items.memory })
		.from(items)
		.innerJoin(
			itemVersions,
			and(
				eq(itemVersions.workspaceId, items.workspaceId),
				eq(itemVersions.itemId, items.id),
				eq(itemVersions.version, items.version)
			)
		)
		.where(and(eq(items.workspaceId, workspaceId), eq(items.status, 'published')))
		.orderBy(asc(items.ordinal), asc(items.id));
}

/** Items that learners are asked: published, and none of their facts was rejected, reopened or removed since. */
async function publishedItems(db: Db, workspaceId: string): Promise<{ item: Item; memory: string | null }[]> {
	const published = await publishedQuery(db, workspaceId);
	const standing = await standingFacts(db, workspaceId);
	return published.filter(({ item }) => stands(item, standing));
}

/** The facts of a workspace that items may be asked about. */
export async function standingFacts(db: Db, workspaceId: string): Promise<Set<string>> {
	const rows = await db
		.select({ id: facts.id })
		.from(facts)
		.where(and(eq(facts.workspaceId, workspaceId), inArray(facts.state, ['accepted', 'edited'])));
	return new Set(rows.map(({ id }) => id));
}

/** Whether all facts that an item stands on still stand. */
export function stands(item: Item, standing: ReadonlySet<string>): boolean {
	return item.facts.every((id) => !isUuid(id) || standing.has(id));
}

/**
 * An article as a source of the bank.
 * @param paragraphs how many its text has
 */
export function toSource(row: ArticleRow, paragraphs: number): Source {
	const { id, label, title, publisher, author, published, publishedFrom } = row;
	return {
		id,
		label,
		title: title ?? label,
		publisher,
		author,
		published,
		publishedFrom,
		closeness: 'wire',
		paragraphs: Math.max(1, paragraphs)
	};
}

function once<T extends { id: string }>(entries: readonly T[]): T[] {
	return [...new Map(entries.map((entry) => [entry.id, entry])).values()];
}

/** What lives on in shipped facts, as places of the sources that say it. */
function shippedEvidence(
	joined: Joined,
	sourceOf: ReadonlyMap<string, string>,
	lines: ReadonlyMap<string, readonly number[]>
): Map<string, Citation[]> {
	const cite = ({ articleId, start, end, text }: PlacedEvidence): Citation => ({
		source: sourceOf.get(articleId) ?? articleId,
		paragraph: paragraphIn(lines.get(articleId) ?? [], start),
		anchor: text.split(/\s+/).slice(0, 10).join(' '),
		caption: false,
		span: { start, end }
	});
	const shipped = joined.targets().filter((id) => !isUuid(id));
	return new Map(shipped.map((id) => [id, joined.of(id).map(cite)]));
}
