/** Elements that have no end, or whose end is often left out. */
const WITHOUT_END = new Set(
	'area base br col embed hr img input link meta param source track wbr p li td th tr tbody thead tfoot dt dd option optgroup html head body rp rt'.split(
		' '
	)
);
const TAG = /<(\/?)([a-z][a-z0-9]*)/gi;

/**
 * How many elements a page has and how deeply they are nested, without building its tree: both make the libraries slow.
 * @param html the page
 */
export function sizeOfHtml(html: string): { elements: number; depth: number } {
	let elements = 0;
	let depth = 0;
	let deepest = 0;
	for (const [, close, name = ''] of html.matchAll(TAG)) {
		if (close === '') elements += 1;
		if (WITHOUT_END.has(name.toLowerCase())) continue;
		depth = Math.max(0, depth + (close === '' ? 1 : -1));
		deepest = Math.max(deepest, depth);
	}
	return { elements, depth: deepest };
}
