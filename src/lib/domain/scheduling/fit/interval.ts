import type { CardPhase, Rating } from '../card.ts';
import { intervalFor, nextMemory, type Memory } from '../fsrs.ts';
import { stepAfter, stepDays } from '../steps.ts';

/** By what intervals are worked out. */
export interface IntervalRule {
	parameters: readonly number[];
	retention: number;
	maximumInterval: number;
	learningSteps: number[];
	relearningSteps: number[];
}

/** A card as an interval depends on it. */
export interface SteppedMemory {
	memory: Memory;
	state: CardPhase;
	step: number;
}

/**
 * After how many whole days a card comes back, as the scheduler has it without fuzz and easy days: 0 within a step, and a
 * day longer than what the rating below gives where that is not less.
 * @param card before the answer; null where the item is new
 * @param elapsed days since the answer before
 */
export function daysAfter(card: SteppedMemory | null, elapsed: number, rating: Rating, rule: IntervalRule): number {
	const move = stepAfter(card, rating, rule);
	if (move.phase !== 2) return stepDays(move.minutes);
	const { stability } = nextMemory(card?.memory ?? null, elapsed, rating, rule.parameters);
	const wanted = intervalFor(stability, rule.retention, rule.parameters);
	return Math.min(Math.max(wanted, leastAfter(card, elapsed, rating, rule)), rule.maximumInterval);
}

function leastAfter(card: SteppedMemory | null, elapsed: number, rating: Rating, rule: IntervalRule): number {
	if (rating === 1) return 1;
	if (rating === 2) return Math.max(1, daysAfter(card, elapsed, 1, rule));
	return daysAfter(card, elapsed, rating === 3 ? 2 : 3, rule) + 1;
}
