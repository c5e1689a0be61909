import { resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import { logFault } from '#lib/server/log.ts';
import type { FittingJob, FittingReply } from './fitting-job.ts';

/** How long one job may take, the start of its thread with it. */
const LIMIT_MS = 60_000;
/** More that wait are refused. */
const MOST_WAITING = 30;

/** What a thread gave; or that it took too long, broke, or has too much to do. */
export type Served = Extract<FittingReply, { ok: true }> | { ok: false; why: 'timeout' | 'failed' | 'busy' };

/**
 * A thread for what takes long, one job after the other, so that none holds up a request. It begins with the first job
 * and is ended where one takes longer than it may; the next one begins another.
 */
export class FittingThread {
	#worker: Worker | undefined;
	#turn: Promise<unknown> = Promise.resolve();
	#waiting = 0;
	#closed = false;
	readonly #limitMs: number;
	readonly #entry: string;

	/** @param entry the script that it runs; the project's own where the process runs in the project's root */
	constructor(limitMs = LIMIT_MS, entry = resolve('src/lib/server/fitting/fitting-worker.mjs')) {
		this.#limitMs = limitMs;
		this.#entry = entry;
	}

	/** What became of a job, once its turn has come. */
	run(job: FittingJob): Promise<Served> {
		if (this.#closed) return Promise.resolve({ ok: false, why: 'failed' });
		if (this.#waiting >= MOST_WAITING) return Promise.resolve({ ok: false, why: 'busy' });
		this.#waiting++;
		const served = this.#turn.then(() => this.#serve(job)).finally(() => this.#waiting--);
		this.#turn = served;
		return served;
	}

	/** Ends the thread; what it was doing and what waits counts as failed. */
	async close(): Promise<void> {
		this.#closed = true;
		await this.#worker?.terminate();
		await this.#turn;
	}

	#serve(job: FittingJob): Promise<Served> {
		if (this.#closed) return Promise.resolve({ ok: false, why: 'failed' });
		const worker = (this.#worker ??= this.#start());
		// Only a thread that works keeps the process alive.
		worker.ref();
		return new Promise((done) => {
			const end = (result: Served, healthy: boolean) => {
				clearTimeout(timer);
				worker.off('message', answered).off('error', failed).off('exit', gone);
				worker.unref();
				if (!healthy) this.#drop(worker);
				done(result);
			};
			const timer = setTimeout(() => end({ ok: false, why: 'timeout' }, false), this.#limitMs);
			const gone = () => end({ ok: false, why: 'failed' }, false);
			const failed = (error: unknown) => {
				logFault('worker', 'fitting', error);
				gone();
			};
			const answered = (reply: FittingReply) => {
				if (!reply.ok) logFailure(reply);
				end(reply.ok ? reply : { ok: false, why: 'failed' }, true);
			};
			worker.on('message', answered).on('error', failed).on('exit', gone);
			worker.postMessage(job);
		});
	}

	#start(): Worker {
		// An option that the server was started with may be unknown to a thread.
		const worker = new Worker(this.#entry, { execArgv: [], resourceLimits: { maxOldGenerationSizeMb: 512 } });
		// One that breaks while it waits is replaced by the next job; unheard, the event would end the process.
		worker.on('error', () => this.#drop(worker)).on('exit', () => this.#drop(worker));
		return worker;
	}

	#drop(worker: Worker): void {
		if (this.#worker === worker) this.#worker = undefined;
		void worker.terminate();
	}
}

function logFailure({ name, message, stack }: Extract<FittingReply, { ok: false }>): void {
	console.error(JSON.stringify({ at: new Date().toISOString(), method: 'worker', name, message, stack }));
}
