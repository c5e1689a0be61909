import { failure, type Failure } from '#lib/domain/errors.ts';
import { inOrder } from '#lib/domain/reviewing/fold.ts';
import { itemState, type LogChange } from '#lib/domain/reviewing/item-log.ts';
import { seedOf } from '#lib/domain/reviewing/take-answer.ts';
import type { CardState, Rating } from '#lib/domain/scheduling/card.ts';
import { dayOf } from '#lib/domain/scheduling/clock.ts';
import { retrievability } from '#lib/domain/scheduling/fsrs.ts';
import type { Marks } from '#lib/domain/scheduling/marks.ts';
import type { Bank } from '#lib/server/bank/bank.ts';
import type { Db } from '#lib/server/db/db.ts';
import { readItemLog } from './item-log.ts';
import type { Learner } from './today.ts';

/** One thing that befell a card and still counts. */
export type CardDeed = { id: string; at: string } & (
	{ kind: 'answer'; rating: Rating; after: CardState } | { kind: 'change'; change: LogChange }
);

/** A card with its history. */
export interface CardPage {
	itemId: string;
	question: string;
	key: string;
	card: CardState | null;
	marks: Marks;
	/** Predicted recall now, 0 to 1; null without a card. */
	recall: number | null;
	/** The last deed first. */
	history: CardDeed[];
	/** The learner's day. */
	today: string;
}

const MOST_DEEDS = 60;

/** An item as its learner knows it, and what befell it. */
export async function cardPage(
	db: Db,
	bank: Bank,
	learner: Learner,
	itemId: string,
	now: Date
): Promise<({ ok: true } & CardPage) | Failure> {
	const item = bank.item(itemId);
	if (!item) return failure('unknown_item');
	const log = await readItemLog(db, learner, itemId, { changed: true });
	const { held, marks, reviews } = itemState(log, null, seedOf(itemId));
	const card = held && held.memory === bank.memory(itemId) ? held.card : null;
	const changes = log.changes.filter(({ id }) => !log.undone.has(id));
	const history: CardDeed[] = [
		...reviews.map(({ review: { id, at, rating }, after }) => ({ kind: 'answer' as const, id, at, rating, after })),
		...changes.map((change) => ({ kind: 'change' as const, id: change.id, at: change.at, change }))
	];
	return {
		ok: true,
		...{ itemId, question: item.question, key: item.key, card, marks },
		recall: card && retrievability(card, now, learner.settings),
		history: history.sort((a, b) => inOrder(b, a)).slice(0, MOST_DEEDS),
		today: dayOf(now, learner.settings)
	};
}
