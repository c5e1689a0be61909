import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { Goal } from '#lib/domain/scheduling/goals.ts';
import { mayReveal } from '#lib/domain/teaching/reveal.ts';
import type { Progress } from '#lib/domain/teaching/withholding.ts';
import { isWithheld } from '#lib/domain/teaching/withholding.ts';
import { standingOf, termsFor } from '#lib/domain/teaching/terms.ts';
import { assignedItems, type AssignmentRow } from '#lib/server/assignments/assignment-of.ts';
import type { Db } from '#lib/server/db/db.ts';
import { assignments, attempts, enrolments, extensions } from '#lib/server/db/schema/assignments.ts';
import { classes, classMembers } from '#lib/server/db/schema/classes.ts';

/** Items of a study assignment, as they enter a student's reviews. */
export interface Study {
	id: string;
	classId: string;
	title: string;
	itemIds: readonly string[];
	/** When they have to be known; null for no date. */
	dueAt: Date | null;
	/** When it was set. */
	since: Date;
}

/** What her classes ask of a student's reviews. */
export interface ClassWork {
	studies: readonly Study[];
	/** Study assignments with a date, as the schedule takes them; for a request also the deadlines that she set herself. */
	goals: readonly Goal[];
	/** Items that she had wrong in a quiz whose answers she may know by now, with when that was. */
	mistakes: ReadonlyMap<string, Date>;
	/** Items of quizzes whose answers she may not know yet: they are not asked, nor anything of their families. */
	withheld: ReadonlySet<string>;
	/** The quizzes that withhold them, each by its id and how often it was changed. */
	withholding: readonly string[];
	/** Where the items of studies and mistakes are kept, for those that are not in a bank of hers. */
	places: ReadonlyMap<string, string>;
	/** Names all that: equal for equal work. */
	key: string;
}

export const NO_CLASS_WORK: ClassWork = {
	studies: [],
	goals: [],
	mistakes: new Map(),
	withheld: new Set(),
	withholding: [],
	places: new Map(),
	key: ''
};

/** The query behind what a student's classes ask of her: her memberships by their key, each class's assignments by theirs. */
export function workQuery(db: Db, learnerId: string) {
	return db
		.select({ assignment: assignments, extension: extensions.extension, wantsMistakes: classMembers.reviewsMistakes })
		.from(classMembers)
		.innerJoin(classes, and(eq(classes.id, classMembers.classId), isNull(classes.archivedAt)))
		.innerJoin(assignments, eq(assignments.classId, classMembers.classId))
		.leftJoin(extensions, and(eq(extensions.learnerId, learnerId), eq(extensions.assignmentId, assignments.id)))
		.where(
			and(eq(classMembers.learnerId, learnerId), eq(classMembers.role, 'student'), eq(assignments.status, 'published'))
		)
		.orderBy(asc(assignments.createdAt), asc(assignments.id));
}

type WorkRow = Awaited<ReturnType<typeof workQuery>>[number];

/** Reads what a student's classes ask of her reviews now; one statement for whoever is in no class. */
export async function classWork(db: Db, learnerId: string, now: Date): Promise<ClassWork> {
	const rows = await workQuery(db, learnerId);
	if (rows.length === 0) return NO_CLASS_WORK;
	const quizzes = rows.filter(({ assignment }) => assignment.kind === 'quiz');
	const progress = quizzes.length === 0 ? new Map<string, Progress>() : await progressOf(db, learnerId);
	const hidden = quizzes.filter((row) => isHidden(row, progress, now));
	const withheld = new Set((await itemsOf(db, hidden)).map(({ item }) => item.id));
	const studied = await studiesOf(db, rows, now);
	const wrong = await mistakesOf(db, learnerId, quizzes, now);
	const mistakes = new Map(wrong.map(({ itemId, at }) => [itemId, at] as const));
	const places = new Map([...studied.places, ...wrong.map((row) => [row.itemId, row.workspaceId] as const)]);
	const named = (some: readonly WorkRow[]) => some.map(({ assignment: { id, seq } }) => `${id}@${seq}`);
	const withholding = named(hidden);
	return {
		studies: studied.studies,
		goals: studied.studies.flatMap(({ itemIds, dueAt, since }) =>
			dueAt === null ? [] : [{ itemIds, at: dueAt, since }]
		),
		...{ mistakes, withheld, withholding, places },
		key: [withholding.join(' '), named(studied.rows).join(' '), [...mistakes.keys()].toSorted().join(' ')].join('|')
	};
}

function isHidden({ assignment, extension }: WorkRow, progress: ReadonlyMap<string, Progress>, now: Date): boolean {
	const { rules, overAt, id } = assignment;
	const own = progress.get(id) ?? { begun: 0, finished: 0, open: false };
	return isWithheld({ rules, terms: termsFor(rules, extension ?? undefined), overAt, progress: own }, now);
}

/** How far a student is with her quizzes: one range of the attempts' key. */
async function progressOf(db: Db, learnerId: string): Promise<Map<string, Progress>> {
	const rows = await db
		.select({
			id: attempts.assignmentId,
			begun: sql<number>`count(*)::int`,
			finished: sql<number>`(count(*) filter (where ${attempts.state} = 'finished'))::int`
		})
		.from(attempts)
		.where(eq(attempts.learnerId, learnerId))
		.groupBy(attempts.assignmentId);
	return new Map(rows.map(({ id, begun, finished }) => [id, { begun, finished, open: begun > finished }]));
}

async function itemsOf(db: Db, rows: readonly { assignment: AssignmentRow }[]) {
	return (await Promise.all(rows.map(({ assignment }) => assignedItems(db, assignment)))).flat();
}

/** The study assignments that are open to her, in the order of their dates. */
async function studiesOf(db: Db, rows: readonly WorkRow[], now: Date) {
	const open = rows.filter(
		({ assignment, extension }) =>
			assignment.kind === 'study' && standingOf(termsFor(assignment.rules, extension ?? undefined), now) !== 'not-open'
	);
	const places = new Map<string, string>();
	const studies = await Promise.all(
		open.map(async ({ assignment, extension }): Promise<Study> => {
			const items = (await assignedItems(db, assignment)).filter(({ excluded }) => !excluded);
			for (const { item, workspaceId } of items) places.set(item.id, workspaceId);
			const { id, classId, title, rules, createdAt } = assignment;
			const { dueAt } = termsFor(rules, extension ?? undefined);
			return { id, classId, title, itemIds: items.map(({ item }) => item.id), dueAt, since: createdAt };
		})
	);
	const end = ({ dueAt }: Study) => dueAt?.getTime() ?? Infinity;
	return { rows: open, places, studies: studies.toSorted((a, b) => end(a) - end(b)) };
}

/** What she had wrong in quizzes whose answers she may know by now, where she wants it: one range of the enrolments' key. */
async function mistakesOf(db: Db, learnerId: string, quizzes: readonly WorkRow[], now: Date) {
	const told = new Set(
		quizzes.flatMap(({ wantsMistakes, assignment: { id, rules, overAt } }) =>
			wantsMistakes && mayReveal({ feedback: rules.feedback, finished: true, settled: false, over: overAt, now })
				? [id]
				: []
		)
	);
	if (told.size === 0) return [];
	const rows = await db
		.select()
		.from(enrolments)
		.where(eq(enrolments.learnerId, learnerId))
		.orderBy(asc(enrolments.at));
	return rows.filter(({ assignmentId }) => told.has(assignmentId));
}
