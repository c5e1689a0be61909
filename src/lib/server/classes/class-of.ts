import { and, asc, count, desc, eq, isNull } from 'drizzle-orm';
import * as v from 'valibot';
import { failure, type Failure } from '#lib/domain/errors.ts';
import type { Db } from '#lib/server/db/db.ts';
import { classes, classMembers } from '#lib/server/db/schema/classes.ts';
import type { Learner } from '#lib/server/reviews/today.ts';
import { nameFault } from '#lib/server/workspaces/create-workspace.ts';
import { classNameSchema } from './create-class.ts';
import { requireChanger, requireMember, requireTeacher, type ClassRole } from './guards.ts';

/** A class as a member sees it; its code is for teachers. */
export interface ClassView {
	id: string;
	name: string;
	role: ClassRole;
	archived: boolean;
	students: number;
	code: string | null;
	/** Her own: whether what she gets wrong in a quiz enters her reviews. */
	reviewsMistakes: boolean;
}

/** A class as one of its members sees it: a student learns nothing of the others but how many they are. */
export async function classOf(
	db: Db,
	learner: Learner,
	classId: string
): Promise<{ ok: true; class: ClassView } | Failure> {
	const may = await requireMember(db, learner, classId);
	if (!may.ok) return may;
	const [row] = await membershipQuery(db, learner.id, classId);
	if (!row) return failure('not_found');
	const [there] = await db
		.select({ number: count() })
		.from(classMembers)
		.where(and(eq(classMembers.classId, classId), eq(classMembers.role, 'student')));
	const { archivedAt, code, ...shown } = row;
	return {
		ok: true,
		class: {
			...shown,
			archived: archivedAt !== null,
			students: there?.number ?? 0,
			code: row.role === 'teacher' ? code : null
		}
	};
}

function membershipQuery(db: Db, learnerId: string, classId: string) {
	return db
		.select({
			id: classes.id,
			name: classes.name,
			code: classes.code,
			archivedAt: classes.archivedAt,
			role: classMembers.role,
			reviewsMistakes: classMembers.reviewsMistakes
		})
		.from(classMembers)
		.innerJoin(classes, eq(classes.id, classMembers.classId))
		.where(and(eq(classMembers.learnerId, learnerId), eq(classMembers.classId, classId)));
}

/** The classes that a learner belongs to: those in use first, the latest before the others. */
export function classesQuery(db: Db, learnerId: string) {
	return db
		.select({ id: classes.id, name: classes.name, role: classMembers.role, archivedAt: classes.archivedAt })
		.from(classMembers)
		.innerJoin(classes, eq(classes.id, classMembers.classId))
		.where(eq(classMembers.learnerId, learnerId))
		.orderBy(desc(isNull(classes.archivedAt)), desc(classes.createdAt), asc(classes.id));
}

/** Renames a class. */
export async function renameClass(
	db: Db,
	teacher: Learner,
	classId: string,
	input: unknown
): Promise<{ ok: true } | Failure> {
	const may = await requireChanger(db, teacher, classId);
	if (!may.ok) return may;
	const checked = v.safeParse(classNameSchema, input);
	if (!checked.success) return failure(nameFault(input));
	await db.update(classes).set({ name: checked.output.name }).where(eq(classes.id, classId));
	return { ok: true };
}

/** Puts a class away, or takes it up again: put away it can be read, and nothing in it changed or answered. */
export async function archiveClass(
	db: Db,
	teacher: Learner,
	classId: string,
	away: boolean,
	now: Date
): Promise<{ ok: true } | Failure> {
	const may = await requireTeacher(db, teacher, classId);
	if (!may.ok) return may;
	await db
		.update(classes)
		.set({ archivedAt: away ? now : null })
		.where(eq(classes.id, classId));
	return { ok: true };
}

/** A student's own choice: whether what she gets wrong in this class's quizzes enters her reviews. */
export async function chooseMistakes(
	db: Db,
	learner: Learner,
	classId: string,
	reviewsMistakes: boolean
): Promise<{ ok: true } | Failure> {
	const may = await requireMember(db, learner, classId);
	if (!may.ok) return may;
	await db
		.update(classMembers)
		.set({ reviewsMistakes })
		.where(and(eq(classMembers.learnerId, learner.id), eq(classMembers.classId, classId)));
	return { ok: true };
}
