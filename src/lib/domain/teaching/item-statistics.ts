import { median } from '../median.ts';

/** What one student's attempt made of one item. */
export interface Scored {
	/** 0 to 1; what was left blank has 0. */
	score: number;
	/** The score of the same attempt's other items, as a share of what they could reach or a sum of the same items. */
	rest: number;
	/** Which test it belongs to: scores are compared within one. All are of one where it is not said. */
	test?: string;
	/** Asked, and not answered. */
	blank?: boolean;
	/** Options that were chosen, where the form has options. */
	chosen: readonly string[];
	/** Milliseconds, where they are known. */
	durationMs: number | null;
}

/** Where something about an item is worth a look. */
export type Doubt = 'too-hard' | 'too-easy' | 'weak-discrimination' | 'idle-distractor';

export interface ItemStatistics {
	/** How many were asked. */
	n: number;
	/** How many of them left it blank. */
	blank: number;
	/** Mean score, 0 to 1. */
	facility: number;
	/** −1 to 1; null where it is not defined: all scored alike, or the rest of the test did. */
	discrimination: number | null;
	/** Of those who answered the share that chose each option, by option id. */
	options: Record<string, number>;
	/** Milliseconds. */
	medianTime: number | null;
	/** Mean score of somebody who guesses. */
	guess: number;
	/** Empty below the least number: too few to say. */
	doubts: Doubt[];
	enough: boolean;
}

/** Below so many answers nothing is marked. */
export const LEAST_N = 30;
const HARD = 0.2;
const EASY = 0.95;
const LEAST_DISCRIMINATION = 0.2;
const LEAST_USE = 0.05;

/**
 * Facility index: the mean score as a share of what could be reached; with right-or-wrong items the proportion who were
 * right (Ebel & Frisbie, Essentials of Educational Measurement, 5th ed., ch. 13; Moodle's "facility index").
 * @param scores 0 to 1, not empty
 */
export function facility(scores: readonly number[]): number {
	return mean(scores);
}

/**
 * Discrimination index: the correlation between the scores of an item and those of the rest of the test, the item itself
 * left out (corrected point-biserial, or item-rest correlation; Henrysson, Psychometrika 28, 1963, pp. 211–218). It is
 * Pearson's coefficient, so items with part scores have one too.
 * @param item each student's score of the item
 * @param rest the same student's score of all other items
 * @returns −1 to 1; null where either does not vary
 */
export function discrimination(item: readonly number[], rest: readonly number[]): number | null {
	if (item.length !== rest.length) throw new RangeError('each score of the item needs the score of its rest');
	const meanItem = mean(item);
	const meanRest = mean(rest);
	let both = 0;
	let ofItem = 0;
	let ofRest = 0;
	for (const [index, score] of item.entries()) {
		const a = score - meanItem;
		const b = (rest[index] ?? 0) - meanRest;
		both += a * b;
		ofItem += a * a;
		ofRest += b * b;
	}
	// What rounding leaves of no variation is none.
	if (ofItem < 1e-12 || ofRest < 1e-12) return null;
	return Math.max(-1, Math.min(1, both / Math.sqrt(ofItem * ofRest)));
}

/** What is known of an item besides its answers. */
export interface Asked {
	/** Wrong options; none where the form has no options. */
	distractors: readonly string[];
	/** Mean score of somebody who guesses. */
	guess: number;
}

/**
 * The statistics of one item.
 * @param answers of different attempts; of several tests, the discrimination is the pooled correlation within them: a
 * harder test, where all score less, makes no item look good
 * @returns undefined where nobody was asked
 */
export function statisticsOf(answers: readonly Scored[], { distractors, guess }: Asked): ItemStatistics | undefined {
	if (answers.length === 0) return undefined;
	const scores = answers.map(({ score }) => score);
	const rests = answers.map(({ rest }) => rest);
	const tests = answers.map(({ test = '' }) => test);
	const blank = answers.filter((answer) => answer.blank === true).length;
	const found = {
		n: answers.length,
		blank,
		facility: facility(scores),
		discrimination: discrimination(within(scores, tests), within(rests, tests)),
		options: sharesOf(answers, distractors, answers.length - blank),
		medianTime: median(answers.flatMap(({ durationMs }) => (durationMs === null ? [] : [durationMs]))),
		guess
	};
	const enough = answers.length >= LEAST_N;
	return { ...found, enough, doubts: enough ? doubtsOf(found, distractors) : [] };
}

/** Of those who answered the share that chose each option. */
function sharesOf(answers: readonly Scored[], distractors: readonly string[], answered: number) {
	const options: Record<string, number> = Object.fromEntries(distractors.map((id) => [id, 0]));
	for (const { chosen } of answers) for (const id of new Set(chosen)) options[id] = (options[id] ?? 0) + 1 / answered;
	return options;
}

/** Values as they differ from the mean of their test; as they are where all are of one. */
function within(values: readonly number[], tests: readonly string[]): readonly number[] {
	const sums = new Map<string, { sum: number; number: number }>();
	for (const [index, value] of values.entries()) {
		const test = tests[index] ?? '';
		const known = sums.get(test);
		if (known) {
			known.sum += value;
			known.number++;
		} else sums.set(test, { sum: value, number: 1 });
	}
	if (sums.size === 1) return values;
	return values.map((value, index) => {
		const { sum, number } = sums.get(tests[index] ?? '') ?? { sum: 0, number: 1 };
		return value - sum / number;
	});
}

function doubtsOf(
	{ n, blank, facility, discrimination, options }: Omit<ItemStatistics, 'enough' | 'doubts'>,
	distractors: readonly string[]
): Doubt[] {
	const doubts: Doubt[] = [];
	if (facility < HARD) doubts.push('too-hard');
	if (facility > EASY) doubts.push('too-easy');
	if (discrimination !== null && discrimination < LEAST_DISCRIMINATION) doubts.push('weak-discrimination');
	const told = n - blank >= LEAST_N;
	if (told && distractors.some((id) => (options[id] ?? 0) < LEAST_USE)) doubts.push('idle-distractor');
	return doubts;
}

function mean(values: readonly number[]): number {
	return values.reduce((sum, value) => sum + value, 0) / values.length;
}
