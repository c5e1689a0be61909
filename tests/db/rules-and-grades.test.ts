import { eq } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { DEFAULT_RULES } from '#lib/domain/teaching/rules.ts';
import { finishAttempt } from '#lib/server/attempts/finish-attempt.ts';
import { saveAnswers } from '#lib/server/attempts/save-answers.ts';
import { settleAnswer } from '#lib/server/attempts/settle-answer.ts';
import { attemptsQuery, startAttempt } from '#lib/server/attempts/start-attempt.ts';
import { viewAttempt } from '#lib/server/attempts/view-attempt.ts';
import type { Shipped } from '#lib/server/bank/bank.ts';
import { loadBank } from '#lib/server/bank/load-bank.ts';
import { removeMember } from '#lib/server/classes/members.ts';
import { grades } from '#lib/server/db/schema/assignments.ts';
import { changeRulesAndGrades, extendAndGrade } from '#lib/server/results/rules-and-grades.ts';
import { gradeFor } from '#lib/server/results/gradebook-own.ts';
import { answerTo, newClass, newQuiz, newStudent } from './class-fixture.ts';
import { describeOnEachDatabase } from './harness.ts';
import { minutes, MORNING } from './workspace-fixture.ts';

describeOnEachDatabase('a quiz', (on) => {
	let shipped: Shipped;
	beforeAll(async () => {
		shipped = await loadBank(on.db, 'seeds', MORNING);
	});

	/** A student with an open attempt of four questions, two of them answered rightly. */
	async function begun(rules: Parameters<typeof newQuiz>[3]['rules']) {
		const group = await newClass(on.db);
		const student = await newStudent(on.db, group);
		const items = shipped.bank.items.slice(0, 4);
		const quiz = await newQuiz(on.db, shipped, group, { items, rules, forms: ['choice', 'true-false', 'typed'] });
		const started = await startAttempt(on.db, shipped, student, quiz, MORNING);
		if (!started.ok) throw new Error(started.code);
		const [attempt] = await attemptsQuery(on.db, student.id, quiz);
		const answer = (position: number, right: boolean, seq = 1) => {
			const { itemId, formIndex } = attempt!.questions[position]!;
			const response = answerTo(shipped.bank.item(itemId)!.forms[formIndex]!, right);
			return { position, seq, response, durationMs: 5 };
		};
		const save = (answers: object[], at = MORNING) => saveAnswers(on.db, student, started.id, { answers }, at);
		await save([answer(0, true), answer(1, true)]);
		const place = { group, student, quiz, id: started.id };
		return { ...place, answer, save, changing: { shipped, teacher: group.teacher, now: minutes(90) } };
	}

	it('is graded again when its rules change, and tells the student so', async () => {
		const dueAt = minutes(30).toISOString();
		const late = { accepted: true, penaltyPerDay: 0.5, mostPenalty: 1 };
		const { group, student, quiz, id, changing } = await begun({ dueAt, late });
		await finishAttempt(on.db, shipped, student, id, minutes(60));
		const grade = async () => (await on.db.select().from(grades).where(eq(grades.assignmentId, quiz)))[0]?.computed;
		expect(await grade()).toBeCloseTo(0.25);
		const rules = { ...DEFAULT_RULES, dueAt, late: { ...late, penaltyPerDay: 0.1 } };
		const place = { classId: group.id, assignmentId: quiz };
		expect(await changeRulesAndGrades(on.db, changing, { ...place, rules, seq: 1 })).toEqual({ ok: true });
		expect(await grade()).toBeCloseTo(0.45);
		const extension = { dueAt: minutes(120).toISOString(), closesAt: null, moreAttempts: 0, moreTime: 0 };
		await extendAndGrade(on.db, { ...changing, now: minutes(91) }, { ...place, studentId: student.id, extension });
		expect(await grade()).toBeCloseTo(0.5);
		const own = await gradeFor(on.db, student, quiz, minutes(92));
		expect(own).toMatchObject({ own: { grade: 0.5, changes: [{ after: 0.45 }, { after: 0.5 }] } });
	});

	it('that tells at once tells of each answer when it is settled, and takes no other one then', async () => {
		const { student, id, answer, save } = await begun({ feedback: 'at-once' });
		const told = async () => {
			const seen = await viewAttempt(on.db, shipped, student, id, MORNING);
			return seen.ok ? seen.attempt.questions.map((question) => question.told?.verdict) : [];
		};
		expect(await told()).toEqual([undefined, undefined, undefined, undefined]);
		expect(await settleAnswer(on.db, shipped, student, { attemptId: id, position: 0 }, MORNING)).toEqual({ ok: true });
		expect(await told()).toEqual(['correct', undefined, undefined, undefined]);
		await save([answer(0, false, 2), answer(1, false, 2)]);
		const unanswered = await settleAnswer(on.db, shipped, student, { attemptId: id, position: 2 }, MORNING);
		expect(unanswered).toEqual({ ok: false, code: 'incomplete' });
		const done = await finishAttempt(on.db, shipped, student, id, MORNING);
		expect(done).toMatchObject({ ok: true, attempt: { marks: 1, most: 4 } });
	});

	it('that tells later settles nothing', async () => {
		const { student, id } = await begun({ feedback: 'after-closing' });
		const settled = await settleAnswer(on.db, shipped, student, { attemptId: id, position: 0 }, MORNING);
		expect(settled).toEqual({ ok: false, code: 'not_found' });
	});

	it('takes nothing from a student who was removed', async () => {
		const { group, student, id, save, answer } = await begun({});
		await removeMember(on.db, group.teacher, group.id, student.id, minutes(1));
		expect(await save([answer(2, true)])).toEqual({ ok: false, code: 'not_found' });
		expect(await finishAttempt(on.db, shipped, student, id, minutes(1))).toEqual({ ok: false, code: 'not_found' });
	});
});
