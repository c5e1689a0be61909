import { nextMemory, recallAfter, type Memory } from '../fsrs.ts';
import type { History } from './history.ts';

/** What a model said of an answer before it was given, and what became of it. */
export interface Prediction {
	/** The predicted probability of recall, 0 to 1. */
	recall: number;
	recalled: boolean;
	/** Whole days since the answer before. */
	days: number;
	/** Which answer a day or more after another it is, the first one of a memory counted too. */
	length: number;
	/** How often the memory had been forgotten, same days left out. */
	lapses: number;
}

/** No prediction is trusted more than this: one sure error would outweigh everything. */
const LEAST_DOUBT = 1e-4;

/**
 * What parameters predict of the answers from an order on. Each is predicted from all that went before it; answers on
 * the same day change the memory but are not predicted (as in the srs-benchmark).
 */
export function predict(histories: readonly History[], parameters: readonly number[], from = 0): Prediction[] {
	const predictions: Prediction[] = [];
	for (const history of histories) {
		const last = history.at(-1);
		if (!last || last.order < from) continue;
		let memory: Memory | null = null;
		let length = 1;
		let lapses = 0;
		for (const { rating, days, order } of history) {
			if (memory && days > 0) {
				length++;
				if (order >= from)
					predictions.push({
						recall: recallAfter(days, memory.stability, parameters),
						recalled: rating > 1,
						days,
						length,
						lapses
					});
				if (rating === 1) lapses++;
			}
			memory = nextMemory(memory, days, rating, parameters);
		}
	}
	return predictions;
}

/** The mean of −ln of the probability that was given to what happened; less is better. NaN without predictions. */
export function logLoss(predictions: readonly Prediction[]): number {
	const sum = predictions.reduce((total, { recall, recalled }) => {
		const p = Math.min(Math.max(recall, LEAST_DOUBT), 1 - LEAST_DOUBT);
		return total - Math.log(recalled ? p : 1 - p);
	}, 0);
	return sum / predictions.length;
}

/**
 * How far predicted recall is off from what happened, in groups of like answers: by days, length and lapses (the bins of
 * the srs-benchmark and of fsrs-rs, `r_matrix_index`). 0 to 1; less is better. NaN without predictions.
 */
export function rmseBins(predictions: readonly Prediction[]): number {
	const bins = new Map<string, { count: number; off: number }>();
	for (const { recall, recalled, days, length, lapses } of predictions) {
		const key = [bin(days, 3.62), bin(length, 1.89), lapses === 0 ? -1 : bin(lapses, 1.73)].join();
		const known = bins.get(key) ?? { count: 0, off: 0 };
		bins.set(key, { count: known.count + 1, off: known.off + recall - (recalled ? 1 : 0) });
	}
	// A bin of n answers that are off by `off` together weighs n · (off / n)².
	const squares = [...bins.values()].reduce((sum, { count, off }) => sum + (off * off) / count, 0);
	return Math.sqrt(squares / predictions.length);
}

const bin = (value: number, base: number) => Math.floor(Math.log(value) / Math.log(base));
