import { eq } from 'drizzle-orm';
import { workspaces } from '#lib/server/db/schema/bank.ts';
import type { Db } from '#lib/server/db/db.ts';

/** Holds a workspace until the transaction ends: its items are edited and published one after the other. */
export async function lockItems(tx: Db, workspaceId: string): Promise<void> {
	await tx.select({ id: workspaces.id }).from(workspaces).where(eq(workspaces.id, workspaceId)).for('update');
}
