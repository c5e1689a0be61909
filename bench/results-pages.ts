import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { DEFAULT_SETTINGS } from '#lib/domain/scheduling/settings.ts';
import { DEFAULT_RULES } from '#lib/domain/teaching/rules.ts';
import { publishAssignment } from '#lib/server/assignments/publish-assignment.ts';
import { createAssignment } from '#lib/server/assignments/save-assignment.ts';
import type { Bank, Shipped } from '#lib/server/bank/bank.ts';
import { createClass } from '#lib/server/classes/create-class.ts';
import type { Db } from '#lib/server/db/db.ts';
import { accounts, learners } from '#lib/server/db/schema/learners.ts';
import { assignmentStatistics, teacherStatistics } from '#lib/server/results/statistics.ts';
import { gradebookOf } from '#lib/server/results/gradebook.ts';
import { classMemory } from '#lib/server/results/memory-map.ts';
import type { Learner } from '#lib/server/reviews/today.ts';
import { measure, type Timing } from './measure.ts';

const STUDENTS = 200;
const ASSIGNMENTS = 30;
const QUESTIONS = 20;
/** Quizzes of which the answers are kept too: 200 students × 25 quizzes × 20 questions are 100,000 responses. */
const ANSWERED = 25;
const RUNS = 20;

/** What a teacher's pages of results cost on the server, without the page itself. */
export interface ResultsTimings {
	students: number;
	assignments: number;
	responses: number;
	gradebook: Timing;
	/** Of one quiz, and of all that the teacher ever put. */
	statistics: Timing;
	statisticsOfAll: Timing;
	memoryMap: Timing;
}

/** Fills a migrated database with a large class, and measures its pages. */
export async function measureResults(db: Db, shipped: Shipped): Promise<ResultsTimings> {
	const { teacher, classId, ids } = await fillClass(db, shipped.bank);
	const now = new Date();
	const done = (result: { ok: boolean }) => {
		if (!result.ok) throw new Error('a page of results was refused');
	};
	return {
		students: STUDENTS,
		assignments: ASSIGNMENTS,
		responses: STUDENTS * ANSWERED * QUESTIONS,
		gradebook: await measure(RUNS, async () => done(await gradebookOf(db, teacher, classId, new Map(), now))),
		statistics: await measure(RUNS, async () => done(await assignmentStatistics(db, teacher, classId, ids[0] ?? ''))),
		statisticsOfAll: await measure(RUNS, async () => done(await teacherStatistics(db, teacher, classId))),
		memoryMap: await measure(RUNS, async () =>
			done(await classMemory(db, shipped, teacher, classId, { assignment: undefined, at: now }))
		)
	};
}

async function fillClass(db: Db, bank: Bank): Promise<{ teacher: Learner; classId: string; ids: string[] }> {
	const now = new Date();
	const teacher = { id: randomUUID(), settings: DEFAULT_SETTINGS };
	await db.insert(learners).values({ ...teacher, createdAt: now });
	const account = { learnerId: teacher.id, name: 'Bench', passwordHash: 'none', createdAt: now };
	await db.insert(accounts).values({ ...account, email: `${teacher.id}@example.org` });
	const made = await createClass(db, teacher, { name: 'Bench' }, now);
	if (!made.ok) throw new Error(made.code);
	const classId = made.id;
	await db.execute(sql`insert into learners (id, created_at, settings)
		select gen_random_uuid(), now(), ${JSON.stringify(DEFAULT_SETTINGS)}::jsonb from generate_series(1, ${STUDENTS}::int)`);
	await db.execute(sql`insert into class_members (learner_id, class_id, role, name, joined_at)
		select id, ${classId}::uuid, 'student', 'Student ' || left(id::text, 8), now() from learners
		where id not in (select learner_id from class_members) and id not in (select learner_id from accounts)
		order by created_at desc limit ${STUDENTS}::int`);
	const ids: string[] = [];
	for (let n = 0; n < ASSIGNMENTS; n++) ids.push(await fillAssignment(db, bank, { teacher, classId, n, now }));
	await db.execute(sql`analyze`);
	return { teacher, classId, ids };
}

interface Filling {
	teacher: Learner;
	classId: string;
	n: number;
	now: Date;
}

/** A quiz that every student has finished. */
async function fillAssignment(db: Db, bank: Bank, { teacher, classId, n, now }: Filling): Promise<string> {
	const gradable = bank.items.filter(({ forms }) => forms.some(({ form }) => form === 'choice'));
	const items = gradable.slice((n * 13) % 200, ((n * 13) % 200) + QUESTIONS);
	const selection = { by: 'hand', items: items.map(({ id }) => id) };
	const input = { title: `Week ${n + 1}`, kind: 'quiz', rules: DEFAULT_RULES, selection, forms: ['choice'] };
	const made = await createAssignment(db, { bank, teacher, classId, input, now });
	if (!made.ok) throw new Error(made.code);
	await publishAssignment(db, teacher, classId, made.id, 0);
	const questions = items.map(({ id, version, forms }) => ({
		itemId: id,
		itemVersion: version,
		formIndex: forms.findIndex(({ form }) => form === 'choice')
	}));
	const students = sql`class_members where class_id = ${classId}::uuid and role = 'student'`;
	await db.execute(sql`insert into attempts (learner_id, id, assignment_id, number, state, started_at, finished_at,
			finished_by, questions, marks, most, grade)
		select learner_id, gen_random_uuid(), ${made.id}::uuid, 1, 'finished', now(), now(), 'student',
			${JSON.stringify(questions)}::jsonb, 15, 20, 0.75 from ${students}`);
	await db.execute(sql`insert into grades (learner_id, assignment_id, computed, attempts, changed_at)
		select learner_id, ${made.id}::uuid, random(), 1, now() from ${students}`);
	if (n >= ANSWERED) return made.id;
	await db.execute(sql`insert into responses (learner_id, attempt_id, position, assignment_id, item_id, response, saved_at,
			seq, duration_ms, verdict, reason, score)
		select a.learner_id, a.id, q.place - 1, a.assignment_id, q.question ->> 'itemId',
			jsonb_build_object('form', 'choice', 'option', chr(97 + (random() * 2)::int)), now(), 1, 5000,
			case when random() < 0.7 then 'correct' else 'wrong' end, 'option', (random() < 0.7)::int
		from attempts a, jsonb_array_elements(a.questions) with ordinality as q(question, place)
		where a.assignment_id = ${made.id}::uuid`);
	return made.id;
}
