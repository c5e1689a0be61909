import { and, asc, eq, gt, isNull } from 'drizzle-orm';
import { failure, type Failure } from '#lib/domain/errors.ts';
import type { Db } from '#lib/server/db/db.ts';
import { invitations } from '#lib/server/db/schema/workspaces.ts';
import type { Learner } from '#lib/server/reviews/today.ts';
import { isUuid, requireEditor } from './guards.ts';
import { expiryOf, overSince, usesOf, whyOver } from './invitation-life.ts';

/** An invitation as editors see it; its token is nowhere. */
export interface InvitationView {
	id: string;
	role: 'editor' | 'learner';
	createdAt: Date;
	/** From when on it admits nobody. */
	expiresAt: Date;
	/** How many joined by it. */
	used: number;
	/** How many it admits in all. */
	most: number;
}

/** The query behind the links that may still admit; which of them are used up, a second look tells. */
export function liveInvitations(db: Db, workspaceId: string, now: Date) {
	return db
		.select({
			id: invitations.id,
			role: invitations.role,
			createdAt: invitations.createdAt,
			used: invitations.used
		})
		.from(invitations)
		.where(
			and(
				eq(invitations.workspaceId, workspaceId),
				isNull(invitations.revokedAt),
				gt(invitations.createdAt, overSince(now))
			)
		)
		.orderBy(asc(invitations.id));
}

/** The invitations of a workspace that still admit, the oldest first. */
export async function listInvitations(
	db: Db,
	learner: Learner,
	workspaceId: string,
	now: Date
): Promise<{ ok: true; invitations: InvitationView[] } | Failure> {
	const editor = await requireEditor(db, learner, workspaceId);
	if (!editor.ok) return editor;
	const rows = await liveInvitations(db, workspaceId, now);
	const live = rows.filter((row) => whyOver(row, now) === undefined);
	return {
		ok: true,
		invitations: live.map((row) => ({ ...row, expiresAt: expiryOf(row.createdAt), most: usesOf(row.role) }))
	};
}

/** Withdraws an invitation: nobody joins by it any more, and who did stays. */
export async function revokeInvitation(
	db: Db,
	learner: Learner,
	workspaceId: string,
	id: string,
	now: Date
): Promise<{ ok: true } | Failure> {
	const editor = await requireEditor(db, learner, workspaceId);
	if (!editor.ok) return editor;
	if (!isUuid(id)) return failure('invitation_invalid');
	const revoked = await db
		.update(invitations)
		.set({ revokedAt: now })
		.where(and(eq(invitations.workspaceId, workspaceId), eq(invitations.id, id), isNull(invitations.revokedAt)))
		.returning({ id: invitations.id });
	return revoked.length > 0 ? { ok: true } : failure('invitation_invalid');
}
