import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import type { QuizRules } from '#lib/domain/teaching/rules.ts';
import { extend } from '#lib/server/assignments/extend.ts';
import { closeOverdue } from '#lib/server/attempts/close-overdue.ts';
import { finishAttempt, type AttemptRow } from '#lib/server/attempts/finish-attempt.ts';
import { sittingQuery } from '#lib/server/attempts/mark-attempt.ts';
import { saveAnswers } from '#lib/server/attempts/save-answers.ts';
import { attemptsQuery, startAttempt } from '#lib/server/attempts/start-attempt.ts';
import type { Shipped } from '#lib/server/bank/bank.ts';
import { loadBank } from '#lib/server/bank/load-bank.ts';
import type { Db } from '#lib/server/db/db.ts';
import { attempts, grades, responses } from '#lib/server/db/schema/assignments.ts';
import type { Learner } from '#lib/server/reviews/today.ts';
import { answerTo, newClass, newQuiz, newStudent, type TestClass } from './class-fixture.ts';
import { describeOnEachDatabase } from './harness.ts';
import { planOf } from './plan-of.ts';
import { minutes, MORNING, newLearner } from './workspace-fixture.ts';

const failed = (code: string) => ({ ok: false, code });

describeOnEachDatabase('attempts', (on) => {
	let shipped: Shipped;
	let seminar: TestClass;
	let student: Learner;
	beforeAll(async () => {
		shipped = await loadBank(on.db, 'seeds', MORNING);
		seminar = await newClass(on.db);
		student = await newStudent(on.db, seminar);
	});

	const quiz = (rules: Partial<QuizRules> = {}, count = 5) =>
		newQuiz(on.db, shipped, seminar, { items: shipped.bank.items.slice(0, count), rules });
	const begin = async (assignmentId: string, now = MORNING, who = student): Promise<AttemptRow> => {
		const begun = await startAttempt(on.db, shipped, who, assignmentId, now);
		if (!begun.ok) throw new Error(begun.code);
		const [row] = (await attemptsQuery(on.db, who.id, assignmentId)).filter(({ id }) => id === begun.id);
		return row!;
	};
	const answers = (attempt: AttemptRow, right: (position: number) => boolean, seq = 1) => ({
		answers: attempt.questions.map(({ itemId, formIndex }, position) => ({
			...{ position, seq, durationMs: 4000 },
			response: answerTo(shipped.bank.item(itemId)!.forms[formIndex]!, right(position))
		}))
	});
	const save = (attempt: AttemptRow, right: (position: number) => boolean, now = MORNING, seq = 1) =>
		saveAnswers(on.db, { ...student, id: attempt.learnerId }, attempt.id, answers(attempt, right, seq), now);

	it('are finished in twelve statements, found by keys', async () => {
		const attempt = await begin(await quiz({ attempts: 1 }));
		await save(attempt, (position) => position < 3);
		let statements = 0;
		const counting = new Proxy(on.db, {
			get: (db, name): unknown => {
				if (name !== 'transaction') return Reflect.get(db, name);
				return (work: (tx: Db) => Promise<unknown>) =>
					db.transaction((tx) =>
						work(
							new Proxy(tx, {
								get: (inner, verb): unknown => {
									if (['select', 'insert', 'update', 'delete', 'execute'].includes(String(verb))) statements++;
									return Reflect.get(inner, verb);
								}
							})
						)
					);
			}
		});
		expect(await finishAttempt(counting, shipped, student, attempt.id, minutes(1))).toMatchObject({ ok: true });
		expect(statements).toBeGreaterThan(5);
		expect(statements).toBeLessThanOrEqual(12);
		const plan = await planOf(on.db, sittingQuery(on.db, attempt));
		expect(plan).not.toMatch(/Seq Scan/);
	});

	describe('an attempt', () => {
		it('is one, however many begin it at once', async () => {
			const id = await quiz();
			const begun = await Promise.all(
				Array.from({ length: 20 }, () => startAttempt(on.db, shipped, student, id, MORNING))
			);
			const ids = new Set(begun.map((one) => (one.ok ? one.id : one.code)));
			expect(ids.size).toBe(1);
			expect(await attemptsQuery(on.db, student.id, id)).toHaveLength(1);
		});

		it('keeps what is saved, and is graded once, however many finish it at once', async () => {
			const id = await quiz();
			const attempt = await begin(id);
			expect(await save(attempt, (position) => position < 3)).toMatchObject({ ok: true });
			const ended = await Promise.all(
				Array.from({ length: 50 }, (_, n) => finishAttempt(on.db, shipped, student, attempt.id, minutes(n)))
			);
			expect(new Set(ended.map((one) => JSON.stringify(one))).size).toBe(1);
			expect(ended[0]).toMatchObject({ ok: true, attempt: { state: 'finished', marks: 3, most: 5, grade: 0.6 } });
			const [grade] = await on.db.select().from(grades).where(eq(grades.assignmentId, id));
			expect(grade).toMatchObject({ computed: 0.6, attempts: 1, waiting: 0 });
			expect(await save(attempt, () => true, MORNING, 2)).toEqual(failed('attempt_finished'));
		});

		it('keeps the later of two answers, in whatever order they arrive', async () => {
			const attempt = await begin(await quiz());
			await save(attempt, () => true, MORNING, 7);
			await save(attempt, () => false, MORNING, 3);
			const ended = await finishAttempt(on.db, shipped, student, attempt.id, MORNING);
			expect(ended).toMatchObject({ ok: true, attempt: { marks: 5 } });
		});

		it('belongs to its student alone', async () => {
			const attempt = await begin(await quiz());
			const other = await newStudent(on.db, seminar, 'Mo');
			expect(await finishAttempt(on.db, shipped, other, attempt.id, MORNING)).toEqual(failed('not_found'));
			expect(
				await saveAnswers(
					on.db,
					other,
					attempt.id,
					answers(attempt, () => true),
					MORNING
				)
			).toEqual(failed('not_found'));
			const stranger = await newLearner(on.db);
			expect(await startAttempt(on.db, shipped, stranger, attempt.assignmentId, MORNING)).toEqual(failed('not_found'));
			expect(await startAttempt(on.db, shipped, seminar.teacher, attempt.assignmentId, MORNING)).toEqual(
				failed('not_found')
			);
		});

		it('is begun as often as the quiz allows, while it is open', async () => {
			const id = await quiz({
				attempts: 2,
				opensAt: minutes(10).toISOString(),
				dueAt: minutes(60).toISOString()
			});
			expect(await startAttempt(on.db, shipped, student, id, minutes(9))).toEqual(failed('not_open_yet'));
			for (const at of [10, 20]) {
				const attempt = await begin(id, minutes(at));
				await finishAttempt(on.db, shipped, student, attempt.id, minutes(at + 1));
			}
			expect(await startAttempt(on.db, shipped, student, id, minutes(30))).toEqual(failed('no_attempts_left'));
			const other = await newStudent(on.db, seminar, 'Noa');
			expect(await startAttempt(on.db, shipped, other, id, minutes(60))).toEqual(failed('quiz_closed'));
		});
	});

	describe('the clock of an attempt', () => {
		it('takes nothing after deadline and grace, and closes it with what it holds', async () => {
			const attempt = await begin(await quiz({ timeLimit: 600 }));
			expect(attempt.deadlineAt).toEqual(minutes(10));
			await save(attempt, (position) => position === 0, minutes(9));
			const lastly = new Date(minutes(10).getTime() + 5000);
			expect(await save(attempt, (position) => position < 2, lastly, 2)).toMatchObject({ ok: true });
			const tooLate = new Date(lastly.getTime() + 1);
			expect(await save(attempt, () => true, tooLate, 3)).toEqual(failed('time_is_up'));
			expect(await closeOverdue(on.db, shipped, tooLate)).toBeGreaterThan(0);
			const [row] = await on.db.select().from(attempts).where(eq(attempts.id, attempt.id));
			expect(row).toMatchObject({ state: 'finished', finishedBy: 'deadline', finishedAt: minutes(10), marks: 2 });
			expect(await closeOverdue(on.db, shipped, tooLate)).toBe(0);
			const kept = await on.db.select().from(responses).where(eq(responses.attemptId, attempt.id));
			expect(kept.every(({ savedAt }) => savedAt <= lastly)).toBe(true);
		});

		it('is put off by an extension, also while the attempt is open', async () => {
			const id = await quiz({ timeLimit: 600 });
			const attempt = await begin(id);
			const grant = { classId: seminar.id, assignmentId: id, studentId: student.id };
			const extension = { dueAt: null, closesAt: null, moreAttempts: 1, moreTime: 300 };
			expect(await extend(on.db, seminar.teacher, { ...grant, extension }, MORNING)).toEqual({ ok: true });
			expect(await save(attempt, () => true, minutes(14))).toMatchObject({ ok: true });
			const ended = await finishAttempt(on.db, shipped, student, attempt.id, minutes(14));
			expect(ended).toMatchObject({ ok: true, attempt: { marks: 5, finishedBy: 'student' } });
			expect((await begin(id, minutes(20))).number).toBe(2);
			expect(await extend(on.db, student, { ...grant, extension }, MORNING)).toEqual(failed('not_found'));
		});
	});
});
