import { and, eq } from 'drizzle-orm';
import { failure, type Failure } from '#lib/domain/errors.ts';
import type { Db } from '#lib/server/db/db.ts';
import { workspaceMembers } from '#lib/server/db/schema/workspaces.ts';
import { UUID } from '#lib/domain/uuid.ts';
import type { Learner } from '#lib/server/reviews/today.ts';

export type WorkspaceRole = 'owner' | 'editor' | 'learner';
export type Admitted = { ok: true; role: WorkspaceRole };

/** Whether a text is a UUID as the database writes it: anything else names nothing, and would be an error there. */
export function isUuid(text: string): boolean {
	return UUID.test(text);
}

/** A member of a workspace with her role; for anybody else the workspace does not exist. */
export async function requireMember(db: Db, learner: Learner, workspaceId: string): Promise<Admitted | Failure> {
	if (!isUuid(workspaceId)) return failure('not_found');
	const [member] = await db
		.select({ role: workspaceMembers.role })
		.from(workspaceMembers)
		.where(and(eq(workspaceMembers.learnerId, learner.id), eq(workspaceMembers.workspaceId, workspaceId)));
	return member ? { ok: true, role: member.role } : failure('not_found');
}

/** Somebody who may change a workspace: `not_found` for strangers, `not_an_editor` for its learners. */
export async function requireEditor(db: Db, learner: Learner, workspaceId: string): Promise<Admitted | Failure> {
	const member = await requireMember(db, learner, workspaceId);
	return member.ok && member.role === 'learner' ? failure('not_an_editor') : member;
}
