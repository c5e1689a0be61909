import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Item } from '#lib/domain/items/types.ts';
import type { QuizRules } from '#lib/domain/teaching/rules.ts';
import { finishAttempt } from '#lib/server/attempts/finish-attempt.ts';
import { saveAnswers } from '#lib/server/attempts/save-answers.ts';
import { attemptsQuery, startAttempt } from '#lib/server/attempts/start-attempt.ts';
import type { Bank, Deck, Shipped } from '#lib/server/bank/bank.ts';
import { bankFor } from '#lib/server/bank/bank-for.ts';
import { loadBank } from '#lib/server/bank/load-bank.ts';
import { archiveClass, chooseMistakes } from '#lib/server/classes/class-of.ts';
import { leaveClass } from '#lib/server/classes/members.ts';
import { classWork } from '#lib/server/classwork/class-work.ts';
import { studyProgress } from '#lib/server/classwork/study-progress.ts';
import { publishItems } from '#lib/server/items/publish-items.ts';
import { workspaceItemsOf } from '#lib/server/items/workspace-items.ts';
import { answer } from '#lib/server/reviews/answer.ts';
import { listDecks } from '#lib/server/reviews/decks.ts';
import { nextPrompt } from '#lib/server/reviews/next-prompt.ts';
import { planToday, type Learner } from '#lib/server/reviews/today.ts';
import { answerTo, newClass, newQuiz, newStudent, newStudy, type TestClass } from './class-fixture.ts';
import { describeOnEachDatabase } from './harness.ts';
import { Bench, minutes, MORNING, newArticle, newLearner, newWorkspace } from './workspace-fixture.ts';

const days = (n: number) => minutes(n * 24 * 60);
const ALL: Deck = { by: 'all' };

