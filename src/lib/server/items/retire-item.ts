import { and, eq } from 'drizzle-orm';
import * as v from 'valibot';
import { failure, type Failure } from '#lib/domain/errors.ts';
import type { Db } from '#lib/server/db/db.ts';
import { inTransaction } from '#lib/server/db/transaction.ts';
import { items as itemTable } from '#lib/server/db/schema/bank.ts';
import type { Learner } from '#lib/server/reviews/today.ts';
import { requireEditor } from '#lib/server/workspaces/guards.ts';
import { lockWorkspace, renewRevision } from '#lib/server/workspaces/revision.ts';

const seenSchema = v.strictObject({
	id: v.pipe(v.string(), v.maxLength(300)),
	seq: v.pipe(v.number(), v.integer(), v.minValue(0))
});

/**
 * Takes a published item back: nobody is asked it any more; its cards and versions stay, and publishing brings it back.
 * @param input `{id, seq}`, as it was seen; `edit_conflict` where somebody changed it since
 */
export async function retireItem(
	db: Db,
	learner: Learner,
	workspaceId: string,
	input: unknown,
	now: Date
): Promise<{ ok: true } | Failure> {
	const editor = await requireEditor(db, learner, workspaceId);
	if (!editor.ok) return editor;
	const checked = v.safeParse(seenSchema, input);
	if (!checked.success) return failure('invalid_input');
	const { id, seq } = checked.output;
	return inTransaction(db, async (tx) => {
		await lockWorkspace(tx, workspaceId);
		const one = and(eq(itemTable.workspaceId, workspaceId), eq(itemTable.id, id));
		const [item] = await tx.select({ seq: itemTable.seq, status: itemTable.status }).from(itemTable).where(one);
		if (!item) return failure('unknown_item');
		if (item.seq !== seq) return failure('edit_conflict');
		if (item.status !== 'published') return failure('unknown_item');
		await tx
			.update(itemTable)
			.set({ status: 'retired', seq: seq + 1 })
			.where(one);
		await renewRevision(tx, workspaceId, now);
		return { ok: true };
	});
}
