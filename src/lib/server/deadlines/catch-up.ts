import * as v from 'valibot';
import { failure, type Failure } from '#lib/domain/errors.ts';
import {
	daysLeft,
	isBacklog,
	lastDayOf,
	overdueBefore,
	spreadChoices,
	type CatchUp
} from '#lib/domain/scheduling/catch-up.ts';
import { dayOf } from '#lib/domain/scheduling/clock.ts';
import type { Bank } from '#lib/server/bank/bank.ts';
import type { Db } from '#lib/server/db/db.ts';
import { updateSettings } from '#lib/server/learners/update-settings.ts';
import { cardsByItem } from '#lib/server/reviews/known-cards.ts';
import { setAsideOn } from '#lib/server/reviews/set-aside.ts';
import type { Learner } from '#lib/server/reviews/today.ts';

/** How a learner stands to what has waited: nothing to do, it may be spread, or it is being spread. */
export type CatchUpState =
	| { kind: 'none' }
	| { kind: 'offer'; overdue: number; choices: [number, number, number] }
	| { kind: 'active'; rest: number; left: number; lastDay: string; fresh: CatchUp['fresh'] };

const NEW_MEANWHILE = ['none', 'half', 'usual'] as const;
const wishSchema = v.strictObject({
	days: v.pipe(v.number(), v.integer(), v.minValue(2), v.maxValue(60)),
	fresh: v.picklist(NEW_MEANWHILE)
});

/** How a learner stands to what has waited, today. */
export async function catchUpState(db: Db, bank: Bank, learner: Learner, now: Date): Promise<CatchUpState> {
	const { settings } = learner;
	const { catchUp, reviewsPerDay } = settings;
	const today = dayOf(now, settings);
	const known = await cardsByItem(db, bank, learner);
	const aside = await setAsideOn(db, learner.id, today);
	const cards = [...known].flatMap(([id, card]) => (aside.has(id) ? [] : [card]));
	const left = catchUp === null ? 0 : daysLeft(catchUp, today);
	if (catchUp !== null && left > 0) {
		const rest = overdueBefore(cards, catchUp.from, settings);
		if (rest > 0) return { kind: 'active', rest, left, lastDay: lastDayOf(catchUp), fresh: catchUp.fresh };
	}
	const overdue = overdueBefore(cards, today, settings);
	if (!isBacklog(overdue, reviewsPerDay)) return { kind: 'none' };
	return { kind: 'offer', overdue, choices: spreadChoices(overdue, reviewsPerDay) };
}

/**
 * Spreads what has waited over days, from today on.
 * @param input `{days, fresh}`: over how many days, and how many of the usual new items come meanwhile
 */
export async function startCatchUp(
	db: Db,
	learner: Learner,
	input: unknown,
	now: Date
): Promise<{ ok: true } | Failure> {
	const checked = v.safeParse(wishSchema, input);
	if (!checked.success) return failure('invalid_input');
	const catchUp: CatchUp = { from: dayOf(now, learner.settings), ...checked.output };
	const stored = await updateSettings(db, learner, { catchUp });
	return stored.ok ? { ok: true } : failure(stored.code);
}

/** Ends it at once: everything that is due is asked within the usual limits again. */
export async function endCatchUp(db: Db, learner: Learner): Promise<{ ok: true } | Failure> {
	const stored = await updateSettings(db, learner, { catchUp: null });
	return stored.ok ? { ok: true } : failure(stored.code);
}