describeOnEachDatabase('what classes ask of reviews', (on) => {
	let shipped: Shipped;
	let seminar: TestClass;
	beforeAll(async () => {
		shipped = await loadBank(on.db, 'seeds', MORNING);
		seminar = await newClass(on.db);
	});

	/** A student as a request of hers finds her. */
	async function visit(student: Learner, now: Date): Promise<{ learner: Learner; bank: Bank }> {
		const work = await classWork(on.db, student.id, now);
		return { learner: { ...student, work }, bank: await bankFor(on.db, shipped, student.id, work) };
	}

	/** Answers what is asked in a deck until nothing is left; tells which items were new. */
	async function work(student: Learner, now: Date, deck: (bank: Bank) => Deck = () => ALL) {
		const asked: { id: string; isNew: boolean }[] = [];
		for (let turn = 0; turn < 200; turn++) {
			const { learner, bank } = await visit(student, now);
			const { prompt, kind } = await nextPrompt(on.db, bank, learner, deck(bank), now);
			if (!prompt) break;
			const form = bank.item(prompt.itemId)!.forms[prompt.formIndex]!;
			const { itemId, itemVersion, formIndex, seq } = prompt;
			const sent = { itemId, itemVersion, formIndex, seq, retry: false, durationMs: 1 };
			await answer(on.db, bank, learner, { ...sent, id: randomUUID(), response: answerTo(form, true) }, now);
			asked.push({ id: itemId, isNew: kind === 'new' });
		}
		return asked;
	}

	/** One of each family, so that siblings do not keep each other away. */
	function apart(items: readonly Item[], count: number): Item[] {
		const families = new Set<string>();
		return items
			.filter((item) => {
				if (item.families.some((family) => families.has(family))) return false;
				for (const family of item.families) families.add(family);
				return true;
			})
			.slice(-count);
	}

	describe('a study assignment', () => {
		it('paces its items out before its date, and asks each once more in the last days', async () => {
			const group = await newClass(on.db);
			const student = await newStudent(on.db, group);
			const items = apart(shipped.bank.items, 12);
			const ids = new Set(items.map(({ id }) => id));
			const study = await newStudy(on.db, group, { bank: shipped.bank, items, dueAt: days(6) });
			const perDay: number[] = [];
			const lastDay: string[] = [];
			for (let day = 0; day < 6; day++) {
				const asked = await work(student, days(day), () => ALL);
				const own = asked.filter(({ id }) => ids.has(id));
				perDay.push(own.filter(({ isNew }) => isNew).length);
				if (day === 5) lastDay.push(...own.map(({ id }) => id));
			}
			expect(perDay.reduce((a, b) => a + b)).toBe(12);
			expect(Math.max(...perDay)).toBeLessThanOrEqual(3);
			const { learner, bank } = await visit(student, days(6));
			await planToday(on.db, bank, learner, ALL, days(6));
			const progress = await studyProgress(on.db, [{ id: study, itemIds: [...ids] }], [student.id]);
			expect(progress.get(study)?.get(student.id)).toEqual({ done: 12, of: 12 });
			const deadline = await work(student, minutes(6 * 24 * 60 - 60), () => ALL);
			const again = new Set([...lastDay, ...deadline.map(({ id }) => id)]);
			expect([...ids].every((id) => again.has(id))).toBe(true);
		});

		it('comes before the rest of the bank, also where the day’s limit is reached', async () => {
			const group = await newClass(on.db);
			const student = await newStudent(on.db, group);
			const few = { ...student, settings: { ...student.settings, newPerDay: 0 } };
			const items = apart(shipped.bank.items, 3);
			await newStudy(on.db, group, { bank: shipped.bank, items, dueAt: minutes(60) });
			const asked = await work(few, MORNING);
			expect(new Set(asked.map(({ id }) => id))).toEqual(new Set(items.map(({ id }) => id)));
		});

		it('is a deck of its own, for those who are in the class', async () => {
			const group = await newClass(on.db);
			const student = await newStudent(on.db, group);
			const items = apart(shipped.bank.items, 4);
			const id = await newStudy(on.db, group, { bank: shipped.bank, items });
			const { learner, bank } = await visit(student, MORNING);
			const decks = await listDecks(on.db, bank, learner, MORNING);
			expect(decks.find(({ by }) => by === 'study')).toMatchObject({ name: `study:${id}`, items: 4, seen: 0 });
			await leaveClass(on.db, student, group.id);
			expect((await visit(student, MORNING)).bank.studies).toEqual([]);
		});

		it('lends a workspace’s items, and neither the rest of them nor its texts', async () => {
			const teacher = await newLearner(on.db, 'Ada');
			const group = await newClass(on.db, teacher);
			const workspaceId = await newWorkspace(on.db, teacher);
			const articleId = await newArticle(on.db, teacher, workspaceId);
			await new Bench(on.db, shipped, teacher, workspaceId, articleId).done({ do: 'accept-above', confidence: 0 });
			const seen = await workspaceItemsOf(on.db, shipped, teacher, workspaceId);
			if (!seen.ok) throw new Error(seen.code);
			await publishItems(on.db, shipped, teacher, workspaceId, { ready: seen.ready.stamp }, MORNING);
			const bank = await bankFor(on.db, shipped, teacher.id);
			const own = bank.items.filter((item) => bank.workspaceOf(item.id) === workspaceId);
			expect(own.length).toBeGreaterThan(1);
			await newStudy(on.db, group, { bank, items: own.slice(0, 1) });
			const student = await newStudent(on.db, group);
			const lent = (await visit(student, MORNING)).bank;
			expect(lent.items.filter((item) => lent.workspaceOf(item.id) === workspaceId)).toEqual([own[0]]);
			expect(lent.workspaces).toEqual([]);
			expect(lent.texts(articleId)).toEqual([]);
			const stranger = await newStudent(on.db, seminar);
			expect((await visit(stranger, MORNING)).bank.item(own[0]!.id)).toBeUndefined();
		});
	});

	/** A quiz of some items, finished by a student who had only the first one right. */
	async function taken(rules: Partial<QuizRules>, count = 3) {
		const group = await newClass(on.db);
		const student = await newStudent(on.db, group);
		const items = apart(shipped.bank.items, count);
		const id = await newQuiz(on.db, shipped, group, { items, rules: { shuffle: false, ...rules } });
		const begun = await startAttempt(on.db, shipped, student, id, MORNING);
		if (!begun.ok) throw new Error(begun.code);
		const [attempt] = await attemptsQuery(on.db, student.id, id);
		const answers = attempt!.questions.map(({ itemId, formIndex }, position) => ({
			...{ position, seq: 1, durationMs: 10 },
			response: answerTo(shipped.bank.item(itemId)!.forms[formIndex]!, position === 0)
		}));
		await saveAnswers(on.db, student, begun.id, { answers }, MORNING);
		const finish = () => finishAttempt(on.db, shipped, student, begun.id, minutes(5));
		return { group, student, items, finish };
	}

	describe('what was wrong in a quiz', () => {
		it('is asked in reviews at once, once, whatever the limits say', async () => {
			const { student, items, finish } = await taken({});
			await finish();
			const few = { ...student, settings: { ...student.settings, newPerDay: 0 } };
			const asked = await work(few, minutes(6));
			expect(new Set(asked.map(({ id }) => id))).toEqual(new Set(items.slice(1).map(({ id }) => id)));
			expect(await work(few, days(0.4))).toEqual([]);
		});

		it('waits for the closing where the answers do', async () => {
			const { student, items, finish } = await taken({
				feedback: 'after-closing',
				closesAt: minutes(60).toISOString()
			});
			await finish();
			const mistakes = async (now: Date) => [...(await classWork(on.db, student.id, now)).mistakes.keys()];
			expect(await mistakes(minutes(59))).toEqual([]);
			expect((await mistakes(minutes(60))).toSorted()).toEqual(
				items
					.slice(1)
					.map(({ id }) => id)
					.toSorted()
			);
		});

		it('stays out where its student says so, or the answers are never shown', async () => {
			const switched = await taken({});
			await switched.finish();
			await chooseMistakes(on.db, switched.student, switched.group.id, false);
			expect((await classWork(on.db, switched.student.id, minutes(9))).mistakes.size).toBe(0);
			const silent = await taken({ feedback: 'never', closesAt: minutes(60).toISOString() });
			await silent.finish();
			expect((await classWork(on.db, silent.student.id, days(9))).mistakes.size).toBe(0);
		});
	});

	describe('the items of a quiz that is under way', () => {
		it('are not in reviews, nor anything of their families, until their answers may be known', async () => {
			const { student, items, finish } = await taken({});
			const { bank } = await visit(student, minutes(1));
			const families = new Set(items.flatMap((item) => item.families));
			for (const item of items) expect([bank.item(item.id), bank.isWithheld(item.id)]).toEqual([undefined, true]);
			expect(bank.items.some((item) => item.families.some((family) => families.has(family)))).toBe(false);
			expect(bank.items.length).toBeGreaterThan(shipped.bank.items.length / 2);
			await finish();
			expect((await visit(student, minutes(6))).bank.items).toHaveLength(shipped.bank.items.length);
		});

		it('are everybody else’s, and hers again once the class is put away', async () => {
			const { group, student, items } = await taken({});
			const other = await newStudent(on.db, seminar);
			expect((await visit(other, minutes(1))).bank.item(items[0]!.id)).toBeDefined();
			expect((await visit(group.teacher, minutes(1))).bank.item(items[0]!.id)).toBeDefined();
			await archiveClass(on.db, group.teacher, group.id, true, minutes(2));
			expect((await visit(student, minutes(3))).bank.item(items[0]!.id)).toBeDefined();
		});
	});
});
