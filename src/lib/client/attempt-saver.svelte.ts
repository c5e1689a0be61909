import * as v from 'valibot';
import { responseSchema } from '#lib/domain/grading/response-schema.ts';
import type { Response } from '#lib/domain/grading/types.ts';

/** An answer that is to be saved. */
export interface PendingAnswer {
	position: number;
	seq: number;
	response: Response;
	durationMs: number;
}

/** What came of a message: saved, refused for good, or not delivered. */
export type Delivery = { ok: true } | { ok: false; code: string; message: string };

type Send = (answers: readonly PendingAnswer[]) => Promise<Delivery>;
type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const pendingSchema = v.array(
	v.strictObject({ position: v.number(), seq: v.number(), response: responseSchema, durationMs: v.number() })
);

const SOON_MS = 500;
const FIRST_RETRY_MS = 2000;
const LAST_RETRY_MS = 30_000;

/** What is still to be tried again: the network, not the server's word. */
const UNREACHABLE = 'unreachable';

/**
 * Saves the answers of an attempt as they are given: at once in this browser, soon on the server, again and again where
 * the network is gone. A later answer to a question goes before an earlier one; a reload goes on with what was not sent.
 */
export class AttemptSaver {
	/** Answers not yet known to be on the server. */
	waiting: number = $state(0);
	/** Why nothing more is taken, where that is so. */
	refused: { code: string; message: string } | undefined = $state();
	/** The network is gone, and it is tried again. */
	offline: boolean = $state(false);
	// eslint-disable-next-line svelte/prefer-svelte-reactivity -- what waits is counted; nothing of it is drawn
	#pending = new Map<number, PendingAnswer>();
	#seqs: Map<number, number>;
	// eslint-disable-next-line svelte/prefer-svelte-reactivity -- what waits is counted; nothing of it is drawn
	#durations = new Map<number, number>();
	#lastChange: number;
	#sending: Promise<void> | undefined;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#retry = FIRST_RETRY_MS;
	readonly #key: string;
	readonly #send: Send;
	readonly #store: Store | undefined;
	readonly #now: () => number;

	/** @param seqs the change counts that the server has, by question */
	constructor(
		attemptId: string,
		seqs: ReadonlyMap<number, number>,
		{ send, store, now = () => Date.now() }: { send: Send; store?: Store; now?: () => number }
	) {
		this.#key = `attempt-${attemptId}`;
		// eslint-disable-next-line svelte/prefer-svelte-reactivity -- what waits is counted; nothing of it is drawn
		this.#seqs = new Map(seqs);
		this.#send = send;
		this.#store = store;
		this.#now = now;
		this.#lastChange = now();
	}

	/** Takes up what an earlier page could not send, and sends it. */
	restore(): PendingAnswer[] {
		const kept = this.#read().filter(({ position, seq }) => seq > (this.#seqs.get(position) ?? 0));
		for (const answer of kept) {
			this.#pending.set(answer.position, answer);
			this.#seqs.set(answer.position, answer.seq);
		}
		this.#keep();
		if (kept.length > 0) this.#later(0);
		return kept;
	}

	/** Notes a changed answer; it is sent soon, together with what else changes meanwhile. */
	change(position: number, response: Response): void {
		const seq = (this.#seqs.get(position) ?? 0) + 1;
		const now = this.#now();
		const durationMs = (this.#durations.get(position) ?? 0) + Math.max(0, now - this.#lastChange);
		this.#lastChange = now;
		this.#durations.set(position, durationMs);
		this.#seqs.set(position, seq);
		this.#pending.set(position, { position, seq, response, durationMs });
		this.#keep();
		this.#later(SOON_MS);
	}

	/** Sends what waits, now. @returns whether nothing waits any more */
	async flush(): Promise<boolean> {
		clearTimeout(this.#timer);
		this.#sending ??= this.#deliver().finally(() => (this.#sending = undefined));
		await this.#sending;
		if (this.#pending.size > 0 && !this.offline && !this.refused) return this.flush();
		return this.#pending.size === 0;
	}

	async #deliver(): Promise<void> {
		if (this.#pending.size === 0 || this.refused) return;
		const sent = [...this.#pending.values()];
		const delivery = await this.#send(sent);
		if (delivery.ok) {
			for (const { position, seq } of sent)
				if (this.#pending.get(position)?.seq === seq) this.#pending.delete(position);
			this.offline = false;
			this.#retry = FIRST_RETRY_MS;
		} else if (delivery.code === UNREACHABLE) {
			this.offline = true;
			this.#later(this.#retry);
			this.#retry = Math.min(LAST_RETRY_MS, this.#retry * 2);
		} else {
			this.refused = delivery;
		}
		this.#keep();
	}

	#later(ms: number): void {
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => void this.flush(), ms);
	}

	#keep(): void {
		this.waiting = this.#pending.size;
		try {
			if (this.#pending.size === 0) this.#store?.removeItem(this.#key);
			else this.#store?.setItem(this.#key, JSON.stringify([...this.#pending.values()]));
		} catch {
			// A browser that keeps nothing still sends: only a reload without a network would lose what waits.
		}
	}

	#read(): PendingAnswer[] {
		try {
			const checked = v.safeParse(pendingSchema, JSON.parse(this.#store?.getItem(this.#key) ?? '[]'));
			return checked.success ? checked.output : [];
		} catch {
			// What another program wrote there is no answer.
			return [];
		}
	}
}
