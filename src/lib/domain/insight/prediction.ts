import type { LearnerSettings } from '../scheduling/settings.ts';

/** How fast the default model forgets: the last weight of FSRS-6. */
export const DEFAULT_DECAY = 0.1542;

/** How fast a model forgets: its last weight, positive. */
export function decayOf(model: LearnerSettings['model'] | undefined): number {
	return model?.parameters[20] ?? DEFAULT_DECAY;
}

/**
 * The factor of the forgetting curve: recall after t days is (1 + factor · t / S)^−decay, so that it is 90 % after S
 * days (FSRS-6, "The Algorithm", open-spaced-repetition).
 */
export function curveFactor(decay: number): number {
	return 0.9 ** (-1 / decay) - 1;
}

/** Predicted recall, 0 to 1. */
export function predictedRecall(days: number, stability: number, decay: number): number {
	return (1 + (curveFactor(decay) * days) / stability) ** -decay;
}
