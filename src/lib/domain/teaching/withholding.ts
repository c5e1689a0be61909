import { mayReveal } from './reveal.ts';
import type { QuizRules } from './rules.ts';
import { attemptsLeft, type Terms } from './terms.ts';

/** A student's attempts of a quiz, as far as they decide what she may be shown. */
export interface Progress {
	begun: number;
	finished: number;
	/** One is open. */
	open: boolean;
}

/** A published quiz for one student. */
export interface QuizForStudent {
	rules: Pick<QuizRules, 'feedback'>;
	terms: Terms;
	/** When it is over for everybody; null where it never closes. */
	overAt: Date | null;
	progress: Progress;
}

/**
 * Whether the items of a quiz are kept out of a student's own reviews: from its opening until she may be told what is
 * right, because a review would tell her. One whose answers are never shown keeps them until it is over for everybody, or
 * until she has no attempt left where it never closes.
 */
export function isWithheld({ rules, terms, overAt, progress }: QuizForStudent, now: Date): boolean {
	if (terms.opensAt && now < terms.opensAt) return false;
	// While she can still answer, what she was told of one question does not open the others.
	if (progress.open) return true;
	const finished = progress.finished > 0;
	if (mayReveal({ feedback: rules.feedback, finished, settled: false, over: overAt, now })) return false;
	return overAt === null ? attemptsLeft(terms, progress.begun) !== 0 : now < overAt;
}
