import { and, asc, eq, inArray, isNotNull, or, sql } from 'drizzle-orm';
import type { Failure } from '#lib/domain/errors.ts';
import { buildGradebook, type Gradebook, type StudyShares } from '#lib/domain/teaching/gradebook.ts';
import { requireTeacher } from '#lib/server/classes/guards.ts';
import type { Db } from '#lib/server/db/db.ts';
import { assignments, attempts, extensions, grades } from '#lib/server/db/schema/assignments.ts';
import { classMembers, rosterPlaces } from '#lib/server/db/schema/classes.ts';
import type { Learner } from '#lib/server/reviews/today.ts';

/**
 * The gradebook of a class, in as many statements however large it is.
 * @param study how far each student has come with each study assignment
 * @returns with it the e-mail addresses of those whom the roster knows, by student; `not_found`
 */
export async function gradebookOf(
	db: Db,
	teacher: Learner,
	classId: string,
	study: StudyShares,
	now: Date
): Promise<{ ok: true; gradebook: Gradebook; emails: Map<string, string> } | Failure> {
	const may = await requireTeacher(db, teacher, classId);
	if (!may.ok) return may;
	const [given, members, places] = await Promise.all([
		columnsQuery(db, classId),
		membersQuery(db, classId),
		placesQuery(db, classId)
	]);
	const ids = given.map(({ id }) => id);
	const [graded, tried, extended] =
		ids.length === 0
			? [[], [], []]
			: await Promise.all([gradesQuery(db, ids), triedQuery(db, ids), extendedQuery(db, ids)]);
	const taken = places.flatMap(({ takenBy, ...place }) => (takenBy === null ? [] : [{ takenBy, ...place }]));
	const data = {
		assignments: given,
		students: members.filter(({ role }) => role === 'student'),
		teachers: new Set(members.filter(({ role }) => role === 'teacher').map(({ id }) => id)),
		formerNames: new Map(taken.map(({ takenBy, name }) => [takenBy, name])),
		grades: graded,
		attempts: tried.map((row) => ({
			...row,
			lastFinishedAt: row.lastFinishedMs === null ? null : new Date(row.lastFinishedMs)
		})),
		extensions: extended
	};
	return {
		ok: true,
		gradebook: buildGradebook(data, study, now),
		emails: new Map(taken.map(({ takenBy, email }) => [takenBy, email]))
	};
}

/** The query behind the columns: one range of the class's assignments. */
export function columnsQuery(db: Db, classId: string) {
	return db
		.select({ id: assignments.id, title: assignments.title, kind: assignments.kind, rules: assignments.rules })
		.from(assignments)
		.where(and(eq(assignments.classId, classId), eq(assignments.status, 'published')))
		.orderBy(asc(assignments.createdAt), asc(assignments.id));
}

/** The query behind the rows: one range of the class's members. */
export function membersQuery(db: Db, classId: string) {
	return db
		.select({ id: classMembers.learnerId, name: classMembers.name, role: classMembers.role })
		.from(classMembers)
		.where(eq(classMembers.classId, classId));
}

/** The query behind addresses, and behind the names of those who left: one range of the class's roster. */
export function placesQuery(db: Db, classId: string) {
	return db
		.select({ takenBy: rosterPlaces.takenBy, name: rosterPlaces.name, email: rosterPlaces.email })
		.from(rosterPlaces)
		.where(and(eq(rosterPlaces.classId, classId), isNotNull(rosterPlaces.takenBy)));
}

/** The query behind the cells: one range of the index on assignments for each. */
export function gradesQuery(db: Db, ids: readonly string[]) {
	return db
		.select({
			learnerId: grades.learnerId,
			assignmentId: grades.assignmentId,
			computed: grades.computed,
			override: grades.override,
			commented: sql<boolean>`${grades.comment} <> ''`,
			attempts: grades.attempts,
			waiting: grades.waiting
		})
		.from(grades)
		.where(inArray(grades.assignmentId, [...ids]));
}

/**
 * The query behind "open" and "late": one range of the index on assignments for each. Only who has an attempt open, or
 * handed one in after the due date, comes back: an extension makes nobody's due date earlier.
 */
export function triedQuery(db: Db, ids: readonly string[]) {
	const open = sql<boolean>`bool_or(${attempts.state} = 'open')`;
	return db
		.select({
			learnerId: attempts.learnerId,
			assignmentId: attempts.assignmentId,
			open,
			// The drivers read an aggregated instant differently, and a number alike.
			lastFinishedMs: sql<number | null>`(extract(epoch from max(${attempts.finishedAt})) * 1000)::float8`
		})
		.from(attempts)
		.innerJoin(assignments, eq(assignments.id, attempts.assignmentId))
		.where(inArray(attempts.assignmentId, [...ids]))
		.groupBy(attempts.assignmentId, attempts.learnerId, assignments.classId, assignments.id)
		.having(or(open, sql`max(${attempts.finishedAt}) > (${assignments.rules} ->> 'dueAt')::timestamptz`));
}

/** The query behind each student's own due dates: one range of the index on assignments for each. */
export function extendedQuery(db: Db, ids: readonly string[]) {
	return db
		.select({ learnerId: extensions.learnerId, assignmentId: extensions.assignmentId, extension: extensions.extension })
		.from(extensions)
		.where(inArray(extensions.assignmentId, [...ids]));
}
