import { meanOf, type MemoryMap } from './memory-map.ts';

/** Recall in five steps, by the share that each begins with. */
export const STEPS = [0, 0.2, 0.4, 0.6, 0.8] as const;
/** More students than that stand together in columns. */
export const MOST_COLUMNS = 24;
/** Items on one page of the map. */
export const ITEMS_A_PAGE = 40;

/** A column of the map: one student, or several who know about as much. */
export interface MapColumn {
	/** Whose it is; null where several students stand in it. */
	name: string | null;
	students: number;
	/** Mean over all items, in percent. */
	recall: number;
	behind: number;
}

/** A row of the map: one item, recall in whole percent. */
export interface MapRow {
	itemId: string;
	recall: number;
	met: number;
	/** By column; null where none of its students has met the item. */
	cells: (number | null)[];
}

/** One page of the map. */
export interface MapView {
	columns: MapColumn[];
	/** How many students stand in one column at most; 1 where each has her own. */
	together: number;
	rows: MapRow[];
	page: number;
	pages: number;
	/** How many items of the whole map lie in each step, from the least known. */
	steps: number[];
}

/** In which of the five steps a recall lies, from 1; 0 where the item is not met. */
export function stepOf(percent: number | null): number {
	if (percent === null) return 0;
	return STEPS.filter((from) => percent >= from * 100).length;
}

/**
 * What of a memory map stands on one page: its items, and its students in columns, who knows least first. Of more
 * students than there are columns, neighbours in that order stand together.
 * @param names of the students, in the map's order
 * @param page from 1; one that there is not counts as the nearest
 */
export function mapView(map: MemoryMap, names: readonly string[], page: number): MapView {
	const order = map.students
		.map((student, index) => ({ ...student, index }))
		.toSorted((a, b) => a.recall - b.recall || a.index - b.index);
	const bins = inBins(order, MOST_COLUMNS);
	const pages = Math.max(1, Math.ceil(map.items.length / ITEMS_A_PAGE));
	const shown = Number.isInteger(page) ? Math.min(pages, Math.max(1, page)) : 1;
	const rows = map.items.slice((shown - 1) * ITEMS_A_PAGE, shown * ITEMS_A_PAGE);
	return {
		columns: bins.map((bin) => ({
			name: bin.length === 1 ? (names[bin[0]?.index ?? 0] ?? '') : null,
			students: bin.length,
			recall: percent(bin.reduce((sum, { recall }) => sum + recall, 0) / bin.length),
			behind: bin.filter(({ behind }) => behind).length
		})),
		together: Math.max(1, ...bins.map(({ length }) => length)),
		rows: rows.map(({ itemId, recall, met, by }) => ({
			...{ itemId, met, recall: percent(recall) },
			cells: bins.map((bin) => {
				const of = meanOf(bin.map(({ index }) => by[index] ?? null));
				return of.met === 0 ? null : percent(of.recall);
			})
		})),
		...{ page: shown, pages },
		steps: STEPS.map((_, index) => map.items.filter(({ recall }) => stepOf(percent(recall)) === index + 1).length)
	};
}

/** Entries in their order, in at most so many groups that differ by at most one in size. */
function inBins<T>(entries: readonly T[], most: number): T[][] {
	const bins = Math.min(most, entries.length);
	const from = (bin: number) => Math.floor((bin * entries.length) / bins);
	return Array.from({ length: bins }, (_, bin) => entries.slice(from(bin), from(bin + 1)));
}

const percent = (share: number): number => Math.round(share * 100);
