import { retrievability } from '../scheduling/fsrs.ts';
import type { CardState } from '../scheduling/card.ts';
import type { LearnerSettings } from '../scheduling/settings.ts';

/** A student's memory of some items. */
export interface Memory {
	learnerId: string;
	settings: LearnerSettings;
	/** By item; what she never answered is not in it. */
	cards: ReadonlyMap<string, CardState>;
}

/** How well a class will know one item. */
export interface Known {
	itemId: string;
	/** Mean predicted recall of the whole class, 0 to 1: who never met it is taken to know nothing. */
	recall: number;
	/** How many students have met it. */
	met: number;
	/** Predicted recall by learner, for those who met it. */
	by: Record<string, number>;
}

/** How well a student will know what the class learns. */
export interface Standing {
	learnerId: string;
	recall: number;
	met: number;
	/** She lies so far behind the class that somebody should ask. */
	behind: boolean;
}

export interface MemoryMap {
	items: Known[];
	students: Standing[];
}

/** A student is behind where she will know less than this share of what the class knows in the middle. */
const BEHIND = 0.7;

/**
 * The class memory map: what each student's FSRS state predicts of her recall at an instant, without further reviews.
 * @param at when it has to be known
 * @returns items with the least recall first; students in the order given
 */
export function memoryMap(itemIds: readonly string[], students: readonly Memory[], at: Date): MemoryMap {
	const recall = (memory: Memory, itemId: string): number | undefined => {
		const card = memory.cards.get(itemId);
		if (!card) return undefined;
		const from = new Date(Math.max(at.getTime(), Date.parse(card.lastReview)));
		return retrievability(card, from, memory.settings);
	};
	const items = itemIds.map((itemId): Known => {
		const by = Object.fromEntries(
			students.flatMap((memory) => {
				const value = recall(memory, itemId);
				return value === undefined ? [] : [[memory.learnerId, value] as const];
			})
		);
		return { itemId, recall: share(Object.values(by), students.length), met: Object.keys(by).length, by };
	});
	const each = students.map(({ learnerId }) => {
		const own = items.flatMap(({ by }) => by[learnerId] ?? []);
		return { learnerId, recall: share(own, itemIds.length), met: own.length };
	});
	const middle = middleOf(each.map((student) => student.recall));
	return {
		items: items.toSorted((a, b) => a.recall - b.recall),
		students: each.map((student) => ({ ...student, behind: student.recall < BEHIND * middle }))
	};
}

const share = (values: readonly number[], of: number): number =>
	of === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / of;

function middleOf(values: readonly number[]): number {
	const sorted = values.toSorted((a, b) => a - b);
	return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
