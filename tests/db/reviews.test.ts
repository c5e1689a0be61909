import { randomBytes, randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { anyResponse } from '../../bench/use-cases.ts';
import { DEFAULT_SETTINGS, type LearnerSettings } from '#lib/domain/scheduling/settings.ts';
import { auditCard } from '#lib/domain/scheduling/replay.ts';
import type { Response } from '#lib/domain/grading/types.ts';
import type { Form, Item } from '#lib/domain/items/types.ts';
import type { Bank } from '#lib/server/bank/bank.ts';
import { loadBank } from '#lib/server/bank/load-bank.ts';
import { learners } from '#lib/server/db/schema/learners.ts';
import { cards, learnerDays, reviews, undos } from '#lib/server/db/schema/reviews.ts';
import { items as itemTable } from '#lib/server/db/schema/bank.ts';
import { uuidv7 } from '#lib/server/db/uuidv7.ts';
import { amend } from '#lib/server/reviews/amend.ts';
import type { AnswerInput, Outcome } from '#lib/domain/reviewing/messages.ts';
import { answer, type AnswerResult } from '#lib/server/reviews/answer.ts';
import { toCard } from '#lib/server/reviews/card-row.ts';
import { findOutcome } from '#lib/server/reviews/find-outcome.ts';
import { nextPrompt } from '#lib/server/reviews/next-prompt.ts';
import { overview } from '#lib/server/reviews/overview.ts';
import { sessionSummary } from '#lib/server/reviews/session-summary.ts';
import { latestReviewsQuery } from '#lib/server/reviews/store.ts';
import { answeredSinceQuery, knownItemsQuery, waitingQuery, type Learner } from '#lib/server/reviews/today.ts';
import { undo } from '#lib/server/reviews/undo.ts';
import { describeOnEachDatabase, type TestDatabase } from './harness.ts';
import { planOf as planOfQuery } from './plan-of.ts';

const MORNING = new Date('2026-03-02T10:00:00Z');
const minutes = (n: number, from = MORNING) => new Date(from.getTime() + n * 60_000);
const days = (n: number, from = MORNING) => minutes(n * 1440, from);

/** The right answer of a form. */
function rightResponse(form: Form): Response {
	switch (form.form) {
		case 'choice':
			return { form: 'choice', option: form.key };
		case 'multiple-response':
			return { form: 'multiple-response', options: form.keys };
		case 'true-false':
			return { form: 'true-false', value: form.key };
		case 'typed':
		case 'cloze':
		case 'date':
			return { form: form.form, text: form.answer.text };
		case 'flashcard':
			return { form: 'flashcard', rating: 3 };
		case 'order':
			return { form: 'order', order: form.key };
		case 'match':
			return { form: 'match', pairs: form.key };
		case 'sort':
			return { form: 'sort', bins: form.key };
	}
}

describeOnEachDatabase('reviews', (on: TestDatabase) => {
	let bank: Bank;
	beforeAll(async () => {
		bank = (await loadBank(on.db, 'seeds', MORNING)).bank;
	});

	async function newLearner(settings: Partial<LearnerSettings> = {}): Promise<Learner> {
		const learner = { id: uuidv7(MORNING, randomBytes(16)), settings: { ...DEFAULT_SETTINGS, ...settings } };
		await on.db.insert(learners).values({ ...learner, createdAt: MORNING });
		return learner;
	}

	/** Answers whatever comes next, rightly or wrongly. */
	async function answerNext(
		learner: Learner,
		now: Date,
		right: boolean
	): Promise<{ input: AnswerInput; result: AnswerResult } | undefined> {
		const { prompt } = await nextPrompt(on.db, bank, learner, { by: 'all' }, now);
		if (!prompt) return undefined;
		const { itemId, itemVersion, formIndex, seq, question } = prompt;
		const form = bank.item(itemId)!.forms[formIndex]!;
		const response = right ? rightResponse(form) : wrongResponse(form, anyResponse(question));
		const input = { id: randomUUID(), itemId, itemVersion, formIndex, seq, response, retry: false, durationMs: 4000 };
		return { input, result: await answer(on.db, bank, learner, input, now) };
	}

	function wrongResponse(form: Form, some: Response): Response {
		if (form.form === 'choice')
			return { form: 'choice', option: form.options.find((option) => option.id !== form.key)!.id };
		if (form.form === 'true-false') return { form: 'true-false', value: !form.key };
		if (form.form === 'flashcard') return { form: 'flashcard', rating: 1 };
		if (form.form === 'typed' || form.form === 'cloze' || form.form === 'date')
			return { form: form.form, text: 'no idea at all' };
		if (form.form === 'multiple-response')
			return { ...form, options: form.options.filter((o) => !form.keys.includes(o.id)).map((o) => o.id) };
		return some;
	}

	function outcomeOf(result: AnswerResult): Outcome {
		if (!result.ok || result.again) throw new Error(JSON.stringify(result));
		return result.outcome;
	}

	const input = (item: Item, formName: string, response: Response, over: Partial<AnswerInput> = {}): AnswerInput => ({
		id: randomUUID(),
		itemId: item.id,
		itemVersion: item.version,
		formIndex: item.forms.findIndex((form) => form.form === formName),
		seq: 0,
		response,
		retry: false,
		durationMs: 1000,
		...over
	});
	const withForm = (name: string) => bank.items.find((item) => item.forms.some((form) => form.form === name))!;
	const cardOf = async (learner: Learner, itemId: string) => {
		const [row] = await on.db
			.select()
			.from(cards)
			.where(and(eq(cards.learnerId, learner.id), eq(cards.itemId, itemId)));
		return row ? toCard(row) : null;
	};
	const countOf = async (learner: Learner) =>
		(await on.db.select().from(reviews).where(eq(reviews.learnerId, learner.id))).length;

	describe('an answer', () => {
		it('of every form is right with its key, and is rated Good', async () => {
			const learner = await newLearner();
			for (const name of [
				'choice',
				'multiple-response',
				'true-false',
				'typed',
				'cloze',
				'date',
				'order',
				'match',
				'sort',
				'flashcard'
			]) {
				const item = withForm(name);
				const form = item.forms.find((candidate) => candidate.form === name)!;
				const seq = (await cardOf(learner, item.id))?.seq ?? 0;
				const outcome = outcomeOf(
					await answer(on.db, bank, learner, input(item, name, rightResponse(form), { seq }), MORNING)
				);
				expect([name, outcome.verdict.verdict, outcome.rating]).toEqual([name, 'correct', 3]);
				expect(outcome.explanation.evidence.length).toBeGreaterThan(0);
			}
		});

		it('that is wrong is rated Again and comes back in a minute', async () => {
			const learner = await newLearner();
			const { input: sent, result } = (await answerNext(learner, MORNING, false))!;
			expect(outcomeOf(result)).toMatchObject({ rating: 1, verdict: { verdict: 'wrong' } });
			const card = (await cardOf(learner, sent.itemId))!;
			expect(Date.parse(card.due) - MORNING.getTime()).toBe(60_000);
		});

		it('that is nearly right stores nothing and may be tried once more, then counts as Hard', async () => {
			const learner = await newLearner();
			const item = bank.items.find((i) => i.forms.some((f) => f.form === 'date' && f.precision === 'day'))!;
			const form = item.forms.find((f) => f.form === 'date')!;
			const year = form.form === 'date' ? String(form.answer.value).slice(0, 4) : '';
			const near = await answer(on.db, bank, learner, input(item, 'date', { form: 'date', text: year }), MORNING);
			expect(near).toMatchObject({ ok: true, again: true });
			expect(await countOf(learner)).toBe(0);
			const again = await answer(
				on.db,
				bank,
				learner,
				input(item, 'date', rightResponse(form), { retry: true }),
				MORNING
			);
			expect(outcomeOf(again).rating).toBe(2);
		});

		it('sent twice counts once and gets the same outcome', async () => {
			const learner = await newLearner();
			const { input: sent, result } = (await answerNext(learner, MORNING, true))!;
			const again = await answer(on.db, bank, learner, sent, minutes(5));
			expect(outcomeOf(again)).toEqual({ ...outcomeOf(result), duplicate: true });
			expect(await countOf(learner)).toBe(1);
		});

		it('sent twenty times at once counts once', async () => {
			const learner = await newLearner();
			const { prompt } = await nextPrompt(on.db, bank, learner, { by: 'all' }, MORNING);
			const item = bank.item(prompt!.itemId)!;
			const form = item.forms[prompt!.formIndex]!;
			const sent = input(item, form.form, rightResponse(form), { formIndex: prompt!.formIndex });
			const results = await Promise.all(Array.from({ length: 20 }, () => answer(on.db, bank, learner, sent, MORNING)));
			expect(results.map((result) => outcomeOf(result).rating)).toEqual(Array.from({ length: 20 }, () => 3));
			expect(await countOf(learner)).toBe(1);
			expect((await cardOf(learner, item.id))!.reps).toBe(1);
			const [day] = await on.db.select().from(learnerDays).where(eq(learnerDays.learnerId, learner.id));
			expect(day).toMatchObject({ introduced: 1, answered: 1, correct: 1 });
		});

		it('from two windows at once counts for the first alone', async () => {
			const learner = await newLearner();
			const item = withForm('choice');
			const response = rightResponse(item.forms.find((f) => f.form === 'choice')!);
			const results = await Promise.all(
				[1, 2, 3].map(() => answer(on.db, bank, learner, input(item, 'choice', response), MORNING))
			);
			expect(results.filter((result) => result.ok)).toHaveLength(1);
			expect(results.filter((result) => !result.ok && result.code === 'stale_card')).toHaveLength(2);
			expect(await countOf(learner)).toBe(1);
		});

		it('with the time of another world is timed by the server', async () => {
			const learner = await newLearner();
			const item = withForm('choice');
			const sent = input(item, 'choice', rightResponse(item.forms.find((f) => f.form === 'choice')!), {
				durationMs: 9e9
			});
			await answer(on.db, bank, learner, sent, MORNING);
			const [row] = await on.db.select().from(reviews).where(eq(reviews.learnerId, learner.id));
			expect(row).toMatchObject({ durationMs: 60_000, reviewedAt: MORNING, day: '2026-03-02' });
		});

		it.each([
			[
				'unknown_item',
				(item: Item) => input(item, 'choice', { form: 'choice', option: 'a' }, { itemId: 'no-such.item' })
			],
			['stale_item', (item: Item) => input(item, 'choice', { form: 'choice', option: 'a' }, { itemVersion: 'older' })],
			['stale_card', (item: Item) => input(item, 'choice', { form: 'choice', option: 'a' }, { seq: 7 })],
			['wrong_form', (item: Item) => input(item, 'choice', { form: 'typed', text: 'x' })],
			['wrong_form', (item: Item) => input(item, 'choice', { form: 'choice', option: 'a' }, { formIndex: 19 })],
			['unknown_option', (item: Item) => input(item, 'choice', { form: 'choice', option: 'z' })]
		])('is refused as %s and changes nothing', async (code, make) => {
			const learner = await newLearner();
			expect(await answer(on.db, bank, learner, make(withForm('choice')), MORNING)).toEqual({ ok: false, code });
			expect(await countOf(learner)).toBe(0);
		});

		it('with an id that stands for another question is refused', async () => {
			const learner = await newLearner();
			const { input: sent } = (await answerNext(learner, MORNING, true))!;
			const other = bank.items.find((item) => item.id !== sent.itemId && item.forms.some((f) => f.form === 'choice'))!;
			const forged = input(other, 'choice', { form: 'choice', option: 'a' }, { id: sent.id });
			expect(await answer(on.db, bank, learner, forged, MORNING)).toEqual({ ok: false, code: 'review_id_reused' });
		});

		it('under one id for two questions at once counts for one of them', async () => {
			const learner = await newLearner();
			const [one, two] = bank.items.filter((item) => item.forms.some((form) => form.form === 'choice'));
			const id = randomUUID();
			const send = (item: Item) =>
				answer(
					on.db,
					bank,
					learner,
					input(item, 'choice', rightResponse(item.forms.find((f) => f.form === 'choice')!), { id }),
					MORNING
				);
			const results = await Promise.all([send(one!), send(two!)]);
			expect(results.filter((result) => result.ok)).toHaveLength(1);
			expect(results.find((result) => !result.ok)).toEqual({ ok: false, code: 'review_id_reused' });
			expect(await on.db.select().from(cards).where(eq(cards.learnerId, learner.id))).toHaveLength(1);
		});

		it('of one learner is nothing to another, even under the same id', async () => {
			const [one, other] = [await newLearner(), await newLearner()];
			const { input: sent } = (await answerNext(one, MORNING, true))!;
			expect(await findOutcome(on.db, bank, other, sent.id)).toEqual({ ok: false, code: 'unknown_review' });
			expect(outcomeOf(await answer(on.db, bank, other, sent, MORNING)).duplicate).toBe(false);
			expect(await countOf(one)).toBe(1);
		});
	});

	describe('taking back', () => {
		it('restores every card exactly, one answer after another, back to nothing', async () => {
			const learner = await newLearner();
			const states: Awaited<ReturnType<typeof snapshot>>[] = [];
			async function snapshot() {
				const rows = await on.db.select().from(cards).where(eq(cards.learnerId, learner.id)).orderBy(cards.itemId);
				return rows.map((row) => ({ ...row, seq: 0 }));
			}
			for (let turn = 0; turn < 12; turn++) {
				states.push(await snapshot());
				await answerNext(learner, minutes(turn * 3), turn % 3 !== 0);
			}
			for (const before of states.reverse()) {
				expect(await undo(on.db, learner, minutes(60))).toMatchObject({ ok: true });
				expect(await snapshot()).toEqual(before);
			}
			expect(await undo(on.db, learner, minutes(60))).toEqual({ ok: false, code: 'nothing_to_undo' });
			const [day] = await on.db.select().from(learnerDays).where(eq(learnerDays.learnerId, learner.id));
			expect(day).toMatchObject({ introduced: 0, reviewed: 0, answered: 0, correct: 0, durationMs: 0 });
		});

		it('keeps the log as it was written', async () => {
			const learner = await newLearner();
			await answerNext(learner, MORNING, true);
			await undo(on.db, learner, MORNING);
			expect(await countOf(learner)).toBe(1);
			expect(await on.db.select().from(undos).where(eq(undos.learnerId, learner.id))).toHaveLength(1);
		});

		it('leaves older questions stale, also when the card is gone', async () => {
			const learner = await newLearner();
			const { input: sent } = (await answerNext(learner, MORNING, true))!;
			await undo(on.db, learner, minutes(1));
			const old = await answer(on.db, bank, learner, { ...sent, id: randomUUID() }, minutes(2));
			expect(old).toEqual({ ok: false, code: 'stale_card' });
			expect(await answer(on.db, bank, learner, sent, minutes(2))).toEqual({ ok: false, code: 'stale_card' });
			const { prompt } = await nextPrompt(on.db, bank, learner, { by: 'all' }, minutes(3), sent.itemId);
			expect(prompt!.itemId).toBe(sent.itemId);
			const anew = { ...sent, id: randomUUID(), seq: prompt!.seq };
			expect((await answer(on.db, bank, learner, anew, minutes(3))).ok).toBe(true);
		});

		it('asked for one answer by ten requests at once is done once, and all are told so', async () => {
			const learner = await newLearner();
			await answerNext(learner, MORNING, true);
			const { input: sent } = (await answerNext(learner, minutes(1), true))!;
			const results = await Promise.all(Array.from({ length: 10 }, () => undo(on.db, learner, minutes(2), sent.id)));
			expect(results).toEqual(Array.from({ length: 10 }, () => ({ ok: true, itemId: sent.itemId })));
			expect(await on.db.select().from(undos).where(eq(undos.learnerId, learner.id))).toHaveLength(1);
		});

		it('names the answer: asked twice it takes back that one and no other', async () => {
			const learner = await newLearner();
			const first = (await answerNext(learner, MORNING, true))!.input;
			const second = (await answerNext(learner, minutes(1), true))!.input;
			expect(await undo(on.db, learner, minutes(2), first.id)).toEqual({ ok: false, code: 'not_the_last' });
			for (let press = 0; press < 3; press++) {
				expect(await undo(on.db, learner, minutes(2), second.id)).toEqual({ ok: true, itemId: second.itemId });
			}
			expect((await cardOf(learner, first.itemId))?.reps).toBe(1);
			expect(await cardOf(learner, second.itemId)).toBeNull();
		});

		it('ten times at once takes back no more than there is', async () => {
			const learner = await newLearner();
			for (let turn = 0; turn < 3; turn++) await answerNext(learner, minutes(turn), true);
			const results = await Promise.all(Array.from({ length: 10 }, () => undo(on.db, learner, minutes(9))));
			expect(results.filter((result) => result.ok)).toHaveLength(3);
			const rows = await on.db.select().from(undos).where(eq(undos.learnerId, learner.id));
			expect(rows).toHaveLength(results.filter((result) => result.ok).length);
		});
	});

	describe('correcting a rating', () => {
		it('reschedules the card as if it had been given at once', async () => {
			const [learner, other] = [await newLearner({ fuzz: false }), await newLearner({ fuzz: false })];
			const { input: sent } = (await answerNext(learner, MORNING, true))!;
			const corrected = await amend(
				on.db,
				learner,
				{
					id: randomUUID(),
					reviewId: sent.id,
					rating: 4,
					claimedRight: false
				},
				MORNING
			);
			expect(corrected).toMatchObject({ ok: true, rating: 4 });
			const item = bank.item(sent.itemId)!;
			const card = input(item, 'flashcard', { form: 'flashcard', rating: 4 });
			await answer(on.db, bank, other, card, MORNING);
			const memory = async (l: Learner) => ({ ...(await cardOf(l, item.id)), seq: 0 });
			expect(await memory(learner)).toEqual(await memory(other));
			expect(await countOf(learner)).toBe(2);
		});

		it('replaces an answer once, whatever the rating and however often it is sent', async () => {
			const learner = await newLearner();
			const { input: sent } = (await answerNext(learner, MORNING, true))!;
			const correction = { id: randomUUID(), reviewId: sent.id, rating: 3 as const, claimedRight: false };
			const results = await Promise.all(Array.from({ length: 8 }, () => amend(on.db, learner, correction, MORNING)));
			expect(results.every((result) => result.ok)).toBe(true);
			expect(await amend(on.db, learner, { ...correction, id: randomUUID() }, MORNING)).toEqual({
				ok: false,
				code: 'not_the_last'
			});
			expect(await countOf(learner)).toBe(2);
			const [day] = await on.db.select().from(learnerDays).where(eq(learnerDays.learnerId, learner.id));
			expect(day).toMatchObject({ introduced: 1, answered: 1 });
		});

		it('“I was right” is recorded, and taking back takes both', async () => {
			const learner = await newLearner();
			const { input: sent } = (await answerNext(learner, MORNING, false))!;
			await amend(on.db, learner, { id: randomUUID(), reviewId: sent.id, rating: 3, claimedRight: true }, MORNING);
			const rows = await on.db.select().from(reviews).where(eq(reviews.learnerId, learner.id));
			expect(rows.filter((row) => row.claimedRight)).toHaveLength(1);
			await undo(on.db, learner, MORNING);
			expect(await cardOf(learner, sent.itemId)).toBeNull();
			expect(await undo(on.db, learner, MORNING)).toEqual({ ok: false, code: 'nothing_to_undo' });
		});

		it('works on the last answer to a card alone, and only on one’s own', async () => {
			const [learner, other] = [await newLearner(), await newLearner()];
			const { input: first } = (await answerNext(learner, MORNING, false))!;
			const correction = { id: randomUUID(), reviewId: first.id, rating: 4 as const, claimedRight: false };
			expect(await amend(on.db, other, correction, MORNING)).toEqual({ ok: false, code: 'unknown_review' });
			await amend(on.db, learner, { ...correction, id: randomUUID() }, MORNING);
			expect(await amend(on.db, learner, correction, MORNING)).toEqual({ ok: false, code: 'not_the_last' });
		});
	});

	describe('a learner’s days', () => {
		it('bring new items up to the limit and no further', async () => {
			const learner = await newLearner({ newPerDay: 4, learningSteps: [] });
			let answered = 0;
			while (await answerNext(learner, minutes(answered), true)) answered++;
			expect(answered).toBe(4);
			expect((await nextPrompt(on.db, bank, learner, { by: 'all' }, days(1))).left.new).toBe(4);
		});

		it('never ask two items of one family, and change the topic', async () => {
			const learner = await newLearner({ newPerDay: 40, learningSteps: [] });
			const asked: Item[] = [];
			for (let turn = 0; ; turn++) {
				const done = await answerNext(learner, minutes(turn), true);
				if (!done) break;
				asked.push(bank.item(done.input.itemId)!);
			}
			expect(asked.length).toBeGreaterThan(20);
			const families = asked.flatMap((item) => item.families);
			expect(new Set(families).size).toBe(families.length);
			const changes = asked.filter((item, index) => index > 0 && item.topic !== asked[index - 1]!.topic);
			expect(changes.length / (asked.length - 1)).toBeGreaterThan(0.8);
		});

		it('offer a deck of what is due, with nothing new in it', async () => {
			const learner = await newLearner();
			expect((await nextPrompt(on.db, bank, learner, { by: 'due' }, MORNING)).prompt).toBeUndefined();
			const { input: sent } = (await answerNext(learner, MORNING, true))!;
			const due = await nextPrompt(on.db, bank, learner, { by: 'due' }, minutes(30));
			expect([due.prompt?.itemId, due.left.new]).toEqual([sent.itemId, 0]);
		});

		it('bring an item back on the day on which it would be forgotten, and not before', async () => {
			const learner = await newLearner({ newPerDay: 1, learningSteps: [], timeZone: 'Asia/Shanghai' });
			const { input: sent } = (await answerNext(learner, MORNING, true))!;
			const card = (await cardOf(learner, sent.itemId))!;
			const due = new Date(card.due);
			const isNext = async (at: Date) => {
				const { prompt, kind } = await nextPrompt(
					on.db,
					bank,
					{ ...learner, settings: { ...learner.settings, newPerDay: 0 } },
					{ by: 'all' },
					at
				);
				return prompt?.itemId === sent.itemId && kind === 'review';
			};
			expect(await isNext(new Date(due.getTime() - 1))).toBe(false);
			expect(await isNext(due)).toBe(true);
		});

		it('grow the form with the memory, unless it is fixed', async () => {
			const learner = await newLearner({ newPerDay: 1, fuzz: false });
			const forms: string[] = [];
			let now = MORNING;
			for (let turn = 0; turn < 9; turn++) {
				const done = await answerNext(
					{ ...learner, settings: { ...learner.settings, newPerDay: turn === 0 ? 1 : 0 } },
					now,
					true
				);
				if (!done) throw new Error('nothing was due');
				forms.push(bank.item(done.input.itemId)!.forms[done.input.formIndex]!.form);
				now = new Date((await cardOf(learner, done.input.itemId))!.due);
			}
			expect(['choice', 'true-false', 'match', 'sort', 'order', 'multiple-response']).toContain(forms[0]);
			expect(['typed', 'date', 'flashcard', 'cloze']).toContain(forms.at(-1));
			const fixed = await newLearner({ form: 'flashcard' });
			const { prompt } = await nextPrompt(on.db, bank, fixed, { by: 'all' }, MORNING);
			expect(prompt!.question.form).toBe('flashcard');
		});

		it('are summed up: what was learnt, what comes back, the streak', async () => {
			const learner = await newLearner();
			for (let turn = 0; turn < 5; turn++) await answerNext(learner, minutes(turn), turn !== 2);
			const summary = await sessionSummary(on.db, bank, learner, MORNING, minutes(5));
			expect(summary).toMatchObject({ answered: 5, correct: 4 });
			expect(summary.comingBack.reduce((sum, entry) => sum + entry.count, 0)).toBe(summary.items.length);
			await answerNext(learner, days(1), true);
			const page = await overview(on.db, bank, learner, days(1));
			expect(page.streak).toBe(2);
			expect(page.forecast).toHaveLength(30);
			expect(page.forecast.reduce((sum, entry) => sum + entry.count, 0)).toBe(page.seen);
			expect(page.topics.reduce((sum, topic) => sum + topic.seen, 0)).toBe(page.seen);
		});

		it('leave no card that its log does not explain, whatever was answered, corrected and taken back', async () => {
			const learner = await newLearner({ newPerDay: 60, reviewsPerDay: 400 });
			let now = MORNING;
			let seed = 7;
			const random = (below: number) => (seed = (seed * 48271) % 2147483647) % below;
			for (let turn = 0; turn < 80; turn++) {
				now = minutes(random(5) === 0 ? 700 : 2, now);
				const done = await answerNext(learner, now, random(4) !== 0);
				if (done && random(5) === 0)
					await amend(
						on.db,
						learner,
						{ id: randomUUID(), reviewId: done.input.id, rating: 2, claimedRight: false },
						now
					);
				if (random(6) === 0) await undo(on.db, learner, now);
			}
			const log = await on.db.select().from(reviews).where(eq(reviews.learnerId, learner.id));
			const undone = new Set(
				(await on.db.select().from(undos).where(eq(undos.learnerId, learner.id))).map((row) => row.reviewId)
			);
			const itemIds = new Set(log.map((row) => row.itemId));
			for (const itemId of itemIds) {
				const own = log
					.filter((row) => row.itemId === itemId)
					.sort((a, b) => a.reviewedAt.getTime() - b.reviewedAt.getTime() || a.after.seq - b.after.seq);
				expect(auditCard(own, undone, await cardOf(learner, itemId))).toEqual({ ok: true });
			}
			const known = await on.db.select().from(cards).where(eq(cards.learnerId, learner.id));
			expect(known.every((row) => log.some((review) => review.itemId === row.itemId))).toBe(true);
		});
	});

	describe('the bank', () => {
		it('is written once and left alone the second time', async () => {
			expect((await loadBank(on.db, 'seeds', days(1))).written).toBe(false);
			const rows = await on.db.select().from(itemTable);
			expect(rows).toHaveLength(bank.items.length);
		});
	});

	describe('the queries of a review', () => {
		const planOf = (query: Parameters<typeof planOfQuery>[1]) => planOfQuery(on.db, query);

		it('each read one range of an index that begins with the learner', async () => {
			const { id } = await newLearner();
			expect(await planOf(waitingQuery(on.db, id, MORNING, '2026-03-02'))).toMatch(/Index Scan using cards_due/);
			expect(await planOf(answeredSinceQuery(on.db, id, MORNING))).toMatch(/cards_last_review/);
			expect(await planOf(knownItemsQuery(on.db, id))).toMatch(
				/cards_learner_id_item_id_pk|cards_due|cards_last_review/
			);
			expect(await planOf(latestReviewsQuery(on.db, id, 1))).toMatch(/reviews_time/);
		});
	});
});
