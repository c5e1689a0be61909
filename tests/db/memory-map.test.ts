import { randomUUID } from 'node:crypto';
import { and, eq, sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Response } from '#lib/domain/grading/types.ts';
import type { Choice, Item } from '#lib/domain/items/types.ts';
import { finishAttempt } from '#lib/server/attempts/finish-attempt.ts';
import { saveAnswers } from '#lib/server/attempts/save-answers.ts';
import { attemptsQuery, startAttempt } from '#lib/server/attempts/start-attempt.ts';
import type { Shipped } from '#lib/server/bank/bank.ts';
import { bankFor } from '#lib/server/bank/bank-for.ts';
import { loadBank } from '#lib/server/bank/load-bank.ts';
import { classWork } from '#lib/server/classwork/class-work.ts';
import { assignmentItems, assignments, grades } from '#lib/server/db/schema/assignments.ts';
import { cards } from '#lib/server/db/schema/reviews.ts';
import { classCardsQuery, classMemory, publishedQuery, studentsQuery } from '#lib/server/results/memory-map.ts';
import { contentsQuery, placesQuery } from '#lib/server/results/memory-map-items.ts';
import { wrongInQuizzesQuery, wrongInReviewsQuery } from '#lib/server/results/memory-map-wrongs.ts';
import { ownResults, verdictsQuery } from '#lib/server/results/own-results.ts';
import { cardsQuery } from '#lib/server/classwork/wanted-today.ts';
import { standingTowards } from '#lib/server/results/own-results-standing.ts';
import { paperFor, type Sheet } from '#lib/server/results/paper.ts';
import { answer } from '#lib/server/reviews/answer.ts';
import type { Learner } from '#lib/server/reviews/today.ts';
import { newClass, newQuiz, newStudent, type TestClass } from './class-fixture.ts';
import { describeOnEachDatabase } from './harness.ts';
import { planOf as planOfQuery } from './plan-of.ts';
import { minutes, MORNING, newLearner } from './workspace-fixture.ts';

const DAY = 24 * 60;
const failed = (code: string) => ({ ok: false, code });
const choiceOf = (item: Item) => item.forms.findIndex(({ form }) => form === 'choice');
const formOf = (item: Item) => item.forms[choiceOf(item)] as Choice;

