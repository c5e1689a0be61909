/** The model whose parameters these are. */
export const MODEL_VERSION = 'FSRS-6';

/** Between what each parameter may be (fsrs-rs 6, parameter_clipper.rs). */
export const BOUNDS: readonly (readonly [least: number, most: number])[] = [
	[0.001, 100],
	[0.001, 100],
	[0.001, 100],
	[0.001, 100],
	[1, 10],
	[0.001, 4],
	[0.001, 4],
	[0.001, 0.75],
	[0, 4.5],
	[0, 0.8],
	[0.001, 3.5],
	[0.001, 5],
	[0.001, 0.25],
	[0.001, 0.9],
	[0, 4],
	[0, 1],
	[1, 6],
	[0, 2],
	[0, 2],
	[0.01, 0.8],
	[0.1, 0.8]
];

/** The optimiser counts in numbers of 32 bits: 0.8 comes out as 0.800000012. */
const ROUNDING = 1e-6;

/**
 * Parameters as an optimiser gave them, put exactly within their bounds.
 * @returns undefined where one is no number or lies outside by more than what 32 bits round
 */
export function soundParameters(given: readonly number[]): number[] | undefined {
	if (given.length !== BOUNDS.length) return undefined;
	const sound = BOUNDS.flatMap(([least, most], index) => {
		const value = given[index] ?? NaN;
		const off = ROUNDING * Math.max(1, most);
		return value >= least - off && value <= most + off ? [Math.min(Math.max(value, least), most)] : [];
	});
	return sound.length === BOUNDS.length ? sound : undefined;
}
