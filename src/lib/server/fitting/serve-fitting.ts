import { parentPort } from 'node:worker_threads';
import { simulateMean, workload } from '#lib/domain/scheduling/fit/workload.ts';
import { describe } from '#lib/server/log.ts';
import { fitHistories } from './fit-histories.ts';
import type { FittingJob, FittingReply } from './fitting-job.ts';

async function serve(job: FittingJob): Promise<FittingReply> {
	try {
		if (job.what === 'fit') return { ok: true, fitted: await fitHistories(job) };
		if (job.what === 'workload') return { ok: true, workload: workload(job.start, job.plan, job.seed) };
		return { ok: true, costs: job.plans.map((plan) => simulateMean(job.start, plan, job.seed)) };
	} catch (error) {
		return { ok: false, ...describe(error) };
	}
}

parentPort?.on('message', async (job: FittingJob) => parentPort?.postMessage(await serve(job)));
