import { and, eq } from 'drizzle-orm';
import { failure, type Failure } from '#lib/domain/errors.ts';
import { UUID } from '#lib/domain/uuid.ts';
import type { Db } from '#lib/server/db/db.ts';
import { classes, classMembers } from '#lib/server/db/schema/classes.ts';
import type { Learner } from '#lib/server/reviews/today.ts';

export type ClassRole = 'teacher' | 'student';
export type InClass = { ok: true; role: ClassRole; archived: boolean };

/** A member of a class with her role; for anybody else the class does not exist. */
export async function requireMember(db: Db, learner: Pick<Learner, 'id'>, classId: string): Promise<InClass | Failure> {
	if (!UUID.test(classId)) return failure('not_found');
	const [member] = await db
		.select({ role: classMembers.role, archivedAt: classes.archivedAt })
		.from(classMembers)
		.innerJoin(classes, eq(classes.id, classMembers.classId))
		.where(and(eq(classMembers.learnerId, learner.id), eq(classMembers.classId, classId)));
	return member ? { ok: true, role: member.role, archived: member.archivedAt !== null } : failure('not_found');
}

/** A teacher of a class: for its students what teachers see does not exist either. */
export async function requireTeacher(
	db: Db,
	learner: Pick<Learner, 'id'>,
	classId: string
): Promise<InClass | Failure> {
	const member = await requireMember(db, learner, classId);
	return member.ok && member.role !== 'teacher' ? failure('not_found') : member;
}

/** A teacher who may change the class: `class_archived` where it is put away. */
export async function requireChanger(
	db: Db,
	learner: Pick<Learner, 'id'>,
	classId: string
): Promise<InClass | Failure> {
	const teacher = await requireTeacher(db, learner, classId);
	return teacher.ok && teacher.archived ? failure('class_archived') : teacher;
}

/** A class, held until the transaction ends: two changes at once pass no limit. */
export async function lockClass(tx: Db, classId: string): Promise<void> {
	await tx.select({ id: classes.id }).from(classes).where(eq(classes.id, classId)).for('update');
}
