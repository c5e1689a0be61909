import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { answersOf, joinClass, openQuiz } from '#tests/support/quiz-visit.ts';
import { createPostgresDatabase } from '../db/harness.ts';
import { killServers, startServer } from './server.ts';

const QUESTIONS = 6;

let scratch = '';
beforeAll(() => void (scratch = mkdtempSync(join(tmpdir(), 'readout-attempt-'))));
afterAll(killServers);
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** When the attempt on a page ends, as the page's data say it. */
const deadlineIn = (page: string): string | undefined => /deadlineAt:new Date\((\d+)\)/.exec(page)?.[1];

/** An attempt with answers, whose server is killed and started again. */
async function survive(env: Record<string, string>): Promise<void> {
	const server = startServer(env);
	const origin = await server.ready;
	const rules = { counts: 'best', feedback: 'after-attempt', layout: 'page', attempts: '1', timeLimit: '20' };
	const { code, quiz } = await openQuiz(origin, QUESTIONS, rules);
	const student = await joinClass(origin, code);
	const attempt = await student.send(`${quiz}?/start`, {});
	const page = await student.get(attempt);
	const answers = answersOf(page);
	expect(answers.length).toBeGreaterThan(2);
	for (const answer of answers.slice(0, -1)) await student.post(`/api${attempt}`, { answers: [answer] });
	const before = await student.get(attempt);
	await server.stop('SIGKILL');

	const again = startServer(env);
	student.follow(await again.ready);
	const after = await student.get(attempt);
	expect(deadlineIn(after)).toBeDefined();
	expect(deadlineIn(after)).toBe(deadlineIn(before));
	expect(after).toContain(`${answers.length - 1} of ${QUESTIONS} answered.`);
	await student.post(`/api${attempt}`, { answers: answers.slice(-1) });
	await student.send(`${attempt}?/finish`, {});
	expect(await student.get(attempt)).toContain('Finished.');
	expect(await again.stop('SIGTERM')).toEqual({ code: 0, signal: null });
}

test('an attempt outlives its server, with every answer and no second more, on the embedded database', async () => {
	await survive({ DATA_DIR: join(scratch, 'data') });
});

test('an attempt outlives its server, with every answer and no second more, on a PostgreSQL server', async () => {
	const database = await createPostgresDatabase();
	try {
		await survive({ DATABASE_URL: database.url, DATA_DIR: scratch });
	} finally {
		await database.drop();
	}
});
