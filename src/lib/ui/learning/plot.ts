const LOWEST = 0.7;
const HIGHEST = 0.99;

/** Where a point stands in the picture, in percent of its width and, from above, of its height. */
export function placed(
	{ retention, minutesADay }: { retention: number; minutesADay: number },
	most: number
): { x: number; y: number } {
	return { x: ((retention - LOWEST) / (HIGHEST - LOWEST)) * 100, y: 100 - (minutesADay / most) * 100 };
}

/** From 0 in steps of 1, 2 or 5 times a power of ten to the first that is not below a number: three to six of them. */
export function ticksTo(most: number): number[] {
	const rough = Math.max(most, 0.01) / 4;
	const power = 10 ** Math.floor(Math.log10(rough));
	const step = ([1, 2, 5].find((factor) => factor * power >= rough) ?? 10) * power;
	const count = Math.max(2, Math.ceil(most / step - 1e-9));
	return Array.from({ length: count + 1 }, (_, index) => Number((index * step).toPrecision(6)));
}
