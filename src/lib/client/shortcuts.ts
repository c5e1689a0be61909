/** Elements that take these keys themselves. */
const TAKES_TEXT = 'input:not([type=checkbox]):not([type=radio]), select, textarea';
const TAKES_ENTER = 'a, button, summary, select, input, textarea';

/**
 * Presses the visible control that names the key in its `aria-keyshortcuts`.
 * @returns whether there was one
 */
export function pressShortcut(event: KeyboardEvent): boolean {
	if (event.defaultPrevented || event.repeat || event.ctrlKey || event.metaKey || event.altKey) return false;
	const key = event.key === ' ' ? 'Space' : event.key.length === 1 ? event.key.toUpperCase() : event.key;
	if (!/^([0-9A-Z]|Space|Enter)$/.test(key)) return false;
	const { target } = event;
	if (target instanceof Element) {
		if (target.closest(TAKES_TEXT)) return false;
		if ((key === 'Enter' || key === 'Space') && target.closest(TAKES_ENTER)) return false;
	}
	const control = [...document.querySelectorAll<HTMLElement>(`[aria-keyshortcuts~="${key}"]`)].find(
		(element) => !element.matches(':disabled') && element.getClientRects().length > 0
	);
	if (!control) return false;
	event.preventDefault();
	control.click();
	return true;
}

const SWITCH = 'readout.keys';

/** Whether the learner wants the single keys: they can disturb speech input. */
export function keysWanted(): boolean {
	try {
		return localStorage.getItem(SWITCH) !== 'off';
	} catch {
		// Storage may be forbidden; the keys then work.
		return true;
	}
}

/** Remembers whether the single keys are wanted. */
export function wantKeys(on: boolean): void {
	try {
		localStorage.setItem(SWITCH, on ? 'on' : 'off');
	} catch {
		// Storage may be forbidden; the choice then holds until the page is left.
	}
}
