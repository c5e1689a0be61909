import { and, eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Response } from '#lib/domain/grading/types.ts';
import type { Form, Item } from '#lib/domain/items/types.ts';
import { gradeResponse } from '#lib/domain/grading/grade.ts';
import { DEFAULT_RULES, type QuizRules } from '#lib/domain/teaching/rules.ts';
import { TEACHER_REJECTED } from '#lib/domain/teaching/teacher-verdict.ts';
import { changeRules } from '#lib/server/assignments/publish-assignment.ts';
import { finishAttempt, type AttemptRow } from '#lib/server/attempts/finish-attempt.ts';
import { saveAnswers } from '#lib/server/attempts/save-answers.ts';
import { attemptsQuery, startAttempt } from '#lib/server/attempts/start-attempt.ts';
import type { Shipped } from '#lib/server/bank/bank.ts';
import { loadBank } from '#lib/server/bank/load-bank.ts';
import { archiveClass } from '#lib/server/classes/class-of.ts';
import {
	acceptedAnswers,
	assignmentItems,
	gradeChanges,
	grades,
	responses
} from '#lib/server/db/schema/assignments.ts';
import { decideAnswer, type Deciding } from '#lib/server/results/accept-answer.ts';
import { gradeAgain, leaveOut, retireAssigned } from '#lib/server/results/exclude-item.ts';
import { regradeAssignment, type RegradeReason } from '#lib/server/results/regrade.ts';
import { waitingAnswers } from '#lib/server/results/waiting-answers.ts';
import type { Learner } from '#lib/server/reviews/today.ts';
import { answerTo, newClass, newQuiz, newStudent, type TestClass } from './class-fixture.ts';
import { describeOnEachDatabase } from './harness.ts';
import { minutes, MORNING, newLearner } from './workspace-fixture.ts';

const failed = (code: string) => ({ ok: false, code });

