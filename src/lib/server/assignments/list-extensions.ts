import { and, asc, eq } from 'drizzle-orm';
import { failure, type Failure } from '#lib/domain/errors.ts';
import type { Extension } from '#lib/domain/teaching/rules.ts';
import { UUID } from '#lib/domain/uuid.ts';
import { requireTeacher } from '#lib/server/classes/guards.ts';
import type { Db } from '#lib/server/db/db.ts';
import { assignments, extensions } from '#lib/server/db/schema/assignments.ts';
import { classMembers } from '#lib/server/db/schema/classes.ts';

/** A student with what she was granted for one assignment. */
export interface Granted {
	id: string;
	name: string;
	extension: Extension | null;
}

/** The query behind the extensions of an assignment: one range of the members' index, the extensions by their key. */
export function grantedQuery(db: Db, classId: string, assignmentId: string) {
	return db
		.select({ id: classMembers.learnerId, name: classMembers.name, extension: extensions.extension })
		.from(classMembers)
		.leftJoin(
			extensions,
			and(eq(extensions.learnerId, classMembers.learnerId), eq(extensions.assignmentId, assignmentId))
		)
		.where(and(eq(classMembers.classId, classId), eq(classMembers.role, 'student')))
		.orderBy(asc(classMembers.name), asc(classMembers.learnerId));
}

/** The students of a class with what each was granted for an assignment. */
export async function listExtensions(
	db: Db,
	teacher: { id: string },
	classId: string,
	assignmentId: string
): Promise<{ ok: true; title: string; kind: 'quiz' | 'study'; students: Granted[] } | Failure> {
	const may = await requireTeacher(db, teacher, classId);
	if (!may.ok) return may;
	if (!UUID.test(assignmentId)) return failure('not_found');
	const [assignment] = await db
		.select({ title: assignments.title, kind: assignments.kind })
		.from(assignments)
		.where(and(eq(assignments.classId, classId), eq(assignments.id, assignmentId)));
	if (!assignment) return failure('not_found');
	return { ok: true, ...assignment, students: await grantedQuery(db, classId, assignmentId) };
}
