import { and, count, eq, inArray } from 'drizzle-orm';
import type { Db } from '#lib/server/db/db.ts';
import { assignments } from '#lib/server/db/schema/assignments.ts';
import { classMembers } from '#lib/server/db/schema/classes.ts';
import type { Learner } from '#lib/server/reviews/today.ts';
import { classesQuery } from './class-of.ts';
import type { ClassRole } from './guards.ts';

/** A class in a list. */
export interface ClassSummary {
	id: string;
	name: string;
	role: ClassRole;
	archived: boolean;
	students: number;
	/** Published ones. */
	assignments: number;
}

/** The classes of a learner, those in use first. */
export async function listClasses(db: Db, learner: Learner): Promise<ClassSummary[]> {
	const mine = await classesQuery(db, learner.id);
	const ids = mine.map(({ id }) => id);
	if (ids.length === 0) return [];
	const [students, given] = await Promise.all([
		db
			.select({ id: classMembers.classId, number: count() })
			.from(classMembers)
			.where(and(inArray(classMembers.classId, ids), eq(classMembers.role, 'student')))
			.groupBy(classMembers.classId),
		db
			.select({ id: assignments.classId, number: count() })
			.from(assignments)
			.where(and(inArray(assignments.classId, ids), eq(assignments.status, 'published')))
			.groupBy(assignments.classId)
	]);
	const of = (counts: { id: string; number: number }[], id: string) => counts.find((one) => one.id === id)?.number ?? 0;
	return mine.map(({ id, name, role, archivedAt }) => ({
		...{ id, name, role, archived: archivedAt !== null },
		students: of(students, id),
		assignments: of(given, id)
	}));
}
