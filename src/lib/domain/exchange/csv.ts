import papa from 'papaparse';

/** What a cell of a table can hold. */
export type Cell = string | number | null;

/** What a spreadsheet would take for the beginning of a formula, full-width forms included (OWASP, CSV Injection). */
const FORMULA = /^[\s\0]*[=+\-@\t\r＝＋－＠]/u;

/**
 * A table as CSV (RFC 4180) with a byte order mark, so that spreadsheets read it as UTF-8. A text that a spreadsheet
 * would run as a formula gets an apostrophe in front; numbers stay numbers.
 */
export function writeCsv(head: readonly string[], rows: readonly (readonly Cell[])[]): string {
	const data = rows.map((row) => row.map(cellOf));
	return `\uFEFF${papa.unparse({ fields: head.map(harmless), data }, { newline: '\r\n' })}\r\n`;
}

/** A text that no spreadsheet takes for a formula. */
export function harmless(text: string): string {
	return FORMULA.test(text) ? `'${text}` : text;
}

function cellOf(cell: Cell): Cell {
	return typeof cell === 'string' ? harmless(cell) : cell;
}

/** Rows of a CSV text as they stand, with the line that each begins in, or the line that cannot be read. */
export type ReadCsv = { ok: true; rows: { line: number; cells: string[] }[] } | { ok: false; line: number };

/**
 * Reads CSV with commas, semicolons or tabs, quoted or not; empty lines are left out.
 * @returns the number of the first line where a quotation mark is left open
 */
export function readCsv(text: string): ReadCsv {
	const { data, errors } = papa.parse<string[]>(text.replace(/^\uFEFF/, ''), { delimitersToGuess: [',', ';', '\t'] });
	const broken = errors.find(({ type }) => type === 'Quotes');
	if (broken) return { ok: false, line: (broken.row ?? 0) + 1 };
	let line = 1;
	const rows = data.map((cells) => {
		const begins = line;
		line += 1 + cells.join('').split('\n').length - 1;
		return { line: begins, cells: cells.map((cell) => cell.trim()) };
	});
	return { ok: true, rows: rows.filter(({ cells }) => cells.some((cell) => cell !== '')) };
}
