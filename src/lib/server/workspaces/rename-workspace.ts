import { eq } from 'drizzle-orm';
import * as v from 'valibot';
import { failure, type Failure } from '#lib/domain/errors.ts';
import type { Db } from '#lib/server/db/db.ts';
import { inTransaction } from '#lib/server/db/transaction.ts';
import { workspaces } from '#lib/server/db/schema/bank.ts';
import type { Learner } from '#lib/server/reviews/today.ts';
import { nameFault, workspaceNameSchema } from './create-workspace.ts';
import { requireEditor } from './guards.ts';
import { renewRevision } from './revision.ts';

/** Gives a workspace another name; learners see it as the name of a deck. */
export async function renameWorkspace(
	db: Db,
	learner: Learner,
	workspaceId: string,
	input: unknown,
	now: Date
): Promise<{ ok: true } | Failure> {
	const editor = await requireEditor(db, learner, workspaceId);
	if (!editor.ok) return editor;
	const checked = v.safeParse(workspaceNameSchema, input);
	if (!checked.success) return failure(nameFault(input));
	return inTransaction(db, async (tx) => {
		await tx.update(workspaces).set({ name: checked.output.name }).where(eq(workspaces.id, workspaceId));
		await renewRevision(tx, workspaceId, now);
		return { ok: true };
	});
}
