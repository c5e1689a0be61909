import type { History } from '#lib/domain/scheduling/fit/history.ts';
import type { Judgement } from '#lib/domain/scheduling/fit/judge.ts';
import type { Plan, Simulated, Start } from '#lib/domain/scheduling/fit/simulate.ts';
import type { Workload } from '#lib/domain/scheduling/fit/workload.ts';

/** A memory model that is to be fitted. */
export interface FitJob {
	what: 'fit';
	histories: History[];
	/** The parameters in use, to be compared with. */
	used: readonly number[];
	/** How many relearning steps there are: they bound two of the parameters. */
	relearningSteps: number;
}

/** A workload that is to be simulated. */
export interface WorkloadJob {
	what: 'workload';
	start: Start;
	plan: Plan;
	seed: number;
}

/** Plans whose costs are to be compared, all with the same luck. */
export interface CostsJob {
	what: 'costs';
	start: Start;
	plans: Plan[];
	seed: number;
}
export type FittingJob = FitJob | WorkloadJob | CostsJob;

/** What a fit came to: fitted parameters with how they were judged; or why there are none. */
export type Fitted =
	| { ok: true; parameters: number[]; judgement: Judgement; accepted: boolean }
	| { ok: false; why: 'few_judged' | 'unsound' };

/** What the thread answers. */
export type FittingReply =
	| { ok: true; fitted: Fitted }
	| { ok: true; workload: Workload }
	| { ok: true; costs: Simulated[] }
	| { ok: false; name: string; message: string; stack: string[] };
