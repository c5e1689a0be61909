import { and, eq, sql } from 'drizzle-orm';
import { failure, type Failure } from '#lib/domain/errors.ts';
import type { Db } from '#lib/server/db/db.ts';
import { inTransaction } from '#lib/server/db/transaction.ts';
import { items as itemTable } from '#lib/server/db/schema/bank.ts';
import type { Learner } from '#lib/server/reviews/today.ts';
import { requireEditor } from '#lib/server/workspaces/guards.ts';
import { renewRevision } from '#lib/server/workspaces/revision.ts';
import { lockItems } from './lock-items.ts';

/** Takes a published item back: nobody is asked it any more; its cards and versions stay, and publishing brings it back. */
export async function retireItem(
	db: Db,
	learner: Learner,
	workspaceId: string,
	itemId: string,
	now: Date
): Promise<{ ok: true } | Failure> {
	const editor = await requireEditor(db, learner, workspaceId);
	if (!editor.ok) return editor;
	return inTransaction(db, async (tx) => {
		await lockItems(tx, workspaceId);
		const retired = await tx
			.update(itemTable)
			.set({ status: 'retired', seq: sql`${itemTable.seq} + 1` })
			.where(and(eq(itemTable.workspaceId, workspaceId), eq(itemTable.id, itemId), eq(itemTable.status, 'published')))
			.returning({ id: itemTable.id });
		if (retired.length === 0) return failure('unknown_item');
		await renewRevision(tx, workspaceId, now);
		return { ok: true };
	});
}
