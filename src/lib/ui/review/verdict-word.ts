import type { Verdict } from '#lib/domain/grading/types.ts';

/** A verdict in a word or two. */
export function verdictWord(verdict: Verdict, claimedRight: boolean): string {
	if (claimedRight) return 'Right, you say';
	if (verdict.reason === 'self-rated') return verdict.verdict === 'correct' ? 'You knew it' : 'Not yet';
	if (verdict.verdict === 'correct') return 'Right';
	if (verdict.verdict === 'near') return 'Nearly';
	return verdict.score > 0 ? 'Partly right' : 'Wrong';
}
