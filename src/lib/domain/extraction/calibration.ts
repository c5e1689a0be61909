/**
 * How often proposals of a score were right, measured on the annotated articles (development, short and held-out; those
 * that no rule was made on weigh most). A score is the product of what a rule, its subject and its reading lose in
 * certainty: it orders proposals, and says too little of itself how many are right.
 */
const MEASURED: readonly (readonly [score: number, right: number])[] = [
	[0, 0.5],
	[0.25, 0.65],
	[0.37, 0.78],
	[0.5, 0.84],
	[0.6, 0.87],
	[0.72, 0.91],
	[0.77, 0.95],
	[0.87, 0.965],
	[0.95, 0.98],
	[1, 0.99]
];

/**
 * The share of proposals with a score that are right, between the measured ones in proportion.
 * @param score 0 to 1; what lies outside counts as the nearer end
 * @returns 0.5 to 0.99, rising with the score, to three decimals
 */
export function calibrated(score: number): number {
	const at = Math.min(1, Math.max(0, score));
	const next = Math.max(
		1,
		MEASURED.findIndex(([known]) => known >= at)
	);
	const [[below, low] = [0, 0], [above, high] = [1, 1]] = MEASURED.slice(next - 1, next + 1);
	return Math.round((low + ((at - below) / (above - below)) * (high - low)) * 1000) / 1000;
}
