import type { Feedback } from './rules.ts';

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
