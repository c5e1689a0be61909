import { failure, type Failure } from '#lib/domain/errors.ts';
import type { Plan } from '#lib/domain/scheduling/fit/simulate.ts';
import type { LearnerSettings } from '#lib/domain/scheduling/settings.ts';
import { parseDeck, type Bank } from '#lib/server/bank/bank.ts';
import type { Db } from '#lib/server/db/db.ts';
import { deckOptionsOf } from '#lib/server/learners/deck-options.ts';
import { mayHaveOptions } from '#lib/server/learners/set-deck-options.ts';
import { checkSettings } from '#lib/server/learners/update-settings.ts';
import type { Learner } from '#lib/server/reviews/today.ts';
import type { FittingThread } from './fitting-thread.ts';
import { learnerHabits, planOf, SEED, startOf } from './learner-workload.ts';

/** What a day of the coming month asks on average. */
export interface DayCost {
	answers: number;
	minutes: number;
}

/** What options would cost beside what those in use do; or why nobody can say. */
export type OptionsCost = { ok: true; now: DayCost; then: DayCost } | { ok: false; why: 'nothing' | 'busy' | 'failed' };

/** So many days are simulated. */
const MONTH = 30;

/**
 * What a learner's options would cost her a day in the coming month, if she saved them; nothing is stored.
 * @param deck as in a page's address: "all", or one that may have options of its own, which is then simulated alone
 * @param fields those of a form, as `updateSettings` takes them
 * @returns which field is out of its range, where one is; `unknown_deck`
 */
export async function optionsCost(
	db: Db,
	bank: Bank,
	learner: Learner,
	{ deck: name, fields }: { deck: string; fields: Readonly<Record<string, unknown>> },
	thread: Pick<FittingThread, 'run'>,
	now: Date
): Promise<{ ok: true; cost: OptionsCost } | (Failure & { field: string })> {
	const deck = name === 'all' || mayHaveOptions(bank, name) ? parseDeck(bank, name) : undefined;
	if (!deck) return { ...failure('unknown_deck'), field: 'deck' };
	const wanted = checkSettings(learner.settings, fields);
	if (!wanted.ok) return wanted;
	const own = checkSettings(learner.settings, (await deckOptionsOf(db, learner.id)).get(name) ?? {});
	if (!own.ok) return own;
	const start = await startOf(db, bank, learner, deck, now);
	if (start.cards.length + start.fresh === 0) return { ok: true, cost: { ok: false, why: 'nothing' } };
	const habits = await learnerHabits(db, learner.id);
	const plan = (settings: LearnerSettings): Plan => planOf(settings, habits, MONTH);
	const plans = [plan(own.settings), plan(wanted.settings)];
	const served = await thread.run({ what: 'costs', start, plans, seed: SEED });
	if (!served.ok) return { ok: true, cost: { ok: false, why: served.why === 'busy' ? 'busy' : 'failed' } };
	const [before, after] = 'costs' in served ? served.costs : [];
	if (!before || !after) return { ok: true, cost: { ok: false, why: 'failed' } };
	const cost = ({ answersADay, minutesADay }: typeof before) => ({ answers: answersADay, minutes: minutesADay });
	return { ok: true, cost: { ok: true, now: cost(before), then: cost(after) } };
}
