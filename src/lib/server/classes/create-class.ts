import { and, count, eq } from 'drizzle-orm';
import * as v from 'valibot';
import { failure, type Failure } from '#lib/domain/errors.ts';
import { plainText } from '#lib/domain/workspace/plain-text.ts';
import { lockLearner } from '#lib/server/auth/learner-rows.ts';
import type { Db } from '#lib/server/db/db.ts';
import { classes, classMembers } from '#lib/server/db/schema/classes.ts';
import { accounts } from '#lib/server/db/schema/learners.ts';
import { inTransaction } from '#lib/server/db/transaction.ts';
import { uuidv7 } from '#lib/server/db/uuidv7.ts';
import type { Learner } from '#lib/server/reviews/today.ts';
import { nameFault } from '#lib/server/workspaces/create-workspace.ts';
import { freeCode } from './join-code.ts';

/** Classes of one teacher: all are listed on one page. */
const MOST_CLASSES = 100;

/** A class's name as a person gives it. */
export const classNameSchema = v.strictObject({ name: plainText(100) });

/**
 * Opens a class; whoever opens it becomes its teacher.
 * @param input `{name}`, at most 100 characters
 * @returns its id and the code by which students join; `account_needed` for a guest, `name_missing`, `name_too_long`,
 * `too_many_classes`
 */
export async function createClass(
	db: Db,
	learner: Learner,
	input: unknown,
	now: Date
): Promise<{ ok: true; id: string; code: string } | Failure> {
	const checked = v.safeParse(classNameSchema, input);
	if (!checked.success) return failure(nameFault(input));
	const { name } = checked.output;
	return inTransaction(db, async (tx) => {
		const held = await lockLearner(tx, learner.id);
		if (!held?.registered) return failure('account_needed');
		const [taught] = await tx
			.select({ number: count() })
			.from(classMembers)
			.where(and(eq(classMembers.learnerId, learner.id), eq(classMembers.role, 'teacher')));
		if ((taught?.number ?? 0) >= MOST_CLASSES) return failure('too_many_classes');
		const [account] = await tx.select({ name: accounts.name }).from(accounts).where(eq(accounts.learnerId, learner.id));
		const id = uuidv7(now);
		const code = await freeCode(tx);
		await tx.insert(classes).values({ id, name, code, createdBy: learner.id, createdAt: now });
		await tx.insert(classMembers).values({
			learnerId: learner.id,
			classId: id,
			role: 'teacher',
			name: account?.name ?? name,
			joinedAt: now
		});
		return { ok: true, id, code };
	});
}
