import type { Layout, Span } from '../../articles/types.ts';
import { quotedIn } from '../quotations/marks.ts';
import { firstAtOrAfter } from '../spans.ts';

/** The words in marks of each block that was looked at, kept with its article. */
const KNOWN = new WeakMap<Layout, Map<number, Span[]>>();

function marksOf(layout: Layout, index: number): Span[] {
	const known = KNOWN.get(layout) ?? new Map<number, Span[]>();
	KNOWN.set(layout, known);
	const before = known.get(index);
	if (before) return before;
	const block = layout.blocks[index];
	const marks = block ? quotedIn(layout.article.text.slice(block.start, block.end), block.start) : [];
	known.set(index, marks);
	return marks;
}

/**
 * Whether a place lies between quotation marks of which a stretch of text shows one: such words are somebody's own, or
 * a title, and stay as they were written.
 */
export function isShownAsSaid(layout: Layout, place: Span, stretch: Span): boolean {
	const block = firstAtOrAfter(layout.blocks, place.start + 1) - 1;
	const marks = marksOf(layout, block);
	const last = marks[firstAtOrAfter(marks, place.start + 1) - 1];
	if (last === undefined || last.end < place.end) return false;
	return stretch.start <= last.start || last.end <= stretch.end;
}
