import { and, eq } from 'drizzle-orm';
import * as v from 'valibot';
import { failure, type Failure } from '#lib/domain/errors.ts';
import { dayOf } from '#lib/domain/scheduling/clock.ts';
import type { Db } from '#lib/server/db/db.ts';
import { learnerDays } from '#lib/server/db/schema/reviews.ts';
import type { Learner } from '#lib/server/reviews/today.ts';

const more = (most: number) => v.pipe(v.number(), v.integer(), v.minValue(-most), v.maxValue(most));
const todayLimitsSchema = v.strictObject({ moreNew: more(500), moreReviews: more(2000) });

/** By how much the limits of new items and of reviews are raised on one day alone, or lowered. */
export type TodayLimits = v.InferOutput<typeof todayLimitsSchema>;

/** How the learner's limits differ today; zeros where they do not. */
export async function todayLimits(db: Db, learner: Learner, now: Date): Promise<TodayLimits> {
	const [row] = await db
		.select({ moreNew: learnerDays.moreNew, moreReviews: learnerDays.moreReviews })
		.from(learnerDays)
		.where(and(eq(learnerDays.learnerId, learner.id), eq(learnerDays.day, dayOf(now, learner.settings))));
	return row ?? { moreNew: 0, moreReviews: 0 };
}

/**
 * Raises or lowers the learner's limits for today, in place of what was set for today before; tomorrow they are as ever.
 * @returns which field is out of its range, where one is
 */
export async function setTodayLimits(
	db: Db,
	learner: Learner,
	limits: Readonly<Record<string, unknown>>,
	now: Date
): Promise<{ ok: true } | (Failure & { field: string })> {
	const checked = v.safeParse(todayLimitsSchema, limits);
	if (!checked.success) {
		const field = checked.issues[0].path?.[0]?.key;
		return { ...failure('invalid_settings'), field: typeof field === 'string' ? field : '' };
	}
	await db
		.insert(learnerDays)
		.values({ learnerId: learner.id, day: dayOf(now, learner.settings), ...checked.output })
		.onConflictDoUpdate({ target: [learnerDays.learnerId, learnerDays.day], set: checked.output });
	return { ok: true };
}
