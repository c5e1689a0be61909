import { FSRSAlgorithm, checkParameters, default_w, generatorParameters, type FSRSState, type Grade } from 'ts-fsrs';
import { timed, untimed, type CardState, type Rating, type TimedCard } from './card.ts';
import { dayName, dayNumber, startOfDayNumber, type DayClock } from './clock.ts';
import { chooseDay, firstGoodDay, fuzzRange } from './fuzz.ts';
import type { ScheduleOptions } from './options.ts';
import type { MemoryModel } from './settings.ts';
import { stepAfter, stepDays } from './steps.ts';

/** What the model knows of a memory: days until recall falls to 90 %, and how hard it is, 1 to 10. */
export type Memory = Pick<CardState, 'stability' | 'difficulty'>;

/** The weights of FSRS-6 that stand for everybody. */
export const DEFAULT_PARAMETERS: readonly number[] = default_w;
/** No memory is weaker than this many days, the first one neither (fsrs-rs: S_MIN). */
const LEAST_STABILITY = 0.001;
const MOST_STABILITY = 36500;

/** The library's formulas with some weights, and what it makes of a stability for the retention that was asked last. */
interface Model {
	formulas: FSRSAlgorithm;
	retention: number;
	modifier: number;
}

const models = new WeakMap<readonly number[], Model>();

/** Made once for each list of weights. */
function modelOf(parameters: readonly number[]): Model {
	const known = models.get(parameters);
	if (known) return known;
	// Without relearning steps the library takes the weights as they are; with several it would lower two of them.
	const formulas = new FSRSAlgorithm(generatorParameters({ w: checkParameters(parameters), relearning_steps: [] }));
	const made = { formulas, retention: NaN, modifier: NaN };
	models.set(parameters, made);
	return made;
}

/** The weights by which a learner's cards are scheduled: her own where they are of this version of the model. */
export function parametersOf(model: MemoryModel | null): readonly number[] {
	const own = model?.version === 'FSRS-6' && model.parameters.length === default_w.length;
	return own && model.parameters.every((weight) => Number.isFinite(weight)) ? model.parameters : DEFAULT_PARAMETERS;
}

/**
 * A memory after an answer (FSRS-6).
 * @param memory before the answer; null for the first one
 * @param elapsed whole days of the learner's since the answer before, at least 0
 * @throws RangeError when a number is not finite or out of its range
 */
export function nextMemory(
	memory: Memory | null,
	elapsed: number,
	rating: Rating,
	parameters: readonly number[] = DEFAULT_PARAMETERS
): Memory {
	const grade: Grade = rating;
	const { formulas } = modelOf(parameters);
	if (!(elapsed >= 0 && Number.isFinite(elapsed))) throw new RangeError(`${elapsed} days have not passed`);
	if (memory) return pure(formulas.next_state(checked(memory), elapsed, grade));
	// The library's first stability is at least 0.1, which a fitted weight may well be below.
	const stability = Math.min(MOST_STABILITY, Math.max(LEAST_STABILITY, parameters[rating - 1] ?? NaN));
	const { difficulty } = formulas.next_state(null, 0, grade);
	return { stability, difficulty };
}

/** The probability, 0 to 1, that a memory is recalled a number of days after its last answer. */
export function recallAfter(
	elapsed: number,
	stability: number,
	parameters: readonly number[] = DEFAULT_PARAMETERS
): number {
	return modelOf(parameters).formulas.forgetting_curve(elapsed, stability);
}

/** In how many whole days, at least 1, recall has fallen to a share of 0 to 1 (both excluded). */
export function intervalFor(
	stability: number,
	retention: number,
	parameters: readonly number[] = DEFAULT_PARAMETERS
): number {
	if (!(retention > 0 && retention < 1)) throw new RangeError(`${retention} of what was learnt cannot be kept`);
	const model = modelOf(parameters);
	if (model.retention !== retention) {
		model.modifier = model.formulas.calculate_interval_modifier(retention);
		model.retention = retention;
	}
	return Math.max(1, Math.round(stability * model.modifier));
}

function pure({ stability, difficulty }: FSRSState): Memory {
	return { stability, difficulty };
}

function checked(memory: Memory): Memory {
	const { stability, difficulty } = memory;
	const sound = stability >= LEAST_STABILITY && Number.isFinite(stability) && difficulty >= 1 && difficulty <= 10;
	if (sound) return { stability, difficulty };
	throw new RangeError(`a card has no stability of ${stability} and no difficulty of ${difficulty}`);
}

/** A review as the interval is chosen for it. */
export interface Review {
	card: StepCard | null;
	/** The learner's day on which it is given. */
	day: string;
	/** Days of hers since the review before. */
	elapsed: number;
	options: ScheduleOptions;
	seed: string;
	/** The memory after a rating. */
	memoryAfter: (rating: Rating) => Memory;
}

type StepCard = Pick<CardState, 'state' | 'step'>;

/**
 * A card after an answer: of the same card, rating, instant, options and seed always the same, on every device.
 * @param card the card before, or null where the item is new
 * @param now when the answer was given; an instant before the last review counts as that review's
 * @param options those of the item (`optionsFor`)
 * @param seed what sets the fuzz, with the card's repetitions: the same for every preview and answer of one card
 * @returns the new state: steps and intervals of a day or more fall due when the learner's day begins, shorter steps to
 * the second
 * @throws RangeError when the card's numbers are not finite
 */
