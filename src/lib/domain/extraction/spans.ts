import type { Span } from '../articles/types.ts';

/** The entries of a sorted list that lie wholly inside a span. */
export function within<T extends Span>(sorted: readonly T[], span: Span): T[] {
	const from = firstAtOrAfter(sorted, span.start);
	const inside: T[] = [];
	for (let i = from; i < sorted.length; i++) {
		const entry = sorted[i];
		if (entry === undefined || entry.start >= span.end) break;
		if (entry.end <= span.end) inside.push(entry);
	}
	return inside;
}

/** Index of the first entry that starts at an offset or later (binary search). */
export function firstAtOrAfter(sorted: readonly Span[], offset: number): number {
	let low = 0;
	let high = sorted.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((sorted[middle]?.start ?? 0) < offset) low = middle + 1;
		else high = middle;
	}
	return low;
}
