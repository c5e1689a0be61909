/** One fit of a learner's model. */
export interface Fit {
	id: string;
	fittedAt: Date;
	reviews: number;
	lossBefore: number;
	lossAfter: number;
	accepted: boolean;
	inUse: boolean;
}

/** How a fit stands: none under way, one that waits, or why the last one came to nothing. */
export type Standing =
	'idle' | 'waiting' | 'too_few' | 'few_judged' | 'unsound' | 'timeout' | 'failed' | 'busy' | 'overtaken';

export type { Habits } from '#lib/domain/scheduling/fit/habits.ts';
export type { Workload as Simulation, WorkloadPoint as Point } from '#lib/domain/scheduling/fit/workload.ts';
