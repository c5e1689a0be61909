import { eq } from 'drizzle-orm';
import { failure, type Failure } from '#lib/domain/errors.ts';
import type { Db } from '#lib/server/db/db.ts';
import { workspaces } from '#lib/server/db/schema/bank.ts';
import type { Learner } from '#lib/server/reviews/today.ts';
import { requireMember } from './guards.ts';
import { countIn, type WorkspaceSummary } from './list-workspaces.ts';

export type WorkspaceView = WorkspaceSummary & { createdAt: Date };

/** One workspace, for its members. */
export async function workspaceOf(
	db: Db,
	learner: Learner,
	workspaceId: string
): Promise<{ ok: true; workspace: WorkspaceView } | Failure> {
	const member = await requireMember(db, learner, workspaceId);
	if (!member.ok) return member;
	const [row] = await db.select().from(workspaces).where(eq(workspaces.id, workspaceId));
	if (!row) return failure('not_found');
	const counts = await countIn(db, [workspaceId]);
	const { id, name, createdAt, loadedAt } = row;
	return {
		ok: true,
		workspace: { id, name, role: member.role, ...counts(id), createdAt: createdAt ?? loadedAt }
	};
}
