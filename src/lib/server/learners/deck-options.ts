import { eq } from 'drizzle-orm';
import type { Item } from '#lib/domain/items/types.ts';
import { decksOf, optionsFor, type ScheduleOptions } from '#lib/domain/scheduling/options.ts';
import type { DeckOptions, LearnerSettings } from '#lib/domain/scheduling/settings.ts';
import { SHIPPED_WORKSPACE, type Bank } from '#lib/server/bank/bank.ts';
import type { Db } from '#lib/server/db/db.ts';
import { deckOptions } from '#lib/server/db/schema/scheduling.ts';

/** The query behind "which decks have options of their own": one range of the primary key. */
export function deckOptionsQuery(db: Db, learnerId: string) {
	return db
		.select({ deck: deckOptions.deck, options: deckOptions.options })
		.from(deckOptions)
		.where(eq(deckOptions.learnerId, learnerId));
}

/** The options of a learner's decks, by the deck's name as in a page's address. */
export async function deckOptionsOf(db: Db, learnerId: string): Promise<ReadonlyMap<string, DeckOptions>> {
	const rows = await deckOptionsQuery(db, learnerId);
	return new Map(rows.map(({ deck, options }) => [deck, options]));
}

/** The names of the decks of an item that may have options of their own, the most specific first. */
export function decksOfItem(bank: Bank, item: Item): string[] {
	const workspace = bank.workspaceOf(item.id);
	const studies = bank.studies.filter(({ itemIds }) => itemIds.includes(item.id)).map(({ id }) => id);
	return decksOf(item, { workspace: workspace === SHIPPED_WORKSPACE ? null : workspace, studies });
}

/** The options by which an item's card is scheduled for a learner. */
export function optionsOfItem(
	bank: Bank,
	item: Item,
	settings: LearnerSettings,
	options: ReadonlyMap<string, DeckOptions>
): ScheduleOptions {
	return optionsFor(options.size === 0 ? [] : decksOfItem(bank, item), settings, options);
}
