import * as v from 'valibot';

const MOST_STEP_MINUTES = 7 * 24 * 60;
const minutes = v.pipe(v.number(), v.minValue(1), v.maxValue(MOST_STEP_MINUTES));
const steps = v.pipe(v.array(minutes), v.maxLength(6));

/** How much is asked on a weekday: as much as falls due, less of it, or as little as can be. */
export const DAY_LOADS = ['normal', 'reduced', 'minimum'] as const;
export type DayLoad = (typeof DAY_LOADS)[number];

/** In which order new items are introduced: the bank's, that of topics by turns, or at random. */
export const NEW_ORDERS = ['bank', 'topics', 'random'] as const;
/** In which order due cards are asked: by due time, the least likely recalled first, or the most overdue for their interval first. */
export const DUE_ORDERS = ['due', 'retrievability', 'overdueness'] as const;
/** Where new items stand among due cards. */
export const MIXES = ['mixed', 'new-first', 'reviews-first'] as const;
/** What becomes of a card that was forgotten too often: it is shown as one, or set aside. */
export const LEECH_ACTIONS = ['show', 'suspend'] as const;

/** What may be chosen for one deck; what a deck does not set is the learner's own choice. */
const deckFields = {
	newPerDay: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(500)),
	reviewsPerDay: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(2000)),
	desiredRetention: v.pipe(v.number(), v.minValue(0.7), v.maxValue(0.99)),
	/** Minutes, a step of a day or more being in the learner's days. */
	learningSteps: steps,
	relearningSteps: steps,
	/** Days. */
	maximumInterval: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(36500)),
	fuzz: v.boolean(),
	newOrder: v.picklist(NEW_ORDERS),
	dueOrder: v.picklist(DUE_ORDERS),
	mix: v.picklist(MIXES),
	/** Of one family at most one a day: of new items, of reviews, of steps of a day or more. */
	buryNew: v.boolean(),
	buryReviews: v.boolean(),
	buryLearning: v.boolean(),
	/** How often a card is forgotten until it counts as a leech; 0 for never. */
	leechAt: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(99)),
	leechAction: v.picklist(LEECH_ACTIONS)
};

/** The weights of the memory model that were fitted to a learner, with the version of the model that they belong to. */
const modelSchema = v.strictObject({
	version: v.literal('FSRS-6'),
	parameters: v.pipe(v.array(v.pipe(v.number(), v.finite())), v.length(21))
});
export type MemoryModel = v.InferOutput<typeof modelSchema>;

const DAY = v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\d$/));

/** What a learner may choose about her reviews; every field has a sensible default. */
export const learnerSettingsSchema = v.strictObject({
	...deckFields,
	/** IANA name. */
	timeZone: v.pipe(
		v.string(),
		v.check((zone) => isTimeZone(zone), 'unknown time zone')
	),
	/** The hour at which a new day begins. */
	dayStart: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(23)),
	/** Whether intervals are chosen within their fuzz so that days carry alike. */
	balance: v.boolean(),
	/** Monday to Sunday. */
	easyDays: v.pipe(v.array(v.picklist(DAY_LOADS)), v.length(7)),
	/** Null for the model's default weights. */
	model: v.nullable(modelSchema),
	/** A backlog that is spread: from a day on, over a number of days, with no, half or all of the usual new items. */
	catchUp: v.nullable(
		v.strictObject({
			from: DAY,
			days: v.pipe(v.number(), v.integer(), v.minValue(2), v.maxValue(60)),
			fresh: v.picklist(['none', 'half', 'usual'])
		})
	),
	/** Which form is asked: growing with the memory, or always the same where the item has it. */
	form: v.picklist(['growing', 'choice', 'typed', 'flashcard'])
});
export type LearnerSettings = v.InferOutput<typeof learnerSettingsSchema>;

/** What a learner chose for one deck alone. */
export const deckOptionsSchema = v.partial(v.strictObject(deckFields));
export type DeckOptions = v.InferOutput<typeof deckOptionsSchema>;

export const DEFAULT_SETTINGS: LearnerSettings = {
	timeZone: 'UTC',
	dayStart: 4,
	newPerDay: 15,
	reviewsPerDay: 120,
	desiredRetention: 0.9,
	learningSteps: [1, 10],
	relearningSteps: [10],
	maximumInterval: 36500,
	fuzz: true,
	balance: true,
	easyDays: ['normal', 'normal', 'normal', 'normal', 'normal', 'normal', 'normal'],
	newOrder: 'bank',
	dueOrder: 'due',
	mix: 'mixed',
	buryNew: true,
	buryReviews: true,
	buryLearning: true,
	leechAt: 8,
	leechAction: 'show',
	model: null,
	catchUp: null,
	form: 'growing'
};

/** Settings as they were stored, by any version: what a version did not know yet has its default. */
export function readSettings(stored: Partial<LearnerSettings>): LearnerSettings {
	return { ...DEFAULT_SETTINGS, ...stored };
}

/** Whether a name is a time zone that this engine knows. */
export function isTimeZone(zone: string): boolean {
	try {
		new Intl.DateTimeFormat('en', { timeZone: zone });
		return true;
	} catch (error) {
		if (error instanceof RangeError) return false;
		throw error;
	}
}
