import * as v from 'valibot';

const minutes = v.pipe(v.number(), v.minValue(1), v.maxValue(1439));

/** What a learner may choose about her reviews; every field has a sensible default. */
export const learnerSettingsSchema = v.strictObject({
	/** IANA name. */
	timeZone: v.pipe(
		v.string(),
		v.check((zone) => isTimeZone(zone), 'unknown time zone')
	),
	/** The hour at which a new day begins. */
	dayStart: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(23)),
	newPerDay: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(500)),
	reviewsPerDay: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(2000)),
	desiredRetention: v.pipe(v.number(), v.minValue(0.7), v.maxValue(0.99)),
	/** Minutes; all below a day, because longer ones belong to the review queue. */
	learningSteps: v.pipe(v.array(minutes), v.maxLength(6)),
	relearningSteps: v.pipe(v.array(minutes), v.maxLength(6)),
	/** Days. */
	maximumInterval: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(36500)),
	fuzz: v.boolean(),
	/** Which form is asked: growing with the memory, or always the same where the item has it. */
	form: v.picklist(['growing', 'choice', 'typed', 'flashcard'])
});
export type LearnerSettings = v.InferOutput<typeof learnerSettingsSchema>;

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
	form: 'growing'
};

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
