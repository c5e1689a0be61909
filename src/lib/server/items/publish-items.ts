import { resolve } from 'node:path';
import { sql } from 'drizzle-orm';
import * as v from 'valibot';
import { failure, type Failure } from '#lib/domain/errors.ts';
import { memorySurvives } from '#lib/domain/items/edit-item.ts';
import type { Finding } from '#lib/domain/items/lint/finding.ts';
import type { Item } from '#lib/domain/items/types.ts';
import type { WorkspaceItem } from '#lib/domain/workbench.ts';
import type { Shipped } from '#lib/server/bank/bank.ts';
import type { Db } from '#lib/server/db/db.ts';
import { inTransaction } from '#lib/server/db/transaction.ts';
import { items as itemTable, itemVersions } from '#lib/server/db/schema/bank.ts';
import { uuidv7 } from '#lib/server/db/uuidv7.ts';
import type { Learner } from '#lib/server/reviews/today.ts';
import { requireEditor } from '#lib/server/workspaces/guards.ts';
import { lockWorkspace, renewRevision } from '#lib/server/workspaces/revision.ts';
import { dueIn, loadItems, readyIn, stampOf, type LoadedItems } from './workspace-items.ts';

const seenSchema = v.strictObject({
	id: v.pipe(v.string(), v.maxLength(300)),
	version: v.pipe(v.string(), v.maxLength(100)),
	seq: v.pipe(v.number(), v.integer(), v.minValue(0))
});
const whichSchema = v.union([
	v.strictObject({ items: v.pipe(v.array(seenSchema), v.maxLength(10_000)) }),
	v.strictObject({ ready: v.pipe(v.string(), v.maxLength(100)) })
]);
type Which = v.InferOutput<typeof whichSchema>;

/** What came of a publication. */
export interface Published {
	ok: true;
	/** Items whose version learners are asked from now on; those that were so already are not counted. */
	published: number;
	/** Items that the rubric does not let through. */
	heldBack: { id: string; findings: Finding[] }[];
}

const ROWS_A_STATEMENT = 200;

/**
 * Publishes items as somebody saw them; every version that was ever published is kept. What the rubric dislikes is held
 * back. Where a new version asks something else, cards of the old one are new again.
 * @param which `{items}`, each with the version and count that were seen, also retired ones, which come back; or
 * `{ready}`: all that are ready, by the stamp of the list that was seen
 * @returns `edit_conflict` or `items_changed`, and nothing is published, where an item is not what was seen any more
 */
export async function publishItems(
	db: Db,
	shipped: Shipped,
	learner: Learner,
	workspaceId: string,
	which: unknown,
	now: Date,
	seeds = resolve('seeds')
): Promise<Published | Failure> {
	const editor = await requireEditor(db, learner, workspaceId);
	if (!editor.ok) return editor;
	const checked = v.safeParse(whichSchema, which);
	if (!checked.success) return failure('invalid_input');
	return inTransaction(db, async (tx) => {
		await lockWorkspace(tx, workspaceId);
		const loaded = await loadItems(tx, shipped, workspaceId, seeds);
		const wanted = wantedOf(loaded, checked.output);
		if ('ok' in wanted) return wanted;
		const fit = wanted.filter(({ findings }) => findings.length === 0);
		const heldBack = wanted.filter(({ findings }) => findings.length > 0);
		await writeItems(tx, { shipped, loaded, fit, workspaceId, now });
		if (fit.length > 0) await renewRevision(tx, workspaceId, now);
		return {
			ok: true,
			published: fit.length,
			heldBack: heldBack.map(({ item, findings }) => ({ id: item.id, findings }))
		};
	});
}

/** The items to publish, with those that the rubric holds back; or why not: they are not what was seen. */
function wantedOf(loaded: LoadedItems, which: Which): WorkspaceItem[] | Failure {
	// What the facts make no more cannot be published, whatever it was.
	const due = dueIn(loaded);
	if ('ready' in which) {
		if (stampOf(readyIn(loaded)) !== which.ready) return failure('items_changed');
		return due.filter(({ status }) => status !== 'retired');
	}
	const there = new Map(loaded.items.map((one) => [one.item.id, one]));
	for (const { id, version, seq } of which.items) {
		const now = there.get(id);
		if (!now) return failure('unknown_item');
		if (now.seq !== seq || now.item.version !== version) return failure('edit_conflict');
	}
	const ids = new Set(which.items.map(({ id }) => id));
	return due.filter(({ item }) => ids.has(item.id));
}

interface Writing {
	shipped: Shipped;
	loaded: LoadedItems;
	fit: readonly WorkspaceItem[];
	workspaceId: string;
	now: Date;
}

async function writeItems(tx: Db, { shipped, loaded, fit, workspaceId, now }: Writing): Promise<void> {
	const order = new Map([...loaded.generated.keys()].map((id, index) => [id, index]));
	const rows = fit.map(({ item, seq }) => ({
		workspaceId,
		id: item.id,
		version: item.version,
		status: 'published' as const,
		ordinal: order.get(item.id) ?? 0,
		memory: memoryOf(item, loaded, shipped, now),
		seq: seq + 1
	}));
	for (let from = 0; from < rows.length; from += ROWS_A_STATEMENT) {
		const part = fit.slice(from, from + ROWS_A_STATEMENT);
		await tx
			.insert(itemVersions)
			.values(
				part.map(({ item }) => ({
					workspaceId,
					itemId: item.id,
					version: item.version,
					content: item,
					createdAt: now
				}))
			)
			.onConflictDoNothing();
		await tx
			.insert(itemTable)
			.values(rows.slice(from, from + ROWS_A_STATEMENT))
			.onConflictDoUpdate({
				target: [itemTable.workspaceId, itemTable.id],
				set: {
					version: sql`excluded.version`,
					status: sql`excluded.status`,
					ordinal: sql`excluded.ordinal`,
					memory: sql`excluded.memory`,
					seq: sql`excluded.seq`
				}
			});
	}
}

/** What cards of the item are learnt under from now on: as before, unless whoever knew the old version may not know it. */
function memoryOf(item: Item, { stored, knowledge }: LoadedItems, shipped: Shipped, now: Date): string | null {
	const before = stored.get(item.id);
	if (!before?.content || before.content.version === item.version) return before?.memory ?? null;
	const { people, organisations, places } = shipped.knowledge;
	const registry = {
		people: [...knowledge.people, ...people.filter(({ id }) => knowledge.people.every((known) => known.id !== id))],
		organisations: [...knowledge.organisations, ...organisations],
		places: [...knowledge.places, ...places]
	};
	return memorySurvives(before.content, item, registry) ? before.memory : uuidv7(now);
}
