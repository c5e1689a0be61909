import type { Verdict } from '#lib/domain/grading/types.ts';
import { inWords } from './ratings.ts';

type Told = { verdict: Verdict; rating: 1 | 2 | 3 | 4 };

/** Whether the learner overruled the grader: wrong by its verdict, and yet not rated Again. */
export function isClaimed({ verdict, rating }: Told): boolean {
	return verdict.verdict !== 'correct' && verdict.reason !== 'self-rated' && rating > 1;
}

/** What an answer counts as: the mark beside its verdict. */
export function markOf({ verdict, rating }: Told): 'right' | 'near' | 'wrong' {
	if (rating > 1) return 'right';
	return verdict.verdict === 'near' || isPartly(verdict) ? 'near' : 'wrong';
}

/** At least half of the parts were right. */
const isPartly = (verdict: Verdict): boolean => verdict.score >= 0.5;

/** A verdict in a word or two. */
export function verdictWord(told: Told): string {
	const { verdict, rating } = told;
	if (verdict.reason === 'self-rated') return rating > 1 ? 'You knew it' : 'Not yet';
	if (isClaimed(told)) return 'Right, you say';
	if (verdict.verdict === 'correct') return rating > 1 ? 'Right' : 'Right, but again';
	if (verdict.verdict === 'near') return 'Nearly';
	return isPartly(verdict) ? 'Partly right' : 'Wrong';
}

/** What a screen reader says after an answer. */
export function spokenVerdict(told: Told & { dueText: string; explanation: { key: string } }): string {
	const answer = told.verdict.verdict === 'correct' ? '' : ` The answer: ${told.explanation.key}.`;
	return `${verdictWord(told)}.${answer} Comes back in ${inWords(told.dueText)}.`;
}
