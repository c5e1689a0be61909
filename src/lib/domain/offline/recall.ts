import type { Pack } from './pack-schema.ts';

/** A quiz that keeps its items out of a learner's reviews, under a name that says nothing of it. */
export interface Withholding {
	/** Another one as soon as the quiz is another. */
	quiz: string;
	/** When it begins; ISO instant, null where it has begun. */
	from: string | null;
}

/**
 * Whether a pack may hold what a quiz withholds, now or on one of its days: a quiz was published, or opened to her again,
 * after the pack was made. Which of its items these are is not told.
 * @param heard what the server said last
 */
export function isRecalled(
	{ withholdings = [], until }: Pick<Pack, 'withholdings' | 'until'>,
	heard: readonly Withholding[]
): boolean {
	const known = new Set(withholdings.map(({ quiz }) => quiz));
	return heard.some(({ quiz, from }) => !known.has(quiz) && (from === null || from <= until));
}
