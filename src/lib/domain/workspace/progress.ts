import type { Progress, ProposalState } from '../workbench.ts';

/** How far an article is reviewed, from the number of its facts in each state; an edited fact counts as accepted. */
export function progressFrom(counts: readonly { state: ProposalState; number: number }[]): Progress {
	const of = (...states: ProposalState[]) =>
		counts.filter(({ state }) => states.includes(state)).reduce((sum, { number }) => sum + number, 0);
	return {
		total: counts.reduce((sum, { number }) => sum + number, 0),
		proposed: of('proposed'),
		accepted: of('accepted', 'edited'),
		rejected: of('rejected'),
		merged: of('merged')
	};
}
