import { and, count, eq } from 'drizzle-orm';
import * as v from 'valibot';
import { failure, type Failure } from '#lib/domain/errors.ts';
import { plainText } from '#lib/domain/workspace/plain-text.ts';
import { lockLearner } from '#lib/server/auth/learner-rows.ts';
import type { Db } from '#lib/server/db/db.ts';
import { inTransaction } from '#lib/server/db/transaction.ts';
import { workspaces } from '#lib/server/db/schema/bank.ts';
import { workspaceMembers } from '#lib/server/db/schema/workspaces.ts';
import { uuidv7 } from '#lib/server/db/uuidv7.ts';
import type { Learner } from '#lib/server/reviews/today.ts';

const MOST_WORKSPACES = 50;

/** A workspace's name as a person gives it. */
export const workspaceNameSchema = v.strictObject({ name: plainText(100) });

/**
 * Makes a workspace, whose owner the learner becomes.
 * @param input `{name}`, at most 100 characters
 * @returns its id; `account_needed` for a guest, `name_missing`, `name_too_long`, `too_many_workspaces`
 */
export async function createWorkspace(
	db: Db,
	learner: Learner,
	input: unknown,
	now: Date
): Promise<{ ok: true; id: string } | Failure> {
	const checked = v.safeParse(workspaceNameSchema, input);
	if (!checked.success) return failure(nameFault(input));
	const { name } = checked.output;
	return inTransaction(db, async (tx) => {
		const held = await lockLearner(tx, learner.id);
		if (!held?.registered) return failure('account_needed');
		const [owned] = await tx
			.select({ number: count() })
			.from(workspaceMembers)
			.where(and(eq(workspaceMembers.learnerId, learner.id), eq(workspaceMembers.role, 'owner')));
		if ((owned?.number ?? 0) >= MOST_WORKSPACES) return failure('too_many_workspaces');
		const id = uuidv7(now);
		await tx
			.insert(workspaces)
			.values({ id, name, revision: uuidv7(now), loadedAt: now, ownerId: learner.id, createdAt: now });
		await tx.insert(workspaceMembers).values({ learnerId: learner.id, workspaceId: id, role: 'owner', joinedAt: now });
		return { ok: true, id };
	});
}

/** What is wrong with a name that the schema refuses. */
export function nameFault(input: unknown): 'name_missing' | 'name_too_long' | 'invalid_input' {
	const loose = v.safeParse(v.strictObject({ name: v.string() }), input);
	if (!loose.success) return 'invalid_input';
	if (loose.output.name.trim() === '') return 'name_missing';
	return loose.output.name.trim().length > 100 ? 'name_too_long' : 'invalid_input';
}
