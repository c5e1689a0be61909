import { withGlosses } from '#lib/domain/items/glosses.ts';
import { present, type Prompt } from '#lib/domain/items/present.ts';
import type { Item } from '#lib/domain/items/types.ts';
import type { NextPrompt } from '#lib/domain/reviewing/messages.ts';
import { seedOf } from '#lib/domain/reviewing/take-answer.ts';
import { intervalsAfter } from '#lib/domain/reviewing/tell.ts';
import { formFor } from '#lib/domain/scheduling/growth.ts';
import type { Bank, Deck } from '#lib/server/bank/bank.ts';
import type { Db } from '#lib/server/db/db.ts';
import { optionsOfItem } from '#lib/server/learners/deck-options.ts';
import { getLocale } from '#lib/tongue/locale.ts';
import { freshItem } from './lock-item.ts';
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
	const { next, left, later, deckOptions } = await planToday(db, bank, learner, deck, now, prefer);
	const item = next && bank.item(next.itemId);
	if (!next || !item) return { prompt: undefined, kind: undefined, left, later, intervals: undefined };
	const seq = next.card?.seq ?? (await freshItem(db, learner.id, item.id)).seq;
	const prompt = asked(bank, item, formFor(item, next.card, learner.settings), seq);
	const options = optionsOfItem(bank, item, learner.settings, deckOptions);
	const intervals = intervalsAfter(next.card, now, options, seedOf(item.id));
	return { prompt, kind: next.kind, left, later, intervals };
}

/** The question of a form as it is asked in the language of the request: in Chinese with the names in it. */
export function asked(bank: Bank, item: Item, formIndex: number, seq: number): Prompt | undefined {
	const prompt = present(item, formIndex, seq);
	return prompt && getLocale() === 'zh-CN' ? withGlosses(prompt, bank.registry) : prompt;
}
