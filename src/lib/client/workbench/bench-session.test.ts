import { expect, test } from 'vitest';
import type { WorkbenchAnswer, WorkbenchCommand, WorkbenchFact } from '#lib/domain/workbench.ts';
import { BenchSession } from './bench-session.svelte.ts';

const fact = (id: string, seq: number, statement = id, start = 0): WorkbenchFact => ({
	id,
	seq,
	state: 'proposed',
	madeBy: 'rule',
	fact: {
		kind: 'position',
		topic: 'other',
		statement,
		modality: 'claimed',
		polarity: 'affirmed',
		holder: null,
		holderId: null,
		value: null,
		unit: null,
		values: { is: 'date', event: 'meeting', date: '2024' },
		evidence: [{ start, end: start + 1, text: '' }],
		rule: 'r',
		confidence: 1,
		why: ''
	},
	known: [],
	sources: 0,
	needsRuling: false,
	changedBy: null
});
const progress = { total: 2, proposed: 1, accepted: 1, rejected: 0, merged: 0 };
const took = (...facts: WorkbenchFact[]): WorkbenchAnswer => ({ ok: true, facts, progress, undo: 'Accepted' });
const gone: WorkbenchAnswer = { ok: false, code: 'unreachable', message: 'gone', facts: [] };

function sessionWith(...answers: WorkbenchAnswer[]) {
	const sent: WorkbenchCommand[] = [];
	const api = {
		all: async () => undefined,
		run: async (command: WorkbenchCommand) => {
			sent.push(command);
			return answers.shift() ?? gone;
		}
	};
	const facts = [fact('a', 1), fact('b', 1, 'b', 5)];
	return { sent, session: new BenchSession(api, { facts, progress, undo: null }) };
}
const accept = (id: string, seq = 1): WorkbenchCommand => ({ do: 'accept', id, seq });

test('commands go out one after the other, and each is told whether it was taken', async () => {
	const { session, sent } = sessionWith(took(fact('a', 2)), {
		ok: false,
		code: 'wrong_state',
		message: 'no',
		facts: []
	});
	expect(await Promise.all([session.run(accept('a')), session.run(accept('b'))])).toEqual([true, false]);
	expect(sent.map((command) => 'id' in command && command.id)).toEqual(['a', 'b']);
	expect([session.fact('a')?.seq, session.progress, session.problem?.code]).toEqual([2, progress, 'wrong_state']);
	expect(session.busy).toBe(false);
});

test('a second decision on one fact stands on the first one’s count', async () => {
	const { session, sent } = sessionWith(took(fact('a', 7)), took(fact('a', 8)));
	await Promise.all([session.run(accept('a')), session.run({ do: 'reopen', id: 'a', seq: 1 })]);
	expect(sent.map((command) => 'seq' in command && command.seq)).toEqual([1, 7]);
});

test('somebody else’s change is shown, and what was put on top of it is not sent', async () => {
	const stale: WorkbenchAnswer = { ok: false, code: 'stale_fact', message: 'old', facts: [fact('a', 4, 'theirs')] };
	const { session, sent } = sessionWith(stale, took(fact('a', 5)));
	const both = await Promise.all([session.run(accept('a')), session.run({ do: 'reopen', id: 'a', seq: 1 })]);
	expect(both).toEqual([false, false]);
	expect(sent).toHaveLength(1);
	expect([session.fact('a')?.fact.statement, session.problem?.code]).toEqual(['theirs', 'stale_fact']);
});

test('what did not arrive waits, and goes out again unchanged', async () => {
	const { session, sent } = sessionWith(gone, took(fact('a', 2)));
	const taken = session.run(accept('a'));
	await expect.poll(() => session.problem?.code).toBe('unreachable');
	expect(session.busy).toBe(true);
	await session.again();
	expect(await taken).toBe(true);
	expect(sent).toEqual([accept('a'), accept('a')]);
	expect([session.busy, session.problem]).toEqual([false, undefined]);
});

test('an added fact takes its place in the text, a removed one goes', async () => {
	const removal: WorkbenchAnswer = { ok: true, facts: [], progress, undo: null, removed: ['c'] };
	const { session } = sessionWith(took(fact('c', 1, 'c', 3)), removal);
	await session.run({ do: 'undo' });
	expect(session.facts.map(({ id }) => id)).toEqual(['a', 'c', 'b']);
	await session.run({ do: 'undo' });
	expect(session.facts.map(({ id }) => id)).toEqual(['a', 'b']);
});
