import * as v from 'valibot';
import type { CardState } from '../scheduling/card.ts';
import type { Registry } from '../grading/types.ts';
import type { Source } from '../facts/entity-schema.ts';
import { deckOptionsSchema, learnerSettingsSchema } from '../scheduling/settings.ts';
import { itemSchema } from './item-schema.ts';

/** Everything a device needs to go on without the server for some days. */

/** Another number where a device could not read what another version sends. */
export const PACK_FORMAT = 1;
/** How many of the learner's days a pack is for. */
export const PACK_DAYS = 7;

const text = v.string();
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const whole = v.pipe(v.number(), v.integer());
const instant = v.pipe(v.string(), v.isoTimestamp());
const day = v.pipe(v.string(), v.isoDate());

export const cardSchema: v.GenericSchema<unknown, CardState> = v.looseObject({
	state: v.picklist([1, 2, 3]),
	due: instant,
	stability: v.pipe(v.number(), v.finite()),
	difficulty: v.pipe(v.number(), v.finite()),
	scheduledDays: count,
	step: count,
	reps: count,
	lapses: count,
	lastReview: instant,
	seq: count
});

export const marksSchema = v.object({ suspended: v.boolean(), buriedUntil: v.nullable(day), flag: count });

const passage = v.object({ before: text, marked: text, after: text });

/** An item with the passages of its citations, by their places in its list; null where there is no text. */
const packItemSchema = v.object({
	item: itemSchema,
	passages: v.nullable(v.array(v.nullable(passage)))
});
export type PackItem = v.InferOutput<typeof packItemSchema>;

const named = v.looseObject({ id: text, name: text });
const isNamed = (value: unknown) => v.is(v.array(named), value);

/** The names that the grader must know. What a name holds besides is checked where names are made. */
const registrySchema = v.custom<Registry>(
	(value) =>
		typeof value === 'object' &&
		value !== null &&
		['people', 'organisations', 'places'].every((kind) => kind in value) &&
		Object.values(value).every(isNamed),
	'not a registry'
);
const sourcesSchema = v.custom<Source[]>((value) =>
	v.is(v.array(v.looseObject({ id: text, label: text, title: text, published: v.nullable(text) })), value)
);

const deckSchema = v.object({
	/** As in a page's address. */
	name: text,
	by: v.picklist(['all', 'due', 'topic', 'source', 'workspace', 'study']),
	label: text,
	note: v.optional(text),
	items: count,
	seen: count,
	due: count,
	/** The items of a workspace or a study; of other decks the items themselves tell. */
	ids: v.nullable(v.array(text))
});
export type PackDeck = v.InferOutput<typeof deckSchema>;

/** What is asked and told; it seldom changes within a day. */
const contentSchema = v.object({
	items: v.array(packItemSchema),
	registry: registrySchema,
	sources: sourcesSchema
});
export type PackContent = v.InferOutput<typeof contentSchema>;

/** Quizzes of which the pack holds nothing (recall.ts). */
export const withholdingsSchema = v.array(v.object({ quiz: text, from: v.nullable(instant) }));

export const packSchema = v.object({
	format: v.literal(PACK_FORMAT),
	learnerId: v.pipe(text, v.uuid()),
	/** Whether she has an account; a guest has none. */
	account: v.boolean(),
	/** The server's clock when it was made. */
	now: instant,
	/** From then on it holds too little. */
	until: instant,
	settings: learnerSettingsSchema,
	deckOptions: v.record(text, deckOptionsSchema),
	decks: v.array(deckSchema),
	goals: v.array(v.object({ itemIds: v.array(text), at: instant, since: v.optional(instant) })),
	/** Items that she had wrong in a quiz, with when that was. */
	mistakes: v.record(text, instant),
	/** What it leaves out on purpose; a pack of an earlier version does not tell. */
	withholdings: v.optional(withholdingsSchema),
	/** What was done on the learner's day on which it was made. */
	today: v.object({
		day,
		moreNew: whole,
		moreReviews: whole,
		/** Answers that count, in order, each with its card before; null for a new one. */
		answers: v.array(v.object({ itemId: text, before: v.nullable(cardSchema) }))
	}),
	/** Of the pack's items that were met. */
	cards: v.record(text, cardSchema),
	/** Of all items, where something was set by hand. */
	marks: v.record(text, marksSchema),
	/** What of an item is learnt, where it has a name. */
	memories: v.record(text, text),
	/** Items not met yet, in the order of introduction. */
	fresh: v.array(text),
	/** Names the content: a device that has the one of this name is not sent it again. */
	tag: text,
	content: v.nullable(contentSchema)
});
export type Pack = v.InferOutput<typeof packSchema>;
