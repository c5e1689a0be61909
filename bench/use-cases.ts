import { randomUUID } from 'node:crypto';
import { DEFAULT_SETTINGS } from '#lib/domain/scheduling/settings.ts';
import type { Response } from '#lib/domain/grading/types.ts';
import type { Question } from '#lib/domain/items/present.ts';
import type { Bank } from '#lib/server/bank/bank.ts';
import type { Db } from '#lib/server/db/db.ts';
import { answer } from '#lib/server/reviews/answer.ts';
import { nextPrompt } from '#lib/server/reviews/next-prompt.ts';
import type { Learner } from '#lib/server/reviews/today.ts';
import { learnerId } from './fill.ts';
import { measure, round, type Timing } from './measure.ts';

/** "Next due card" and "answer one card" for one size of the database. */
export interface UseCaseTimings {
	cards: number;
	next: Timing;
	answer: Timing;
	/** Answers a second with eight learners at once. */
	pairsPerSecond: number;
}

const RUNS = 300;
const PARALLEL = 8;
const PAIRS_EACH = 40;

/** Measures the two use cases against learners that `fill` made. */
export async function measureUseCases(
	db: Db,
	bank: Bank,
	learners: number,
	cardsEach: number
): Promise<UseCaseTimings> {
	const pick = (index: number): Learner => ({
		id: learnerId((index * 7919) % learners),
		settings: { ...DEFAULT_SETTINGS, reviewsPerDay: 500, newPerDay: 50 }
	});
	const next = await measure(RUNS, async (index) => {
		const got = await nextPrompt(db, bank, pick(index), { by: 'all' }, new Date());
		if (!got.prompt) throw new Error('nothing is due');
	});
	const inputs = new Map<number, Awaited<ReturnType<typeof inputFor>>>();
	for (let index = 0; index < RUNS * 1.1 + 1; index++) inputs.set(index, await inputFor(db, bank, pick(index + 500)));
	const answered = await measure(RUNS, async (index) => {
		const input = inputs.get(index);
		if (!input) throw new Error('no question was prepared');
		const result = await answer(db, bank, pick(index + 500), input, new Date());
		if (!result.ok && result.code !== 'stale_card') throw new Error(result.code);
	});
	return { cards: learners * cardsEach, next, answer: answered, pairsPerSecond: await throughput(db, bank, pick) };
}

async function inputFor(db: Db, bank: Bank, learner: Learner) {
	const { prompt } = await nextPrompt(db, bank, learner, { by: 'all' }, new Date());
	if (!prompt) throw new Error('nothing is due');
	const { itemId, itemVersion, formIndex, seq, question } = prompt;
	return {
		id: randomUUID(),
		itemId,
		itemVersion,
		formIndex,
		seq,
		response: anyResponse(question),
		retry: true,
		durationMs: 3000
	};
}

/** Some answer that fits a question, right or wrong. */
export function anyResponse(question: Question): Response {
	const first = (entries: { id: string }[]) => entries[0]?.id ?? '';
	switch (question.form) {
		case 'choice':
			return { form: 'choice', option: first(question.options) };
		case 'multiple-response':
			return { form: 'multiple-response', options: [first(question.options)] };
		case 'true-false':
			return { form: 'true-false', value: true };
		case 'cloze':
		case 'typed':
		case 'date':
			return { form: question.form, text: '2023' };
		case 'flashcard':
			return { form: 'flashcard', rating: 3 };
		case 'order':
			return { form: 'order', order: question.entries.map((entry) => entry.id) };
		case 'match':
			return {
				form: 'match',
				pairs: Object.fromEntries(question.lefts.map((left) => [left.id, first(question.rights)]))
			};
		case 'sort':
			return {
				form: 'sort',
				bins: Object.fromEntries(question.entries.map((entry) => [entry.id, first(question.bins)]))
			};
	}
}

async function throughput(db: Db, bank: Bank, pick: (index: number) => Learner): Promise<number> {
	const start = performance.now();
	await Promise.all(
		Array.from({ length: PARALLEL }, async (_, worker) => {
			for (let turn = 0; turn < PAIRS_EACH; turn++) {
				const learner = pick(2000 + worker * 211 + turn * 13);
				await answer(db, bank, learner, await inputFor(db, bank, learner), new Date());
			}
		})
	);
	return round((PARALLEL * PAIRS_EACH * 1000) / (performance.now() - start));
}
