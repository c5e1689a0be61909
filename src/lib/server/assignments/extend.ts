import { and, eq } from 'drizzle-orm';
import * as v from 'valibot';
import { failure, type Failure } from '#lib/domain/errors.ts';
import { extensionSchema } from '#lib/domain/teaching/rules.ts';
import { deadlineOf, lastEnd, termsFor } from '#lib/domain/teaching/terms.ts';
import { UUID } from '#lib/domain/uuid.ts';
import { requireChanger } from '#lib/server/classes/guards.ts';
import type { Db } from '#lib/server/db/db.ts';
import { assignments, attempts, extensions } from '#lib/server/db/schema/assignments.ts';
import { classMembers } from '#lib/server/db/schema/classes.ts';
import { inTransaction } from '#lib/server/db/transaction.ts';
import type { Learner } from '#lib/server/reviews/today.ts';
import { extensionsOf } from './publish-assignment.ts';
import { lockAssignment } from './save-assignment.ts';

/** For whom an extension is granted. */
export interface Granting {
	classId: string;
	assignmentId: string;
	studentId: string;
	/** An `Extension`, or null to take one back. */
	extension: unknown;
}

/**
 * Grants a student more time, later dates or more attempts, or takes that back. An attempt that she has open gets the
 * later deadline at once; it never gets an earlier one.
 * @returns `not_found`, `class_archived`, `invalid_input`
 */
export async function extend(
	db: Db,
	teacher: Learner,
	{ classId, assignmentId, studentId, extension }: Granting,
	now: Date
): Promise<{ ok: true } | Failure> {
	return inTransaction(db, async (tx) => {
		const may = await requireChanger(tx, teacher, classId);
		if (!may.ok) return may;
		const held = await lockAssignment(tx, classId, assignmentId);
		if (!held || !(await isStudent(tx, classId, studentId))) return failure('not_found');
		const mine = and(eq(extensions.learnerId, studentId), eq(extensions.assignmentId, assignmentId));
		const checked = v.safeParse(v.nullable(extensionSchema), extension);
		if (!checked.success) return failure('invalid_input');
		const granted = checked.output;
		if (granted === null) await tx.delete(extensions).where(mine);
		else {
			const set = { extension: granted, grantedBy: teacher.id, grantedAt: now };
			await tx
				.insert(extensions)
				.values({ learnerId: studentId, assignmentId, ...set })
				.onConflictDoUpdate({ target: [extensions.learnerId, extensions.assignmentId], set });
			await putOff(tx, studentId, assignmentId, (startedAt) => deadlineOf(termsFor(held.rules, granted), startedAt));
		}
		const overAt = lastEnd(held.rules, await extensionsOf(tx, assignmentId));
		const one = and(eq(assignments.classId, classId), eq(assignments.id, assignmentId));
		await tx.update(assignments).set({ overAt }).where(one);
		return { ok: true };
	});
}

async function isStudent(tx: Db, classId: string, studentId: string): Promise<boolean> {
	if (!UUID.test(studentId)) return false;
	const [member] = await tx
		.select({ role: classMembers.role })
		.from(classMembers)
		.where(and(eq(classMembers.learnerId, studentId), eq(classMembers.classId, classId)));
	return member?.role === 'student';
}

/** Puts off the deadline of the attempt that is open, if it becomes later. */
async function putOff(
	tx: Db,
	learnerId: string,
	assignmentId: string,
	deadline: (startedAt: Date) => Date | null
): Promise<void> {
	const open = and(
		eq(attempts.learnerId, learnerId),
		eq(attempts.assignmentId, assignmentId),
		eq(attempts.state, 'open')
	);
	const [attempt] = await tx.select().from(attempts).where(open).for('update');
	if (!attempt?.deadlineAt) return;
	const deadlineAt = deadline(attempt.startedAt);
	if (deadlineAt !== null && deadlineAt <= attempt.deadlineAt) return;
	await tx.update(attempts).set({ deadlineAt }).where(open);
}
