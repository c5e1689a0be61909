import { and, eq } from 'drizzle-orm';
import * as v from 'valibot';
import { failure, type Failure } from '#lib/domain/errors.ts';
import { deckOptionsSchema, type DeckOptions } from '#lib/domain/scheduling/settings.ts';
import { parseDeck, type Bank } from '#lib/server/bank/bank.ts';
import type { Db } from '#lib/server/db/db.ts';
import { deckOptions } from '#lib/server/db/schema/scheduling.ts';
import type { Learner } from '#lib/server/reviews/today.ts';

/**
 * Gives a deck options of its own in place of those it had; with none it follows the learner's again. Cards keep the
 * dates that they have: the options decide from the next answer on.
 * @param deck as in a page's address: a topic, a source, a workspace or a study assignment
 * @param options what differs from the learner's own; unknown until it is checked
 * @returns the deck's options as they now stand, or that there is no such deck, or which field is out of its range
 */
export async function setDeckOptions(
	db: Db,
	bank: Bank,
	learner: Learner,
	deck: string,
	options: Readonly<Record<string, unknown>>
): Promise<{ ok: true; options: DeckOptions } | (Failure & { field: string })> {
	if (!mayHaveOptions(bank, deck)) return { ...failure('unknown_deck'), field: 'deck' };
	const checked = v.safeParse(deckOptionsSchema, options);
	if (!checked.success) {
		const field = checked.issues[0].path?.[0]?.key;
		return { ...failure('invalid_settings'), field: typeof field === 'string' ? field : '' };
	}
	const own = checked.output;
	if (Object.keys(own).length === 0) {
		await db.delete(deckOptions).where(and(eq(deckOptions.learnerId, learner.id), eq(deckOptions.deck, deck)));
		return { ok: true, options: own };
	}
	await db
		.insert(deckOptions)
		.values({ learnerId: learner.id, deck, options: own })
		.onConflictDoUpdate({ target: [deckOptions.learnerId, deckOptions.deck], set: { options: own } });
	return { ok: true, options: own };
}

/** Whether a deck may have options of its own: it is there, and holds less than everything. */
export function mayHaveOptions(bank: Bank, name: string): boolean {
	const deck = parseDeck(bank, name);
	return deck !== undefined && deck.by !== 'all' && deck.by !== 'due';
}
