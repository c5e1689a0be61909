import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { USUAL_HABITS } from '#lib/domain/scheduling/fit/habits.ts';
import { DEFAULT_PARAMETERS } from '#lib/domain/scheduling/fsrs.ts';
import type { WorkloadJob } from './fitting-job.ts';
import { FittingThread } from './fitting-thread.ts';

let folder = '';
let entry = '';
/** A thread that takes the seed's milliseconds, breaks at 13, and tells how many jobs it has done. */
beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'readout-fitting-'));
	entry = join(folder, 'worker.mjs');
	writeFileSync(
		entry,
		`import { parentPort } from 'node:worker_threads';
		let jobs = 0;
		parentPort.on('message', ({ seed }) => {
			if (seed === 13) process.exit(1);
			setTimeout(() => parentPort.postMessage({ ok: true, workload: { items: ++jobs, met: seed } }), seed);
		});`
	);
});
afterAll(() => rmSync(folder, { recursive: true }));

const habits = USUAL_HABITS;
const options = { retention: 0.9, days: 30, newPerDay: 10, reviewsPerDay: 200, maximumInterval: 365 };
const plan = { parameters: DEFAULT_PARAMETERS, ...options, learningSteps: [1, 10], relearningSteps: [10], habits };
const job = (seed: number): WorkloadJob => ({ what: 'workload', start: { cards: [], fresh: 20 }, plan, seed });
const said = (served: Awaited<ReturnType<FittingThread['run']>>) =>
	served.ok ? ('workload' in served ? [served.workload.items, served.workload.met] : []) : served.why;

test('jobs are done one after the other, in the order in which they came', async () => {
	const thread = new FittingThread(5000, entry);
	const served = await Promise.all([40, 1, 20].map((seed) => thread.run(job(seed))));
	expect(served.map(said)).toEqual([
		[1, 40],
		[2, 1],
		[3, 20]
	]);
	await thread.close();
});

test('one that takes too long, or breaks its thread, is given up, and the next one is done', async () => {
	const thread = new FittingThread(400, entry);
	const served = await Promise.all([1, 5000, 1, 13, 1].map((seed) => thread.run(job(seed))));
	expect(served.map(said)).toEqual([[1, 1], 'timeout', [1, 1], 'failed', [1, 1]]);
	await thread.close();
});

test('more than thirty that wait are refused, and after the end nothing is done', async () => {
	const thread = new FittingThread(5000, entry);
	const served = Promise.all(Array.from({ length: 32 }, () => thread.run(job(1))));
	expect((await served).map(said).filter((one) => one === 'busy')).toHaveLength(2);
	const last = thread.run(job(5000));
	await thread.close();
	expect([said(await last), said(await thread.run(job(1)))]).toEqual(['failed', 'failed']);
});

test('the real thread simulates', async () => {
	const thread = new FittingThread();
	expect(said(await thread.run(job(1)))).toEqual([20, 20]);
	await thread.close();
});
