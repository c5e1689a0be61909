import type { Attachment } from 'svelte/attachments';

type Place = readonly [row: number, column: number];
type Rows = readonly (readonly HTMLElement[])[];

const STEPS: Partial<Record<string, Place>> = {
	ArrowUp: [-1, 0],
	ArrowDown: [1, 0],
	ArrowLeft: [0, -1],
	ArrowRight: [0, 1],
	Home: [0, -Infinity],
	End: [0, Infinity],
	PageUp: [-10, 0],
	PageDown: [10, 0]
};

/**
 * Makes a table one stop of the tab key, and its cells reachable by the arrow keys (WAI-ARIA's grid pattern). Without
 * script the table stays what it was: every link in it a stop.
 * @param content changes when the rows do
 */
export function roving(content: unknown): Attachment<HTMLTableElement> {
	return (table) => {
		const focused = content === undefined ? null : document.activeElement;
		const rows = [...table.rows].map((row) => [...row.cells].map(targetOf));
		for (const target of rows.flat()) target.tabIndex = -1;
		let at = placeOf(rows, focused) ?? within(rows, [1, 0]);
		const stopAt = (place: Place): HTMLElement | undefined => {
			cellAt(rows, at)?.setAttribute('tabindex', '-1');
			at = place;
			cellAt(rows, at)?.setAttribute('tabindex', '0');
			return cellAt(rows, at);
		};
		const onkeydown = (event: KeyboardEvent) => {
			const to = nextPlace(event, at);
			if (!to) return;
			event.preventDefault();
			stopAt(within(rows, to))?.focus();
		};
		const onfocusin = ({ target }: FocusEvent) => stopAt(placeOf(rows, target) ?? at);
		table.setAttribute('role', 'grid');
		table.addEventListener('keydown', onkeydown);
		table.addEventListener('focusin', onfocusin);
		stopAt(at);
		return () => {
			table.removeEventListener('keydown', onkeydown);
			table.removeEventListener('focusin', onfocusin);
		};
	};
}

/** Where a key leads from a cell, perhaps beyond the table; undefined where it leads nowhere. */
function nextPlace(
	{ key, altKey, ctrlKey, metaKey, shiftKey }: KeyboardEvent,
	[row, column]: Place
): Place | undefined {
	const step = STEPS[key];
	if (!step || altKey || metaKey || shiftKey) return undefined;
	if (!ctrlKey) return [row + step[0], column + step[1]];
	// To the table's first cell, and to its last.
	return key === 'Home' || key === 'End' ? [step[1], step[1]] : undefined;
}

function within(rows: Rows, [row, column]: Place): Place {
	const into = (index: number, length: number) => Math.max(0, Math.min(length - 1, index));
	const inRow = into(row, rows.length);
	return [inRow, into(column, rows[inRow]?.length ?? 0)];
}

const cellAt = (rows: Rows, [row, column]: Place): HTMLElement | undefined => rows[row]?.[column];

/** What of a cell is focused: its link, else the cell itself. */
function targetOf(cell: HTMLTableCellElement): HTMLElement {
	return cell.querySelector('a') ?? cell;
}

function placeOf(rows: Rows, target: unknown): Place | undefined {
	const row = rows.findIndex((cells) => cells.some((cell) => cell === target));
	const column = rows[row]?.findIndex((cell) => cell === target) ?? -1;
	return column < 0 ? undefined : [row, column];
}
