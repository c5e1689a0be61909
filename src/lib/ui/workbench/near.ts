/**
 * What is near the window, after an observer's note.
 * @param name the attribute that carries an element's index
 */
export function nearAfter(
	near: ReadonlySet<number>,
	entries: readonly IntersectionObserverEntry[],
	name: string
): ReadonlySet<number> {
	const after = new Set(near);
	for (const { target, isIntersecting } of entries) {
		const index = Number(target.getAttribute(name));
		if (isIntersecting) after.add(index);
		else after.delete(index);
	}
	return after;
}
