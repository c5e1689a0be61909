import { resolve } from 'node:path';
import { and, eq } from 'drizzle-orm';
import * as v from 'valibot';
import { failure, type Failure } from '#lib/domain/errors.ts';
import type { ItemEdit, WorkspaceItem } from '#lib/domain/workbench.ts';
import { plainText } from '#lib/domain/workspace/plain-text.ts';
import type { Shipped } from '#lib/server/bank/bank.ts';
import type { Db } from '#lib/server/db/db.ts';
import { inTransaction } from '#lib/server/db/transaction.ts';
import { items as itemTable } from '#lib/server/db/schema/bank.ts';
import { itemEdits } from '#lib/server/db/schema/workspaces.ts';
import type { Learner } from '#lib/server/reviews/today.ts';
import { requireEditor } from '#lib/server/workspaces/guards.ts';
import { lockWorkspace } from '#lib/server/workspaces/revision.ts';
import { loadItems } from './workspace-items.ts';

const editSchema = v.strictObject({
	seq: v.pipe(v.number(), v.integer(), v.minValue(0)),
	edit: v.nullable(
		v.strictObject({
			question: v.optional(plainText(600)),
			feedback: v.optional(plainText(800)),
			distractors: v.optional(v.pipe(v.array(plainText(200)), v.maxLength(7)))
		})
	)
});

/**
 * Sets what a teacher wrote of an item instead of what was generated; what learners are asked changes when it is
 * published. An edit is kept when the fact changes later, and marked so.
 * @param input `{seq, edit}`; a null edit goes back to what is generated
 * @returns the item as it stands; `edit_conflict`, with the item, where somebody else changed it meanwhile
 */
export async function editItem(
	db: Db,
	shipped: Shipped,
	learner: Learner,
	workspaceId: string,
	itemId: string,
	input: unknown,
	now: Date,
	seeds = resolve('seeds')
): Promise<{ ok: true; item: WorkspaceItem } | (Failure & { item?: WorkspaceItem })> {
	const editor = await requireEditor(db, learner, workspaceId);
	if (!editor.ok) return editor;
	const checked = v.safeParse(editSchema, input);
	if (!checked.success) return failure('invalid_input');
	const { seq, edit } = checked.output;
	return inTransaction(db, async (tx) => {
		await lockWorkspace(tx, workspaceId);
		const loaded = await loadItems(tx, shipped, workspaceId, seeds);
		const before = loaded.items.find(({ item }) => item.id === itemId);
		const generated = loaded.generated.get(itemId);
		if (!before || !generated) return failure('unknown_item');
		if (before.seq !== seq) return { ...failure('edit_conflict'), item: before };
		const row = { workspaceId, id: itemId, version: generated.version, status: 'draft' as const, ordinal: 0 };
		await tx
			.insert(itemTable)
			.values({ ...row, seq: seq + 1 })
			.onConflictDoUpdate({ target: [itemTable.workspaceId, itemTable.id], set: { seq: seq + 1 } });
		await storeEdit(tx, { workspaceId, itemId, edit, madeOn: generated.version, changedBy: learner.id, now });
		const after = await loadItems(tx, shipped, workspaceId, seeds);
		const item = after.items.find((one) => one.item.id === itemId);
		return item ? { ok: true, item } : failure('unknown_item');
	});
}

interface Storing {
	workspaceId: string;
	itemId: string;
	edit: ItemEdit | null;
	madeOn: string;
	changedBy: string;
	now: Date;
}

async function storeEdit(tx: Db, { workspaceId, itemId, edit, madeOn, changedBy, now }: Storing): Promise<void> {
	if (edit === null || Object.keys(edit).length === 0) {
		await tx.delete(itemEdits).where(and(eq(itemEdits.workspaceId, workspaceId), eq(itemEdits.itemId, itemId)));
		return;
	}
	const set = { edit, madeOn, changedBy, changedAt: now };
	await tx
		.insert(itemEdits)
		.values({ workspaceId, itemId, ...set })
		.onConflictDoUpdate({ target: [itemEdits.workspaceId, itemEdits.itemId], set });
}
