import { eq } from 'drizzle-orm';
import type { Db } from '#lib/server/db/db.ts';
import { workspaces } from '#lib/server/db/schema/bank.ts';
import { uuidv7 } from '#lib/server/db/uuidv7.ts';

/** Says that what learners of a workspace see has changed: every process composes their bank anew. Inside a transaction. */
export async function renewRevision(tx: Db, workspaceId: string, now: Date): Promise<void> {
	await tx
		.update(workspaces)
		.set({ revision: uuidv7(now), loadedAt: now })
		.where(eq(workspaces.id, workspaceId));
}

/** Holds a workspace until the transaction ends: what counts against its limits is done one after the other. */
export async function lockWorkspace(tx: Db, workspaceId: string): Promise<void> {
	await tx.select({ id: workspaces.id }).from(workspaces).where(eq(workspaces.id, workspaceId)).for('update');
}
