import type { Verdict } from '#lib/domain/grading/types.ts';
import { m } from '#lib/paraglide/messages.js';
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
	if (verdict.reason === 'self-rated') return rating > 1 ? m.review_verdict_you_knew_it() : m.review_verdict_not_yet();
	if (isClaimed(told)) return m.review_verdict_right_you_say();
	if (verdict.verdict === 'correct') return rating > 1 ? m.review_verdict_right() : m.review_verdict_right_but_again();
	if (verdict.verdict === 'near') return m.review_verdict_nearly();
	return isPartly(verdict) ? m.review_verdict_partly_right() : m.review_verdict_wrong();
}

/** What a screen reader says after an answer. */
export function spokenVerdict(told: Told & { dueText: string; explanation: { key: string } }): string {
	const said = { verdict: verdictWord(told), answer: told.explanation.key, interval: inWords(told.dueText) };
	return told.verdict.verdict === 'correct' ? m.review_spoken_right(said) : m.review_spoken_wrong(said);
}
