import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { DEFAULT_QUERY, viewGradebook } from '#lib/domain/teaching/gradebook-query.ts';
import type { AttemptView } from '#lib/domain/teaching/attempt-view.ts';
import { DEFAULT_RULES, type QuizRules } from '#lib/domain/teaching/rules.ts';
import { extend } from '#lib/server/assignments/extend.ts';
import { createAssignment } from '#lib/server/assignments/save-assignment.ts';
import { publishAssignment } from '#lib/server/assignments/publish-assignment.ts';
import { finishAttempt, type AttemptRow } from '#lib/server/attempts/finish-attempt.ts';
import { saveAnswers } from '#lib/server/attempts/save-answers.ts';
import { attemptsQuery, startAttempt } from '#lib/server/attempts/start-attempt.ts';
import { viewAttempt } from '#lib/server/attempts/view-attempt.ts';
import type { Shipped } from '#lib/server/bank/bank.ts';
import { loadBank } from '#lib/server/bank/load-bank.ts';
import { archiveClass } from '#lib/server/classes/class-of.ts';
import { takePlace } from '#lib/server/classes/join-class.ts';
import { leaveClass, removeMember } from '#lib/server/classes/members.ts';
import { addRoster } from '#lib/server/classes/roster.ts';
import { rowsOf, type Db } from '#lib/server/db/db.ts';
import { grades } from '#lib/server/db/schema/assignments.ts';
import { attemptForTeacher, taughtAttemptQuery, type TaughtAttempt } from '#lib/server/results/attempt-for-teacher.ts';
import { attemptLinesQuery, taughtGrade, trailQuery } from '#lib/server/results/grade-trail.ts';
import { changesSeen, gradeFor, unseenQuery } from '#lib/server/results/gradebook-own.ts';
import { studyItemsQuery, studySharesOf } from '#lib/server/results/gradebook-study.ts';
import {
	columnsQuery,
	extendedQuery,
	gradebookOf,
	gradesQuery,
	membersQuery,
	placesQuery,
	triedQuery
} from '#lib/server/results/gradebook.ts';
import { overrideGrade } from '#lib/server/results/override-grade.ts';
import type { Learner } from '#lib/server/reviews/today.ts';
import { speaking } from '#lib/server/tongue.ts';
import { answerTo, newClass, newQuiz, newStudent, type TestClass } from './class-fixture.ts';
import { describeOnEachDatabase } from './harness.ts';
import { planOf as planOfQuery } from './plan-of.ts';
import { minutes, MORNING, newLearner } from './workspace-fixture.ts';

const failed = (code: string) => ({ ok: false, code });
const DAY = 24 * 60;

