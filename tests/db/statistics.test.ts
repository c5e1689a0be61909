import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Response } from '#lib/domain/grading/types.ts';
import type { Choice, Form, Item } from '#lib/domain/items/types.ts';
import { DEFAULT_SETTINGS } from '#lib/domain/scheduling/settings.ts';
import { DEFAULT_RULES, type QuizRules } from '#lib/domain/teaching/rules.ts';
import type { QuestionStatistics } from '#lib/domain/teaching/quiz-statistics.ts';
import { createAssignment } from '#lib/server/assignments/save-assignment.ts';
import { publishAssignment } from '#lib/server/assignments/publish-assignment.ts';
import { finishAttempt } from '#lib/server/attempts/finish-attempt.ts';
import { saveAnswers } from '#lib/server/attempts/save-answers.ts';
import { attemptsQuery, startAttempt } from '#lib/server/attempts/start-attempt.ts';
import type { Shipped } from '#lib/server/bank/bank.ts';
import { bankFor } from '#lib/server/bank/bank-for.ts';
import { loadBank } from '#lib/server/bank/load-bank.ts';
import { publishItems } from '#lib/server/items/publish-items.ts';
import { workspaceItemsOf } from '#lib/server/items/workspace-items.ts';
import { typedQuery } from '#lib/server/results/accept-answer.ts';
import { leaveOut, retirableQuery, retireAssigned } from '#lib/server/results/exclude-item.ts';
import { attemptedQuery } from '#lib/server/results/regrade.ts';
import {
	assignmentStatistics,
	firstAttemptsQuery,
	putQuery,
	taughtQuery,
	teacherStatistics,
	versionsQuery
} from '#lib/server/results/statistics.ts';
import { rejectedQuery, waitingQuery } from '#lib/server/results/waiting-answers.ts';
import type { Learner } from '#lib/server/reviews/today.ts';
import { answerTo, newClass, newQuiz, newStudent, type TestClass } from './class-fixture.ts';
import { describeOnEachDatabase } from './harness.ts';
import { planOf as planOfQuery } from './plan-of.ts';
import { Bench, MORNING, newArticle, newLearner, newWorkspace } from './workspace-fixture.ts';

const failed = (code: string) => ({ ok: false, code });
const isChoice = (form: Form): form is Choice => form.form === 'choice' && form.options.length > 2;

