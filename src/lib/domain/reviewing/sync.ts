import * as v from 'valibot';
import type { ErrorCode } from '../errors.ts';
import { responseSchema } from '../grading/response-schema.ts';
import type { CardState } from '../scheduling/card.ts';
import type { Marks } from '../scheduling/marks.ts';

/** What a device and the server say to each other about what was done without the server. */

const id = v.pipe(v.string(), v.toLowerCase(), v.uuid());
const itemId = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
const instant = v.pipe(
	v.string(),
	v.isoTimestamp(),
	v.check((text) => Number.isFinite(Date.parse(text)), 'no such time')
);
const rating = v.picklist([1, 2, 3, 4]);
/** A day of hers, of this century or the next. */
const day = v.pipe(
	v.string(),
	v.regex(/^2[01]\d\d-\d\d-\d\d$/),
	v.check((text) => isDay(text), 'no such day')
);
const deed = { id, at: instant };

/**
 * One thing that a learner did, with the id that her device made for it and the time by her device's clock. The server
 * works everything else out again.
 */
export const deedSchema = v.variant('kind', [
	v.strictObject({
		...deed,
		kind: v.literal('answer'),
		itemId,
		itemVersion: v.pipe(v.string(), v.maxLength(100)),
		formIndex: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100)),
		response: responseSchema,
		retry: v.boolean(),
		durationMs: v.pipe(v.number(), v.minValue(0))
	}),
	v.strictObject({ ...deed, kind: v.literal('amend'), reviewId: id, rating, claimedRight: v.boolean() }),
	/** Takes back an earlier deed of hers, an answer or a change of a card. */
	v.strictObject({ ...deed, kind: v.literal('undo'), deedId: id }),
	v.strictObject({ ...deed, kind: v.literal('suspend'), itemId, suspended: v.boolean() }),
	/** Not asked before a day of hers; null to be asked again. */
	v.strictObject({ ...deed, kind: v.literal('bury'), itemId, until: v.nullable(day) }),
	v.strictObject({
		...deed,
		kind: v.literal('flag'),
		itemId,
		flag: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(7))
	}),
	/** Forgets the card: the item is new again. */
	v.strictObject({ ...deed, kind: v.literal('reset'), itemId }),
	/** Has the card fall due on a day of hers. */
	v.strictObject({ ...deed, kind: v.literal('set-due'), itemId, day })
]);
export type Deed = v.InferOutput<typeof deedSchema>;

function isDay(text: string): boolean {
	const at = new Date(`${text}T00:00:00Z`);
	return Number.isFinite(at.getTime()) && at.toISOString().startsWith(text);
}

/** As many deeds go in one request at most. */
export const MOST_DEEDS = 200;

export const syncRequestSchema = v.strictObject({
	/** The device's clock as it sends: how far it is off is taken from the times of its deeds. */
	now: instant,
	/**
	 * The server's clock as this device had last heard it when the first of these deeds was done: none can be earlier.
	 * Null where it had never heard it.
	 */
	heard: v.nullable(instant),
	deeds: v.pipe(v.array(v.unknown()), v.maxLength(MOST_DEEDS))
});

export type SyncRequest = v.InferOutput<typeof syncRequestSchema>;

/** What became of a deed: counted; known already; overtaken by what was done since; not to be taken at all. */
export type DeedResult = 'applied' | 'duplicate' | 'stale' | 'rejected';

export interface DeedReport {
	/** Null where the deed had no id that could be read. */
	id: string | null;
	result: DeedResult;
	/** Why, where it is stale or rejected. */
	code?: ErrorCode;
}

/** A card as the server has it after a request. */
export interface SyncedCard {
	itemId: string;
	card: CardState | null;
	marks: Marks;
}

export interface SyncReply {
	ok: true;
	/** The server's clock. */
	now: string;
	/** One for each deed, in their order. */
	reports: DeedReport[];
	/** Every card that a deed of the request was about. */
	cards: SyncedCard[];
}