describeOnEachDatabase('the gradebook', (on) => {
	let shipped: Shipped;
	beforeAll(async () => {
		shipped = await loadBank(on.db, 'seeds', MORNING);
	});

	const quizIn = (seminar: TestClass, rules: Partial<QuizRules> = {}, count = 4) =>
		newQuiz(on.db, shipped, seminar, { items: shipped.bank.items.slice(0, count), rules });
	const begin = async (who: Learner, assignmentId: string, now = MORNING): Promise<AttemptRow> => {
		const begun = await startAttempt(on.db, shipped, who, assignmentId, now);
		if (!begun.ok) throw new Error(begun.code);
		return (await attemptsQuery(on.db, who.id, assignmentId)).find(({ id }) => id === begun.id)!;
	};
	/** Takes a quiz, with so many right answers. */
	const take = async (who: Learner, assignmentId: string, right: number, now = MORNING) => {
		const attempt = await begin(who, assignmentId, now);
		const answers = attempt.questions.map(({ itemId, formIndex }, position) => ({
			...{ position, seq: 1, durationMs: 4000 + position },
			response: answerTo(shipped.bank.item(itemId)!.forms[formIndex]!, position < right)
		}));
		await saveAnswers(on.db, who, attempt.id, { answers }, now);
		await finishAttempt(on.db, shipped, who, attempt.id, now);
		return attempt;
	};
	const open = async ({ teacher, id }: TestClass, now = MORNING) => {
		const found = await gradebookOf(on.db, teacher, id, await studySharesOf(on.db, id), now);
		if (!found.ok) throw new Error(found.code);
		return found;
	};
	const gradeOf = async ({ teacher, id: classId }: TestClass, studentId: string, assignmentId: string) => {
		const found = await taughtGrade(on.db, teacher, { classId, studentId, assignmentId });
		if (!found.ok) throw new Error(found.code);
		return found.grade;
	};
	const set = async (
		seminar: TestClass,
		studentId: string,
		assignmentId: string,
		change: { override: number | null; comment?: string; note?: string },
		now = MORNING
	) => {
		const { version } = await gradeOf(seminar, studentId, assignmentId);
		const place = { classId: seminar.id, studentId, assignmentId };
		const whole = { comment: '', note: '', ...change };
		return overrideGrade(on.db, seminar.teacher, place, { change: whole, version }, now);
	};

	describe('of a class', () => {
		let seminar: TestClass;
		let [ana, bo]: Learner[] = [];
		let [first, second, draft] = ['', '', ''];
		beforeAll(async () => {
			seminar = await newClass(on.db);
			[ana, bo] = [await newStudent(on.db, seminar, 'Ana'), await newStudent(on.db, seminar, 'Bo')];
			const late = { accepted: true, penaltyPerDay: 0.1, mostPenalty: 0.5 };
			first = await quizIn(seminar, { dueAt: minutes(DAY).toISOString(), attempts: 2, late });
			second = await quizIn(seminar);
			const input = {
				...{ title: 'Draft', kind: 'quiz', rules: DEFAULT_RULES, forms: [] },
				selection: { by: 'hand', items: [shipped.bank.items[0]!.id] }
			};
			const from = { bank: shipped.bank, teacher: seminar.teacher, classId: seminar.id, input, now: MORNING };
			const made = await createAssignment(on.db, from);
			draft = made.ok ? made.id : '';
			await take(ana!, first, 1);
			await take(ana!, first, 4, minutes(DAY + 10));
			await begin(ana!, second);
			await take(bo!, first, 2);
		});

		it('has a row for each student and a column for each published assignment', async () => {
			const { gradebook } = await open(seminar);
			const at = (id: string) => gradebook.columns.findIndex((column) => column.id === id);
			expect(gradebook.columns.map(({ id }) => id).sort()).toEqual([first, second].sort());
			expect(gradebook.columns.map(({ id }) => id)).not.toContain(draft);
			expect([first, second].map((id) => gradebook.columns[at(id)]!.mean)).toEqual([expect.closeTo(0.7), null]);
			expect(gradebook.rows.map(({ name }) => name)).toEqual(['Ana', 'Bo']);
			const [one, two] = [first, second].map((id) => gradebook.rows[0]!.cells[at(id)]!);
			expect(one).toMatchObject({ share: expect.closeTo(0.9), attempts: 2, late: true, open: false });
			expect(two).toMatchObject({ share: null, attempts: 0, late: false, open: true });
			expect(gradebook.rows[1]!.cells[at(first)]).toMatchObject({ share: 0.5, late: false, waiting: 0 });
		});

		const isLate = async () => {
			const { columns, rows } = (await open(seminar)).gradebook;
			return rows[0]!.cells[columns.findIndex(({ id }) => id === first)]!.late;
		};

		it('calls nobody late who handed in before her own due date', async () => {
			const extension = { dueAt: minutes(2 * DAY).toISOString(), closesAt: null, moreAttempts: 0, moreTime: 0 };
			const grant = { classId: seminar.id, assignmentId: first, studentId: ana!.id };
			await extend(on.db, seminar.teacher, { ...grant, extension }, MORNING);
			expect(await isLate()).toBe(false);
			await extend(on.db, seminar.teacher, { ...grant, extension: null }, MORNING);
			expect(await isLate()).toBe(true);
		});

		it('is there for the teachers of the class alone, with all that hangs on it', async () => {
			const other = await newClass(on.db);
			const [attempt] = await attemptsQuery(on.db, bo!.id, first);
			const place = { classId: seminar.id, studentId: bo!.id, assignmentId: first };
			const change = { override: 1, comment: '', note: '' };
			for (const who of [ana!, bo!, other.teacher, await newLearner(on.db)]) {
				const looked = { classId: seminar.id, attemptId: attempt!.id };
				expect(await gradebookOf(on.db, who, seminar.id, new Map(), MORNING)).toEqual(failed('not_found'));
				expect(await taughtGrade(on.db, who, place)).toEqual(failed('not_found'));
				expect(await attemptForTeacher(on.db, shipped, who, looked, MORNING)).toEqual(failed('not_found'));
				const set = overrideGrade(on.db, who, place, { change, version: '0:0.5' }, MORNING);
				expect(await set).toEqual(failed('not_found'));
			}
			// Nor does a teacher reach into another class through her own.
			const mine = { ...place, classId: other.id };
			const looked = { classId: other.id, attemptId: attempt!.id };
			expect(await taughtGrade(on.db, other.teacher, mine)).toEqual(failed('not_found'));
			expect(await attemptForTeacher(on.db, shipped, other.teacher, looked, MORNING)).toEqual(failed('not_found'));
			const keyed = { ...looked, studentId: bo!.id };
			expect(await attemptForTeacher(on.db, shipped, other.teacher, keyed, MORNING)).toEqual(failed('not_found'));
			const set = overrideGrade(on.db, other.teacher, mine, { change, version: '0:0.5' }, MORNING);
			expect(await set).toEqual(failed('not_found'));
			const stranger = { ...place, studentId: (await newLearner(on.db, null)).id };
			expect(await taughtGrade(on.db, seminar.teacher, stranger)).toEqual(failed('not_found'));
		});

		it('takes as many statements for many as for few', async () => {
			const small = await newClass(on.db);
			await take(await newStudent(on.db, small), await quizIn(small), 1);
			expect(await statements(() => open(small))).toBe(await statements(() => open(seminar)));
		});

		it('shows an attempt question by question, whatever the students are told', async () => {
			const hidden = await quizIn(seminar, { feedback: 'never' });
			const attempt = await take(bo!, hidden, 1, minutes(1));
			const looked = { classId: seminar.id, attemptId: attempt.id };
			const found = await attemptForTeacher(on.db, shipped, seminar.teacher, looked, minutes(2));
			if (!found.ok) throw new Error(found.code);
			const { attempt: view, times, student } = found.taught;
			expect(student).toMatchObject({ name: 'Bo', former: false });
			expect(view).toMatchObject({ finishedBy: 'student', result: { marks: 1, most: 4, grade: 0.25 } });
			expect(view.questions.map(({ told }) => told?.verdict)).toEqual(['correct', 'wrong', 'wrong', 'wrong']);
			expect(view.questions.every(({ told }) => told?.explanation.evidence.length)).toBe(true);
			expect(times).toEqual({ 0: 4000, 1: 4001, 2: 4002, 3: 4003 });
			const own = await viewAttempt(on.db, shipped, bo!, attempt.id, minutes(2));
			expect(own.ok && own.attempt.questions.some(({ told }) => told)).toBe(false);
		});

		it('calls the sources of an attempt as in the language of the request, for the teacher and the student', async () => {
			const quizId = await quizIn(seminar, { feedback: 'after-attempt' });
			const { id } = await take(bo!, quizId, 1, minutes(1));
			const looked = { classId: seminar.id, attemptId: id };
			const labels = async (seen: Promise<{ ok: boolean; taught?: TaughtAttempt; attempt?: AttemptView }>) => {
				const { taught, attempt = taught?.attempt } = await seen;
				return (attempt?.questions ?? []).flatMap(({ told }) =>
					(told?.explanation.evidence ?? []).map(({ source }) => source.label)
				);
			};
			const taught = () => labels(attemptForTeacher(on.db, shipped, seminar.teacher, looked, minutes(2)));
			const own = () => labels(viewAttempt(on.db, shipped, bo!, id, minutes(2)));
			for (const seen of [taught, own]) {
				expect(await speaking('zh-CN', seen)).toContain('China Briefing（中国简报）');
				const english = await speaking('en', seen);
				expect(english).toContain('China Briefing');
				expect(english.filter((label) => /\p{Script=Han}/u.test(label))).toEqual([]);
			}
		});

		it('says what lateness took off, and closes an attempt whose time is up', async () => {
			const [, late] = await attemptsQuery(on.db, ana!.id, first);
			const looked = { classId: seminar.id, attemptId: late!.id, studentId: ana!.id };
			const found = await attemptForTeacher(on.db, shipped, seminar.teacher, looked, minutes(3 * DAY));
			expect(found).toMatchObject({ ok: true, taught: { penalty: 0.1, dueAt: minutes(DAY) } });
			const timed = await quizIn(seminar, { timeLimit: 600 });
			const attempt = await begin(bo!, timed);
			const at = { classId: seminar.id, attemptId: attempt.id };
			const during = await attemptForTeacher(on.db, shipped, seminar.teacher, at, minutes(5));
			expect(during).toMatchObject({ ok: true, taught: { attempt: { state: 'open' } } });
			const closed = await attemptForTeacher(on.db, shipped, seminar.teacher, at, minutes(20));
			expect(closed).toMatchObject({ ok: true, taught: { attempt: { state: 'finished', finishedBy: 'deadline' } } });
		});
	});

	describe('with those who left', () => {
		it('keeps their grades apart, by the name that the roster knows, and its addresses', async () => {
			const seminar = await newClass(on.db);
			const roster = await addRoster(
				on.db,
				seminar.teacher,
				seminar.id,
				'Gil, gil@example.org\nHa, ha@example.org',
				MORNING
			);
			if (!roster.ok) throw new Error(roster.code);
			const [gil, ha] = [await newLearner(on.db, null), await newLearner(on.db, null)];
			await takePlace(on.db, gil, roster.made[0]!.token, MORNING);
			await takePlace(on.db, ha, roster.made[1]!.token, MORNING);
			const removed = await newStudent(on.db, seminar, 'Ida');
			const idle = await newStudent(on.db, seminar, 'Jo');
			const quiz = await quizIn(seminar);
			for (const who of [gil, ha, removed]) await take(who, quiz, 2);
			await leaveClass(on.db, gil, seminar.id);
			await removeMember(on.db, seminar.teacher, seminar.id, removed.id, MORNING);
			await removeMember(on.db, seminar.teacher, seminar.id, idle.id, MORNING);
			const { gradebook, emails } = await open(seminar);
			expect(gradebook.rows.map(({ name }) => name)).toEqual(['Ha']);
			expect(gradebook.former.map(({ name }) => name)).toEqual(['Former student 1', 'Gil']);
			expect(gradebook.columns[0]).toMatchObject({ graded: 1 });
			expect(emails.get(ha.id)).toBe('ha@example.org');
			expect(viewGradebook(gradebook, DEFAULT_QUERY)).toMatchObject({ former: [], formerCount: 2 });
			expect((await gradeOf(seminar, removed.id, quiz)).student.former).toBe(true);
			expect(await set(seminar, removed.id, quiz, { override: 1 })).toEqual({ ok: true });
			expect(await gradeFor(on.db, removed, quiz, MORNING)).toEqual(failed('not_found'));
		});
	});

	describe('a teacher’s own grade', () => {
		let seminar: TestClass;
		let lin: Learner;
		beforeAll(async () => {
			seminar = await newClass(on.db);
			lin = await newStudent(on.db, seminar);
		});
		const share = async (quiz: string) => {
			const { gradebook } = await open(seminar);
			const column = gradebook.columns.findIndex(({ id }) => id === quiz);
			return gradebook.rows.find(({ id }) => id === lin.id)!.cells[column]!;
		};

		it('counts before what was computed, with a trail of who changed what', async () => {
			const quiz = await quizIn(seminar);
			await take(lin, quiz, 2);
			const first = { override: 0.8, comment: 'Well argued.', note: 'oral part' };
			expect(await set(seminar, lin.id, quiz, first, minutes(1))).toEqual({ ok: true });
			expect(await share(quiz)).toMatchObject({ share: 0.8, overridden: true, commented: true });
			expect(await set(seminar, lin.id, quiz, { ...first, override: null, note: '' }, minutes(2))).toEqual({
				ok: true
			});
			expect(await share(quiz)).toMatchObject({ share: 0.5, overridden: false, commented: true });
			const { trail } = await gradeOf(seminar, lin.id, quiz);
			expect(trail.map(({ what, before, after, note }) => [what, before, after, note])).toEqual([
				['override', 0.8, null, ''],
				...[expect.anything(), expect.anything()]
			]);
			expect(trail.slice(1)).toEqual(
				expect.arrayContaining([
					expect.objectContaining({ what: 'override', before: 0.5, after: 0.8, note: 'oral part', at: minutes(1) }),
					expect.objectContaining({ what: 'comment', before: '', after: 'Well argued.', seenAt: null })
				])
			);
			expect(new Set(trail.map(({ by }) => by)).size).toBe(1);
			expect(trail[0]!.by).toBeTruthy();
		});

		it('can be given to somebody who did not take part, and is not counted where nothing was set', async () => {
			const quiz = await quizIn(seminar);
			expect(await set(seminar, lin.id, quiz, { override: null })).toEqual({ ok: true });
			expect(
				await on.db
					.select()
					.from(grades)
					.where(sql`assignment_id = ${quiz}`)
			).toEqual([]);
			expect(await set(seminar, lin.id, quiz, { override: 0.4 })).toEqual({ ok: true });
			expect(await share(quiz)).toMatchObject({ share: 0.4, attempts: 0 });
			await take(lin, quiz, 4);
			expect(await share(quiz)).toMatchObject({ share: 0.4, attempts: 1, overridden: true });
		});

		it('is refused where the grade changed meanwhile, and of many at once one is taken', async () => {
			const quiz = await quizIn(seminar);
			const place = { classId: seminar.id, studentId: lin.id, assignmentId: quiz };
			const { version } = await gradeOf(seminar, lin.id, quiz);
			const change = (override: number) => ({ change: { override, comment: '', note: '' }, version });
			const all = await Promise.all(
				Array.from({ length: 12 }, (_, n) => overrideGrade(on.db, seminar.teacher, place, change(n / 20), MORNING))
			);
			expect(all.filter(({ ok }) => ok)).toHaveLength(1);
			expect(all.filter(({ ok }) => !ok)).toEqual(Array.from({ length: 11 }, () => failed('stale_grade')));
			expect((await gradeOf(seminar, lin.id, quiz)).trail).toHaveLength(1);
			const seen = await gradeOf(seminar, lin.id, quiz);
			await take(lin, quiz, 3);
			const late = { ...change(1), version: seen.version };
			expect(await overrideGrade(on.db, seminar.teacher, place, late, MORNING)).toEqual(failed('stale_grade'));
		});

		it('loses nothing to an attempt that finishes at the same moment', async () => {
			for (let round = 0; round < 5; round++) {
				const quiz = await quizIn(seminar);
				const attempt = await begin(lin, quiz);
				const done = await Promise.all([
					finishAttempt(on.db, shipped, lin, attempt.id, MORNING),
					set(seminar, lin.id, quiz, { override: 0.9, comment: 'kept' })
				]);
				const taken = done[1].ok ? { override: 0.9, comment: 'kept' } : { override: null, comment: '' };
				expect(await gradeOf(seminar, lin.id, quiz)).toMatchObject({ computed: 0, ...taken });
				expect((await gradeOf(seminar, lin.id, quiz)).trail).toHaveLength(done[1].ok ? 2 : 0);
			}
		});

		it('is a share of one, and stays as it is in a class that is put away', async () => {
			const away = await newClass(on.db);
			const mo = await newStudent(on.db, away, 'Mo');
			const quiz = await quizIn(away);
			for (const override of [1.01, -0.1, NaN])
				expect(await set(away, mo.id, quiz, { override })).toEqual(failed('invalid_input'));
			expect(await set(away, mo.id, quiz, { override: 1, comment: 'x'.repeat(2001) })).toEqual(failed('invalid_input'));
			expect(await set(away, mo.id, 'no quiz'.padEnd(36), { override: 1 }).catch(String)).toMatch(/not_found/);
			await archiveClass(on.db, away.teacher, away.id, true, MORNING);
			expect(await set(away, mo.id, quiz, { override: 1 })).toEqual(failed('class_archived'));
			expect((await gradeOf(away, mo.id, quiz)).override).toBeNull();
		});
	});

	describe('a student’s own grade', () => {
		it('is shown with comment and changes from when the policy allows, and changes are new once', async () => {
			const seminar = await newClass(on.db);
			const lin = await newStudent(on.db, seminar);
			const quiz = await quizIn(seminar, { feedback: 'after-closing', closesAt: minutes(60).toISOString() });
			await take(lin, quiz, 2);
			await set(seminar, lin.id, quiz, { override: 0.75, comment: 'Well argued.', note: 'oral part' });
			const hidden = { shown: false, grade: null, overridden: false, comment: '', waiting: 0, changes: [] };
			expect(await gradeFor(on.db, lin, quiz, minutes(59))).toEqual({ ok: true, own: hidden });
			const { trail } = await gradeOf(seminar, lin.id, quiz);
			const ids = trail.map(({ id }) => id);
			await changesSeen(on.db, lin, quiz, ids, minutes(59));
			const told = await gradeFor(on.db, lin, quiz, minutes(60));
			expect(told).toMatchObject({ own: { shown: true, grade: 0.75, overridden: true, comment: 'Well argued.' } });
			expect(told.ok && told.own.changes).toHaveLength(2);
			expect(told.ok && told.own.changes.find(({ what }) => what === 'override')).toMatchObject({
				...{ before: 0.5, after: 0.75, note: 'oral part' }
			});
			const other = await newStudent(on.db, seminar, 'Mo');
			await changesSeen(on.db, other, quiz, ids, minutes(61));
			expect(await gradeFor(on.db, other, quiz, minutes(61))).toEqual({ ok: true, own: hidden });
			await changesSeen(on.db, lin, quiz, [...ids, 'nonsense'], minutes(61));
			expect(await gradeFor(on.db, lin, quiz, minutes(62))).toMatchObject({ own: { shown: true, changes: [] } });
			expect((await gradeOf(seminar, lin.id, quiz)).trail.map(({ seenAt }) => seenAt)).toEqual([
				minutes(61),
				minutes(61)
			]);
			await set(seminar, lin.id, quiz, { override: null, comment: 'Well argued.' }, minutes(63));
			expect(await gradeFor(on.db, lin, quiz, minutes(64))).toMatchObject({
				own: { grade: 0.5, changes: [{ before: 0.75, after: null }] }
			});
		});

		it('is never shown where the policy never does, nor to whoever is no student of the class', async () => {
			const seminar = await newClass(on.db);
			const lin = await newStudent(on.db, seminar);
			const quiz = await quizIn(seminar, { feedback: 'never', closesAt: minutes(60).toISOString() });
			await take(lin, quiz, 2);
			await set(seminar, lin.id, quiz, { override: 1, comment: 'x' });
			expect(await gradeFor(on.db, lin, quiz, minutes(9 * DAY))).toMatchObject({ own: { shown: false, comment: '' } });
			for (const who of [seminar.teacher, await newLearner(on.db)]) {
				expect(await gradeFor(on.db, who, quiz, MORNING)).toEqual(failed('not_found'));
				expect(await changesSeen(on.db, who, quiz, [], MORNING)).toEqual(failed('not_found'));
			}
		});
	});

	it('shows how far students are with what they study', async () => {
		const seminar = await newClass(on.db);
		const lin = await newStudent(on.db, seminar);
		const input = {
			...{ title: 'Study', kind: 'study', rules: DEFAULT_RULES, forms: [] },
			selection: { by: 'hand', items: shipped.bank.items.slice(0, 3).map(({ id }) => id) }
		};
		const from = { bank: shipped.bank, teacher: seminar.teacher, classId: seminar.id, input, now: MORNING };
		const made = await createAssignment(on.db, from);
		if (!made.ok) throw new Error(made.code);
		await publishAssignment(on.db, seminar.teacher, seminar.id, made.id, 0);
		const { gradebook } = await open(seminar);
		expect(gradebook.rows[0]).toMatchObject({ id: lin.id, cells: [{ share: 0, study: { done: 0, of: 3 } }] });
		const place = { classId: seminar.id, studentId: lin.id, assignmentId: made.id };
		expect(await taughtGrade(on.db, seminar.teacher, place)).toEqual(failed('not_found'));
	});

	describe('of 200 students and 30 assignments', () => {
		let seminar: TestClass;
		let place = { classId: '', studentId: '', assignmentId: '' };
		beforeAll(async () => {
			seminar = await newClass(on.db);
			place = await fill(seminar.id);
		});

		it('has every cell, in as many statements as a small one', async () => {
			const { gradebook } = await open(seminar);
			expect(gradebook.rows).toHaveLength(200);
			expect(gradebook.rows.flatMap(({ cells }) => cells).filter(({ share }) => share !== null)).toHaveLength(6000);
			expect(gradebook.columns.map(({ graded }) => graded)).toEqual(Array.from({ length: 30 }, () => 200));
			const small = await newClass(on.db);
			await take(await newStudent(on.db, small), await quizIn(small), 1);
			expect(await statements(() => open(seminar))).toBe(await statements(() => open(small)));
		});

		it('reads ranges of indexes', async () => {
			const ids = [place.assignmentId];
			const { studentId, assignmentId, classId } = place;
			const looked = { classId, attemptId: assignmentId };
			expect(await planOf(columnsQuery(on.db, classId))).toMatch(/assignments_(class|pk|class_id_id_pk)/);
			expect(await planOf(membersQuery(on.db, classId))).toMatch(/class_members_(class|learner_id_class_id_pk)/);
			expect(await planOf(placesQuery(on.db, classId))).toMatch(/roster_places/);
			expect(await planOf(gradesQuery(on.db, ids))).toMatch(/grades_assignment/);
			expect(await planOf(triedQuery(on.db, ids))).toMatch(/attempts_assignment/);
			expect(await planOf(extendedQuery(on.db, ids))).toMatch(/extensions_/);
			expect(await planOf(studyItemsQuery(on.db, classId))).toMatch(/assignment_items_/);
			expect(await planOf(trailQuery(on.db, place))).toMatch(/grade_changes_/);
			expect(await planOf(unseenQuery(on.db, studentId, assignmentId))).toMatch(/grade_changes_/);
			expect(await planOf(attemptLinesQuery(on.db, studentId, assignmentId))).toMatch(/attempts_(number|assignment)/);
			expect(await planOf(taughtAttemptQuery(on.db, { ...looked, studentId }))).toMatch(/attempts_learner_id_id_pk/);
			const found = await planOf(taughtAttemptQuery(on.db, looked));
			expect(found).toMatch(/attempts_/);
			expect(found).not.toMatch(/Seq Scan on attempts/);
		});
	});

	/** Fills a class with 200 students who have a grade and an attempt in each of 30 quizzes. */
	async function fill(classId: string) {
		await on.db.transaction((tx) => insertMany(tx, classId));
		await on.db.execute(sql`analyze`);
		const [row] = rowsOf(
			await on.db.execute(sql`select learner_id, assignment_id from grades join assignments a
			on a.id = assignment_id where class_id = ${classId} limit 1`)
		);
		return { classId, studentId: String(row?.learner_id), assignmentId: String(row?.assignment_id) };
	}

	/** On one connection, as the table of their ids is that connection’s own. */
	async function insertMany(tx: Db, classId: string): Promise<void> {
		const rules = JSON.stringify(DEFAULT_RULES);
		await tx.execute(sql`create temp table new_ones as select gen_random_uuid() as id, n
			from generate_series(1, 200) as n`);
		await tx.execute(sql`insert into learners (id, created_at, settings) select id, now(), '{}' from new_ones`);
		await tx.execute(sql`insert into class_members (learner_id, class_id, role, name, joined_at)
			select id, ${classId}, 'student', 'Student ' || n, now() from new_ones`);
		await tx.execute(sql`insert into assignments (class_id, id, kind, title, status, rules, selection, forms,
			created_by, created_at) select ${classId}, gen_random_uuid(), 'quiz', 'Quiz ' || n, 'published', ${rules}::jsonb,
			'{"by":"hand","items":[]}', '[]', gen_random_uuid(), now() from generate_series(1, 30) as n`);
		await tx.execute(sql`insert into grades (learner_id, assignment_id, computed, attempts, changed_at)
			select m.learner_id, a.id, 0.5, 1, now() from class_members m join assignments a using (class_id)
			where class_id = ${classId} and role = 'student'`);
		await tx.execute(sql`insert into attempts (learner_id, id, assignment_id, number, state, started_at, finished_at,
			questions) select m.learner_id, gen_random_uuid(), a.id, 1, 'finished', now(), now(),
			(select jsonb_agg(jsonb_build_object('itemId', 'item-' || n, 'itemVersion', md5(n::text), 'formIndex', 0))
			from generate_series(1, 20) as n) from class_members m join assignments a using (class_id)
			where class_id = ${classId} and role = 'student'`);
		await tx.execute(sql`drop table new_ones`);
	}

	const planOf = (query: Parameters<typeof planOfQuery>[1]) => planOfQuery(on.db, query);

	/** How many statements some work sends. */
	async function statements(work: () => Promise<unknown>): Promise<number> {
		const { session } = on.db as unknown as { session: { prepareQuery: () => unknown } };
		const spy = vi.spyOn(session, 'prepareQuery');
		await work();
		const sent = spy.mock.calls.length;
		spy.mockRestore();
		expect(sent).toBeGreaterThan(5);
		return sent;
	}
});
