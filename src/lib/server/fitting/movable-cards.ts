import { and, eq, ne } from 'drizzle-orm';
import { seedOf } from '#lib/domain/reviewing/take-answer.ts';
import { dayOf } from '#lib/domain/scheduling/clock.ts';
import { openHistories } from '#lib/domain/scheduling/fit/history.ts';
import type { Movable } from '#lib/domain/scheduling/fit/reschedule.ts';
import { scheduleOptions } from '#lib/domain/scheduling/options.ts';
import type { Bank } from '#lib/server/bank/bank.ts';
import type { Db } from '#lib/server/db/db.ts';
import { cardChanges } from '#lib/server/db/schema/reviews.ts';
import { deckOptionsOf, optionsOfItem } from '#lib/server/learners/deck-options.ts';
import { knownCards } from '#lib/server/reviews/known-cards.ts';
import type { Learner } from '#lib/server/reviews/today.ts';
import { countedReviews } from './review-log.ts';

/** The query behind the last change by hand of each item: one range of the index on (learner, time). */
export function lastChangesQuery(db: Db, learnerId: string) {
	return db
		.select({ itemId: cardChanges.itemId, kind: cardChanges.kind, changedAt: cardChanges.changedAt })
		.from(cardChanges)
		.where(and(eq(cardChanges.learnerId, learnerId), ne(cardChanges.kind, 'flag')));
}

/**
 * A learner's cards that may be put where her model has them: in review, and neither set aside nor made due by hand since
 * their last answer.
 * @returns them, and the days on which her other cards in review are asked again
 */
export async function movableCards(
	db: Db,
	bank: Bank,
	learner: Learner,
	now: Date
): Promise<{ cards: Movable[]; fixed: string[] }> {
	const known = await knownCards(db, bank, learner, now);
	const past = openHistories(await countedReviews(db, learner.id));
	const deckOptions = await deckOptionsOf(db, learner.id);
	const changes = await lastChangesQuery(db, learner.id);
	const isLater = ({ itemId, changedAt }: (typeof changes)[number]) => {
		const card = known.get(itemId)?.card;
		return card !== undefined && changedAt.getTime() >= Date.parse(card.lastReview);
	};
	const byHand = new Set(changes.filter((one) => one.kind === 'set-due' && isLater(one)).map(({ itemId }) => itemId));
	// What befell a card at this very moment or later, by a clock that was moved, cannot be followed by anything now.
	const later = new Set(changes.filter(({ changedAt }) => changedAt >= now).map(({ itemId }) => itemId));
	const cards: Movable[] = [];
	const fixed: string[] = [];
	for (const [itemId, { card, aside, dueDay }] of known) {
		const item = bank.item(itemId);
		const history = past.get(itemId);
		const free = !aside && !byHand.has(itemId) && !later.has(itemId) && Date.parse(card.lastReview) < now.getTime();
		if (item && history && card.state === 2 && free) {
			const options = scheduleOptions(optionsOfItem(bank, item, learner.settings, deckOptions));
			cards.push({ itemId, card, past: history, options, seed: seedOf(itemId) });
		} else if (dueDay !== null && card.state === 2) fixed.push(dueDay);
		else if (dueDay !== null) fixed.push(dayOf(now, learner.settings));
	}
	return { cards, fixed };
}
