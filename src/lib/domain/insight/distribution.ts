/** How many values lie from `from` to below `to`; the last bin of an open scale has no end. */
export interface Bin {
	from: number;
	to: number | null;
	count: number;
}

/** Days, in steps that people speak of; the last one is open. */
const DAY_EDGES = [0, 1, 3, 7, 14, 21, 30, 60, 90, 180, 365, 730];
/** Per cent. */
const PERCENT_EDGES = [0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100];

/** Values in days, without the empty bins beyond the longest. */
export function binDays(values: readonly number[]): Bin[] {
	const bins = DAY_EDGES.map((from, index) => binOf(values, from, DAY_EDGES[index + 1] ?? null));
	return bins.slice(0, bins.findLastIndex(({ count }) => count > 0) + 1);
}

/** Shares, 0 to 1, in tenths; the last bin holds the whole too. */
export function binShares(values: readonly number[]): Bin[] {
	const percents = values.map((value) => Math.min(99.999, Math.max(0, value * 100)));
	return PERCENT_EDGES.slice(0, -1).map((from, index) => binOf(percents, from, PERCENT_EDGES[index + 1] ?? null));
}

function binOf(values: readonly number[], from: number, to: number | null): Bin {
	return { from, to, count: values.filter((value) => value >= from && (to === null || value < to)).length };
}
