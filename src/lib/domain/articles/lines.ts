import type { ArticleText, Span } from './types.ts';

/** A paragraph of the text before anybody knows what part it plays. */
export interface Paragraph extends Span {
	/** It begins with the Nth non-empty line of the text, from 1. */
	paragraph: number;
	/** An empty line, or the text's begin, stands above it. */
	apart: boolean;
}

interface Line extends Paragraph {
	/** Blanks before its first word. */
	indent: number;
}

/** Marks at the begin of a line that say that it does not continue the one above. */
const BEGINS_ANEW =
	/^(?:[•‣◦▪●■○·*⁃∙►▶✓➤-]\s|\(?\d{1,2}[.)]\s|\([a-z]{1,4}\)\s|[QA][:.]\s|—\s|\d{1,2}[:.]\d{2}\b|[A-Z][A-Z. ]{2,30}:\s)/;

/** Widths at which programs break lines. */
const NARROWEST = 40;
const WIDEST = 110;
/** A text counts as broken at a width where this share of its lines had no room for the next word. */
const FULL_SHARE = 0.6;
/** … and so many of these end within a sentence. */
const OPEN_SHARE = 0.6;
const FEWEST_FULL = 3;

/** The non-empty lines with their spans, without blanks around them. */
function linesOf(normal: string): Line[] {
	const lines: Line[] = [];
	let apart = true;
	let at = 0;
	while (at <= normal.length) {
		const found = normal.indexOf('\n', at);
		const stop = found === -1 ? normal.length : found;
		const line = normal.slice(at, stop);
		const words = line.trim();
		if (words === '') apart = true;
		else {
			const indent = line.length - line.trimStart().length;
			const start = at + indent;
			lines.push({ start, end: start + words.length, paragraph: lines.length + 1, apart, indent });
			apart = false;
		}
		at = stop + 1;
	}
	return lines;
}

/** Length of a line and of the first word of the next one. */
function needed(normal: string, line: Line, next: Line): number {
	const head = normal.slice(next.start, Math.min(next.end, next.start + 40));
	const word = head.search(/\s/);
	return line.indent + (line.end - line.start) + 1 + (word === -1 ? head.length : word);
}

/** The width at which the text's lines were broken, or null where every line is a paragraph. */
function widthOf(normal: string, lines: readonly Line[]): number | null {
	const joints = lines.flatMap((line, index) => {
		const next = lines[index + 1];
		if (next === undefined || next.apart || BEGINS_ANEW.test(normal.slice(next.start, next.start + 50))) return [];
		const open = !/[.:!?]["')]?$/.test(normal.slice(line.end - 2, line.end));
		return [{ length: line.indent + line.end - line.start, needed: needed(normal, line, next), open }];
	});
	const lengths = joints.map((joint) => joint.length).sort((a, b) => a - b);
	const width = lengths[Math.floor(lengths.length * 0.95)] ?? 0;
	if (width < NARROWEST || width > WIDEST) return null;
	const full = joints.filter((joint) => joint.needed > width - 3);
	const open = full.filter((joint) => joint.open).length;
	return full.length >= FEWEST_FULL && full.length / joints.length >= FULL_SHARE && open / full.length >= OPEN_SHARE
		? width
		: null;
}

/** Whether a line goes on in the next one, in a text that was broken at a width. */
function goesOn(normal: string, line: Line, next: Line, width: number, inBullet: boolean): boolean {
	if (next.apart || BEGINS_ANEW.test(normal.slice(next.start, next.start + 50))) return false;
	if (!inBullet && next.indent > line.indent + 1) return false;
	if (needed(normal, line, next) > width - 8) return true;
	return (
		/^[a-z,;]/.test(normal.slice(next.start, next.start + 1)) && !/[.:!?]$/.test(normal.slice(line.start, line.end))
	);
}

/** The lines joined to the paragraphs that they were before they were broken at a width. */
function joinLines(normal: string, lines: readonly Line[], width: number): Paragraph[] {
	const joined: Paragraph[] = [];
	let before: Line | undefined;
	let inBullet = false;
	for (const line of lines) {
		const last = joined.at(-1);
		if (last !== undefined && before !== undefined && goesOn(normal, before, line, width, inBullet))
			last.end = line.end;
		else {
			joined.push({ start: line.start, end: line.end, paragraph: line.paragraph, apart: line.apart });
			inBullet = BEGINS_ANEW.test(normal.slice(line.start, line.start + 50));
		}
		before = line;
	}
	return joined;
}

/**
 * The article's paragraphs: its non-empty lines or, where lines were broken at a width, what they were before.
 * @returns the paragraphs, and the article with blanks in `normal` for the line ends inside of paragraphs
 */
export function paragraphsOf(article: ArticleText): { article: ArticleText; paragraphs: Paragraph[] } {
	const { normal } = article;
	const lines = linesOf(normal);
	const width = widthOf(normal, lines);
	if (width === null)
		return { article, paragraphs: lines.map(({ start, end, paragraph, apart }) => ({ start, end, paragraph, apart })) };
	const paragraphs = joinLines(normal, lines, width);
	const parts: string[] = [];
	let at = 0;
	for (const { start, end } of paragraphs) {
		parts.push(normal.slice(at, start), normal.slice(start, end).replace(/\n/g, ' '));
		at = end;
	}
	parts.push(normal.slice(at));
	return { article: { text: article.text, normal: parts.join('') }, paragraphs };
}
