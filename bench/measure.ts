/** Times in milliseconds: the middle, the slow end, and how many were taken. */
export interface Timing {
	p50: number;
	p99: number;
	runs: number;
}

/** Runs a step again and again and tells how long it took; the first tenth warms up and is left out. */
export async function measure(runs: number, step: (index: number) => Promise<void> | void): Promise<Timing> {
	const times: number[] = [];
	const warmUp = Math.ceil(runs / 10);
	for (let index = 0; index < runs + warmUp; index++) {
		const start = performance.now();
		await step(index);
		if (index >= warmUp) times.push(performance.now() - start);
	}
	return timingOf(times);
}

/** The middle and the slow end of times in milliseconds. */
export function timingOf(times: readonly number[]): Timing {
	const sorted = times.toSorted((a, b) => a - b);
	const at = (share: number) => round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
	return { p50: at(0.5), p99: at(0.99), runs: sorted.length };
}

/** Two decimals. */
export function round(value: number): number {
	return Math.round(value * 100) / 100;
}
