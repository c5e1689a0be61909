import { failure, type Failure } from '../errors.ts';
import type { AmendInput, Amended, AnswerInput, Outcome } from '../reviewing/messages.ts';
import { gradeAnswer, seedOf, takeAnswer, type GradedAnswer } from '../reviewing/take-answer.ts';
import { tell } from '../reviewing/tell.ts';
import { schedule } from '../scheduling/fsrs.ts';
import { intervalText } from '../scheduling/intervals.ts';
import { sameMemory } from '../scheduling/replay.ts';
import { cardOn, rulesOf, type Device } from './device.ts';
import type { KeptDeed, LocalDeed } from './kept-deed.ts';
import { rootOf } from './local-card.ts';
import type { PackItem } from './pack-schema.ts';

/** What is done on a device without the server: each makes a deed to keep, and what its learner is told. */

/** When something is done on a device. */
export interface Moment {
	/** By the server's clock, as far as the device knows it, and later than all that is kept. */
	at: Date;
	/** By the device's own clock; ISO instant. */
	own: string;
	/** The server's clock as it was last heard. */
	heard: string | null;
}

export type NewDeed = Omit<KeptDeed, 'n'>;

/** An answer, graded and scheduled as the server will do it. */
export function answerOn(
	device: Device,
	input: AnswerInput,
	moment: Moment
): { ok: true; again: true; hint: string } | { ok: true; again: false; outcome: Outcome; keep?: NewDeed } | Failure {
	const known = device.kept.find(({ deed }) => deed.id === input.id);
	const found = device.items.get(input.itemId);
	if (known) return found ? answeredAgain(device, known, found) : failure('unknown_item');
	if (!found) return failure('unknown_item');
	const { item } = found;
	if (item.version !== input.itemVersion) return failure('stale_item');
	const local = cardOn(device, item.id);
	if (!local || local.seq !== input.seq) return failure('stale_card');
	const rules = rulesOf(device, item);
	const held = local.card && { card: local.card, memory: rules.memory };
	const context = { ...rules, registry: device.content.registry, at: moment.at, seed: seedOf(item.id), seq: local.seq };
	const taken = takeAnswer(item, held, input, context);
	if (!taken.ok || taken.again) return taken;
	const { id, itemId, itemVersion, formIndex, response, retry, durationMs } = input;
	const { rating, before, after } = taken.taken;
	const deed: LocalDeed = {
		kind: 'answer',
		id,
		at: moment.own,
		itemId,
		itemVersion,
		formIndex,
		response,
		retry,
		durationMs
	};
	const keep = newDeed(deed, moment, { itemId, rating, before, after });
	return { ok: true, again: false, outcome: toOutcome(device, found, keep, taken.taken, false), keep };
}

/** An answer that is kept already is told again; one that was taken back is not answered by its old id. */
function answeredAgain(
	device: Device,
	known: KeptDeed,
	found: PackItem
): { ok: true; again: false; outcome: Outcome } | Failure {
	if (known.deed.kind !== 'answer') return failure('review_id_reused');
	if (known.itemId !== found.item.id) return failure('review_id_reused');
	if (known.standing === 'refused' || isTakenBack(device, known)) return failure('stale_card');
	const graded = gradeAnswer(found.item, { ...known.deed, retry: true }, device.content.registry);
	if (!graded.ok) return graded;
	return graded.again
		? failure('stale_item')
		: { ok: true, again: false, outcome: toOutcome(device, found, known, graded.graded, true) };
}

function toOutcome(
	device: Device,
	{ item, passages }: PackItem,
	kept: NewDeed,
	{ form, verdict }: GradedAnswer,
	duplicate: boolean
): Outcome {
	const { deed, before, after, rating, at } = kept;
	if (deed.kind !== 'answer' || !after || rating === null) throw new TypeError('only an answer has an outcome');
	const review = { id: deed.id, item, form, verdict, response: deed.response, rating, reviewedAt: new Date(at) };
	const { sources } = device.content;
	const { options } = rulesOf(device, item);
	const passage = (place: (typeof item.citations)[number]) => passages?.[item.citations.indexOf(place)] ?? undefined;
	return tell({ ...review, before, after }, { sources, passage, options, seed: seedOf(item.id), duplicate });
}

/**
 * The rating of the last answer to a card, corrected.
 * @returns undefined where the device does not know the answer
 */
export function amendOn(
	device: Device,
	{ id, reviewId, rating, claimedRight }: AmendInput,
	moment: Moment
): { amended: Amended; keep?: NewDeed } | Failure | undefined {
	const target = device.kept.find(({ deed }) => deed.id === reviewId);
	const found = target && device.items.get(target.itemId);
	if (!target || !found) return undefined;
	const known = device.kept.find(({ deed }) => deed.id === id);
	if (known) return known.deed.kind === 'amend' ? told(device, known, found) : failure('review_id_reused');
	if (!isLast(device, target)) return failure('not_the_last');
	const root = rootOf(target, device.kept);
	const { options } = rulesOf(device, found.item);
	const at = new Date(root.at);
	const after = schedule(root.before, rating, at, options, seedOf(found.item.id));
	const deed: LocalDeed = { kind: 'amend', id, at: moment.own, reviewId, rating, claimedRight };
	const keep = newDeed(deed, moment, { itemId: target.itemId, rating, before: root.before, after });
	return { amended: { ok: true, rating, due: after.due, dueText: intervalText(after, at, options) }, keep };
}

function told(device: Device, { after, rating, at }: KeptDeed, { item }: PackItem): { amended: Amended } | Failure {
	if (!after || rating === null) return failure('unknown_review');
	const { options } = rulesOf(device, item);
	return { amended: { ok: true, rating, due: after.due, dueText: intervalText(after, new Date(at), options) } };
}

/**
 * The last answer to a card, taken back.
 * @param id of the taking back
 * @returns undefined where the device does not know the answer
 */
export function undoOn(
	device: Device,
	{ id, reviewId }: { id: string; reviewId: string },
	moment: Moment
): { itemId: string; keep?: NewDeed } | Failure | undefined {
	const target = device.kept.find(({ deed }) => deed.id === reviewId);
	if (!target || !device.items.has(target.itemId)) return undefined;
	const { itemId } = target;
	if (isTakenBack(device, target)) return { itemId };
	if (!isLast(device, target)) return failure('not_the_last');
	const root = rootOf(target, device.kept);
	const deed: LocalDeed = { kind: 'undo', id, at: moment.own, deedId: reviewId };
	return { itemId, keep: newDeed(deed, moment, { itemId, rating: null, before: null, after: root.before }) };
}

function isTakenBack({ kept }: Device, target: KeptDeed): boolean {
	const root = rootOf(target, kept).deed.id;
	return kept.some(
		(one) => one.deed.kind === 'undo' && one.standing !== 'refused' && rootOf(one, kept).deed.id === root
	);
}

/** Whether a card is as a deed left it: only then can it be corrected or taken back. */
function isLast(device: Device, target: KeptDeed): boolean {
	if (target.standing === 'refused' || isTakenBack(device, target)) return false;
	return sameMemory(cardOn(device, target.itemId)?.card ?? null, target.after);
}

function newDeed(
	deed: LocalDeed,
	{ at, heard }: Moment,
	more: Pick<KeptDeed, 'itemId' | 'rating' | 'before' | 'after'>
): NewDeed {
	return { deed, at: at.toISOString(), heard, ...more, standing: 'waiting', code: null, counted: false };
}
