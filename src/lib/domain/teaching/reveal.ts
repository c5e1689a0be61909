import type { Feedback } from './rules.ts';
import { standingOf, type Terms } from './terms.ts';

/** What of a quiz somebody may see. */
export interface Moment {
	feedback: Feedback;
	/** The attempt is finished. */
	finished: boolean;
	/** The answer to this question can no longer be changed. */
	settled: boolean;
	/** When the quiz is over for everybody, extensions included; null where it never closes. */
	over: Date | null;
	now: Date;
}

/**
 * Whether the student may see what was right, why, and her marks. "At once" shows each question when its answer is
 * settled; "after closing" waits for the last student, so that nobody with an extension is told by another one; a quiz
 * that never closes has no "after".
 */
export function mayReveal({ feedback, finished, settled, over, now }: Moment): boolean {
	switch (feedback) {
		case 'at-once':
			return finished || settled;
		case 'after-attempt':
			return finished;
		case 'after-closing':
			return finished && over !== null && now >= over;
		case 'never':
			return false;
	}
}

/** A quiz for one student, with how many attempts she has finished. */
export interface Taken {
	feedback: Feedback;
	overAt: Date | null;
	terms: Terms;
	finished: number;
}

/** Whether a student may see her grade: one who did not take part may when her time is over, as if she had finished. */
export function mayShowGrade({ feedback, overAt, terms, finished }: Taken, now: Date): boolean {
	const done = finished > 0 || standingOf(terms, now) === 'closed';
	return mayReveal({ feedback, finished: done, settled: false, over: overAt, now });
}