describeOnEachDatabase('the class memory map', (on) => {
	let shipped: Shipped;
	let items: Item[];
	beforeAll(async () => {
		shipped = await loadBank(on.db, 'seeds', MORNING);
		const seen = new Set<string>();
		const apart = (item: Item) => !item.families.some((family) => seen.has(family));
		items = shipped.bank.items.filter((item) => {
			if (choiceOf(item) < 0 || formOf(item).options.length < 3 || !apart(item)) return false;
			item.families.forEach((family) => seen.add(family));
			return true;
		});
	});

	const seminarOf = async (names: string[], some = items.slice(0, 3)) => {
		const seminar = await newClass(on.db);
		const students: Learner[] = [];
		for (const name of names) students.push(await newStudent(on.db, seminar, name));
		const quiz = await newQuiz(on.db, shipped, seminar, { items: some, forms: ['choice'] });
		return { seminar, students, quiz };
	};
	const memory = async ({ teacher, id }: TestClass, at = MORNING, assignment?: string) => {
		const found = await classMemory(on.db, shipped, teacher, id, { assignment, at });
		if (!found.ok) throw new Error(found.code);
		return found;
	};
	const remember = (learner: Learner, item: Item, stability: number, learntUnder: string | null = null) =>
		on.db.insert(cards).values({
			...{ learnerId: learner.id, itemId: item.id, state: 2, due: minutes(3 * DAY), stability, difficulty: 5 },
			...{ scheduledDays: 3, step: 0, reps: 2, lapses: 0, lastReview: MORNING, memory: learntUnder, seq: 2 }
		});
	const wrongOption = (item: Item, which: number) =>
		formOf(item).options.filter(({ id }) => id !== formOf(item).key)[which]!;
	const review = async (learner: Learner, item: Item, response: Response) => {
		const given = {
			itemVersion: item.version,
			formIndex: choiceOf(item),
			seq: 0,
			durationMs: 900,
			retry: false,
			response
		};
		const done = await answer(on.db, shipped.bank, learner, { id: randomUUID(), itemId: item.id, ...given }, MORNING);
		expect(done).toMatchObject({ ok: true });
	};
	const attempt = async (learner: Learner, quiz: string, respond: (item: Item) => Response | undefined) => {
		const begun = await startAttempt(on.db, shipped, learner, quiz, MORNING);
		if (!begun.ok) throw new Error(begun.code);
		const [row] = await attemptsQuery(on.db, learner.id, quiz);
		const answers = row!.questions.flatMap(({ itemId }, position) => {
			const response = respond(shipped.bank.item(itemId)!);
			return response ? [{ position, seq: 1, durationMs: 900, response }] : [];
		});
		expect(await saveAnswers(on.db, learner, begun.id, { answers }, MORNING)).toMatchObject({ ok: true });
		expect(await finishAttempt(on.db, shipped, learner, begun.id, MORNING)).toMatchObject({ ok: true });
	};

	it('predicts what the class will know on a date, the least known item first', async () => {
		const [first, second, third] = items as [Item, Item, Item];
		const { seminar, students } = await seminarOf(['Ana', 'Bo']);
		const [ana, bo] = students as [Learner, Learner];
		await remember(ana, first, 10);
		await remember(ana, second, 10);
		await remember(bo, first, 2);
		const now = await memory(seminar);
		expect(now.map.items.map(({ itemId, recall, met }) => [itemId, recall, met])).toEqual([
			[third.id, 0, 0],
			[second.id, 0.5, 1],
			[first.id, 1, 2]
		]);
		expect(now.students.map(({ name }) => name)).toEqual(['Ana', 'Bo']);
		expect(now.map.students.map(({ recall, met, behind }) => [Math.round(recall * 100), met, behind])).toEqual([
			[67, 2, false],
			[33, 1, true]
		]);
		const later = await memory(seminar, minutes(10 * DAY));
		const known = later.map.items.find(({ itemId }) => itemId === first.id)!;
		expect(known.by[0]).toBeCloseTo(0.9, 2);
		expect(known.by[1]).toBeLessThan(0.8);
	});

	it('takes no card of what the item asked before it was changed', async () => {
		const { seminar, students } = await seminarOf(['Ana']);
		await remember(students[0]!, items[0]!, 10, 'something-else');
		expect((await memory(seminar)).map.items.map(({ met }) => met)).toEqual([0, 0, 0]);
	});

	it('holds published assignments, or one of them, without what is left out of the grades', async () => {
		const { seminar, quiz } = await seminarOf(['Ana']);
		const other = await newQuiz(on.db, shipped, seminar, { items: items.slice(2, 5), forms: ['choice'] });
		const ids = async (assignment?: string) =>
			(await memory(seminar, MORNING, assignment)).map.items.map(({ itemId }) => itemId).toSorted();
		const sorted = (some: Item[]) => some.map(({ id }) => id).toSorted();
		expect(await ids()).toEqual(sorted(items.slice(0, 5)));
		expect(await ids(other)).toEqual(sorted(items.slice(2, 5)));
		await on.db
			.update(assignmentItems)
			.set({ excludedAt: MORNING })
			.where(
				sql`${assignmentItems.assignmentId} = ${quiz} and ${assignmentItems.itemId} in ${[items[0]!.id, items[2]!.id]}`
			);
		expect(await ids()).toEqual(sorted(items.slice(1, 5)));
		await on.db
			.update(assignments)
			.set({ status: 'draft' })
			.where(sql`${assignments.id} = ${other}`);
		expect(await ids()).toEqual(sorted(items.slice(1, 2)));
		expect(await classMemory(on.db, shipped, seminar.teacher, seminar.id, { assignment: other, at: MORNING })).toEqual(
			failed('not_found')
		);
	});

	it('names the wrong answer that was given most, in quizzes and in reviews', async () => {
		const [first, second] = items as [Item, Item];
		const { seminar, students, quiz } = await seminarOf(['Ana', 'Bo', 'Cy', 'Di'], [first, second]);
		const [ana, bo, cy, di] = students as [Learner, Learner, Learner, Learner];
		const choose = (option: string): Response => ({ form: 'choice', option });
		const wrong = (which: number) => choose(wrongOption(first, which).id);
		await attempt(ana, quiz, (item) => (item === first ? wrong(0) : choose(formOf(item).key)));
		await attempt(bo, quiz, (item) => (item === first ? wrong(1) : undefined));
		await review(cy, first, wrong(1));
		expect((await memory(seminar)).wrongs.get(first.id)).toEqual({ text: wrongOption(first, 1).text, times: 2 });
		await review(di, first, wrong(0));
		await review(ana, first, wrong(0));
		const { wrongs } = await memory(seminar);
		expect(wrongs.get(first.id)).toEqual({ text: wrongOption(first, 0).text, times: 3 });
		expect(wrongs.has(second.id)).toBe(false);
	});

	it('counts no answers of people outside of the class', async () => {
		const { seminar } = await seminarOf(['Ana']);
		const stranger = await newLearner(on.db);
		await remember(stranger, items[1]!, 10);
		await review(stranger, items[0]!, { form: 'choice', option: wrongOption(items[0]!, 0).id });
		await remember(seminar.teacher, items[1]!, 10);
		const found = await memory(seminar);
		expect(found.wrongs.size).toBe(0);
		expect(found.map.items.every(({ met }) => met === 0)).toBe(true);
	});

	it('is for teachers of the class alone', async () => {
		const { seminar, students } = await seminarOf(['Ana']);
		const asked = { assignment: undefined, at: MORNING };
		const other = await newClass(on.db);
		for (const who of [students[0]!, other.teacher, await newLearner(on.db)])
			expect(await classMemory(on.db, shipped, who, seminar.id, asked)).toEqual(failed('not_found'));
		expect(await classMemory(on.db, shipped, seminar.teacher, 'no class', asked)).toEqual(failed('not_found'));
	});

	describe('a student’s own results', () => {
		const results = async (seminar: TestClass, learner: Learner, now = MORNING) => {
			const bank = await bankFor(on.db, shipped, learner.id, await classWork(on.db, learner.id, now));
			const found = await ownResults(on.db, shipped, bank, learner, seminar.id, now);
			if (!found.ok) throw new Error(found.code);
			return found;
		};
		const wrong = (item: Item): Response => ({ form: 'choice', option: wrongOption(item, 0).id });
		const right = (item: Item): Response => ({ form: 'choice', option: formOf(item).key });

		it('are her grade and what she had wrong, the least known first, once the policy allows it', async () => {
			const [first, second, third] = items as [Item, Item, Item];
			const { seminar, students, quiz } = await seminarOf(['Ana', 'Bo']);
			const [ana, bo] = students as [Learner, Learner];
			await attempt(ana, quiz, (item) => (item === third ? right(item) : wrong(item)));
			await attempt(bo, quiz, right);
			await remember(ana, second, 10);
			const later = minutes(5 * DAY);
			const own = await results(seminar, ana, later);
			expect(own.grades).toEqual([
				{ id: quiz, title: 'Week one', grade: expect.closeTo(1 / 3), comment: '', waiting: 0, shownAt: null }
			]);
			expect(own.mistakes.map(({ itemId, recall }) => [itemId, recall === null])).toEqual([
				[first.id, true],
				[second.id, false]
			]);
			expect(own.mistakes[0]).toMatchObject({ question: first.question, deck: `topic:${first.topic}` });
			expect((await results(seminar, bo, later)).mistakes).toEqual([]);
			expect((await results(seminar, bo, later)).grades.map(({ grade }) => grade)).toEqual([1]);
		});

		it('tell nothing of a quiz before it is over, where that is the policy', async () => {
			const { seminar, students } = await seminarOf(['Ana'], items.slice(0, 1));
			const rules = { feedback: 'after-closing' as const, closesAt: minutes(DAY).toISOString() };
			const quiz = await newQuiz(on.db, shipped, seminar, { items: items.slice(1, 3), forms: ['choice'], rules });
			await attempt(students[0]!, quiz, wrong);
			await on.db.update(grades).set({ comment: 'Look again', waiting: 1 }).where(eq(grades.assignmentId, quiz));
			const before = await results(seminar, students[0]!);
			expect(before.grades).toEqual([
				{ id: quiz, title: 'Week one', grade: null, comment: '', waiting: 0, shownAt: minutes(DAY) }
			]);
			expect(before.mistakes).toEqual([]);
			const after = await results(seminar, students[0]!, minutes(DAY));
			expect(after.grades).toMatchObject([{ grade: 0, comment: 'Look again', waiting: 1, shownAt: null }]);
			expect(after.mistakes).toHaveLength(2);
			const never = await newQuiz(on.db, shipped, seminar, {
				...{ items: items.slice(3, 5), forms: ['choice'], rules: { feedback: 'never' } }
			});
			await attempt(students[0]!, never, wrong);
			const silent = await results(seminar, students[0]!, minutes(DAY));
			expect(silent.grades.find(({ id }) => id === never)).toMatchObject({ grade: null, waiting: 0 });
			expect(silent.mistakes).toHaveLength(2);
		});

		it('leave out what another quiz withholds, and what is left out of the grades', async () => {
			const { seminar, students, quiz } = await seminarOf(['Ana']);
			await attempt(students[0]!, quiz, wrong);
			expect((await results(seminar, students[0]!)).mistakes).toHaveLength(3);
			await newQuiz(on.db, shipped, seminar, { items: items.slice(0, 1), forms: ['choice'] });
			const ids = async () => (await results(seminar, students[0]!)).mistakes.map(({ itemId }) => itemId).toSorted();
			expect(await ids()).toEqual([items[1]!.id, items[2]!.id].toSorted());
			await on.db
				.update(assignmentItems)
				.set({ excludedAt: MORNING })
				.where(and(eq(assignmentItems.assignmentId, quiz), eq(assignmentItems.itemId, items[1]!.id)));
			expect(await ids()).toEqual([items[2]!.id]);
		});

		it('say how she stands to each date that lies ahead', async () => {
			const [first, second] = items as [Item, Item];
			const { seminar, students } = await seminarOf(['Ana']);
			const [ana] = students as [Learner];
			const dueAt = minutes(10 * DAY).toISOString();
			const quiz = await newQuiz(on.db, shipped, seminar, {
				...{ items: items.slice(0, 4), forms: ['choice'], rules: { dueAt } }
			});
			await remember(ana, first, 10);
			await review(ana, second, wrong(second));
			const [deadline, ...others] = (await results(seminar, ana)).deadlines;
			expect(others).toEqual([]);
			expect(deadline).toMatchObject({ id: quiz, kind: 'quiz', at: minutes(10 * DAY), items: 4, seen: 2, recalled: 0 });
			const lone = await standingTowards(on.db, shipped.bank, ana, [
				{ itemIds: [first.id], at: minutes(10 * DAY) },
				{ itemIds: [], at: MORNING }
			]);
			expect(lone).toEqual([
				{ items: 1, seen: 1, recalled: 0, predicted: expect.closeTo(0.9, 2) },
				{ items: 0, seen: 0, recalled: 0, predicted: 0 }
			]);
			await review(ana, items[2]!, right(items[2]!));
			expect((await results(seminar, ana)).deadlines[0]).toMatchObject({ seen: 3, recalled: 1 });
			expect((await results(seminar, ana, minutes(10 * DAY))).deadlines).toEqual([]);
			await attempt(ana, quiz, right);
			expect((await results(seminar, ana)).deadlines).toEqual([]);
		});

		it('are hers alone', async () => {
			const { seminar, students } = await seminarOf(['Ana']);
			const other = await newClass(on.db);
			for (const [who, id] of [
				[seminar.teacher, seminar.id],
				[other.teacher, seminar.id],
				[students[0]!, other.id]
			] as const)
				expect(await ownResults(on.db, shipped, shipped.bank, who, id, MORNING)).toEqual(failed('not_found'));
		});
	});

	describe('a quiz on paper', () => {
		const print = (seminar: TestClass, quiz: string, sheet: Sheet, who = seminar.teacher) =>
			paperFor(...([on.db, shipped, who, { classId: seminar.id, assignmentId: quiz }] as const), {
				variant: 'B',
				sheet,
				seed: '1'
			});

		it('tells the key and its sources on the key alone', async () => {
			const { seminar, quiz } = await seminarOf(['Ana']);
			const [paper, key] = [await print(seminar, quiz, 'paper'), await print(seminar, quiz, 'answers')];
			if (!paper.ok || !key.ok) throw new Error('a paper was refused');
			expect(paper.paper).toMatchObject({ title: 'Week one', variant: 'B', drawn: false, answers: null });
			expect(paper.paper.questions).toHaveLength(3);
			expect(JSON.stringify(paper)).not.toMatch(/"(key|marked|feedback)"/);
			const { answers } = key.paper;
			expect(answers?.grid.map(({ marked }) => marked[1])).toEqual(answers?.lines.map(({ marked }) => marked));
			for (const { number, marked, sources } of answers!.lines) {
				const { itemId, question } = key.paper.questions[number - 1]!;
				const { key: right } = formOf(shipped.bank.item(itemId)!);
				const options = question.form === 'choice' ? question.options : [];
				expect(options[marked.charCodeAt(0) - 65]?.id).toBe(right);
				expect(sources.length).toBeGreaterThan(0);
			}
		});

		it('leaves out what is left out of the grades, and is for teachers of the class alone', async () => {
			const { seminar, students, quiz } = await seminarOf(['Ana']);
			for (const who of [students[0]!, (await newClass(on.db)).teacher])
				expect(await print(seminar, quiz, 'paper', who)).toEqual(failed('not_found'));
			await on.db
				.update(assignmentItems)
				.set({ excludedAt: MORNING })
				.where(and(eq(assignmentItems.assignmentId, quiz), eq(assignmentItems.itemId, items[0]!.id)));
			const paper = await print(seminar, quiz, 'paper');
			if (!paper.ok) throw new Error(paper.code);
			expect(paper.paper.questions.map(({ itemId }) => itemId)).not.toContain(items[0]!.id);
			expect(paper.paper.questions).toHaveLength(2);
		});
	});

	describe('with 200 students and 300 items', () => {
		let seminar: TestClass;
		beforeAll(async () => {
			seminar = (await seminarOf(['Ana'])).seminar;
			const all = shipped.bank.items.filter((item) => choiceOf(item) >= 0).slice(0, 300);
			for (const from of [0, 150])
				await newQuiz(on.db, shipped, seminar, { items: all.slice(from, from + 150), forms: ['choice'] });
			await on.db.execute(sql`insert into learners (id, created_at, settings)
				select gen_random_uuid(), now(), (select settings from learners limit 1) from generate_series(1, 199)`);
			await on.db.execute(sql`insert into class_members (learner_id, class_id, role, name, joined_at)
				select id, ${seminar.id}, 'student', 'S' || row_number() over (), now() from learners
				where not exists (select 1 from class_members where learner_id = learners.id) limit 199`);
			await on.db.execute(sql`insert into cards (learner_id, item_id, state, due, stability, difficulty, scheduled_days,
				step, reps, lapses, last_review, seq)
				select m.learner_id, i.item_id, 2, now(), 5 + i.ordinal % 20, 5, 3, 0, 2, 0, ${MORNING.toISOString()}, 2
				from class_members m join assignment_items i on i.class_id = m.class_id
				where m.class_id = ${seminar.id} and m.role = 'student' on conflict do nothing`);
			// Of few classes every index is as good as another: so there are more to choose among.
			await on.db.execute(sql`insert into classes (id, name, created_by, created_at)
				select gen_random_uuid(), 'C', gen_random_uuid(), now() from generate_series(1, 100)`);
			await on.db.execute(sql`insert into class_members (learner_id, class_id, role, name, joined_at)
				select l.id, c.id, 'student', 'S', now() from classes c, learners l where c.name = 'C'`);
			for (const table of ['class_members', 'cards', 'assignment_items', 'item_versions', 'learners', 'assignments'])
				await on.db.execute(sql.raw(`analyze ${table}`));
		});

		it('is made while other requests are served', async () => {
			let served = 0;
			const clock = setInterval(() => served++, 20);
			const found = await memory(seminar, minutes(10 * DAY));
			clearInterval(clock);
			expect(found.map.items).toHaveLength(300);
			expect(found.map.items.every(({ met }) => met === 200)).toBe(true);
			expect(served).toBeGreaterThan(5);
		});

		it('reads ranges of indexes', async () => {
			const planOf = (query: Parameters<typeof planOfQuery>[1]) => planOfQuery(on.db, query);
			const ids = ['a', 'b'].map(() => randomUUID());
			expect(await planOf(studentsQuery(on.db, seminar.id))).toMatch(/class_members_class/);
			expect(await planOf(publishedQuery(on.db, seminar.id))).toMatch(/assignments_class/);
			expect(await planOf(classCardsQuery(on.db, seminar.id, ['a', 'b']))).toMatch(/cards_learner_id_item_id_pk/);
			expect(await planOf(placesQuery(on.db, seminar.id, ids))).toMatch(/assignment_items_(order|class)/);
			expect(await planOf(contentsQuery(on.db, seminar.id, ids))).toMatch(/item_versions_\w+pk/);
			expect(await planOf(wrongInQuizzesQuery(on.db, ids))).toMatch(/responses_item/);
			expect(await planOf(wrongInReviewsQuery(on.db, seminar.id, ['a', 'b']))).toMatch(/reviews_item/);
			const learner = randomUUID();
			expect(await planOf(verdictsQuery(on.db, learner, ids))).toMatch(/responses_learner_id_\w+pk/);
			expect(await planOf(cardsQuery(on.db, learner, ['a', 'b']))).toMatch(/cards_learner_id_item_id_pk/);
		});
	});
});
