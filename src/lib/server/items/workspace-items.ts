import { resolve } from 'node:path';
import { and, count, eq, isNull } from 'drizzle-orm';
import type { Failure } from '#lib/domain/errors.ts';
import type { Knowledge } from '#lib/domain/facts/knowledge.ts';
import { generateItems } from '#lib/domain/items/generate.ts';
import type { Finding } from '#lib/domain/items/lint/finding.ts';
import type { Item } from '#lib/domain/items/types.ts';
import type { WorkspaceItem } from '#lib/domain/workbench.ts';
import { itemsByTeachers, type StoredItem } from '#lib/domain/workspace/items-by-teachers.ts';
import { knowledgeOf } from '#lib/domain/workspace/knowledge-of.ts';
import { workspaceItems } from '#lib/domain/workspace/workspace-items.ts';
import type { Shipped } from '#lib/server/bank/bank.ts';
import type { Db } from '#lib/server/db/db.ts';
import { items as itemTable, itemVersions } from '#lib/server/db/schema/bank.ts';
import { itemEdits, itemReports } from '#lib/server/db/schema/workspaces.ts';
import type { Learner } from '#lib/server/reviews/today.ts';
import { requireEditor } from '#lib/server/workspaces/guards.ts';
import { loadInput } from './load-input.ts';

/** The items of a workspace with what they were made from. */
export interface LoadedItems {
	items: WorkspaceItem[];
	knowledge: Knowledge;
	/** As they are generated, without anybody's edits. */
	generated: ReadonlyMap<string, Item>;
	stored: ReadonlyMap<string, StoredItem>;
	topics: { id: string; label: string }[];
}

/** The items that a workspace's accepted facts make, as its editors see them: drafts, published and retired ones. */
export async function workspaceItemsOf(
	db: Db,
	shipped: Shipped,
	learner: Learner,
	workspaceId: string,
	seeds = resolve('seeds')
): Promise<{ ok: true; items: WorkspaceItem[]; topics: { id: string; label: string }[] } | Failure> {
	const editor = await requireEditor(db, learner, workspaceId);
	if (!editor.ok) return editor;
	const { items, topics } = await loadItems(db, shipped, workspaceId, seeds);
	return { ok: true, items, topics };
}

/** The same for use cases that have checked who asks. */
export async function loadItems(db: Db, shipped: Shipped, workspaceId: string, seeds: string): Promise<LoadedItems> {
	const { input, topics } = await loadInput(db, shipped, workspaceId, seeds);
	const stored = await storedItems(db, workspaceId);
	const knowledge = knowledgeOf(input);
	const generated = new Map(generateItems(knowledge).map((item) => [item.id, item]));
	const edits = new Map([...stored].flatMap(([id, { edit }]) => (edit === null ? [] : [[id, edit] as const])));
	const made = workspaceItems(knowledge, edits);
	const findings: Finding[] = [...made.findings, ...made.withheld];
	const shown = new Map(made.items.map((item) => [item.id, item]));
	const now = [...generated.values()].map((item) => shown.get(item.id) ?? item);
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
