import type { LearnerSettings } from '../scheduling/settings.ts';
import { meanOf, recallsOf, type CardMemory } from './memory-map.ts';

/** Items that a student has to know by an instant. */
export interface Towards {
	itemIds: readonly string[];
	at: Date;
}

/** How a student stands to a date. */
export interface GoalStanding {
	items: number;
	/** Met in her reviews. */
	seen: number;
	/** Recalled there at least once. */
	recalled: number;
	/** Mean predicted recall at the date without further reviews, 0 to 1; what she never met counts 0. */
	predicted: number;
}

/**
 * How a student stands to a date.
 * @param cards hers, by item
 * @param recalled the items that she has recalled at least once
 */
export function goalStanding(
	{ itemIds, at }: Towards,
	cards: ReadonlyMap<string, CardMemory>,
	recalled: ReadonlySet<string>,
	settings: LearnerSettings
): GoalStanding {
	const { recall, met } = meanOf(recallsOf(itemIds, cards, settings, at));
	return {
		items: itemIds.length,
		seen: met,
		recalled: itemIds.filter((id) => recalled.has(id)).length,
		predicted: recall
	};
}
