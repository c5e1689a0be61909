import { and, asc, count, eq } from 'drizzle-orm';
import { failure, type Failure } from '#lib/domain/errors.ts';
import { UUID } from '#lib/domain/uuid.ts';
import type { Db } from '#lib/server/db/db.ts';
import { classMembers, classRemovals, rosterPlaces } from '#lib/server/db/schema/classes.ts';
import { inTransaction } from '#lib/server/db/transaction.ts';
import type { Learner } from '#lib/server/reviews/today.ts';
import { lockClass, requireChanger, requireMember, requireTeacher, type ClassRole } from './guards.ts';

/** A member as the class's teachers see her. */
export interface Member {
	id: string;
	name: string;
	role: ClassRole;
	joinedAt: Date;
}

/** Everybody in a class, teachers first, by name. */
export async function listMembers(
	db: Db,
	teacher: Learner,
	classId: string
): Promise<{ ok: true; members: Member[] } | Failure> {
	const may = await requireTeacher(db, teacher, classId);
	if (!may.ok) return may;
	const rows = await db
		.select({
			id: classMembers.learnerId,
			name: classMembers.name,
			role: classMembers.role,
			joinedAt: classMembers.joinedAt
		})
		.from(classMembers)
		.where(eq(classMembers.classId, classId))
		.orderBy(asc(classMembers.name));
	const of = (role: ClassRole) => rows.filter((row) => row.role === role);
	return { ok: true, members: [...of('teacher'), ...of('student')] };
}

/**
 * Removes a member; what she answered stays for the class's grades. Only a link made after it admits her again.
 * @returns `not_found`, `class_archived`; `last_teacher` where nobody would teach
 */
export async function removeMember(
	db: Db,
	teacher: Learner,
	classId: string,
	memberId: string,
	now: Date
): Promise<{ ok: true } | Failure> {
	return inTransaction(db, async (tx) => {
		const may = await requireChanger(tx, teacher, classId);
		if (!may.ok) return may;
		if (!UUID.test(memberId)) return failure('not_found');
		const gone = await takeOut(tx, classId, memberId);
		if (!gone.ok) return gone;
		await tx
			.insert(classRemovals)
			.values({ learnerId: memberId, classId, removedAt: now })
			.onConflictDoUpdate({ target: [classRemovals.learnerId, classRemovals.classId], set: { removedAt: now } });
		// The link of her place would let her in again: it goes with her.
		await tx.delete(rosterPlaces).where(and(eq(rosterPlaces.classId, classId), eq(rosterPlaces.takenBy, memberId)));
		return { ok: true };
	});
}

/**
 * Leaves a class; by code or link one may come back.
 * @returns `not_found`; `last_teacher` where nobody would teach
 */
export async function leaveClass(db: Db, learner: Learner, classId: string): Promise<{ ok: true } | Failure> {
	return inTransaction(db, async (tx) => {
		const may = await requireMember(tx, learner, classId);
		return may.ok ? takeOut(tx, classId, learner.id) : may;
	});
}

async function takeOut(tx: Db, classId: string, memberId: string): Promise<{ ok: true } | Failure> {
	await lockClass(tx, classId);
	const one = and(eq(classMembers.classId, classId), eq(classMembers.learnerId, memberId));
	const [member] = await tx.select({ role: classMembers.role }).from(classMembers).where(one);
	if (!member) return failure('not_found');
	const [teachers] = await tx
		.select({ number: count() })
		.from(classMembers)
		.where(and(eq(classMembers.classId, classId), eq(classMembers.role, 'teacher')));
	if (member.role === 'teacher' && (teachers?.number ?? 0) <= 1) return failure('last_teacher');
	await tx.delete(classMembers).where(one);
	return { ok: true };
}
