const TYPES = 'input:not([type=checkbox]):not([type=radio]), select, textarea';

const inField = ({ target }: KeyboardEvent) => target instanceof Element && target.closest(TYPES) !== null;

/** Ctrl+Z or ⌘Z outside of a field, which takes back its own typing. */
export function isUndo(event: KeyboardEvent): boolean {
	const { ctrlKey, metaKey, altKey, shiftKey, key } = event;
	return (ctrlKey || metaKey) && !altKey && !shiftKey && key.toLowerCase() === 'z' && !inField(event);
}

/** A question mark outside of a field. */
export function asksForKeys(event: KeyboardEvent): boolean {
	return event.key === '?' && !event.ctrlKey && !event.metaKey && !inField(event);
}
