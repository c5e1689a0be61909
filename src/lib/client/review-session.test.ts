import type { AnswerInput, Answered, NextPrompt, Outcome } from '#lib/domain/reviewing/messages.ts';
import { expect, test } from 'vitest';
import type { Api } from './api.ts';
import { ReviewSession } from './review-session.svelte.ts';
import type { Refused } from './refused.ts';

const question = (itemId: string): { ok: true } & NextPrompt => ({
	ok: true,
	kind: 'new',
	left: { learning: 0, review: 0, new: 2 },
	prompt: {
		itemId,
		itemVersion: 'v',
		formIndex: 0,
		seq: 0,
		topic: 'summit',
		question: { form: 'typed', question: 'Who?' }
	}
});
const answered: Outcome = {
	reviewId: 'r',
	duplicate: false,
	response: { form: 'choice', option: 'a' },
	itemId: 'one',
	verdict: { verdict: 'correct', reason: 'exact', score: 1 },
	rating: 3,
	due: '2026-01-01T00:00:00.000Z',
	dueText: '3 d',
	intervals: { 1: '1 min', 2: '1 d', 3: '3 d', 4: '7 d' },
	explanation: {
		key: 'Xi Jinping',
		feedback: '',
		modality: 'agreed',
		evidence: [],
		corroboration: { says: 1, of: 5, silent: [], origins: 1 },
		contested: []
	},
	solution: { form: 'flashcard', question: '', back: '' }
};
const unreachable: Refused = { ok: false, code: 'unreachable', message: 'gone' };
const counts: Answered = { ok: true, again: false, outcome: answered };

/** A session against a server that gives these replies to answers, one after the other. */
function sessionWith(...replies: (Answered | Refused)[]) {
	const sent: AnswerInput[] = [];
	const api: Api = {
		next: async () => question('two'),
		answer: async (answer) => {
			sent.push(answer);
			return replies.shift() ?? unreachable;
		},
		amend: async ({ rating }) => ({ ok: true, rating, due: answered.due, dueText: '7 d' }),
		undo: async () => ({ ok: true, itemId: 'one' })
	};
	const session = new ReviewSession(api, { deck: 'all', next: question('one'), answerId: 'first' });
	return { session, sent };
}
const typed = { form: 'typed', text: 'Xi' } as const;

test('two answers at the same moment are sent once', async () => {
	const { session, sent } = sessionWith(counts, counts);
	await Promise.all([session.answer(typed), session.answer(typed)]);
	expect(sent).toHaveLength(1);
	expect(session.phase).toBe('answered');
});

test('an answer that did not arrive is sent again under the same id', async () => {
	const { session, sent } = sessionWith(unreachable, counts);
	await session.answer(typed);
	expect(session.canSendAgain).toBe(true);
	await session.sendAgain();
	expect(sent.map((answer) => answer.id)).toEqual(['first', 'first']);
	expect(session.phase).toBe('answered');
	expect(session.canSendAgain).toBe(false);
});

test('after a near answer the second try says so', async () => {
	const { session, sent } = sessionWith({ ok: true, again: true, hint: 'Name the year too.' }, counts);
	await session.answer(typed);
	expect([session.phase, session.hint]).toEqual(['asking', 'Name the year too.']);
	await session.answer(typed);
	expect(sent.map((answer) => answer.retry)).toEqual([false, true]);
});

test('a question that is out of date gives way to the current one', async () => {
	const { session } = sessionWith({ ok: false, code: 'stale_card', message: 'old' });
	await session.answer(typed);
	expect([session.phase, session.current.prompt?.itemId, session.problem?.code]).toEqual([
		'asking',
		'two',
		'stale_card'
	]);
});

test('the next question has an id of its own', async () => {
	const { session } = sessionWith(counts);
	await session.answer(typed);
	expect(session.left.new).toBe(1);
	await session.next();
	expect([session.phase, session.current.prompt?.itemId]).toEqual(['asking', 'two']);
	expect(session.answerId).not.toBe('first');
});

test('a correction changes the rating, and what is corrected again is the correction', async () => {
	const { session } = sessionWith(counts);
	await session.answer(typed);
	await session.amend(4, false);
	expect([session.answered?.rating, session.answered?.dueText]).toEqual([4, '7 d']);
	expect(session.answered?.reviewId).not.toBe('r');
});

test('taking an answer back asks again, and only what was answered can be taken back', async () => {
	const { session } = sessionWith(counts);
	await session.undo();
	expect(session.phase).toBe('asking');
	await session.answer(typed);
	await session.undo();
	expect([session.phase, session.done]).toEqual(['asking', 0]);
});
