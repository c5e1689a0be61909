import { and, asc, eq, inArray } from 'drizzle-orm';
import { withTeachersWord } from '#lib/domain/teaching/teacher-verdict.ts';
import { foldAnswer, marksOf } from '#lib/domain/teaching/marking.ts';
import type { Extension } from '#lib/domain/teaching/rules.ts';
import { countingGrade, gradeOf } from '#lib/domain/teaching/scores.ts';
import { termsFor } from '#lib/domain/teaching/terms.ts';
import { storeMarks, type AttemptRow } from '#lib/server/attempts/finish-attempt.ts';
import { markingOf, markOne, type MarkedResponse, type Marking } from '#lib/server/attempts/mark-attempt.ts';
import { renewGrade } from '#lib/server/attempts/renew-grade.ts';
import type { Shipped } from '#lib/server/bank/bank.ts';
import { enrolMistakes } from '#lib/server/classwork/enrol-mistakes.ts';
import type { Db } from '#lib/server/db/db.ts';
import { attempts, extensions, gradeChanges, grades, responses } from '#lib/server/db/schema/assignments.ts';
import { inTransaction } from '#lib/server/db/transaction.ts';
import { uuidv7 } from '#lib/server/db/uuidv7.ts';

/** Why grades are computed again: what the trail of a grade that changes will say, and to whom it was due. */
export interface RegradeReason {
	what: (typeof gradeChanges.$inferInsert)['what'];
	changedBy: string;
	/** For the student. */
	note: string;
}

/** What of an assignment is graded again; all of it where nothing is named. */
export interface Regrading {
	learners?: readonly string[];
	/** An answer, folded, that a teacher calls wrong: where it waits, it waits no more. */
	rejected?: { itemId: string; answer: string };
}

/** In one transaction: few enough that nobody who is saving answers waits for long. */
const STUDENTS_AT_ONCE = 20;
/** What rounding makes of one number is the same number. */
const SAME = 1e-6;

/**
 * Marks and grades an assignment again by its present rules, items and accepted answers. Doing so twice changes nothing.
 * Each grade that changes leaves an entry in its trail; a teacher's override stands, and what stands does not change.
 *
 * Nothing is lost to an attempt that finishes meanwhile: whoever marks an attempt holds it and reads what it is marked
 * by only then, and this looks at all attempts, also the open ones, after what they are marked by was written. So the
 * change must be committed before this is called, or be made in the same transaction.
 * @returns how many students were looked at, and how many grades changed
 */
export async function regradeAssignment(
	db: Db,
	shipped: Shipped,
	assignmentId: string,
	reason: RegradeReason,
	now: Date,
	{ learners, rejected }: Regrading = {}
): Promise<{ students: number; changed: number }> {
	const who = learners ?? (await attemptedQuery(db, assignmentId)).map(({ learnerId }) => learnerId);
	const students = [...new Set(who)].sort();
	let changed = 0;
	for (let from = 0; from < students.length; from += STUDENTS_AT_ONCE) {
		const some = students.slice(from, from + STUDENTS_AT_ONCE);
		changed += await inTransaction(db, (tx) =>
			regradeStudents(tx, { shipped, assignmentId, reason, now, rejected, students: some })
		);
	}
	return { students: students.length, changed };
}

/** The query behind "who attempted it": one range of the index on assignments. */
export function attemptedQuery(db: Db, assignmentId: string) {
	return db
		.selectDistinct({ learnerId: attempts.learnerId })
		.from(attempts)
		.where(eq(attempts.assignmentId, assignmentId));
}

interface Batch extends Pick<Regrading, 'rejected'> {
	shipped: Shipped;
	assignmentId: string;
	reason: RegradeReason;
	now: Date;
	students: readonly string[];
}

async function regradeStudents(tx: Db, batch: Batch): Promise<number> {
	const { assignmentId, now, reason, students } = batch;
	const held = await holdAttempts(tx, assignmentId, students);
	const marking = await markingOf(tx, batch.shipped, assignmentId);
	const given = await answersOf(tx, held);
	const granted = await extensionsOf(tx, assignmentId, students);
	const standing = await gradesOf(tx, assignmentId, students);
	const anew = held.map((attempt) =>
		regrade(attempt, given.get(attempt.id) ?? [], granted.get(attempt.learnerId), { marking, ...batch })
	);
	await storeMarks(
		tx,
		anew.flatMap(({ changed }) => changed)
	);
	for (const one of anew) if (one.result) await storeResult(tx, one.attempt, one.result);
	for (const { attempt, changed } of anew) await enrolAgain(tx, attempt, changed, marking);
	const changes: (typeof gradeChanges.$inferInsert)[] = [];
	for (const learnerId of students) {
		const own = anew.filter(({ attempt }) => attempt.learnerId === learnerId);
		const before = standing.get(learnerId);
		const after = gradeFrom(own, marking);
		if (!before || (near(before.computed, after.computed) && before.waiting === after.waiting)) continue;
		await renewGrade(tx, learnerId, assignmentId, marking.assignment.rules.counts, now);
		if (before.override !== null || near(before.computed, after.computed)) continue;
		const change = { before: before.computed, after: after.computed, ...reason };
		changes.push({ learnerId, id: uuidv7(now), assignmentId, at: now, ...change });
	}
	if (changes.length > 0) await tx.insert(gradeChanges).values(changes);
	return changes.length;
}

