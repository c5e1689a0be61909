/** Elements that make a line of their own. */
const BLOCKS = new Set(
	'address article blockquote body center dd details div dl dt fieldset figure form h1 h2 h3 h4 h5 h6 header html hgroup li main ol p pre section summary table tbody td tfoot th thead tr ul'.split(
		' '
	)
);
const DROPPED = new Set(
	'head title meta link base script style noscript template svg iframe object embed button select textarea input nav aside footer canvas audio video math'.split(
		' '
	)
);
/** Characters that only say where a word may be broken. */
const INVISIBLE = /[\u00ad\u200b\u2060\ufeff]/g;

interface Writer {
	lines: string[];
	current: string;
}

/** Ends the line; `apart` puts an empty one below it. */
function flush(writer: Writer, apart: boolean): void {
	const line = writer.current.replace(/[ \t\n\r\f]+/g, ' ').trim();
	writer.current = '';
	if (line !== '') writer.lines.push(line);
	if (apart && writer.lines.length > 0 && writer.lines.at(-1) !== '') writer.lines.push('');
}

const isElement = (node: Node): node is Element => node.nodeType === 1;
const nameOf = (node: Element) => node.localName.toLowerCase();

/** Whether a table only places things on the page. */
function isForLayout(table: Element): boolean {
	return table.querySelector('p, div, h1, h2, h3, ul, ol, table, article') !== null;
}

/** A table of data: one line for each row. */
function writeTable(table: Element, writer: Writer): void {
	flush(writer, true);
	for (const row of table.querySelectorAll('tr')) {
		const cells = [...row.querySelectorAll('td, th')].map((cell) =>
			(cell.textContent ?? '').replace(/\s+/g, ' ').trim()
		);
		writer.current = cells.filter((cell) => cell !== '').join('; ');
		flush(writer, false);
	}
	flush(writer, true);
}

/** A list's number, or its bullet. */
function markOf(item: Element): string {
	const list = item.parentElement;
	if (list === null || nameOf(list) !== 'ol') return '• ';
	const before = [...list.children].filter((child) => nameOf(child) === 'li').indexOf(item);
	return before < 0 || before > 98 ? '• ' : `${before + 1}. `;
}

function writeChildren(element: Element, writer: Writer): void {
	for (const child of element.childNodes) write(child, writer);
}

function writeElement(element: Element, name: string, writer: Writer): void {
	if (name === 'table' && !isForLayout(element)) return writeTable(element, writer);
	if (name === 'li') {
		flush(writer, false);
		writer.current = markOf(element);
		writeChildren(element, writer);
		if (/^(?:•|\d{1,2}\.)\s*$/.test(writer.current)) writer.current = '';
		return flush(writer, false);
	}
	if (name === 'figcaption') {
		flush(writer, false);
		writeChildren(element, writer);
		return flush(writer, true);
	}
	// A list item's first paragraph stands beside its mark.
	const beside = /^(?:•|\d{1,2}\.)\s*$/.test(writer.current);
	if (!beside)
		flush(writer, name !== 'td' && name !== 'dd' && !(name === 'p' && element.parentElement?.localName === 'li'));
	writeChildren(element, writer);
	flush(writer, element.parentElement?.localName !== 'li');
}

function write(node: Node, writer: Writer): void {
	if (node.nodeType === 3) {
		writer.current += (node.textContent ?? '').replace(INVISIBLE, '');
		return;
	}
	if (!isElement(node)) return;
	const name = nameOf(node);
	if (DROPPED.has(name)) return;
	if (name === 'br') return flush(writer, node.nextSibling?.nodeName.toLowerCase() === 'br');
	if (name === 'hr') return flush(writer, true);
	if (name === 'q') {
		writer.current += '“';
		writeChildren(node, writer);
		writer.current += '”';
		return;
	}
	if (BLOCKS.has(name) || name === 'figcaption' || name === 'caption') return writeElement(node, name, writer);
	writeChildren(node, writer);
}

/** The words of an element as plain text: a line for each paragraph, heading, list item, caption and table row. */
export function linesOfHtml(element: Element): string {
	const writer: Writer = { lines: [], current: '' };
	write(element, writer);
	flush(writer, false);
	return writer.lines.join('\n').trim();
}
