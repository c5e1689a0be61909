import type { Span } from '#lib/domain/articles/types.ts';

/**
 * The stretch of an article that is selected on the page. Each element of the article's text carries the offset at which
 * it begins in `data-start`; letters between them carry none and do not count.
 * @param root the element that holds the article
 * @returns undefined where nothing of the article is selected
 */
export function selectedSpan(root: HTMLElement, selection: Selection | null): Span | undefined {
	if (!selection || selection.rangeCount === 0 || selection.isCollapsed) return undefined;
	const range = selection.getRangeAt(0);
	if (!root.contains(range.commonAncestorContainer) && !range.intersectsNode(root)) return undefined;
	const parts = [...root.querySelectorAll<HTMLElement>('[data-start]')].filter((part) => range.intersectsNode(part));
	const [first, last] = [parts[0], parts.at(-1)];
	if (!first || !last) return undefined;
	const start = offsetIn(first, range.startContainer, range.startOffset) ?? startOf(first);
	const end = offsetIn(last, range.endContainer, range.endOffset) ?? startOf(last) + (last.textContent?.length ?? 0);
	return start < end ? { start, end } : undefined;
}

const startOf = (part: HTMLElement) => Number(part.dataset.start);

/** The offset of a place inside an element's only text; undefined where the place lies outside of it. */
function offsetIn(part: HTMLElement, container: Node, offset: number): number | undefined {
	if (!part.contains(container)) return undefined;
	if (container.nodeType === Node.TEXT_NODE) return startOf(part) + offset;
	return startOf(part) + (offset === 0 ? 0 : (part.textContent?.length ?? 0));
}

/** A selection without the spaces at its ends. */
export function trimmed({ start, end }: Span, text: string): Span | undefined {
	const words = text.slice(start, end);
	const from = start + words.length - words.trimStart().length;
	const to = end - (words.length - words.trimEnd().length);
	return from < to ? { start: from, end: to } : undefined;
}
