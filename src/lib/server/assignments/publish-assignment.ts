import { and, eq } from 'drizzle-orm';
import * as v from 'valibot';
import { failure, type Failure } from '#lib/domain/errors.ts';
import { quizRulesSchema, type Extension, type QuizRules } from '#lib/domain/teaching/rules.ts';
import { lastEnd } from '#lib/domain/teaching/terms.ts';
import { requireChanger } from '#lib/server/classes/guards.ts';
import type { Db } from '#lib/server/db/db.ts';
import { assignments, attempts, extensions } from '#lib/server/db/schema/assignments.ts';
import { inTransaction } from '#lib/server/db/transaction.ts';
import type { Learner } from '#lib/server/reviews/today.ts';
import { lockAssignment } from './save-assignment.ts';

/** Shows a draft to the class; its questions stay as they are from then on. */
export async function publishAssignment(
	db: Db,
	teacher: Learner,
	classId: string,
	id: string,
	seq: number
): Promise<{ ok: true } | Failure> {
	return inTransaction(db, async (tx) => {
		const may = await requireChanger(tx, teacher, classId);
		if (!may.ok) return may;
		const held = await lockAssignment(tx, classId, id);
		if (!held) return failure('not_found');
		if (held.status === 'published') return { ok: true };
		if (held.seq !== seq) return failure('stale_assignment');
		const overAt = lastEnd(held.rules, await extensionsOf(tx, id));
		await tx
			.update(assignments)
			.set({ status: 'published', overAt, seq: seq + 1 })
			.where(and(eq(assignments.classId, classId), eq(assignments.id, id)));
		return { ok: true };
	});
}

/**
 * Changes the rules of an assignment, also of a published one: dates, attempts, time, feedback. Attempts that are open
 * keep the deadline that they began with.
 * @returns `not_found`, `class_archived`, `stale_assignment`, `invalid_input`
 */
export async function changeRules(
	db: Db,
	teacher: Learner,
	classId: string,
	id: string,
	{ rules, seq }: { rules: unknown; seq: number }
): Promise<{ ok: true } | Failure> {
	const checked = v.safeParse(quizRulesSchema, rules);
	return inTransaction(db, async (tx) => {
		const may = await requireChanger(tx, teacher, classId);
		if (!may.ok) return may;
		const held = await lockAssignment(tx, classId, id);
		if (!held) return failure('not_found');
		if (held.seq !== seq) return failure('stale_assignment');
		if (!checked.success) return failure('invalid_input');
		const set: { rules: QuizRules; overAt: Date | null; seq: number } = {
			rules: checked.output,
			overAt: lastEnd(checked.output, await extensionsOf(tx, id)),
			seq: seq + 1
		};
		await tx
			.update(assignments)
			.set(set)
			.where(and(eq(assignments.classId, classId), eq(assignments.id, id)));
		return { ok: true };
	});
}

/** Removes an assignment that nobody has begun. */
export async function deleteAssignment(
	db: Db,
	teacher: Learner,
	classId: string,
	id: string
): Promise<{ ok: true } | Failure> {
	return inTransaction(db, async (tx) => {
		const may = await requireChanger(tx, teacher, classId);
		if (!may.ok) return may;
		const held = await lockAssignment(tx, classId, id);
		if (!held) return failure('not_found');
		const begun = await tx.select({ id: attempts.id }).from(attempts).where(eq(attempts.assignmentId, id)).limit(1);
		if (begun.length > 0) return failure('assignment_begun');
		await tx.delete(assignments).where(and(eq(assignments.classId, classId), eq(assignments.id, id)));
		return { ok: true };
	});
}

/** The extensions of an assignment. */
export async function extensionsOf(db: Db, assignmentId: string): Promise<Extension[]> {
	const rows = await db
		.select({ extension: extensions.extension })
		.from(extensions)
		.where(eq(extensions.assignmentId, assignmentId));
	return rows.map(({ extension }) => extension);
}
