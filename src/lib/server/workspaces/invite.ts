import { createHash, randomBytes } from 'node:crypto';
import * as v from 'valibot';
import { failure, type Failure } from '#lib/domain/errors.ts';
import type { Db } from '#lib/server/db/db.ts';
import { invitations } from '#lib/server/db/schema/workspaces.ts';
import { uuidv7 } from '#lib/server/db/uuidv7.ts';
import type { Learner } from '#lib/server/reviews/today.ts';
import { requireEditor } from './guards.ts';

const inviteSchema = v.strictObject({ role: v.picklist(['editor', 'learner']) });

/** Under what a token is kept: who reads the database cannot join by it. */
export function tokenHash(token: string): string {
	return createHash('sha256').update(token).digest('hex');
}

/**
 * Makes a link by which others join.
 * @param input `{role}`: as what they join
 * @returns the token, which is shown this once and cannot be read again
 */
export async function invite(
	db: Db,
	learner: Learner,
	workspaceId: string,
	input: unknown,
	now: Date
): Promise<{ ok: true; id: string; token: string } | Failure> {
	const editor = await requireEditor(db, learner, workspaceId);
	if (!editor.ok) return editor;
	const checked = v.safeParse(inviteSchema, input);
	if (!checked.success) return failure('invalid_input');
	const token = randomBytes(18).toString('base64url');
	const id = uuidv7(now);
	await db.insert(invitations).values({
		workspaceId,
		id,
		tokenHash: tokenHash(token),
		role: checked.output.role,
		createdBy: learner.id,
		createdAt: now
	});
	return { ok: true, id, token };
}
