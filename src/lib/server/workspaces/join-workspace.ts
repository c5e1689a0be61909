import { and, eq, isNull, sql } from 'drizzle-orm';
import { failure, type Failure } from '#lib/domain/errors.ts';
import type { Db } from '#lib/server/db/db.ts';
import { inTransaction } from '#lib/server/db/transaction.ts';
import { workspaces } from '#lib/server/db/schema/bank.ts';
import { invitations, workspaceMembers } from '#lib/server/db/schema/workspaces.ts';
import type { Learner } from '#lib/server/reviews/today.ts';
import { hasAccount, type WorkspaceRole } from './guards.ts';
import { tokenHash } from './invite.ts';

/** The invitation that a token opens: what one would join, and as what. */
export async function invitationOf(
	db: Db,
	token: string
): Promise<{ ok: true; workspaceId: string; name: string; role: 'editor' | 'learner' } | Failure> {
	const [found] = await db
		.select({ workspaceId: workspaces.id, name: workspaces.name, role: invitations.role })
		.from(invitations)
		.innerJoin(workspaces, eq(workspaces.id, invitations.workspaceId))
		.where(and(eq(invitations.tokenHash, tokenHash(token)), isNull(invitations.revokedAt)));
	return found ? { ok: true, ...found } : failure('invitation_invalid');
}

/**
 * Joins a workspace by an invitation. Joining twice changes nothing; a learner who follows an editor's link becomes an
 * editor, and nobody loses a role by a link.
 * @returns the role that she now has; `account_needed` where a guest follows an editor's link
 */
export async function joinWorkspace(
	db: Db,
	learner: Learner,
	token: string,
	now: Date
): Promise<{ ok: true; workspaceId: string; role: WorkspaceRole } | Failure> {
	return inTransaction(db, async (tx) => {
		const invitation = await invitationOf(tx, token);
		if (!invitation.ok) return invitation;
		const { workspaceId, role } = invitation;
		if (role === 'editor' && !(await hasAccount(tx, learner.id))) return failure('account_needed');
		const mine = and(eq(workspaceMembers.learnerId, learner.id), eq(workspaceMembers.workspaceId, workspaceId));
		const [before] = await tx.select({ role: workspaceMembers.role }).from(workspaceMembers).where(mine).for('update');
		if (before && (role === 'learner' || before.role !== 'learner'))
			return { ok: true, workspaceId, role: before.role };
		await tx
			.insert(workspaceMembers)
			.values({ learnerId: learner.id, workspaceId, role, joinedAt: now })
			.onConflictDoUpdate({ target: [workspaceMembers.learnerId, workspaceMembers.workspaceId], set: { role } });
		await tx
			.update(invitations)
			.set({ used: sql`${invitations.used} + 1` })
			.where(eq(invitations.tokenHash, tokenHash(token)));
		return { ok: true, workspaceId, role };
	});
}
