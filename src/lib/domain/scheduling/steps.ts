import type { CardPhase, CardState, Rating } from './card.ts';
import type { ScheduleOptions } from './options.ts';

const DAY_MINUTES = 24 * 60;

/** Where an answer takes a card among its steps: to one of them, or on to its reviews. */
export type StepMove = { phase: 1 | 3; step: number; minutes: number } | { phase: 2 };

/**
 * The step machine, by Anki's rules (rslib, scheduler/states/steps.rs): Again goes to the first step; Hard stays where
 * the card is, at the first step for the mean of it and the next one, or for half as long again where there is but one,
 * at most a day more; Good goes to the next step; Easy, and whatever finds no step, goes on to review. A card in review
 * that is forgotten goes to the first relearning step.
 * @param card the card before, or null where the item is new
 */
export function stepAfter(
	card: Pick<CardState, 'state' | 'step'> | null,
	rating: Rating,
	options: Pick<ScheduleOptions, 'learningSteps' | 'relearningSteps'>
): StepMove {
	const phase: CardPhase = card?.state ?? 1;
	if (phase === 2) return rating === 1 ? at(3, 0, options.relearningSteps[0]) : { phase: 2 };
	const steps = phase === 1 ? options.learningSteps : options.relearningSteps;
	const step = card?.step ?? 0;
	if (rating === 1) return at(phase, 0, steps[0]);
	if (rating === 2) return at(phase, step, hardMinutes(steps, step));
	return rating === 3 ? at(phase, step + 1, steps[step + 1]) : { phase: 2 };
}

function at(phase: 1 | 3, step: number, minutes: number | undefined): StepMove {
	return minutes === undefined ? { phase: 2 } : { phase, step, minutes };
}

/** How long Hard waits at a step. */
function hardMinutes(steps: readonly number[], step: number): number | undefined {
	const first = steps[0];
	// The steps may have become fewer since the card came to its own.
	if (step > 0) return steps[step] ?? first;
	if (first === undefined) return undefined;
	const second = steps[1];
	return wholeDays(second === undefined ? Math.min(first * 1.5, first + DAY_MINUTES) : (first + second) / 2);
}

/** What is longer than a day is rounded to whole ones. */
function wholeDays(minutes: number): number {
	return minutes > DAY_MINUTES ? Math.round(minutes / DAY_MINUTES) * DAY_MINUTES : minutes;
}

/** How many days of the learner's a step has; 0 where it is shorter than one and counts in minutes. */
export function stepDays(minutes: number): number {
	return Math.floor(minutes / DAY_MINUTES);
}

/** Whether a card waits in a step of a day or more: it falls due with a day of the learner's, like a review. */
export function isDayStep(card: Pick<CardState, 'state' | 'scheduledDays'>): boolean {
	return card.state !== 2 && card.scheduledDays >= 1;
}