describeOnEachDatabase('the statistics of questions', (on) => {
	let shipped: Shipped;
	let choices: Item[];
	beforeAll(async () => {
		shipped = await loadBank(on.db, 'seeds', MORNING);
		// The first choice of an item is the one that a quiz of choices puts.
		choices = shipped.bank.items
			.filter((item) => item.forms.filter(({ form }) => form === 'choice').length === 1 && item.forms.some(isChoice))
			.slice(0, 4);
	});

	const choiceOf = (item: Item) => item.forms.find(isChoice)!;
	const quiz = (of: TestClass, items = choices, rules: Partial<QuizRules> = {}) =>
		newQuiz(on.db, shipped, of, { items, rules, forms: ['choice'] });
	/** Sits a quiz, each item answered with what is given for it, or left blank. */
	const sit = async (id: string, who: Learner, answer: (item: Item) => Response | undefined, durationMs = 4000) => {
		const begun = await startAttempt(on.db, shipped, who, id, MORNING);
		if (!begun.ok) throw new Error(begun.code);
		const row = (await attemptsQuery(on.db, who.id, id)).find((attempt) => attempt.id === begun.id)!;
		const answers = row.questions.flatMap(({ itemId }, position) => {
			const response = answer(shipped.bank.item(itemId)!);
			return response ? [{ position, seq: 1, durationMs, response }] : [];
		});
		if (answers.length > 0) await saveAnswers(on.db, who, begun.id, { answers }, MORNING);
		await finishAttempt(on.db, shipped, who, begun.id, MORNING);
	};
	const option = (item: Item, id: string): Response => ({ form: 'choice', option: id || choiceOf(item).key });
	const read = async (of: TestClass, id: string) => {
		const found = await assignmentStatistics(on.db, of.teacher, of.id, id);
		if (!found.ok) throw new Error(found.code);
		return found.statistics;
	};
	const figuresOf = (questions: QuestionStatistics[], item: Item) =>
		questions.find(({ itemId }) => itemId === item.id)!;

	it('are computed from every student’s first finished attempt, in the quiz’s order', async () => {
		const seminar = await newClass(on.db);
		const id = await quiz(seminar, choices, { attempts: 2 });
		const [easy, telling, idle, blank] = choices;
		const distractor = (item: Item, n: number) =>
			choiceOf(item).options.filter((o) => o.id !== choiceOf(item).key)[n]!.id;
		const wrongs = choiceOf(telling!).options.length - 1;
		for (let n = 0; n < 30; n++) {
			const student = await newStudent(on.db, seminar, `Student ${n}`);
			const good = n >= 15;
			const chosen = new Map([
				[easy, answerTo(choiceOf(easy!), true)],
				[telling, option(telling!, good ? '' : distractor(telling!, n % wrongs))],
				[idle, option(idle!, good ? '' : distractor(idle!, 0))]
			]);
			await sit(id, student, (item) => chosen.get(item) ?? (n < 3 ? option(item, '') : undefined), n * 1000);
			// What is answered the second time, with the questions known, does not count.
			if (n === 0) await sit(id, student, () => undefined);
		}
		const open = await newStudent(on.db, seminar, 'Still at it');
		await startAttempt(on.db, shipped, open, id, MORNING);

		const found = await read(seminar, id);
		expect(found).toMatchObject({ attempts: 30, assignments: 1, waiting: 0 });
		expect(found.questions.map(({ itemId }) => itemId)).toEqual(choices.map((item) => item.id));
		const facts = (item: Item | undefined) => figuresOf(found.questions, item!);
		expect(facts(easy).statistics).toMatchObject({
			n: 30,
			facility: 1,
			discrimination: null,
			doubts: ['too-easy', 'idle-distractor']
		});
		expect(facts(telling).statistics).toMatchObject({
			n: 30,
			facility: 0.5,
			enough: true,
			doubts: [],
			medianTime: 15_000
		});
		// Rest: two of three for the good ones; of the others one, and two for the three who answered the last question.
		const rests = Array.from({ length: 30 }, (_, n) => (n >= 15 ? 2 : n < 3 ? 2 : 1));
		const scores = rests.map((_, n) => (n >= 15 ? 1 : 0));
		expect(facts(telling).statistics?.discrimination).toBeCloseTo(pearson(scores, rests), 10);
		expect(facts(idle).statistics?.doubts).toContain('idle-distractor');
		expect(facts(blank).statistics).toMatchObject({ n: 30, blank: 27, facility: 0.1 });
		const form = choiceOf(telling!);
		expect(facts(telling).statistics?.guess).toBeCloseTo(1 / form.options.length);
		expect(facts(telling).uses.map(({ id: use, key }) => [use, key])).toEqual(
			form.options.map((o) => [o.id, o.id === form.key])
		);
		expect(facts(telling).uses.find(({ key }) => key)).toMatchObject({ count: 15, share: 0.5 });
		expect(facts(telling).uses.find(({ id: use }) => use === distractor(telling!, 0))).toMatchObject({
			count: Math.ceil(15 / wrongs)
		});

		// What is left out stands in no other question's rest.
		const leaving = { classId: seminar.id, assignmentId: id, itemId: blank!.id, out: true };
		expect(await leaveOut(on.db, shipped, seminar.teacher, leaving, MORNING)).toMatchObject({ ok: true });
		const without = await read(seminar, id);
		expect(figuresOf(without.questions, blank!)).toMatchObject({ excluded: 1, statistics: { n: 30 } });
		expect(figuresOf(without.questions, telling!).statistics?.discrimination).toBeCloseTo(1, 10);
	});

	it('are of all the teacher’s classes and of nobody else’s', async () => {
		const one = await newClass(on.db);
		const two = await newClass(on.db, one.teacher);
		const foreign = await newClass(on.db);
		for (const of of [one, two, foreign]) {
			const id = await quiz(of, choices.slice(0, 2));
			await sit(id, await newStudent(on.db, of), (item) => answerTo(choiceOf(item), of === one));
		}
		const found = await teacherStatistics(on.db, one.teacher, two.id);
		if (!found.ok) throw new Error(found.code);
		expect(found.statistics).toMatchObject({ attempts: 2, assignments: 2 });
		expect(found.statistics.questions).toHaveLength(2);
		for (const question of found.statistics.questions)
			expect(question).toMatchObject({
				assignments: 2,
				statistics: { n: 2, facility: 0.5, enough: false, doubts: [] }
			});
		expect(await teacherStatistics(on.db, one.teacher, foreign.id)).toEqual(failed('not_found'));
	});

	it('are for teachers of the class alone', async () => {
		const seminar = await newClass(on.db);
		const id = await quiz(seminar);
		const student = await newStudent(on.db, seminar);
		const other = await newClass(on.db);
		const ask = (who: Learner, classId = seminar.id, assignmentId = id) =>
			assignmentStatistics(on.db, who, classId, assignmentId);
		expect(await ask(student)).toEqual(failed('not_found'));
		expect(await ask(other.teacher)).toEqual(failed('not_found'));
		expect(await ask(other.teacher, other.id)).toEqual(failed('not_found'));
		expect(await ask(seminar.teacher, seminar.id, 'nonsense')).toEqual(failed('not_found'));
		expect(await ask(seminar.teacher)).toMatchObject({ ok: true, statistics: { attempts: 0 } });
		expect(await teacherStatistics(on.db, student, seminar.id)).toEqual(failed('not_found'));
	});

	it('lead to retiring an item, where its teacher edits the workspace that it is from', async () => {
		const owner = await newLearner(on.db, 'Ada');
		const workspaceId = await newWorkspace(on.db, owner);
		const articleId = await newArticle(on.db, owner, workspaceId);
		const bench = new Bench(on.db, shipped, owner, workspaceId, articleId);
		for (const { id, seq, state } of (await bench.open()).facts)
			if (state === 'proposed') await bench.run({ do: 'accept', id, seq });
		const listed = await workspaceItemsOf(on.db, shipped, owner, workspaceId);
		if (!listed.ok) throw new Error(listed.code);
		const published = await publishItems(on.db, shipped, owner, workspaceId, { ready: listed.ready.stamp }, MORNING);
		expect(published).toMatchObject({ ok: true });
		const bank = await bankFor(on.db, shipped, owner.id);
		const own = bank.items.find(
			({ id, forms }) => bank.workspaceOf(id) === workspaceId && forms.some(({ form }) => form !== 'flashcard')
		)!;

		const seminar = await newClass(on.db, owner);
		const selection = { by: 'hand', items: [own.id, choices[0]!.id] };
		const input = { title: 'Lyon', kind: 'quiz', rules: DEFAULT_RULES, selection, forms: [] };
		const made = await createAssignment(on.db, { bank, teacher: owner, classId: seminar.id, input, now: MORNING });
		if (!made.ok) throw new Error(made.code);
		await publishAssignment(on.db, owner, seminar.id, made.id, 0);
		const [one, ...more] = await retirableQuery(on.db, owner, seminar.id, made.id);
		expect([one?.itemId, more]).toEqual([own.id, []]);
		const stranger = await newLearner(on.db);
		expect(await retirableQuery(on.db, stranger, seminar.id, made.id)).toEqual([]);
		const retire = (who: Learner) =>
			retireAssigned(on.db, shipped, who, { classId: seminar.id, itemId: own.id, seq: one!.seq }, MORNING);
		expect(await retire(stranger)).toEqual(failed('not_found'));
		expect(await retire(owner)).toEqual({ ok: true });
		expect(await retirableQuery(on.db, owner, seminar.id, made.id)).toEqual([]);
		expect((await bankFor(on.db, shipped, owner.id)).item(own.id)).toBeUndefined();
		// The quiz keeps it.
		expect((await read(seminar, made.id)).questions).toHaveLength(2);
	});

	describe('read ranges of indexes alone', () => {
		const ids = [randomUUID(), randomUUID()];
		const [classId, learner] = [randomUUID(), randomUUID()];
		beforeAll(async () => {
			// Of an empty table every index is as good as another: so there are rows to choose among.
			const settings = JSON.stringify(DEFAULT_SETTINGS);
			await on.db.execute(sql`insert into learners (id, settings, created_at)
				select gen_random_uuid(), ${settings}::jsonb, now() from generate_series(1, 3000)`);
			await on.db.execute(sql`insert into attempts (learner_id, id, assignment_id, number, state, started_at, questions)
				select id, gen_random_uuid(), gen_random_uuid(), 1, 'finished', now(), '[]' from learners`);
			await on.db.execute(sql`insert into responses (learner_id, attempt_id, position, assignment_id, item_id, response,
				saved_at, seq, duration_ms, waiting)
				select learner_id, id, 0, assignment_id, 'i', '{}', now(), 1, 1, random() < 0.1 from attempts
				on conflict do nothing`);
			await on.db.execute(sql`analyze attempts`);
			await on.db.execute(sql`analyze responses`);
		});
		const planOf = (query: Parameters<typeof planOfQuery>[1]) => planOfQuery(on.db, query, { scans: true });

		it('for the figures, the answers that wait, and the attempts that are graded again', async () => {
			const first = await planOf(firstAttemptsQuery(on.db, ids));
			expect(first).toMatch(/attempts_assignment/);
			expect(first).toMatch(/responses_learner_id_attempt_id_position_pk/);
			expect(await planOf(waitingQuery(on.db, ids[0]!))).toMatch(/responses_waiting/);
			expect(await planOf(attemptedQuery(on.db, ids[0]!))).toMatch(/attempts_assignment/);
			expect(await planOf(typedQuery(on.db, classId, 'i'))).toMatch(/responses_item/);
			const assigned = { item: shipped.bank.items[0]!, formIndex: 0, workspaceId: classId, excluded: false };
			const rejected = await planOf(rejectedQuery(on.db, ids[0]!, [assigned]));
			expect(rejected).toMatch(/responses_item|One-Time Filter: false/);
			for (const plan of [first, rejected]) expect(plan).not.toMatch(/Seq Scan/);
		});

		it('for what was put, and for the teacher’s quizzes', async () => {
			await on.db.execute(sql`set enable_seqscan = off`);
			const plans = [
				await planOf(putQuery(on.db, ids)),
				await planOf(versionsQuery(on.db, ids)),
				await planOf(taughtQuery(on.db, learner))
			];
			await on.db.execute(sql`set enable_seqscan = on`);
			for (const plan of plans) expect(plan).not.toMatch(/Seq Scan/);
			expect(plans[0]).toMatch(/assignment_items_order|assignment_items_class_id_assignment_id_item_id_pk/);
			expect(plans[2]).toMatch(/class_members_learner_id_class_id_pk/);
		});
	});
});

/** Pearson's coefficient by its definition, written once more. */
function pearson(a: readonly number[], b: readonly number[]): number {
	const mean = (values: readonly number[]) => values.reduce((x, y) => x + y) / values.length;
	const [ma, mb] = [mean(a), mean(b)];
	const sum = (f: (i: number) => number) => a.reduce((total, _, i) => total + f(i), 0);
	const top = sum((i) => (a[i]! - ma) * (b[i]! - mb));
	return top / Math.sqrt(sum((i) => (a[i]! - ma) ** 2) * sum((i) => (b[i]! - mb) ** 2));
}
