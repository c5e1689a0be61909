import { and, asc, eq, isNull } from 'drizzle-orm';
import { failure, type Failure } from '#lib/domain/errors.ts';
import type { Db } from '#lib/server/db/db.ts';
import { inTransaction } from '#lib/server/db/transaction.ts';
import { accounts } from '#lib/server/db/schema/learners.ts';
import { invitations, workspaceMembers, workspaceRemovals } from '#lib/server/db/schema/workspaces.ts';
import type { Learner } from '#lib/server/reviews/today.ts';
import { isUuid, requireEditor, requireMember, type WorkspaceRole } from './guards.ts';

/** A member as editors see her; a guest has no name. */
export interface MemberView {
	learnerId: string;
	name: string | null;
	role: WorkspaceRole;
	joinedAt: Date;
}

/** The members of a workspace, in the order in which they joined. */
export async function listMembers(
	db: Db,
	learner: Learner,
	workspaceId: string
): Promise<{ ok: true; members: MemberView[] } | Failure> {
	const editor = await requireEditor(db, learner, workspaceId);
	if (!editor.ok) return editor;
	const members = await db
		.select({
			learnerId: workspaceMembers.learnerId,
			name: accounts.name,
			role: workspaceMembers.role,
			joinedAt: workspaceMembers.joinedAt
		})
		.from(workspaceMembers)
		.leftJoin(accounts, eq(accounts.learnerId, workspaceMembers.learnerId))
		.where(eq(workspaceMembers.workspaceId, workspaceId))
		.orderBy(asc(workspaceMembers.joinedAt), asc(workspaceMembers.learnerId));
	return { ok: true, members };
}

/**
 * Ends a membership: the owner anybody's but her own, everybody else her own. What was learnt stays with the learner.
 * Where the owner ends it, she comes back by a link alone that is made later, and those that she made admit nobody.
 */
export async function removeMember(
	db: Db,
	learner: Learner,
	workspaceId: string,
	learnerId: string,
	now: Date
): Promise<{ ok: true } | Failure> {
	const member = await requireMember(db, learner, workspaceId);
	if (!member.ok) return member;
	const herself = learnerId === learner.id;
	if (member.role === 'owner' ? herself : !herself) return failure('not_the_owner');
	if (!isUuid(learnerId)) return failure('not_found');
	return inTransaction(db, async (tx) => {
		const gone = await tx
			.delete(workspaceMembers)
			.where(and(eq(workspaceMembers.learnerId, learnerId), eq(workspaceMembers.workspaceId, workspaceId)))
			.returning({ role: workspaceMembers.role });
		if (gone.length === 0) return failure('not_found');
		const hers = and(eq(invitations.workspaceId, workspaceId), eq(invitations.createdBy, learnerId));
		const open = and(hers, isNull(invitations.revokedAt));
		if (herself) return { ok: true };
		await tx.update(invitations).set({ revokedAt: now }).where(open);
		await tx
			.insert(workspaceRemovals)
			.values({ learnerId, workspaceId, removedAt: now })
			.onConflictDoUpdate({
				target: [workspaceRemovals.learnerId, workspaceRemovals.workspaceId],
				set: { removedAt: now }
			});
		return { ok: true };
	});
}