/** What became right or wrong leaves or enters the reviews of a student who is done. */
async function enrolAgain(tx: Db, attempt: AttemptRow, changed: MarkedResponse[], marking: Marking): Promise<void> {
	if (!attempt.finishedAt || changed.length === 0) return;
	const { learnerId, assignmentId, finishedAt } = attempt;
	const { assignment, items } = marking;
	await enrolMistakes(tx, { learnerId, assignmentId, rules: assignment.rules, items, answers: changed }, finishedAt);
}

/** All attempts of some students, held in one order until the transaction ends. */
async function holdAttempts(tx: Db, assignmentId: string, students: readonly string[]): Promise<AttemptRow[]> {
	return tx
		.select()
		.from(attempts)
		.where(and(eq(attempts.assignmentId, assignmentId), inArray(attempts.learnerId, [...students])))
		.orderBy(asc(attempts.learnerId), asc(attempts.number))
		.for('update');
}

/** The answers of attempts, by attempt. */
async function answersOf(tx: Db, held: readonly AttemptRow[]): Promise<Map<string, MarkedResponse[]>> {
	const of = new Map<string, MarkedResponse[]>();
	if (held.length === 0) return of;
	const learners = [...new Set(held.map(({ learnerId }) => learnerId))];
	const ids = held.map(({ id }) => id);
	const rows = await tx
		.select()
		.from(responses)
		.where(and(inArray(responses.learnerId, learners), inArray(responses.attemptId, ids)))
		.orderBy(asc(responses.position));
	for (const row of rows) of.set(row.attemptId, [...(of.get(row.attemptId) ?? []), row]);
	return of;
}

async function extensionsOf(tx: Db, assignmentId: string, students: readonly string[]) {
	const rows = await tx
		.select({ learnerId: extensions.learnerId, extension: extensions.extension })
		.from(extensions)
		.where(and(eq(extensions.assignmentId, assignmentId), inArray(extensions.learnerId, [...students])));
	return new Map(rows.map(({ learnerId, extension }) => [learnerId, extension]));
}

async function gradesOf(tx: Db, assignmentId: string, students: readonly string[]) {
	const rows = await tx
		.select()
		.from(grades)
		.where(and(eq(grades.assignmentId, assignmentId), inArray(grades.learnerId, [...students])));
	return new Map(rows.map((row) => [row.learnerId, row]));
}

interface Result {
	marks: number;
	most: number;
	grade: number;
}

/** An attempt as it is graded now. */
interface Regraded {
	attempt: AttemptRow;
	/** Answers whose mark is another one. */
	changed: MarkedResponse[];
	/** Answers that wait. */
	waiting: number;
	/** Of a finished attempt. */
	grade: number | undefined;
	/** Where it is another one. */
	result: Result | undefined;
}

type Anew = Pick<Batch, 'rejected'> & { marking: Marking };

function regrade(
	attempt: AttemptRow,
	given: readonly MarkedResponse[],
	extension: Extension | undefined,
	{ marking, rejected }: Anew
): Regraded {
	const { finishedAt, state } = attempt;
	const marked = given.map((response) => {
		// What is not checked yet is marked when the attempt is finished.
		if (state === 'open' && response.settledAt === null) return response;
		const isRejected = response.itemId === rejected?.itemId && typedAnswer(response) === rejected.answer;
		return withTeachersWord(response.reason, markOne(response, attempt, marking), isRejected);
	});
	const changed = marked.filter((response, index) => !sameMark(response, given[index]));
	const waiting = marked.filter((response) => response.waiting).length;
	if (state === 'open' || !finishedAt) return { attempt, changed, waiting, grade: undefined, result: undefined };
	const excluded = new Set([...marking.items.values()].filter((row) => row.excluded).map(({ item }) => item.id));
	const scores = new Map(marked.map(({ position, score }) => [position, score ?? 0]));
	const reached = marksOf(attempt.questions, scores, excluded);
	const { rules } = marking.assignment;
	const grade = gradeOf({ ...reached, finishedAt }, rules, termsFor(rules, extension).dueAt);
	const same = near(attempt.marks, reached.marks) && attempt.most === reached.most && near(attempt.grade, grade);
	return { attempt, changed, waiting, grade, result: same ? undefined : { ...reached, grade } };
}

/** A typed answer as answers are compared; none of another form. */
function typedAnswer({ response }: Pick<MarkedResponse, 'response'>): string | undefined {
	return 'text' in response ? foldAnswer(response.text) : undefined;
}

/** What a student's attempts make of her grade. */
function gradeFrom(own: readonly Regraded[], { assignment }: Marking): { computed: number | null; waiting: number } {
	const finished = own.flatMap(({ grade }) => (grade === undefined ? [] : [grade]));
	const waiting = own.reduce((sum, one) => sum + one.waiting, 0);
	return { computed: countingGrade(finished, assignment.rules.counts) ?? null, waiting };
}

async function storeResult(tx: Db, { learnerId, id }: AttemptRow, result: Result): Promise<void> {
	await tx
		.update(attempts)
		.set(result)
		.where(and(eq(attempts.learnerId, learnerId), eq(attempts.id, id)));
}

function sameMark(a: MarkedResponse, b: MarkedResponse | undefined): boolean {
	return a.verdict === b?.verdict && a.reason === b.reason && a.waiting === b.waiting && near(a.score, b.score);
}

const near = (a: number | null, b: number | null): boolean =>
	a === null || b === null ? a === b : Math.abs(a - b) < SAME;
