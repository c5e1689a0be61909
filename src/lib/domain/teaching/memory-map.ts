import { median } from '../median.ts';
import type { CardState } from '../scheduling/card.ts';
import { retrievability } from '../scheduling/fsrs.ts';
import type { LearnerSettings } from '../scheduling/settings.ts';

/** Predicted recall of some items, 0 to 1, in their order; null for an item that the student never met. */
export type Recalls = readonly (number | null)[];

/** Of a card what its predicted recall depends on. */
export type CardMemory = Pick<CardState, 'stability' | 'lastReview'>;

/** How well a class will know one item. */
export interface Known {
	itemId: string;
	/** Mean predicted recall of the whole class, 0 to 1: who never met it is taken to know nothing. */
	recall: number;
	/** How many students have met it. */
	met: number;
	/** Of each student, in their order. */
	by: Recalls;
}

/** How well a student will know what the class learns. */
export interface StudentRecall {
	/** Mean predicted recall over all items, 0 to 1: what she never met counts 0. */
	recall: number;
	met: number;
	/** She lies so far behind the class that somebody should ask. */
	behind: boolean;
}

export interface MemoryMap {
	/** The least known first. */
	items: Known[];
	/** In the order given. */
	students: StudentRecall[];
}

/** A student is behind where she will know less than this share of what the class knows in the middle. */
const BEHIND = 0.7;

/**
 * What a student's FSRS states predict of her recall at an instant, without further reviews.
 * @param cards by item; what she never answered is not in it
 * @param at when it has to be known; before a card's last review it counts as that review's instant
 */
export function recallsOf(
	itemIds: readonly string[],
	cards: ReadonlyMap<string, CardMemory>,
	settings: LearnerSettings,
	at: Date
): Recalls {
	return itemIds.map((itemId) => {
		const card = cards.get(itemId);
		return card ? recallAt(card, settings, at) : null;
	});
}

/** The rest of a card in review: recall is the same whatever it holds. */
const ANY_CARD = { state: 2, difficulty: 5, scheduledDays: 1, step: 0, reps: 1, lapses: 0, seq: 0 } as const;

/** Predicted recall of one card at an instant, 0 to 1; before its last review it counts as that review's instant. */
export function recallAt(card: CardMemory, settings: LearnerSettings, at: Date): number {
	const { stability, lastReview } = card;
	const from = new Date(Math.max(at.getTime(), Date.parse(lastReview)));
	return retrievability({ ...ANY_CARD, stability, due: lastReview, lastReview }, from, settings);
}

/**
 * The class memory map: what is known by whom.
 * @param students each one's recall of the items, in the items' order
 */
export function memoryMap(itemIds: readonly string[], students: readonly Recalls[]): MemoryMap {
	const items = itemIds.map((itemId, index): Known => {
		const by = students.map((recalls) => recalls[index] ?? null);
		return { itemId, ...meanOf(by), by };
	});
	const each = students.map(meanOf);
	// Half of the class knows no more.
	const middle = median(each.map(({ recall }) => recall)) ?? 0;
	return {
		items: items.toSorted((a, b) => a.recall - b.recall),
		students: each.map((student) => ({ ...student, behind: student.recall < BEHIND * middle }))
	};
}

/** The mean over all, those that are not met counted as 0, and how many are met. */
export function meanOf(recalls: Recalls): { recall: number; met: number } {
	const met = recalls.filter((recall) => recall !== null);
	const sum = met.reduce((all, recall) => all + recall, 0);
	return { recall: recalls.length === 0 ? 0 : sum / recalls.length, met: met.length };
}
