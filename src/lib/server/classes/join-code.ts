import { randomBytes } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { failure, type Failure } from '#lib/domain/errors.ts';
import { makeJoinCode } from '#lib/domain/teaching/join-code.ts';
import type { Db } from '#lib/server/db/db.ts';
import { classes } from '#lib/server/db/schema/classes.ts';
import { inTransaction } from '#lib/server/db/transaction.ts';
import type { Learner } from '#lib/server/reviews/today.ts';
import { lockClass, requireChanger } from './guards.ts';

const TRIES = 5;

/** A code that no class has. */
export async function freeCode(tx: Db): Promise<string> {
	for (let tried = 0; tried < TRIES; tried++) {
		const code = makeJoinCode((count) => randomBytes(count));
		const [taken] = await tx.select({ id: classes.id }).from(classes).where(eq(classes.code, code));
		if (!taken) return code;
	}
	// One code in a thousand million is taken: five in a row mean that chance is broken.
	throw new Error('no free code was found for a class');
}

/**
 * Gives a class another code, or none: the one before admits nobody any more.
 * @returns the code, null where joining by code is switched off; `not_found`, `class_archived`
 */
export async function changeCode(
	db: Db,
	teacher: Learner,
	classId: string,
	wanted: 'new' | 'off'
): Promise<{ ok: true; code: string | null } | Failure> {
	return inTransaction(db, async (tx) => {
		const may = await requireChanger(tx, teacher, classId);
		if (!may.ok) return failure(may.code);
		await lockClass(tx, classId);
		const code = wanted === 'new' ? await freeCode(tx) : null;
		await tx.update(classes).set({ code }).where(eq(classes.id, classId));
		return { ok: true, code };
	});
}
