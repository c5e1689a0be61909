import { and, count, eq, isNull, sql } from 'drizzle-orm';
import { failure, type Failure } from '#lib/domain/errors.ts';
import { lockLearner } from '#lib/server/auth/learner-rows.ts';
import type { Db } from '#lib/server/db/db.ts';
import { inTransaction } from '#lib/server/db/transaction.ts';
import { workspaces } from '#lib/server/db/schema/bank.ts';
import { invitations, workspaceMembers, workspaceRemovals } from '#lib/server/db/schema/workspaces.ts';
import type { Learner } from '#lib/server/reviews/today.ts';
import type { WorkspaceRole } from './guards.ts';
import { expiryOf, whyOver } from './invitation-life.ts';
import { tokenHash } from './invite.ts';

/** Members of one workspace; all are listed on its page. */
const MOST_MEMBERS = 500;
/** Workspaces of one learner: the bank of each is composed for her. */
const MOST_JOINED = 100;

function byToken(db: Db, token: string) {
	return db
		.select({
			id: invitations.id,
			workspaceId: workspaces.id,
			name: workspaces.name,
			role: invitations.role,
			createdAt: invitations.createdAt,
			used: invitations.used
		})
		.from(invitations)
		.innerJoin(workspaces, eq(workspaces.id, invitations.workspaceId))
		.where(and(eq(invitations.tokenHash, tokenHash(token)), isNull(invitations.revokedAt)));
}

/**
 * The invitation that a token opens: what one would join, as what, and until when.
 * @returns `invitation_invalid`, `invitation_expired` or `invitation_used` where it admits nobody
 */
export async function invitationOf(
	db: Db,
	token: string,
	now: Date
): Promise<{ ok: true; workspaceId: string; name: string; role: 'editor' | 'learner'; expiresAt: Date } | Failure> {
	const [found] = await byToken(db, token);
	if (!found) return failure('invitation_invalid');
	const over = whyOver(found, now);
	if (over) return failure(over);
	const { workspaceId, name, role, createdAt } = found;
	return { ok: true, workspaceId, name, role, expiresAt: expiryOf(createdAt) };
}

/**
 * Joins a workspace by an invitation. Joining twice changes nothing; a learner who follows an editor's link becomes an
 * editor, and nobody loses a role by a link. The link and its workspace are held, so that two at once pass no limit.
 * @returns the role that she now has; `account_needed` where a guest follows an editor's link; `invitation_older` where
 * she was removed after the link was made; the codes of `invitationOf`, `workspace_crowded`, `too_many_workspaces`
 */
export async function joinWorkspace(
	db: Db,
	learner: Learner,
	token: string,
	now: Date
): Promise<{ ok: true; workspaceId: string; role: WorkspaceRole } | Failure> {
	return inTransaction(db, async (tx) => {
		const held = await lockLearner(tx, learner.id);
		if (!held) return failure('no_session');
		const [link] = await byToken(tx, token).for('update');
		if (!link) return failure('invitation_invalid');
		const { workspaceId, role } = link;
		const mine = and(eq(workspaceMembers.learnerId, learner.id), eq(workspaceMembers.workspaceId, workspaceId));
		const [before] = await tx.select({ role: workspaceMembers.role }).from(workspaceMembers).where(mine);
		if (before && (role === 'learner' || before.role !== 'learner'))
			return { ok: true, workspaceId, role: before.role };
		const refused = await whyRefused(tx, { link, learnerId: learner.id, registered: held.registered, now });
		if (refused) return failure(refused);
		const full = before ? undefined : await whyFull(tx, workspaceId, learner.id);
		if (full) return failure(full);
		await tx
			.insert(workspaceMembers)
			.values({ learnerId: learner.id, workspaceId, role, joinedAt: now })
			.onConflictDoUpdate({ target: [workspaceMembers.learnerId, workspaceMembers.workspaceId], set: { role } });
		await tx
			.update(invitations)
			.set({ used: sql`${invitations.used} + 1` })
			.where(and(eq(invitations.workspaceId, workspaceId), eq(invitations.id, link.id)));
		return { ok: true, workspaceId, role };
	});
}

interface Asking {
	link: Awaited<ReturnType<typeof byToken>>[number];
	learnerId: string;
	registered: boolean;
	now: Date;
}

/** Why a link does not admit this learner. */
async function whyRefused(tx: Db, { link, learnerId, registered, now }: Asking) {
	const over = whyOver(link, now);
	if (over) return over;
	if (link.role === 'editor' && !registered) return 'account_needed';
	const [removal] = await tx
		.select({ at: workspaceRemovals.removedAt })
		.from(workspaceRemovals)
		.where(and(eq(workspaceRemovals.learnerId, learnerId), eq(workspaceRemovals.workspaceId, link.workspaceId)));
	return removal && link.createdAt <= removal.at ? 'invitation_older' : undefined;
}

/** Why nobody more can join the workspace, or the learner no more of them. */
async function whyFull(tx: Db, workspaceId: string, learnerId: string) {
	const [there] = await tx
		.select({ number: count() })
		.from(workspaceMembers)
		.where(eq(workspaceMembers.workspaceId, workspaceId));
	if ((there?.number ?? 0) >= MOST_MEMBERS) return 'workspace_crowded';
	const [joined] = await tx
		.select({ number: count() })
		.from(workspaceMembers)
		.where(eq(workspaceMembers.learnerId, learnerId));
	return (joined?.number ?? 0) >= MOST_JOINED ? 'too_many_workspaces' : undefined;
}
