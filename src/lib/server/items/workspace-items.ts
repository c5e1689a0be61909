import { resolve } from 'node:path';
import { and, count, eq, isNull } from 'drizzle-orm';
import type { Failure } from '#lib/domain/errors.ts';
import { hashText } from '#lib/domain/hash.ts';
import type { Knowledge } from '#lib/domain/facts/knowledge.ts';
import type { Item } from '#lib/domain/items/types.ts';
import type { WorkspaceItem } from '#lib/domain/workbench.ts';
import { itemsByTeachers, type StoredItem } from '#lib/domain/workspace/items-by-teachers.ts';
import type { Shipped } from '#lib/server/bank/bank.ts';
import type { Db } from '#lib/server/db/db.ts';
import { items as itemTable, itemVersions } from '#lib/server/db/schema/bank.ts';
import { itemEdits, itemReports } from '#lib/server/db/schema/workspaces.ts';
import type { Learner } from '#lib/server/reviews/today.ts';
import { requireEditor } from '#lib/server/workspaces/guards.ts';
import { madeItems } from './made-items.ts';

/** The items of a workspace with what they were made from. */
export interface LoadedItems {
	items: WorkspaceItem[];
	knowledge: Knowledge;
	/** As they are generated, without anybody's edits. */
	generated: ReadonlyMap<string, Item>;
	stored: ReadonlyMap<string, StoredItem>;
	topics: { id: string; label: string }[];
}

/** The items of a workspace, and which of them are ready to be published, under the stamp that publishing asks for. */
export interface ListedItems {
	ok: true;
	items: WorkspaceItem[];
	topics: { id: string; label: string }[];
	ready: { ids: string[]; stamp: string };
}

/** The items that a workspace's accepted facts make, as its editors see them: drafts, published and retired ones. */
export async function workspaceItemsOf(
	db: Db,
	shipped: Shipped,
	learner: Learner,
	workspaceId: string,
	seeds = resolve('seeds')
): Promise<ListedItems | Failure> {
	const editor = await requireEditor(db, learner, workspaceId);
	if (!editor.ok) return editor;
	const loaded = await loadItems(db, shipped, workspaceId, seeds);
	const { items, topics } = loaded;
	const ready = readyIn(loaded);
	return { ok: true, items, topics, ready: { ids: ready.map(({ item }) => item.id), stamp: stampOf(ready) } };
}

/** Items that publishing all would publish: drafts and changed ones that their facts still make, without findings. */
export function readyIn(loaded: Pick<LoadedItems, 'items' | 'generated'>): WorkspaceItem[] {
	return dueIn(loaded).filter(({ status, findings }) => status !== 'retired' && findings.length === 0);
}

/** Items whose present version learners are not asked, and that their facts still make. */
export function dueIn({ items, generated }: Pick<LoadedItems, 'items' | 'generated'>): WorkspaceItem[] {
	return items.filter(({ item, status, changed }) => generated.has(item.id) && (status !== 'published' || changed));
}

/** What names a list of items as somebody saw it: another one where an item came, went, or changed. */
export function stampOf(items: readonly WorkspaceItem[]): string {
	return hashText(items.map(({ item, seq }) => `${item.id}@${item.version}#${seq}`).join('\n'));
}

/** The same for use cases that have checked who asks. What is stored is read anew, what is made of facts is kept. */
export async function loadItems(db: Db, shipped: Shipped, workspaceId: string, seeds: string): Promise<LoadedItems> {
	const stored = await storedItems(db, workspaceId);
	const edits = [...stored].flatMap(([id, { edit }]) => (edit === null ? [] : [[id, edit] as const]));
	const { knowledge, generated, topics, findings, now } = await madeItems(db, shipped, workspaceId, edits, seeds);
	const reports = await openReports(db, workspaceId);
	const items = itemsByTeachers({ now, generated, findings, stored, reports });
	return { items, knowledge, generated, stored, topics };
}

/** What is stored of a workspace's items: their states, the versions that learners are asked, and teachers' edits. */
async function storedItems(db: Db, workspaceId: string): Promise<Map<string, StoredItem>> {
	const rows = await db
		.select({
			id: itemTable.id,
			status: itemTable.status,
			version: itemTable.version,
			ordinal: itemTable.ordinal,
			memory: itemTable.memory,
			seq: itemTable.seq,
			content: itemVersions.content,
			edit: itemEdits.edit,
			madeOn: itemEdits.madeOn
		})
		.from(itemTable)
		.leftJoin(
			itemVersions,
			and(
				eq(itemVersions.workspaceId, itemTable.workspaceId),
				eq(itemVersions.itemId, itemTable.id),
				eq(itemVersions.version, itemTable.version)
			)
		)
		.leftJoin(itemEdits, and(eq(itemEdits.workspaceId, itemTable.workspaceId), eq(itemEdits.itemId, itemTable.id)))
		.where(eq(itemTable.workspaceId, workspaceId));
	return new Map(rows.map((row) => [row.id, row]));
}

async function openReports(db: Db, workspaceId: string): Promise<Map<string, number>> {
	const rows = await db
		.select({ id: itemReports.itemId, number: count() })
		.from(itemReports)
		.where(and(eq(itemReports.workspaceId, workspaceId), isNull(itemReports.resolvedAt)))
		.groupBy(itemReports.itemId);
	return new Map(rows.map(({ id, number }) => [id, number]));
}
