/** One line of a page; lengths in points, y from the page's foot. */
export interface PdfLine {
	text: string;
	left: number;
	right: number;
	y: number;
	size: number;
	page: number;
	/** Height of its page. */
	height: number;
}

/** Share of a page at its head and foot where running lines stand. */
const MARGIN = 0.1;
const BULLET = /^(?:[•‣◦▪●■○·–-]\s|\(?\d{1,2}[.)]\s|\([a-z]\)\s)/;

/** The same for a running line on every page: its figures do not count. */
const runningKey = (line: PdfLine) => line.text.replace(/\d+/g, '#').replace(/\s+/g, ' ').trim();

const inMargin = (line: PdfLine) => line.y > line.height * (1 - MARGIN) || line.y < line.height * MARGIN;

/** Lines that stand at the head or foot of several pages, and page numbers. */
function withoutRunning(lines: readonly PdfLine[]): PdfLine[] {
	const pages = new Map<string, Set<number>>();
	for (const line of lines.filter(inMargin)) {
		const key = runningKey(line);
		pages.set(key, (pages.get(key) ?? new Set()).add(line.page));
	}
	return lines.filter((line) => {
		if (!inMargin(line)) return true;
		const numbered = /^(?:page\s)?[-–—\s]*\d{1,4}[-–—\s]*(?:(?:of|\/)\s?\d{1,4})?$/i.test(line.text.trim());
		return !numbered && (pages.get(runningKey(line))?.size ?? 0) < 2;
	});
}

function median(values: readonly number[]): number {
	const sorted = [...values].sort((a, b) => a - b);
	return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
}

interface Page {
	/** Usual distance of two lines. */
	step: number;
	/** Where full lines end. */
	right: number;
}

/** Whether a line begins a paragraph, judged by the line above it. */
function beginsAnew(line: PdfLine, above: PdfLine, page: Page): boolean {
	if (BULLET.test(line.text) || Math.abs(line.size - above.size) > 0.8) return true;
	const short = above.right < page.right - (page.right - above.left) * 0.15;
	const ended = /[.!?:…]["'”’)\]]{0,2}$/.test(above.text);
	if (line.page !== above.page || line.y > above.y) return ended && (short || /^[\p{Lu}"“]/u.test(line.text));
	if (above.y - line.y > page.step * 1.35) return true;
	return (short && ended) || line.left > above.left + line.size * 0.8;
}

/** Joins a line to the text above it; a hyphen that broke a word goes. */
function join(text: string, next: string): string {
	if (/\p{L}-$/u.test(text)) return /^\p{Ll}/u.test(next) ? text.slice(0, -1) + next : text + next;
	if (/\u00ad$/.test(text)) return text.slice(0, -1) + next;
	return `${text} ${next}`;
}

/** The lines of a document's pages as paragraphs, without running heads and page numbers. */
export function paragraphsOfPdf(all: readonly PdfLine[]): string[] {
	const lines = withoutRunning(all);
	const steps = lines.flatMap((line, index) => {
		const above = lines[index - 1];
		const step = above && above.page === line.page ? above.y - line.y : 0;
		return step > 0 ? [step] : [];
	});
	const rights = lines.map((line) => line.right).sort((a, b) => a - b);
	const page = { step: median(steps), right: rights[Math.floor(rights.length * 0.9)] ?? 0 };
	const paragraphs: string[] = [];
	for (const [index, line] of lines.entries()) {
		const above = lines[index - 1];
		const last = paragraphs.at(-1);
		if (above === undefined || last === undefined || beginsAnew(line, above, page)) paragraphs.push(line.text.trim());
		else paragraphs[paragraphs.length - 1] = join(last, line.text.trim());
	}
	return paragraphs.filter((paragraph) => paragraph !== '');
}
