import type { Item } from '../items/types.ts';
import { plus, type ItemCell, type Passed } from './cells.ts';

/** What is known of one card now. */
export interface CardNow {
	/** Predicted recall now, 0 to 1. */
	recall: number;
	/** Whether it is due. */
	due: boolean;
}

/** How a learner stands with the items of one topic or of one kind of fact. */
export interface GroupRow {
	/** The topic's id or the kind. */
	id: string;
	items: number;
	/** Items answered at least once. */
	met: number;
	due: number;
	/** Predicted recall now over all its items, 0 to 1; what was not met counts as none. */
	recall: number;
	/** True retention in the range. */
	retention: Passed;
	/** The item that was wrong most often for its answers in the range, of those answered often enough. */
	hardest: { itemId: string; answers: Passed } | null;
}

/** With fewer answers than this a share says nothing about an item. */
const ENOUGH_ANSWERS = 3;

/** What was answered in the range, by item. */
export interface ItemTotals {
	answers: Passed;
	tested: Passed;
}

/** The cells of each item as one. */
export function byItem(cells: readonly ItemCell[]): Map<string, ItemTotals> {
	const totals = new Map<string, ItemTotals>();
	for (const { itemId, tested, right, count } of cells) {
		const more = { passed: right ? count : 0, all: count };
		const known = totals.get(itemId) ?? { answers: { passed: 0, all: 0 }, tested: { passed: 0, all: 0 } };
		totals.set(itemId, {
			answers: plus(known.answers, more),
			tested: tested ? plus(known.tested, more) : known.tested
		});
	}
	return totals;
}

/**
 * The items of a deck by topic or by kind of fact, in the order in which the bank brings them.
 * @param groupOf the group that an item belongs to
 */
export function groupRows(
	items: readonly Item[],
	groupOf: (item: Item) => string,
	cards: ReadonlyMap<string, CardNow>,
	totals: ReadonlyMap<string, ItemTotals>
): GroupRow[] {
	const groups = new Map<string, Item[]>();
	for (const item of items) {
		const group = groupOf(item);
		const members = groups.get(group);
		if (members) members.push(item);
		else groups.set(group, [item]);
	}
	return [...groups].map(([id, members]) => {
		const known = members.flatMap((item) => cards.get(item.id) ?? []);
		const tested = members.map((item) => totals.get(item.id)?.tested ?? { passed: 0, all: 0 });
		return {
			id,
			items: members.length,
			met: known.length,
			due: known.filter(({ due }) => due).length,
			recall: known.reduce((sum, { recall }) => sum + recall, 0) / members.length,
			retention: tested.reduce(plus, { passed: 0, all: 0 }),
			hardest: hardestOf(members, totals)
		};
	});
}

function hardestOf(items: readonly Item[], totals: ReadonlyMap<string, ItemTotals>): GroupRow['hardest'] {
	const wrong = ({ passed, all }: Passed) => (all - passed) / all;
	const enough = items.flatMap(({ id }) => {
		const answers = totals.get(id)?.answers;
		return answers && answers.all >= ENOUGH_ANSWERS && answers.passed < answers.all ? [{ itemId: id, answers }] : [];
	});
	const order = (a: { answers: Passed }, b: { answers: Passed }) =>
		wrong(b.answers) - wrong(a.answers) || b.answers.all - a.answers.all;
	return enough.toSorted(order)[0] ?? null;
}
