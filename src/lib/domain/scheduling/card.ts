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

/** A card with its instants in milliseconds, as those reckon with it who give it many answers. */
export type TimedCard = Omit<CardState, 'due' | 'lastReview'> & { due: number; lastReview: number };

/** A card with its instants in milliseconds. */
export function timed(card: CardState): TimedCard {
	return { ...card, due: Date.parse(card.due), lastReview: Date.parse(card.lastReview) };
}

/** A card with its instants as texts. */
export function untimed(card: TimedCard): CardState {
	return { ...card, due: new Date(card.due).toISOString(), lastReview: new Date(card.lastReview).toISOString() };
}