export function schedule(
	card: CardState | null,
	rating: Rating,
	now: Date,
	options: ScheduleOptions,
	seed: string
): CardState {
	return untimed(scheduleTimed(card && timed(card), rating, now.getTime(), options, seed));
}

/**
 * What `schedule` says, of a card with its instants in milliseconds.
 * @param now milliseconds
 */
export function scheduleTimed(
	card: TimedCard | null,
	rating: Rating,
	now: number,
	options: ScheduleOptions,
	seed: string
): TimedCard {
	const at = card ? Math.max(now, card.lastReview) : now;
	const day = dayNumber(at, options);
	const elapsed = card ? elapsedDays(card.lastReview, day, options) : 0;
	const reps = (card?.reps ?? 0) + 1;
	const memoryAfter = memoriesAfter(card, elapsed, parametersOf(options.model));
	const review = { card, day: dayName(day), elapsed, options, seed: `${seed}${reps}`, memoryAfter };
	const days = daysAfter(review, rating);
	const move = stepAfter(card, rating, options);
	const minutes = move.phase === 2 ? 0 : move.minutes;
	const { stability, difficulty } = memoryAfter(rating);
	return {
		state: move.phase,
		due: days >= 1 ? startOfDayNumber(day + days, options) : at + inMilliseconds(minutes),
		stability,
		difficulty,
		scheduledDays: days,
		step: move.phase === 2 ? 0 : move.step,
		reps,
		lapses: (card?.lapses ?? 0) + (card?.state === 2 && rating === 1 ? 1 : 0),
		lastReview: at,
		seq: (card?.seq ?? 0) + 1
	};
}

/** The memory after each rating of one answer, each worked out once. */
function memoriesAfter(memory: Memory | null, elapsed: number, parameters: readonly number[]): Review['memoryAfter'] {
	const known: Memory[] = [];
	return (rating) => (known[rating] ??= nextMemory(memory, elapsed, rating, parameters));
}

/** The card after each of the four answers. */
export function preview(
	card: CardState | null,
	now: Date,
	options: ScheduleOptions,
	seed: string
): Record<Rating, CardState> {
	const after = (rating: Rating) => schedule(card, rating, now, options, seed);
	return { 1: after(1), 2: after(2), 3: after(3), 4: after(4) };
}

/** The predicted probability, 0 to 1, that the learner recalls the card at an instant: by whole days of hers. */
export function retrievability(
	card: CardState,
	at: Date,
	options: Pick<ScheduleOptions, 'timeZone' | 'dayStart' | 'model'>
): number {
	const { stability, difficulty, lastReview } = card;
	return retrievabilityTimed({ stability, difficulty, lastReview: Date.parse(lastReview) }, at.getTime(), options);
}

/**
 * What `retrievability` says, of a card with its instants in milliseconds.
 * @param at milliseconds
 */
export function retrievabilityTimed(
	card: Memory & Pick<TimedCard, 'lastReview'>,
	at: number,
	options: DayClock & Pick<ScheduleOptions, 'model'>
): number {
	const elapsed = elapsedDays(card.lastReview, dayNumber(at, options), options);
	return recallAfter(elapsed, checked(card).stability, parametersOf(options.model));
}

function elapsedDays(lastReview: number, day: number, clock: DayClock): number {
	return Math.max(0, day - dayNumber(lastReview, clock));
}

function inMilliseconds(minutes: number): number {
	return Math.round(minutes * 60) * 1000;
}

/**
 * In how many of her days the card comes back after a rating, never later than after a better one; 0 within a step. The
 * maximum holds for steps of days too: a longer one would outlast the review that Easy gives.
 */
function daysAfter(review: Review, rating: Rating): number {
	const move = stepAfter(review.card, rating, review.options);
	if (move.phase === 2) return intervalAfter(review, rating);
	return Math.min(stepDays(move.minutes), review.options.maximumInterval);
}

/**
 * The interval of a card in review: chosen within its fuzz, a day longer than what the rating below gives where that is
 * not less (as Anki has it), and never beyond the maximum, which the library's own scheduler exceeds.
 */
function intervalAfter(review: Review, rating: Rating): number {
	const { day, memoryAfter } = review;
	const { maximumInterval: maximum, easyDays } = review.options;
	const { stability } = memoryAfter(rating);
	const { chosen, range } = chosenInterval(stability, review);
	const least = Math.min(leastAfter(review, rating), maximum);
	if (chosen >= least) return chosen;
	return firstGoodDay({ first: least, last: Math.max(least, range.last) }, day, easyDays);
}

/**
 * After how many days a memory of some stability comes back, without regard to what other ratings would give.
 * @param review the answer that it comes of: its day, the days since the one before, and what sets its fuzz
 * @returns whole days, with the range that they were chosen from
 */
export function chosenInterval(
	stability: number,
	{ day, elapsed, options, seed }: Pick<Review, 'day' | 'elapsed' | 'options' | 'seed'>
): { chosen: number; range: { first: number; last: number } } {
	const { maximumInterval: maximum, easyDays, desiredRetention } = options;
	const plain = Math.min(intervalFor(stability, desiredRetention, parametersOf(options.model)), maximum);
	const range = options.fuzz ? fuzzRange(plain, elapsed, maximum) : { first: plain, last: plain };
	return { chosen: chooseDay(range, day, easyDays, seed), range };
}

/** The shortest interval that a rating may give beside the ones below it. */
function leastAfter(review: Review, rating: Rating): number {
	if (rating === 1) return 1;
	if (rating === 2) return Math.max(1, daysAfter(review, 1));
	return daysAfter(review, rating === 3 ? 2 : 3) + 1;
}
