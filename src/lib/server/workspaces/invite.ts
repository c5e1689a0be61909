import { createHash, randomBytes } from 'node:crypto';
import * as v from 'valibot';
import { failure, type Failure } from '#lib/domain/errors.ts';
import type { Db } from '#lib/server/db/db.ts';
import { inTransaction } from '#lib/server/db/transaction.ts';
import { invitations } from '#lib/server/db/schema/workspaces.ts';
import { uuidv7 } from '#lib/server/db/uuidv7.ts';
import type { Learner } from '#lib/server/reviews/today.ts';
import { requireEditor } from './guards.ts';
import { expiryOf, usesOf, whyOver } from './invitation-life.ts';
import { liveInvitations } from './invitations.ts';
import { lockWorkspace } from './revision.ts';

/** Links of one workspace that work at once; all are listed on its page. */
const MOST_LIVE = 50;

const inviteSchema = v.strictObject({ role: v.picklist(['editor', 'learner']) });

/** Under what a token is kept: who reads the database cannot join by it. */
export function tokenHash(token: string): string {
	return createHash('sha256').update(token).digest('hex');
}

/** A link as it is shown to whoever made it. */
export interface MadeInvitation {
	ok: true;
	id: string;
	/** Shown this once: it cannot be read again. */
	token: string;
	expiresAt: Date;
	/** How many it admits. */
	most: number;
}

/**
 * Makes a link by which others join: an editors' link admits one person, a learners' one a class, both for 14 days.
 * @param input `{role}`: as what they join
 * @returns `too_many_invitations` where as many work as may
 */
export async function invite(
	db: Db,
	learner: Learner,
	workspaceId: string,
	input: unknown,
	now: Date
): Promise<MadeInvitation | Failure> {
	const editor = await requireEditor(db, learner, workspaceId);
	if (!editor.ok) return editor;
	const checked = v.safeParse(inviteSchema, input);
	if (!checked.success) return failure('invalid_input');
	const { role } = checked.output;
	const token = randomBytes(18).toString('base64url');
	const id = uuidv7(now);
	return inTransaction(db, async (tx) => {
		await lockWorkspace(tx, workspaceId);
		const live = (await liveInvitations(tx, workspaceId, now)).filter((one) => whyOver(one, now) === undefined);
		if (live.length >= MOST_LIVE) return failure('too_many_invitations');
		const createdBy = learner.id;
		await tx
			.insert(invitations)
			.values({ workspaceId, id, tokenHash: tokenHash(token), role, createdBy, createdAt: now });
		return { ok: true, id, token, expiresAt: expiryOf(now), most: usesOf(role) };
	});
}
