import * as v from 'valibot';
import { DAYS_AHEAD } from '#lib/domain/scheduling/fit/workload.ts';
import type { LearnerSettings } from '#lib/domain/scheduling/settings.ts';
import type { WorkloadWish } from '#lib/server/fitting/learner-workload.ts';

const wholeNumber = v.pipe(v.string(), v.regex(/^\d{1,4}$/), v.transform(Number));
const wishSchema = v.object({
	from: v.optional(v.picklist(['mine', 'nothing']), 'mine'),
	days: v.optional(v.pipe(wholeNumber, v.picklist(DAYS_AHEAD)), '180'),
	newPerDay: v.optional(v.pipe(wholeNumber, v.maxValue(500)))
});

/**
 * What is to be simulated, as an address says it; what it leaves out is as the learner has it.
 * @returns undefined where the address says what cannot be
 */
export function wishFrom(search: URLSearchParams, settings: LearnerSettings): WorkloadWish | undefined {
	const checked = v.safeParse(wishSchema, Object.fromEntries(search));
	if (!checked.success) return undefined;
	const { from, days, newPerDay } = checked.output;
	return { from, days, newPerDay: newPerDay ?? settings.newPerDay };
}
