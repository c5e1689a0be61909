import * as v from 'valibot';
import { FORMS, type FormName } from '../items/types.ts';

/** Which attempt's grade counts. */
export const COUNTING = ['best', 'last', 'first', 'mean'] as const;
export type Counting = (typeof COUNTING)[number];

/** When right answers and feedback are shown. */
export const FEEDBACK = ['at-once', 'after-attempt', 'after-closing', 'never'] as const;
export type Feedback = (typeof FEEDBACK)[number];

/** Forms that a quiz can ask: a flashcard is judged by its learner, and cannot be graded. */
export const GRADED_FORMS = FORMS.filter((form): form is Exclude<FormName, 'flashcard'> => form !== 'flashcard');

/** The sets of forms that a teacher chooses among; of each item one of them is put. */
export const FORM_SETS = {
	any: [],
	closed: ['choice', 'true-false', 'multiple-response', 'match', 'sort', 'order'],
	typed: ['typed', 'cloze', 'date']
} as const satisfies Record<string, readonly FormName[]>;

const instant = v.pipe(v.string(), v.isoTimestamp());
const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const whole = (least: number, most: number) => v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));

/** Seconds: from half a minute to a day. */
const timeLimitSchema = whole(30, 86_400);

/** What a teacher sets of a quiz. Instants are ISO 8601 in UTC. */
export const quizRulesSchema = v.pipe(
	v.strictObject({
		/** From when on it can be begun; null: at once. */
		opensAt: v.nullable(instant),
		/** After it an attempt is late. */
		dueAt: v.nullable(instant),
		/** After it nothing is taken. */
		closesAt: v.nullable(instant),
		late: v.strictObject({
			accepted: v.boolean(),
			/** Share of the grade that each day begun after the due date takes off. */
			penaltyPerDay: share,
			/** The most that lateness takes off. */
			mostPenalty: share
		}),
		/** How many attempts; null: as many as she likes. */
		attempts: v.nullable(whole(1, 50)),
		counts: v.picklist(COUNTING),
		/** Seconds from the beginning of an attempt; null: none, and that is the default. */
		timeLimit: v.nullable(timeLimitSchema),
		layout: v.picklist(['page', 'one']),
		feedback: v.picklist(FEEDBACK),
		shuffle: v.boolean()
	}),
	v.check(
		({ opensAt, dueAt, closesAt }) => ascending([opensAt, dueAt, closesAt]),
		'a quiz opens before it is due, and is due before it closes'
	)
);
export type QuizRules = v.InferOutput<typeof quizRulesSchema>;

/** What a teacher grants one student. */
export const extensionSchema = v.strictObject({
	dueAt: v.nullable(instant),
	closesAt: v.nullable(instant),
	/** Attempts beyond those that everybody has. */
	moreAttempts: whole(0, 50),
	/** Seconds beyond the time limit, or none at all. */
	moreTime: v.union([whole(0, 86_400), v.literal('no-limit')])
});
export type Extension = v.InferOutput<typeof extensionSchema>;

/** Untimed, one attempt, feedback after it: what suits a screen reader and a first quiz. */
export const DEFAULT_RULES: QuizRules = {
	opensAt: null,
	dueAt: null,
	closesAt: null,
	late: { accepted: false, penaltyPerDay: 0, mostPenalty: 1 },
	attempts: 1,
	counts: 'best',
	timeLimit: null,
	layout: 'page',
	feedback: 'after-attempt',
	shuffle: true
};

function ascending(instants: readonly (string | null)[]): boolean {
	const set = instants.filter((instant) => instant !== null).map((instant) => Date.parse(instant));
	return set.every((at, index) => index === 0 || at >= (set[index - 1] ?? at));
}
