/** 1 learning, 2 review, 3 relearning; an item that was never answered has no card. */
export type CardPhase = 1 | 2 | 3;

/** Everything that is remembered of one learner's memory of one item. Instants are ISO 8601 strings in UTC. */
export interface CardState {
	state: CardPhase;
	due: string;
	/** Days until recall falls to 90 %. */
	stability: number;
	/** 1 (easy) to 10. */
	difficulty: number;
	scheduledDays: number;
	/** Which (re)learning step comes next, from 0. */
	step: number;
	reps: number;
	lapses: number;
	lastReview: string;
	/** Counts every change of the card. */
	seq: number;
}

/** 1 Again, 2 Hard, 3 Good, 4 Easy. */
export type Rating = 1 | 2 | 3 | 4;
