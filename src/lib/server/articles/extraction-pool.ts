import { resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import { failure, type Failure } from '#lib/domain/errors.ts';
import type { Extraction } from '#lib/domain/extraction/types.ts';
import { logFault } from '#lib/server/log.ts';
import type { ExtractionJob, ReadFile, ReadJob, WorkerJob, WorkerReply } from './extraction-job.ts';

/** How long one article may be read, once a worker has taken it up. */
export const BUDGET_MS = 10_000;
/** How long a worker may take to read its lexicon before the first article. */
const WARM_UP_MS = 20_000;
/** Articles that wait; more at once is nobody's hand. */
const MOST_WAITING = 50;
/** Articles of one workspace, and of one person, that wait or are being read: the others have to get their turn. */
const MOST_OF_ONE = 6;

export type ExtractionResult = { ok: true; extraction: Extraction } | Failure;

type Served = Extract<WorkerReply, { ok: true }> | Failure;

/** For whom an article is read. */
export interface Asker {
	workspaceId: string;
	learnerId: string;
}

interface Waiting {
	job: WorkerJob;
	asker: Asker;
	done: (result: Served) => void;
}
interface Thread {
	worker: Worker;
	/** It has answered once: its lexicon is read. */
	warm: boolean;
	busy: boolean;
	/** For whom it reads. */
	asker?: Asker;
}

/**
 * Reads files and articles in threads of their own, so that no text, however it is made, holds up a request. A thread
 * that takes longer than its budget is ended, and another one takes its place.
 */
export class ExtractionPool {
	readonly #threads: Thread[] = [];
	readonly #waiting: Waiting[] = [];
	#closed = false;
	#servedLast: string | undefined;
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

	/**
	 * @returns what was found; `article_extraction_timeout` or `article_extraction_failed`; `reading_queue_full` where
	 * as many of the asker's articles wait as may, `reading_busy` where too many of all do
	 */
	async run(job: ExtractionJob, asker: Asker): Promise<ExtractionResult> {
		const served = await this.#serve(job, asker);
		if (!served.ok) return served;
		return 'extraction' in served ? served : failure('article_extraction_failed');
	}

	/** @returns a file's text and particulars, or why it has none; the codes of `run` */
	async read(job: Omit<ReadJob, 'what'>, asker: Asker): Promise<ReadFile | Failure> {
		const served = await this.#serve({ what: 'read', ...job }, asker);
		if (!served.ok) return served;
		return 'read' in served ? served.read : failure('article_extraction_failed');
	}

	#serve(job: WorkerJob, asker: Asker): Promise<Served> {
		if (this.#closed) return Promise.resolve(failure('article_extraction_failed'));
		const there = [...this.#waiting, ...this.#threads.filter(({ busy }) => busy)].flatMap((one) => one.asker ?? []);
		const ofWorkspace = there.filter(({ workspaceId }) => workspaceId === asker.workspaceId).length;
		const ofLearner = there.filter(({ learnerId }) => learnerId === asker.learnerId).length;
		if (Math.max(ofWorkspace, ofLearner) >= MOST_OF_ONE) return Promise.resolve(failure('reading_queue_full'));
		if (this.#waiting.length >= MOST_WAITING) return Promise.resolve(failure('reading_busy'));
		return new Promise((done) => {
			this.#waiting.push({ job, asker, done });
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
		const waiting = thread && this.#takeTurn();
		if (thread && waiting) this.#give(thread, waiting);
	}

	/** The first that waits, of another workspace than the one served last where there is one. */
	#takeTurn(): Waiting | undefined {
		const other = this.#waiting.findIndex(({ asker }) => asker.workspaceId !== this.#servedLast);
		const [taken] = this.#waiting.splice(Math.max(0, other), 1);
		this.#servedLast = taken?.asker.workspaceId;
		return taken;
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

	#give(thread: Thread, { job, asker, done }: Waiting): void {
		const { worker } = thread;
		thread.busy = true;
		thread.asker = asker;
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
