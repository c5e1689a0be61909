import * as v from 'valibot';
import { LEARNER_HEADER } from '#lib/domain/offline/headers.ts';
import type { KeptDeed } from '#lib/domain/offline/kept-deed.ts';
import { afterSending, nextBatch, OUTBOX, type Sent, type Settled } from '#lib/domain/offline/outbox.ts';
import { cardSchema, marksSchema, withholdingsSchema } from '#lib/domain/offline/pack-schema.ts';
import { isRecalled, type Withholding } from '#lib/domain/offline/recall.ts';
import { afterReply, withStanding } from '#lib/domain/offline/settle.ts';
import { isErrorCode, type ErrorCode } from '#lib/domain/errors.ts';
import type { SyncedCard } from '#lib/domain/reviewing/sync.ts';
import { changeState, isFull, readState, type DeviceDb } from './db.ts';
import { readDevice, readKept, settleWithoutRoom, storeSettling } from './device-store.ts';
import { withRoom } from './room.ts';
import { ask, hear } from './whose.ts';

const TIMEOUT_MS = 30_000;
const FULL_WAIT_MS = 5 * 60_000;
/** A word that was lost on its way, as at the moment a network comes back, is asked for again. */
const INQUIRE_AGAIN_MS = 10_000;

const isCode = (code: unknown): code is ErrorCode => typeof code === 'string' && isErrorCode(code);
const codeSchema = v.fallback(v.custom<ErrorCode>(isCode), 'internal');

const replySchema = v.object({
	ok: v.literal(true),
	now: v.pipe(v.string(), v.isoTimestamp()),
	reports: v.array(
		v.object({
			id: v.nullable(v.string()),
			result: v.picklist(['applied', 'duplicate', 'stale', 'rejected']),
			code: v.optional(codeSchema)
		})
	),
	cards: v.array(v.object({ itemId: v.string(), card: v.nullable(cardSchema), marks: marksSchema })),
	withholdings: v.optional(withholdingsSchema, [])
});

/** How a sending ended, with what the server said besides. */
type Reply = Sent & { now?: string; cards?: SyncedCard[] };

let running: Promise<void> | undefined;
let again = false;
let asking = false;

/**
 * Sends what waits, in order; one sending at a time over all of a device's workers. Asked for while one runs, it runs
 * once more: what came meanwhile is not forgotten.
 * @param asked the server is to be heard even if nothing waits: whether a quiz has withdrawn what the device holds
 */
export function send(db: DeviceDb, changed: () => void, asked = false): Promise<void> {
	asking ||= asked;
	if (running) {
		again = true;
		return running;
	}
	running = navigator.locks
		.request('readout-send', async () => {
			do {
				again = false;
				while (await sendBatch(db)) changed();
				if (asking) await inquire(db);
			} while (again);
		})
		.finally(() => {
			running = undefined;
			changed();
		});
	return running;
}

/** Hears the server without having anything for it; where it cannot be reached, what is known goes on. */
async function inquire(db: DeviceDb): Promise<void> {
	const { owner, outbox } = await readState(db);
	asking = false;
	if (owner === null || outbox.stopped !== null) return;
	const reply = await post(db, owner, []);
	if (reply.kind === 'lost') await changeState(db, () => ({ retryAt: Date.now() + INQUIRE_AGAIN_MS }));
}

/** Sends one batch; says whether to go on at once. */
async function sendBatch(db: DeviceDb): Promise<boolean> {
	const state = await readState(db);
	const { owner, outbox } = state;
	if (owner === null || outbox.stopped !== null) return false;
	const batch = nextBatch(await readKept(db, owner), outbox);
	if (batch.length === 0) {
		if (state.retryAt !== 0) await changeState(db, () => ({ retryAt: 0, outbox: OUTBOX }));
		return false;
	}
	asking = false;
	const reply = await post(db, owner, batch);
	const after = afterSending(outbox, batch, reply);
	const kept = after.settled.length === 0 || (await settle(db, owner, after.settled, reply));
	// Without room for what the server said, the rest is not sent at once: it would be said again and again.
	const pause = kept ? after.then : FULL_WAIT_MS;
	const retryAt = typeof pause === 'number' ? Date.now() + pause : 0;
	await changeState(db, () => ({ outbox: after.outbox, retryAt }));
	return pause === 'on';
}

/** Keeps what the server said of deeds. @returns whether there was room for it */
async function settle(
	db: DeviceDb,
	owner: string,
	settled: readonly Settled[],
	{ now, cards }: Reply
): Promise<boolean> {
	const device = await readDevice(db, owner);
	const heard = now ?? new Date().toISOString();
	const settling = device
		? afterReply(device, settled, cards ?? [], heard)
		: { bases: [], kept: withStanding(await readKept(db, owner), settled) };
	try {
		await withRoom(db, () => storeSettling(db, owner, settling));
		return true;
	} catch (error) {
		if (!isFull(error)) throw error;
		await settleWithoutRoom(db, owner, settling.kept);
		await changeState(db, () => ({ full: true }));
		return false;
	}
}

async function post(db: DeviceDb, owner: string, batch: readonly KeptDeed[]): Promise<Reply> {
	const when = ask();
	const began = Date.now();
	const [first] = batch;
	const body = {
		now: new Date(began).toISOString(),
		heard: first?.heard ?? null,
		deeds: batch.map(({ deed }) => deed)
	};
	let response: Response;
	let content: unknown;
	try {
		response = await fetch('/api/sync', {
			method: 'POST',
			headers: { 'content-type': 'application/json', accept: 'application/json', [LEARNER_HEADER]: owner },
			body: JSON.stringify(body),
			signal: AbortSignal.timeout(TIMEOUT_MS)
		});
		content = await response.json();
	} catch {
		// No network, a timeout, or an answer that is none: whether the server has it, the next sending will tell.
		return { kind: 'lost' };
	}
	if (!response.ok) {
		await hear(db, response, when);
		return { kind: 'refused', status: response.status, code: codeIn(content) };
	}
	const read = v.safeParse(replySchema, content);
	if (!read.success) return { kind: 'lost' };
	const { now, reports, cards, withholdings } = read.output;
	await setClock(db, now, began);
	await heedWithholdings(db, owner, withholdings);
	return { kind: 'reply', reports, now, cards };
}

/** Withdraws a pack that may hold what a quiz withholds by now. */
async function heedWithholdings(db: DeviceDb, owner: string, withholdings: readonly Withholding[]): Promise<void> {
	const pack = await db.get('packs', owner);
	if (pack && isRecalled(pack, withholdings))
		await changeState(db, ({ passed }) => ({ passed: passed + 1, recalled: true }));
}

/** The code in a refusal; without one it is the server's fault. */
function codeIn(content: unknown): ErrorCode {
	const code = typeof content === 'object' && content !== null && 'code' in content ? content.code : undefined;
	return isCode(code) ? code : 'internal';
}

/** Sets the device's idea of the server's clock: the server spoke between the asking and now. */
export async function setClock(db: DeviceDb, heard: string, began: number): Promise<void> {
	const middle = (began + Date.now()) / 2;
	await changeState(db, () => ({ heard, ahead: Math.round(Date.parse(heard) - middle) }));
}
