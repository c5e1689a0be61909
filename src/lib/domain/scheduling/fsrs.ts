import {
	FSRS,
	GenSeedStrategyWithCardId,
	StrategyMode,
	createEmptyCard,
	generatorParameters,
	type Card,
	type Grade,
	type StepUnit
} from 'ts-fsrs';
import type { CardState, Rating } from './card.ts';
import { addDays, dayOf, shiftedClock, startOfDay } from './clock.ts';
import type { LearnerSettings } from './settings.ts';

/** The library's card with the id that seeds its fuzz. */
type SeededCard = Card & { seed: string };

const schedulers = new Map<string, FSRS>();
const KEPT_SCHEDULERS = 200;

/** One scheduler per set of settings: making one computes its tables. */
function schedulerFor(settings: LearnerSettings): FSRS {
	const { desiredRetention, maximumInterval, fuzz, learningSteps, relearningSteps } = settings;
	const key = JSON.stringify([desiredRetention, maximumInterval, fuzz, learningSteps, relearningSteps]);
	const known = schedulers.get(key);
	if (known) return known;
	if (schedulers.size >= KEPT_SCHEDULERS) schedulers.clear();
	const minutes = (steps: number[]) => steps.map((n): StepUnit => `${Math.round(n)}m`);
	const made = new FSRS(
		generatorParameters({
			request_retention: desiredRetention,
			maximum_interval: maximumInterval,
			enable_fuzz: fuzz,
			learning_steps: minutes(learningSteps),
			relearning_steps: minutes(relearningSteps)
		})
	);
	// Anki's rule: card and repetitions seed the fuzz, so that a previewed interval is the one that is stored.
	made.useStrategy(StrategyMode.SEED, GenSeedStrategyWithCardId('seed'));
	schedulers.set(key, made);
	return made;
}

/**
 * A card after an answer.
 * @param card the card before, or null where the item is new
 * @param now when the answer was given; an instant before the last review counts as that review's
 * @param seed what sets the fuzz: the same for every preview and answer of one card
 * @returns the new state: intervals of a day or more fall due when the learner's day begins, shorter ones to the minute
 * @throws RangeError when the card's numbers are not finite
 */
export function schedule(
	card: CardState | null,
	rating: Rating,
	now: Date,
	settings: LearnerSettings,
	seed: string
): CardState {
	const at = card ? new Date(Math.max(now.getTime(), Date.parse(card.lastReview))) : now;
	const shifted = shiftedClock(at, settings);
	const { card: next } = schedulerFor(settings).next(
		toLibrary(card, shifted, settings, seed),
		shifted,
		toGrade(rating)
	);
	const days = next.state === 2 ? Math.min(next.scheduled_days, settings.maximumInterval) : 0;
	const due =
		days >= 1
			? startOfDay(addDays(dayOf(at, settings), days), settings)
			: new Date(at.getTime() + (next.due.getTime() - shifted.getTime()));
	return {
		state: next.state === 2 ? 2 : next.state === 3 ? 3 : 1,
		due: due.toISOString(),
		stability: next.stability,
		difficulty: next.difficulty,
		scheduledDays: days,
		step: next.learning_steps,
		reps: next.reps,
		lapses: next.lapses,
		lastReview: at.toISOString(),
		seq: (card?.seq ?? 0) + 1
	};
}

/** The card after each of the four answers. */
export function preview(
	card: CardState | null,
	now: Date,
	settings: LearnerSettings,
	seed: string
): Record<Rating, CardState> {
	const after = (rating: Rating) => schedule(card, rating, now, settings, seed);
	return { 1: after(1), 2: after(2), 3: after(3), 4: after(4) };
}

/** The predicted probability, 0 to 1, that the learner recalls the card at an instant. */
export function retrievability(card: CardState, at: Date, settings: LearnerSettings): number {
	const shifted = shiftedClock(at, settings);
	return schedulerFor(settings).get_retrievability(toLibrary(card, shifted, settings, ''), shifted, false);
}

function toGrade(rating: Rating): Grade {
	return rating;
}

function toLibrary(card: CardState | null, shiftedNow: Date, settings: LearnerSettings, seed: string): SeededCard {
	if (!card) return { ...createEmptyCard(shiftedNow), seed };
	if (![card.stability, card.difficulty].every((n) => Number.isFinite(n) && n > 0)) {
		throw new RangeError(
			`a card's stability and difficulty are positive numbers, not ${card.stability} and ${card.difficulty}`
		);
	}
	return {
		due: shiftedClock(new Date(card.due), settings),
		stability: card.stability,
		difficulty: card.difficulty,
		elapsed_days: 0,
		scheduled_days: card.scheduledDays,
		learning_steps: card.step,
		reps: card.reps,
		lapses: card.lapses,
		state: card.state,
		last_review: shiftedClock(new Date(card.lastReview), settings),
		seed
	};
}
