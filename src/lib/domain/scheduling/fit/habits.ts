import type { Rating } from '../card.ts';

/** How somebody answers: what a simulated day is made of. */
export interface Habits {
	/** Seconds an answer takes, by its rating. */
	seconds: Record<Rating, number>;
	/** How often an item that is met for the first time is rated so; the four are 1 together. */
	first: Record<Rating, number>;
	/** How often an answer that was recalled is rated so; the three are 1 together. */
	recalled: Record<2 | 3 | 4, number>;
	/** Whether they are hers, or assumed because there are too few answers yet. */
	own: boolean;
}

/** Answers of one learner that were rated alike. */
export interface RatedAnswers {
	kind: 'first' | 'review' | 'step';
	rating: Rating;
	count: number;
	/** Of those whose time is known: how many, and their seconds together. */
	timed: number;
	seconds: number;
}

/** Until there are answers enough: seconds with reading what is told, shares about those of Anki's simulator. */
export const USUAL_HABITS: Habits = {
	seconds: { 1: 20, 2: 15, 3: 10, 4: 7 },
	first: { 1: 0.25, 2: 0.1, 3: 0.5, 4: 0.15 },
	recalled: { 2: 0.1, 3: 0.8, 4: 0.1 },
	own: false
};

/** Fewer answers whose time is known say nothing of a habit. */
export const LEAST_TIMED = 50;
/** The usual seconds count as much as so many answers, so that one slow answer is no habit. */
const USUAL_TIMES = 5;
/** The usual shares count as much as so many answers. */
const USUAL_SHARES = 10;

/** A learner's habits by her last answers; the usual ones where fewer than 50 have a time. */
export function habitsOf(answers: readonly RatedAnswers[]): Habits {
	const timed = answers.reduce((sum, one) => sum + one.timed, 0);
	if (timed < LEAST_TIMED) return USUAL_HABITS;
	const seconds = (rating: Rating) => {
		const alike = answers.filter((one) => one.rating === rating);
		const count = alike.reduce((sum, one) => sum + one.timed, 0);
		const total = alike.reduce((sum, one) => sum + one.seconds, 0);
		return (total + USUAL_TIMES * USUAL_HABITS.seconds[rating]) / (count + USUAL_TIMES);
	};
	const counted = (kind: RatedAnswers['kind'], rating: Rating) =>
		answers.filter((one) => one.kind === kind && one.rating === rating).reduce((sum, one) => sum + one.count, 0);
	const first = (rating: Rating) => counted('first', rating) + USUAL_SHARES * USUAL_HABITS.first[rating];
	const recalled = (rating: 2 | 3 | 4) => counted('review', rating) + USUAL_SHARES * USUAL_HABITS.recalled[rating];
	const firsts = first(1) + first(2) + first(3) + first(4);
	const recalls = recalled(2) + recalled(3) + recalled(4);
	return {
		seconds: { 1: seconds(1), 2: seconds(2), 3: seconds(3), 4: seconds(4) },
		first: { 1: first(1) / firsts, 2: first(2) / firsts, 3: first(3) / firsts, 4: first(4) / firsts },
		recalled: { 2: recalled(2) / recalls, 3: recalled(3) / recalls, 4: recalled(4) / recalls },
		own: true
	};
}
