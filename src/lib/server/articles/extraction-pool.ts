import { resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import { failure, type Failure } from '#lib/domain/errors.ts';
import type { Extraction } from '#lib/domain/extraction/types.ts';
import { logFault } from '#lib/server/log.ts';
import type { ExtractionJob, ReadJob, WorkerJob, WorkerReply } from './extraction-job.ts';
import type { ReadResult } from './import/read-article.ts';

/** How long one article may be read, once a worker has taken it up. */
export const BUDGET_MS = 10_000;
/** How long a worker may take to read its lexicon before the first article. */
const WARM_UP_MS = 20_000;
/** Articles that wait; more at once is nobody's hand. */
const MOST_WAITING = 50;

export type ExtractionResult = { ok: true; extraction: Extraction } | Failure;

type Served = Extract<WorkerReply, { ok: true }> | Failure;

interface Waiting {
	job: WorkerJob;
	done: (result: Served) => void;
}
interface Thread {
	worker: Worker;
	/** It has answered once: its lexicon is read. */
	warm: boolean;
	busy: boolean;
}

/**
 * Reads files and articles in threads of their own, so that no text, however it is made, holds up a request. A thread
 * that takes longer than its budget is ended, and another one takes its place.
 */
export class ExtractionPool {
	readonly #threads: Thread[] = [];
	readonly #waiting: Waiting[] = [];
	#closed = false;
	readonly #size: number;
	readonly #budgetMs: number;
	readonly #entry: string;
	readonly #warmUpMs: number;

	/** @param entry the script that a thread runs; the project's own where the process runs in the project's root */
	constructor(
		size = 1,
		budgetMs = BUDGET_MS,
		entry = resolve('src/lib/server/articles/extraction-worker.mjs'),
		warmUpMs = WARM_UP_MS
	) {
		this.#size = size;
		this.#budgetMs = budgetMs;
		this.#entry = entry;
		this.#warmUpMs = warmUpMs;
	}

	/** @returns what was found; `article_extraction_timeout` or `article_extraction_failed` */
	async run(job: ExtractionJob): Promise<ExtractionResult> {
		const served = await this.#serve(job);
		if (!served.ok) return served;
		return 'extraction' in served ? served : failure('article_extraction_failed');
	}

	/** @returns a file's text, or why it has none; `article_extraction_timeout` or `article_extraction_failed` */
	async read(job: Omit<ReadJob, 'what'>): Promise<ReadResult | Failure> {
		const served = await this.#serve({ what: 'read', ...job });
		if (!served.ok) return served;
		return 'read' in served ? served.read : failure('article_extraction_failed');
	}

	#serve(job: WorkerJob): Promise<Served> {
		if (this.#closed || this.#waiting.length >= MOST_WAITING)
			return Promise.resolve(failure('article_extraction_timeout'));
		return new Promise((done) => {
			this.#waiting.push({ job, done });
			this.#next();
		});
	}

	/** Ends the threads; what was being read counts as failed. */
	async close(): Promise<void> {
		this.#closed = true;
		for (const { done } of this.#waiting.splice(0)) done(failure('article_extraction_failed'));
		await Promise.all(this.#threads.splice(0).map(({ worker }) => worker.terminate()));
	}

	#next(): void {
		if (this.#waiting.length === 0) return;
		const thread = this.#threads.find(({ busy }) => !busy) ?? this.#start();
		const waiting = thread && this.#waiting.shift();
		if (thread && waiting) this.#give(thread, waiting);
	}

	#start(): Thread | undefined {
		if (this.#threads.length >= this.#size) return undefined;
		// An option that the server was started with may be unknown to a thread.
		const worker = new Worker(this.#entry, { execArgv: [], resourceLimits: { maxOldGenerationSizeMb: 512 } });
		const thread: Thread = { worker, warm: false, busy: false };
		// A thread that waits for work keeps no process alive.
		worker.unref();
		// One that breaks while it waits is replaced by the next article; unheard, the event would end the process.
		worker.on('error', () => this.#drop(thread)).on('exit', () => this.#drop(thread));
		this.#threads.push(thread);
		return thread;
	}

	#give(thread: Thread, { job, done }: Waiting): void {
		const { worker } = thread;
		thread.busy = true;
		worker.ref();
		const end = (result: Served, healthy: boolean) => {
			clearTimeout(timer);
			worker.off('message', answered).off('error', failed).off('exit', gone);
			thread.busy = false;
			thread.warm = true;
			worker.unref();
			if (!healthy) this.#drop(thread);
			done(result);
			this.#next();
		};
		const budget = this.#budgetMs + (thread.warm ? 0 : this.#warmUpMs);
		const timer = setTimeout(() => end(failure('article_extraction_timeout'), false), budget);
		const gone = () => end(failure('article_extraction_failed'), false);
		const failed = (error: unknown) => {
			logFault('worker', 'extraction', error);
			gone();
		};
		const answered = (reply: WorkerReply) => {
			if (!reply.ok) logFailure(reply);
			end(reply.ok ? reply : failure('article_extraction_failed'), true);
		};
		worker.on('message', answered).on('error', failed).on('exit', gone);
		worker.postMessage(job);
	}

	#drop(thread: Thread): void {
		const at = this.#threads.indexOf(thread);
		if (at < 0) return;
		this.#threads.splice(at, 1);
		void thread.worker.terminate();
	}
}

/** Writes what went wrong in a thread as one line of JSON; of the article itself it says nothing. */
function logFailure({ name, message, stack }: Extract<WorkerReply, { ok: false }>): void {
	console.error(JSON.stringify({ at: new Date().toISOString(), method: 'worker', name, message, stack }));
}

let shared: ExtractionPool | undefined;

/** The threads of this process, started with the first article. */
export function extractionPool(): ExtractionPool {
	return (shared ??= new ExtractionPool());
}
