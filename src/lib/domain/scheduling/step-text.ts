const MINUTES = { m: 1, h: 60, d: 24 * 60 } as const;

/**
 * Steps as they are typed: "1 10", "1m, 10m, 2h 1d"; a number alone is minutes; nothing, or 0 alone, is no steps.
 * @returns minutes; NaN for what is no step, which the settings then refuse
 */
export function stepsFrom(text: string): number[] {
	const parts = text.split(/[\s,;，；、]+/).filter((part) => part !== '');
	return parts.length === 1 && parts[0] === '0' ? [] : parts.map(minutesOf);
}

function minutesOf(part: string): number {
	const [, digits, unit] = /^(\d{1,5}(?:\.\d{1,2})?)([mhd]?)$/i.exec(part) ?? [];
	if (digits === undefined) return NaN;
	const lower = unit?.toLowerCase();
	return Number(digits) * (lower === 'h' ? MINUTES.h : lower === 'd' ? MINUTES.d : MINUTES.m);
}

/** Steps as they are typed: "1 10 2h 1d"; 0 for none. */
export function stepsText(steps: readonly number[]): string {
	if (steps.length === 0) return '0';
	return steps
		.map((minutes) => {
			if (minutes % MINUTES.d === 0) return `${minutes / MINUTES.d}d`;
			return minutes % MINUTES.h === 0 ? `${minutes / MINUTES.h}h` : String(minutes);
		})
		.join(' ');
}
