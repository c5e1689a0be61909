import * as v from 'valibot';
import type { ErrorCode } from '#lib/domain/errors.ts';
import { amendInputSchema, answerInputSchema, undoInputSchema } from '#lib/domain/grading/response-schema.ts';
import { amendOn, answerOn, undoOn, type Moment, type NewDeed } from '#lib/domain/offline/deeds.ts';
import type { Device } from '#lib/domain/offline/device.ts';
import { nextOn } from '#lib/domain/offline/plan.ts';
import { changeState, isFull, readState, type DeviceDb, type DeviceState } from './db.ts';
import { keepDeed, readDevice } from './device-store.ts';
import { FRESH_MS } from './refreshing.ts';
import { withRoom } from './room.ts';

/** The worker as the server of a review: what the page asks is answered from what the device keeps. */

/** What a device answers: JSON, or undefined where the server has to be asked. */
export type Served = { body: unknown; status: number; changed: boolean } | undefined;

const done = (body: object): Served => ({ body: { ok: true, ...body }, status: 200, changed: true });
/** Without words: the page has those of its language (client/device-words.ts). */
const refused = (code: ErrorCode | 'storage_full' | 'pack_recalled', status = 409): Served => ({
	body: { ok: false, code, message: '' },
	status,
	changed: false
});

/** What the device has of the learner whose session it is, and whether that can be relied upon. */
export async function lookAt(db: DeviceDb): Promise<{ state: DeviceState; device?: Device; present: boolean }> {
	const state = await readState(db);
	const device = state.owner === null ? undefined : await readDevice(db, state.owner);
	if (!device) return { state, present: false };
	const now = clockOf(state, device).getTime();
	return { state, device, present: state.passed === state.packed && now < Date.parse(device.pack.until) };
}

/** Whether the pack was found to be the present one not long ago. */
export function isFresh({ checked }: DeviceState): boolean {
	const age = Date.now() - checked;
	return age >= 0 && age < FRESH_MS;
}

/** The server's time as far as the device knows it; never before what was done here last. */
function clockOf({ ahead }: DeviceState, { kept }: Device): Date {
	const last = kept.at(-1);
	return new Date(Math.max(Date.now() + ahead, last ? Date.parse(last.at) + 1 : 0));
}

/** The next question of a deck; of a device that cannot be relied upon only where the server cannot be asked. */
export async function serveNext(db: DeviceDb, url: URL, alone: boolean): Promise<Served> {
	const { state, device, present } = await lookAt(db);
	if (!device || (!present && !alone)) return undefined;
	if (state.recalled) return refused('pack_recalled');
	const name = url.searchParams.get('deck') ?? 'all';
	const deck = device.pack.decks.find((one) => one.name === name);
	if (!deck) return alone ? refused('unknown_deck', 404) : undefined;
	const prefer = url.searchParams.get('item') ?? undefined;
	const next = nextOn(device, deck, clockOf(state, device), prefer);
	return { body: { ok: true, ...next }, status: 200, changed: false };
}

/**
 * An answer, a correction or the taking back of one. It is taken where the device knows what it is about; one at a time,
 * so that two windows do not answer one question twice.
 * @param alone the server cannot be asked
 */
export async function serveDeed(db: DeviceDb, path: string, input: unknown, alone: boolean): Promise<Served> {
	return navigator.locks.request('readout-deed', async () => {
		const { state, device } = await lookAt(db);
		if (!device || state.recalled) return undefined;
		const moment: Moment = {
			at: clockOf(state, device),
			own: new Date().toISOString(),
			heard: state.heard
		};
		const made = make(device, path, input, moment);
		if (!made) return undefined;
		if ('code' in made) {
			// The server may know better, where it has all that was done here: a question that it put itself, another's card.
			const elsewhere = ['unknown_item', 'stale_item', 'stale_card', 'not_the_last', 'unknown_review'];
			const behind = device.kept.some(({ standing }) => standing === 'waiting');
			return !alone && !behind && elsewhere.includes(made.code) ? undefined : refused(made.code);
		}
		try {
			const { keep } = made;
			if (keep) await withRoom(db, () => keepDeed(db, device.pack.learnerId, keep));
		} catch (error) {
			if (!isFull(error)) throw error;
			await changeState(db, () => ({ full: true }));
			return alone ? refused('storage_full', 507) : undefined;
		}
		return done(made.body);
	});
}

type Made = { body: object; keep?: NewDeed } | { code: ErrorCode };

function make(device: Device, path: string, input: unknown, moment: Moment): Made | undefined {
	if (path === '/api/reviews') {
		const read = v.safeParse(answerInputSchema, input);
		if (!read.success) return { code: 'invalid_input' };
		const answered = answerOn(device, read.output, moment);
		if (!answered.ok) return answered;
		return answered.again
			? { body: { again: true, hint: answered.hint } }
			: { body: { again: false, outcome: answered.outcome }, keep: answered.keep };
	}
	if (path === '/api/reviews/amend') {
		const read = v.safeParse(amendInputSchema, input);
		if (!read.success) return { code: 'invalid_input' };
		const amended = amendOn(device, read.output, moment);
		return amended && ('code' in amended ? amended : { body: amended.amended, keep: amended.keep });
	}
	const read = v.safeParse(undoInputSchema, input);
	if (!read.success) return { code: 'invalid_input' };
	const { reviewId } = read.output;
	if (reviewId === undefined) return undefined;
	const undone = undoOn(device, { id: crypto.randomUUID(), reviewId }, moment);
	return undone && ('code' in undone ? undone : { body: { itemId: undone.itemId }, keep: undone.keep });
}
