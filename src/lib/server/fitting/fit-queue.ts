import { isFitDue } from '#lib/domain/scheduling/fit/judge.ts';
import type { Db } from '#lib/server/db/db.ts';
import { logFault } from '#lib/server/log.ts';
import { fitLearner, type NoFit } from './fit-learner.ts';
import { lastFit } from './fits.ts';
import { FittingThread } from './fitting-thread.ts';
import { countAnswers } from './review-log.ts';

/** A learner who comes is looked at so often. */
const LOOK_EVERY_MS = 6 * 60 * 60_000;
/** Of more learners the earliest are forgotten. */
const MOST_KEPT = 20_000;
/** More that wait are refused. */
const MOST_WAITING = 200;

/** How a learner's fit stands in this process: it waits or is at work, or why the last one came to nothing. */
export type FitStanding = 'idle' | 'waiting' | NoFit;

/**
 * Fits models behind the requests, one at a time: once a month for a learner who comes, or when she asks. Several
 * processes may do so at once: what one of them has kept, the others throw away.
 */
export class FitQueue {
	readonly #looked = new Map<string, number>();
	readonly #waiting = new Set<string>();
	readonly #nothing = new Map<string, NoFit>();
	readonly #db: Db;
	readonly #thread: FittingThread;
	readonly #clock: () => Date;
	#turn: Promise<unknown> = Promise.resolve();
	#closed = false;

	constructor(db: Db, thread = new FittingThread(), clock = () => new Date()) {
		this.#db = db;
		this.#thread = thread;
		this.#clock = clock;
	}

	/** Looks now and then whether it is time for a learner's monthly fit; her request does not wait for it. */
	visited(learnerId: string): void {
		const now = this.#clock();
		const before = this.#looked.get(learnerId);
		if (this.#closed || (before !== undefined && now.getTime() - before < LOOK_EVERY_MS)) return;
		forgetEarliest(this.#looked).set(learnerId, now.getTime());
		this.#after(async () => {
			const answers = await countAnswers(this.#db, learnerId);
			if (isFitDue(answers, await lastFit(this.#db, learnerId), now)) this.ask(learnerId);
		});
	}

	/** Has a learner's model fitted as soon as its turn comes; false where too many wait. Asked twice is asked once. */
	ask(learnerId: string): boolean {
		if (this.#closed) return false;
		if (this.#waiting.has(learnerId)) return true;
		if (this.#waiting.size >= MOST_WAITING) return false;
		this.#waiting.add(learnerId);
		this.#after(async () => {
			try {
				const result = await fitLearner(this.#db, this.#thread, learnerId, this.#clock());
				this.#nothing.delete(learnerId);
				if (!result.ok) forgetEarliest(this.#nothing).set(learnerId, result.why);
			} finally {
				this.#waiting.delete(learnerId);
			}
		});
		return true;
	}

	/** How a learner's fit stands. */
	standing(learnerId: string): FitStanding {
		return this.#waiting.has(learnerId) ? 'waiting' : (this.#nothing.get(learnerId) ?? 'idle');
	}

	/** Waits until nothing is left to do. */
	async settled(): Promise<void> {
		for (let turn; turn !== this.#turn;) {
			turn = this.#turn;
			await turn;
		}
	}

	/** Ends what is at work and leaves out what waits. */
	async close(): Promise<void> {
		this.#closed = true;
		await this.#thread.close();
		await this.settled();
	}

	#after(work: () => Promise<void>): void {
		this.#turn = this.#turn
			.then(() => (this.#closed ? undefined : work()))
			.catch((error: unknown) => logFault('TIMER', 'fitting a model', error));
	}
}

function forgetEarliest<T>(map: Map<string, T>): Map<string, T> {
	const [earliest] = map.keys();
	if (map.size >= MOST_KEPT && earliest !== undefined) map.delete(earliest);
	return map;
}
