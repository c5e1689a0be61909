import { present } from '#lib/domain/items/present.ts';
import type { NextPrompt } from '#lib/domain/reviewing/messages.ts';
import type { CardState, Rating } from '#lib/domain/scheduling/card.ts';
import { preview } from '#lib/domain/scheduling/fsrs.ts';
import { formFor } from '#lib/domain/scheduling/growth.ts';
import { intervalText } from '#lib/domain/scheduling/intervals.ts';
import type { Bank, Deck } from '#lib/server/bank/bank.ts';
import type { Db } from '#lib/server/db/db.ts';
import { freshSeq } from './store.ts';
import { planToday, type Learner } from './today.ts';

/** The next question of a learner's day in a deck. */
export async function nextPrompt(
	db: Db,
	bank: Bank,
	learner: Learner,
	deck: Deck,
	now: Date,
	prefer?: string
): Promise<NextPrompt> {
	const { next, left, later } = await planToday(db, bank, learner, deck, now, prefer);
	const item = next && bank.item(next.itemId);
	if (!next || !item) return { prompt: undefined, kind: undefined, left, later, intervals: undefined };
	const seq = next.card?.seq ?? (await freshSeq(db, learner.id, item.id));
	const prompt = present(item, formFor(item, next.card, learner.settings), seq);
	return { prompt, kind: next.kind, left, later, intervals: intervalsAfter(learner, item.id, next.card, now) };
}

/** The time until the card comes back after each rating. */
export function intervalsAfter(
	learner: Learner,
	itemId: string,
	card: CardState | null,
	now: Date
): Record<Rating, string> {
	const after = preview(card, now, learner.settings, seedOf(learner.id, itemId));
	const text = (rating: Rating) => intervalText(after[rating], now, learner.settings);
	return { 1: text(1), 2: text(2), 3: text(3), 4: text(4) };
}

/** What seeds a card's fuzz. */
export function seedOf(learnerId: string, itemId: string): string {
	return `${learnerId}/${itemId}/`;
}
