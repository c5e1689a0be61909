/** One series of a bar picture; series of one picture stand on each other, the first one below. */
export interface Series {
	/** Its colour, by its meaning. */
	tone: 'main' | 'soft' | 'alert';
	/** One value for each bar, not negative. */
	values: readonly number[];
}

/** A word below a bar. */
export interface Tick {
	/** Which bar it stands below, from 0. */
	at: number;
	text: string;
	/** It stands on a second line, below its neighbours. */
	lower?: boolean;
}

const GAP = 0.14;

/** The height of each whole bar. */
export function heightsOf(series: readonly Series[]): number[] {
	const length = Math.max(0, ...series.map(({ values }) => values.length));
	return Array.from({ length }, (_, index) => series.reduce((sum, { values }) => sum + (values[index] ?? 0), 0));
}

/**
 * All bars of one series as one path, in a picture that is as wide as there are bars and 100 high.
 * @param most the value that is 100 high
 */
export function barsPath(series: readonly Series[], which: number, most: number): string {
	const below = heightsOf(series.slice(0, which));
	return (series[which]?.values ?? [])
		.map((value, index) => {
			if (value <= 0) return '';
			const foot = 100 - ((below[index] ?? 0) / most) * 100;
			const top = foot - (value / most) * 100;
			return `M${index + GAP} ${foot.toFixed(2)}V${top.toFixed(2)}H${index + 1 - GAP}V${foot.toFixed(2)}Z`;
		})
		.join('');
}

/** Ticks so far from each other that their words do not touch: at most about five. */
export function spread(texts: readonly string[], most = 5): Tick[] {
	const step = Math.max(1, Math.ceil(texts.length / most));
	return texts.flatMap((text, at) => (at % step === 0 ? [{ at, text }] : []));
}
