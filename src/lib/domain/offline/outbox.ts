import type { ErrorCode } from '../errors.ts';
import { MOST_DEEDS, type DeedReport } from '../reviewing/sync.ts';
import type { KeptDeed } from './kept-deed.ts';

/** What becomes of what waits on a device: decided here, done by whoever sends. */

/** How a sending ended. `lost`: nobody knows whether the server had it. */
export type Sent =
	| { kind: 'reply'; reports: readonly DeedReport[] }
	| { kind: 'refused'; status: number; code: ErrorCode }
	| { kind: 'lost' };

export interface Outbox {
	/** As many deeds go at once. */
	most: number;
	/** Sendings in a row that did not succeed. */
	failed: number;
	/** Nothing is sent until somebody signs in: there is no session, or another learner's. */
	stopped: 'no_session' | 'other_learner' | null;
}
export const OUTBOX: Outbox = { most: MOST_DEEDS, failed: 0, stopped: null };

/** What is known of a deed after a sending. */
export interface Settled {
	id: string;
	standing: 'sent' | 'refused';
	code: ErrorCode | null;
}

export interface AfterSending {
	outbox: Outbox;
	settled: Settled[];
	/** Whether to send on at once; else after so many milliseconds, or not by itself. */
	then: 'on' | 'stop' | number;
}

const FIRST_WAIT_MS = 2_000;
const LONGEST_WAIT_MS = 5 * 60_000;
/** A request's body stays well below what the server takes. */
const MOST_BYTES = 200_000;

/** The deeds that go next: those that wait, in the order in which they were done. */
export function nextBatch(kept: readonly KeptDeed[], { most }: Outbox): KeptDeed[] {
	const waiting = kept.filter(({ standing }) => standing === 'waiting').sort((a, b) => a.n - b.n);
	const batch: KeptDeed[] = [];
	let size = 0;
	for (const one of waiting.slice(0, most)) {
		size += JSON.stringify(one.deed).length;
		if (size > MOST_BYTES && batch.length > 0) break;
		batch.push(one);
	}
	return batch;
}

/**
 * What follows from how a sending ended. Nothing is given up that the server may yet take; what it refuses for good is
 * told and does not hold up the rest: a batch that is refused as a whole is sent in halves, down to the deed at fault.
 */
export function afterSending(outbox: Outbox, batch: readonly KeptDeed[], sent: Sent): AfterSending {
	if (sent.kind === 'reply') return afterReply(outbox, batch, sent.reports);
	if (sent.kind === 'lost') return wait(outbox);
	if (sent.status === 401 || sent.code === 'no_session') return stop(outbox, 'no_session');
	if (sent.code === 'other_learner') return stop(outbox, 'other_learner');
	if (sent.status >= 500 || sent.status === 408 || sent.status === 429 || sent.status < 400) return wait(outbox);
	const [only, second] = batch;
	if (only && !second) {
		const settled: Settled = { id: only.deed.id, standing: 'refused', code: sent.code };
		return { outbox: { ...outbox, failed: 0 }, settled: [settled], then: 'on' };
	}
	return { outbox: { ...outbox, most: Math.max(1, Math.floor(batch.length / 2)) }, settled: [], then: 'on' };
}

function afterReply(outbox: Outbox, batch: readonly KeptDeed[], reports: readonly DeedReport[]): AfterSending {
	const ids = new Set(batch.map(({ deed }) => deed.id));
	const settled = reports.flatMap(({ id, result, code }): Settled[] => {
		if (id === null || !ids.has(id)) return [];
		const taken = result === 'applied' || result === 'duplicate';
		return [{ id, standing: taken ? 'sent' : 'refused', code: taken ? null : (code ?? 'invalid_input') }];
	});
	// A reply that says nothing of what was sent is no progress: not again at once.
	if (settled.length === 0) return wait(outbox);
	// After a fault was found, batches grow again.
	return { outbox: { most: Math.min(MOST_DEEDS, outbox.most * 2), failed: 0, stopped: null }, settled, then: 'on' };
}

function wait(outbox: Outbox): AfterSending {
	const pause = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(outbox.failed, 20));
	return { outbox: { ...outbox, failed: outbox.failed + 1 }, settled: [], then: pause };
}

function stop(outbox: Outbox, why: 'no_session' | 'other_learner'): AfterSending {
	return { outbox: { ...outbox, stopped: why }, settled: [], then: 'stop' };
}
