import type { LearnerSettings } from '#lib/domain/scheduling/settings.ts';
import type { Bank, Shipped } from '#lib/server/bank/bank.ts';
import { bankFor } from '#lib/server/bank/bank-for.ts';
import { classWork } from '#lib/server/classwork/class-work.ts';
import type { Db } from '#lib/server/db/db.ts';
import { withGoals } from '#lib/server/deadlines/own-goals.ts';
import type { Learner } from '#lib/server/reviews/today.ts';

/** A learner with her bank, as a request of hers finds them, where she herself does not ask. */
export async function learnerAt(
	db: Db,
	shipped: Shipped,
	{ id, settings }: { id: string; settings: LearnerSettings },
	now: Date
): Promise<{ learner: Learner; bank: Bank }> {
	const work = await classWork(db, id, now);
	const bank = await bankFor(db, shipped, id, work);
	return { learner: await withGoals(db, bank, { id, settings, work }, now), bank };
}
