import { plus, type Passed, type RecallCell } from './cells.ts';

/** Where the bins of predicted recall begin, in per cent; most predictions lie above 80. */
const BEGINS = [0, 50, 60, 70, 75, 80, 85, 90, 95];

/** What was predicted against what happened, for predictions from `from` to below `to` per cent. */
export interface CalibrationBin {
	from: number;
	to: number;
	/** Mean prediction, 0 to 1. */
	predicted: number;
	recalled: Passed;
}

export interface Calibration {
	/** Bins with an answer, from the lowest prediction. */
	bins: CalibrationBin[];
	/** Mean prediction of all, 0 to 1; null without an answer. */
	predicted: number | null;
	recalled: Passed;
}

/** Predicted recall against what happened; a prediction stands for the middle of its whole per cent. */
export function calibrate(cells: readonly RecallCell[]): Calibration {
	const bins = BEGINS.flatMap((from, index) => {
		const to = BEGINS[index + 1] ?? 100;
		const within = cells.filter(({ percent }) => percent >= from && (percent < to || to === 100));
		const predicted = meanPrediction(within);
		return predicted === null ? [] : [{ from, to, predicted, recalled: recalledOf(within) }];
	});
	return { bins, predicted: meanPrediction(cells), recalled: recalledOf(cells) };
}

function recalledOf(cells: readonly RecallCell[]): Passed {
	return cells.reduce((sum, { right, count }) => plus(sum, { passed: right ? count : 0, all: count }), {
		passed: 0,
		all: 0
	});
}

function meanPrediction(cells: readonly RecallCell[]): number | null {
	const all = recalledOf(cells).all;
	const middle = (percent: number) => Math.min(percent + 0.5, 100) / 100;
	return all === 0 ? null : cells.reduce((sum, { percent, count }) => sum + middle(percent) * count, 0) / all;
}