describeOnEachDatabase('regrading', (on) => {
	let shipped: Shipped;
	let seminar: TestClass;
	/** An item that is typed, a text that its grader doubts, and four others. */
	let typed: Item;
	let doubted: string;
	let others: Item[];
	const isTyped = (form: Form) => form.form === 'typed';
	beforeAll(async () => {
		shipped = await loadBank(on.db, 'seeds', MORNING);
		seminar = await newClass(on.db);
		const { items, registry } = shipped.bank;
		for (const item of items) {
			const form = item.forms.find(isTyped);
			const texts = form?.form === 'typed' ? Object.keys(form.answer.near) : [];
			const text = texts.find(
				(one) => form && gradeResponse(form, { form: 'typed', text: one }, registry).verdict === 'near'
			);
			if (text === undefined) continue;
			[typed, doubted] = [item, text];
			break;
		}
		others = items.filter((item) => item.id !== typed.id && item.forms.some(isTyped)).slice(0, 4);
	});

	const quiz = (rules: Partial<QuizRules> = {}, items = [typed, ...others], of = seminar) =>
		newQuiz(on.db, shipped, of, { items, rules, forms: ['typed'] });
	const begin = async (assignmentId: string, who: Learner, now = MORNING): Promise<AttemptRow> => {
		const begun = await startAttempt(on.db, shipped, who, assignmentId, now);
		if (!begun.ok) throw new Error(begun.code);
		const [row] = (await attemptsQuery(on.db, who.id, assignmentId)).filter(({ id }) => id === begun.id);
		return row!;
	};
	/** Right but for the typed item, which is answered with a text. */
	const save = async (
		attempt: AttemptRow,
		who: Learner,
		text: string,
		right: (itemId: string) => boolean = () => true
	) => {
		const answers = attempt.questions.map(({ itemId, formIndex }, position) => {
			const form = shipped.bank.item(itemId)!.forms[formIndex]!;
			const response: Response = itemId === typed.id ? { form: 'typed', text } : answerTo(form, right(itemId));
			return { position, seq: 1, durationMs: 3000, response };
		});
		const saved = await saveAnswers(on.db, who, attempt.id, { answers }, MORNING);
		if (!saved.ok) throw new Error(saved.code);
	};
	const sit = async (assignmentId: string, who: Learner, text: string, right?: (itemId: string) => boolean) => {
		const attempt = await begin(assignmentId, who);
		await save(attempt, who, text, right);
		await finishAttempt(on.db, shipped, who, attempt.id, MORNING);
	};
	const gradeOf = async (assignmentId: string, who: Learner) => {
		const one = and(eq(grades.assignmentId, assignmentId), eq(grades.learnerId, who.id));
		const [row] = await on.db.select().from(grades).where(one);
		return row!;
	};
	const changesOf = (assignmentId: string, who: Learner) =>
		on.db
			.select()
			.from(gradeChanges)
			.where(and(eq(gradeChanges.assignmentId, assignmentId), eq(gradeChanges.learnerId, who.id)));
	const responseOf = async (assignmentId: string, who: Learner) => {
		const one = and(eq(responses.assignmentId, assignmentId), eq(responses.itemId, typed.id));
		const [row] = await on.db
			.select()
			.from(responses)
			.where(and(one, eq(responses.learnerId, who.id)));
		return row!;
	};
	const decide = (assignmentId: string, as: Deciding['as'], more: Partial<Deciding> = {}, who = seminar.teacher) => {
		const deciding = { classId: seminar.id, assignmentId, itemId: typed.id, answer: doubted, as, ...more };
		return decideAnswer(on.db, shipped, who, deciding, minutes(60));
	};
	const page = (assignmentId: string, who = seminar.teacher) =>
		waitingAnswers(on.db, shipped, who, seminar.id, assignmentId);

	describe('an answer that waits', () => {
		it('stands on the page once, with key, evidence and count, and nobody’s name', async () => {
			const id = await quiz();
			const [lin, mo] = [await newStudent(on.db, seminar), await newStudent(on.db, seminar, 'Mo')];
			await sit(id, lin, doubted);
			await sit(id, mo, `  ${doubted.toUpperCase()} `);
			expect(await gradeOf(id, lin)).toMatchObject({ computed: 0.8, waiting: 1 });
			const found = await page(id);
			if (!found.ok) throw new Error(found.code);
			const [question, ...more] = found.waiting;
			expect(more).toEqual([]);
			expect(question).toMatchObject({ itemId: typed.id, key: typed.key, answers: [{ text: doubted, times: 2 }] });
			expect(question?.answers[0]?.hint).toBeTruthy();
			expect(question?.explanation.evidence.length).toBeGreaterThan(0);
			expect(JSON.stringify(found)).not.toContain(mo.id);
			expect(await page(id, lin)).toEqual(failed('not_found'));
			expect(await page(id, await newLearner(on.db))).toEqual(failed('not_found'));
		});

		it('is right, once a teacher says so, in every quiz of the class, with a note to those whose grade changed', async () => {
			const own = await newClass(on.db);
			const [one, two] = [await quiz({}, undefined, own), await quiz({}, [typed, others[0]!], own)];
			const [lin, mo, ada] = await Promise.all(['Lin', 'Mo', 'Ada'].map((name) => newStudent(on.db, own, name)));
			await sit(one, lin!, doubted);
			await sit(two, mo!, doubted);
			await sit(one, ada!, 'nobody knows');
			const elsewhere = await quiz();
			const stranger = await newStudent(on.db, seminar);
			await sit(elsewhere, stranger, doubted);

			const right = () => decide(one, 'right', { classId: own.id }, own.teacher);
			expect(await right()).toEqual({ ok: true, students: 2, changed: 2 });
			expect(await gradeOf(one, lin!)).toMatchObject({ computed: 1, waiting: 0 });
			expect(await gradeOf(two, mo!)).toMatchObject({ computed: 1, waiting: 0 });
			expect(await gradeOf(one, ada!)).toMatchObject({ computed: 0.8 });
			expect(await gradeOf(elsewhere, stranger)).toMatchObject({ computed: 0.8, waiting: 1 });
			const changes = await changesOf(one, lin!);
			expect(changes).toMatchObject([
				{ what: 'answer-accepted', before: 0.8, after: 1, changedBy: own.teacher.id, at: minutes(60), seenAt: null }
			]);
			expect(changes[0]?.note).toContain(doubted);
			expect(await changesOf(one, ada!)).toEqual([]);
			// Again it changes nothing, and whoever gives the answer later is right at once.
			expect(await right()).toEqual({ ok: true, students: 2, changed: 0 });
			expect(await changesOf(one, lin!)).toHaveLength(1);
			const late = await newStudent(on.db, own, 'Late');
			await sit(one, late, doubted);
			expect(await gradeOf(one, late)).toMatchObject({ computed: 1, waiting: 0 });
			expect((await attemptsQuery(on.db, lin!.id, one))[0]).toMatchObject({ marks: 5, most: 5, grade: 1 });
			// Taken back, it waits again.
			const back = await decide(one, 'undecided', { classId: own.id }, own.teacher);
			expect(back).toEqual({ ok: true, students: 3, changed: 3 });
			expect(await gradeOf(one, lin!)).toMatchObject({ computed: 0.8, waiting: 1 });
		});

		it('is wrong, once a teacher says so, and no regrading makes it wait again; she may think better of it', async () => {
			const id = await quiz();
			const lin = await newStudent(on.db, seminar);
			await sit(id, lin, doubted);
			expect(await decide(id, 'wrong')).toMatchObject({ ok: true, changed: 0 });
			const settled = { verdict: 'wrong', reason: TEACHER_REJECTED, score: 0, waiting: false };
			expect(await responseOf(id, lin)).toMatchObject(settled);
			expect(await gradeOf(id, lin)).toMatchObject({ computed: 0.8, waiting: 0 });
			await gradeAgain(on.db, shipped, seminar.teacher, { classId: seminar.id, assignmentId: id }, minutes(61));
			expect(await responseOf(id, lin)).toMatchObject(settled);
			expect(await page(id)).toMatchObject({ waiting: [], decided: [{ itemId: typed.id, as: 'wrong' }] });
			expect(await changesOf(id, lin)).toEqual([]);
			expect(await decide(id, 'right')).toMatchObject({ ok: true });
			expect(await gradeOf(id, lin)).toMatchObject({ computed: 1, waiting: 0 });
			expect(await page(id)).toMatchObject({ decided: [{ itemId: typed.id, as: 'right' }] });
			await decide(id, 'undecided');
		});

		it('is decided on by a teacher of the class alone, while the class is in use', async () => {
			const own = await newClass(on.db);
			const id = await quiz({}, undefined, own);
			const lin = await newStudent(on.db, own);
			await sit(id, lin, doubted);
			const at = { classId: own.id };
			expect(await decide(id, 'right', at, lin)).toEqual(failed('not_found'));
			expect(await decide(id, 'right', at, seminar.teacher)).toEqual(failed('not_found'));
			expect(await decide(id, 'right', { ...at, itemId: 'no-such' }, own.teacher)).toEqual(failed('unknown_item'));
			expect(await decide(id, 'right', { ...at, answer: ' .!' }, own.teacher)).toEqual(failed('invalid_input'));
			expect(await decide('nonsense', 'right', at, own.teacher)).toEqual(failed('not_found'));
			// Another class's assignment under one's own class is none.
			expect(await decide(await quiz(), 'right', at, own.teacher)).toEqual(failed('unknown_item'));
			await archiveClass(on.db, own.teacher, own.id, true, MORNING);
			expect(await decide(id, 'right', at, own.teacher)).toEqual(failed('class_archived'));
			expect(await on.db.select().from(acceptedAnswers).where(eq(acceptedAnswers.classId, own.id))).toEqual([]);
			expect(await gradeOf(id, lin)).toMatchObject({ computed: 0.8 });
		});

		it('is right also in attempts that finish while it is decided on', async () => {
			const own = await newClass(on.db);
			const id = await quiz({}, undefined, own);
			const students = await Promise.all(Array.from({ length: 24 }, (_, n) => newStudent(on.db, own, `Student ${n}`)));
			const open: AttemptRow[] = [];
			for (const student of students) {
				const attempt = await begin(id, student);
				await save(attempt, student, doubted);
				open.push(attempt);
			}
			const finish = (n: number) => finishAttempt(on.db, shipped, students[n]!, open[n]!.id, minutes(1));
			await Promise.all([
				...students.slice(0, 12).map((_, n) => finish(n)),
				decide(id, 'right', { classId: own.id }, own.teacher),
				...students.slice(12).map((_, n) => finish(n + 12)),
				leaveOut(
					on.db,
					shipped,
					own.teacher,
					{ classId: own.id, assignmentId: id, itemId: others[0]!.id, out: true },
					minutes(60)
				)
			]);
			const rows = await on.db.select().from(grades).where(eq(grades.assignmentId, id));
			expect(rows).toHaveLength(24);
			expect(rows.every(({ computed, waiting }) => computed === 1 && waiting === 0)).toBe(true);
			for (const [n, student] of students.entries()) {
				const [attempt] = await attemptsQuery(on.db, student.id, id);
				expect(attempt, `student ${n}`).toMatchObject({ state: 'finished', marks: 4, most: 4, grade: 1 });
			}
		});
	});

	describe('an item that is left out', () => {
		const leave = (assignmentId: string, itemId: string, out: boolean, who = seminar.teacher) =>
			leaveOut(on.db, shipped, who, { classId: seminar.id, assignmentId, itemId, out }, minutes(60));

		it('counts in no grade any more, and again when it is taken back', async () => {
			const id = await quiz();
			const [lin, mo] = [await newStudent(on.db, seminar), await newStudent(on.db, seminar, 'Mo')];
			const [first] = others;
			await sit(id, lin, 'nobody knows', (itemId) => itemId !== first!.id);
			await sit(id, mo, 'nobody knows');
			expect(await gradeOf(id, lin)).toMatchObject({ computed: 0.6 });
			expect(await leave(id, first!.id, true)).toEqual({ ok: true, changed: 2 });
			expect(await gradeOf(id, lin)).toMatchObject({ computed: 0.75 });
			expect(await gradeOf(id, mo)).toMatchObject({ computed: 0.75 });
			expect((await changesOf(id, lin))[0]).toMatchObject({ what: 'item-excluded', before: 0.6, after: 0.75 });
			expect(await leave(id, first!.id, true)).toEqual({ ok: true, changed: 0 });
			expect(await leave(id, first!.id, false)).toEqual({ ok: true, changed: 2 });
			expect(await gradeOf(id, mo)).toMatchObject({ computed: 0.8 });
			expect((await changesOf(id, mo)).map(({ what }) => what).sort()).toEqual(['item-excluded', 'item-included']);
		});

		it('is never the last one, nor one of another quiz, nor a stranger’s deed', async () => {
			const id = await quiz({}, [typed, others[0]!]);
			expect(await leave(id, 'no-such', true)).toEqual(failed('unknown_item'));
			expect(await leave(id, others[1]!.id, true)).toEqual(failed('unknown_item'));
			expect(await leave(id, typed.id, true, await newLearner(on.db))).toEqual(failed('not_found'));
			expect(await leave('nonsense', typed.id, true)).toEqual(failed('not_found'));
			expect(await leave(id, typed.id, true)).toMatchObject({ ok: true });
			expect(await leave(id, others[0]!.id, true)).toEqual(failed('last_item'));
			const rows = await on.db.select().from(assignmentItems).where(eq(assignmentItems.assignmentId, id));
			expect(rows.filter(({ excludedAt }) => excludedAt !== null).map(({ itemId }) => itemId)).toEqual([typed.id]);
		});

		it('of the shipped bank is retired by no teacher', async () => {
			const retire = { classId: seminar.id, itemId: typed.id, seq: 0 };
			expect(await retireAssigned(on.db, shipped, seminar.teacher, retire, MORNING)).toEqual(failed('shipped_item'));
			expect(await retireAssigned(on.db, shipped, await newLearner(on.db), retire, MORNING)).toEqual(
				failed('not_found')
			);
		});
	});

	describe('an assignment', () => {
		const reason = (): RegradeReason => ({ what: 'item-included', changedBy: seminar.teacher.id, note: 'Rules.' });

		it('is graded by its present rules: which attempt counts, and what lateness takes off', async () => {
			const late = { accepted: true, penaltyPerDay: 0.5, mostPenalty: 1 };
			const rules = { attempts: 2, counts: 'best' as const, dueAt: minutes(10).toISOString(), late };
			const id = await quiz(rules);
			const lin = await newStudent(on.db, seminar);
			await sit(id, lin, 'nobody knows');
			const second = await begin(id, lin, minutes(20));
			await finishAttempt(on.db, shipped, lin, second.id, minutes(20));
			expect(await gradeOf(id, lin)).toMatchObject({ computed: 0.8, attempts: 2 });
			const changed = { ...DEFAULT_RULES, ...rules, counts: 'mean' };
			const done = await changeRules(on.db, seminar.teacher, seminar.id, id, { rules: changed, seq: 1 });
			expect(done).toEqual({ ok: true });
			const only = { learners: [lin.id] };
			expect(await regradeAssignment(on.db, shipped, id, reason(), minutes(60), only)).toEqual({
				students: 1,
				changed: 1
			});
			expect(await gradeOf(id, lin)).toMatchObject({ computed: 0.4, attempts: 2 });
			expect(await regradeAssignment(on.db, shipped, id, reason(), minutes(60))).toEqual({ students: 1, changed: 0 });
		});

		it('keeps a teacher’s override, and says nothing of what does not change', async () => {
			const id = await quiz();
			const lin = await newStudent(on.db, seminar);
			await sit(id, lin, 'nobody knows');
			await on.db
				.update(grades)
				.set({ override: 0.9 })
				.where(and(eq(grades.assignmentId, id), eq(grades.learnerId, lin.id)));
			await leaveOut(
				on.db,
				shipped,
				seminar.teacher,
				{ classId: seminar.id, assignmentId: id, itemId: typed.id, out: true },
				minutes(60)
			);
			expect(await gradeOf(id, lin)).toMatchObject({ computed: 1, override: 0.9 });
			expect(await changesOf(id, lin)).toEqual([]);
		});

		it('leaves an attempt open that is open', async () => {
			const id = await quiz();
			const lin = await newStudent(on.db, seminar);
			const attempt = await begin(id, lin);
			await save(attempt, lin, doubted);
			expect(await regradeAssignment(on.db, shipped, id, reason(), minutes(60))).toEqual({ students: 1, changed: 0 });
			expect(await responseOf(id, lin)).toMatchObject({ verdict: null, waiting: false });
			expect(await on.db.select().from(grades).where(eq(grades.assignmentId, id))).toEqual([]);
		});
	});
});
