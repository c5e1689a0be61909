import { getDocumentProxy } from 'unpdf';
import type { ArticleMetadata } from '#lib/domain/articles/types.ts';
import { refuse } from './codes.ts';
import type { ArticleRefusal } from './codes.ts';
import { paragraphsOfPdf } from './pdf-lines.ts';
import type { PdfLine } from './pdf-lines.ts';

const MOST_PAGES = 100;
/** More text than an article may have; what follows is not read. */
const MOST_UNITS = 400_000;

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;

/** A piece of text on a page, where it stands and how wide it is. */
interface Piece {
	text: string;
	left: number;
	y: number;
	width: number;
	size: number;
}

/** The pieces on one height, with a blank where a gap parts them. */
function addPiece(lines: PdfLine[], piece: Piece, page: number, height: number): void {
	const last = lines.at(-1);
	if (
		!last ||
		last.page !== page ||
		Math.abs(last.y - piece.y) > Math.max(2, piece.size * 0.4) ||
		piece.left < last.left
	) {
		lines.push({
			text: piece.text,
			left: piece.left,
			right: piece.left + piece.width,
			y: piece.y,
			size: piece.size,
			page,
			height
		});
		return;
	}
	const gap = piece.left - last.right > piece.size * 0.15 && !/\s$/.test(last.text) && !/^\s/.test(piece.text);
	last.text += (gap ? ' ' : '') + piece.text;
	last.right = piece.left + piece.width;
}

async function linesOfPage(pdf: Pdf, number: number): Promise<PdfLine[]> {
	const page = await pdf.getPage(number);
	const height = page.getViewport({ scale: 1 }).height;
	const { items } = await page.getTextContent();
	const lines: PdfLine[] = [];
	for (const item of items) {
		if (!('str' in item) || item.str.trim() === '') continue;
		const [, , , scale, left, y] = item.transform.map(Number);
		addPiece(
			lines,
			{ text: item.str, left: left ?? 0, y: y ?? 0, width: item.width, size: Math.abs(scale ?? item.height) },
			number,
			height
		);
	}
	page.cleanup();
	return lines;
}

async function textOf(pdf: Pdf): Promise<string> {
	const lines: PdfLine[] = [];
	let units = 0;
	for (let number = 1; number <= pdf.numPages && units <= MOST_UNITS; number += 1) {
		const page = await linesOfPage(pdf, number);
		units += page.reduce((sum, line) => sum + line.text.length, 0);
		lines.push(...page);
	}
	return paragraphsOfPdf(lines).join('\n\n');
}

async function open(bytes: Uint8Array): Promise<Pdf | ArticleRefusal> {
	try {
		return await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 });
	} catch (error) {
		if (!(error instanceof Error)) throw error;
		return refuse(error.name === 'PasswordException' ? 'article_encrypted' : 'article_unreadable');
	}
}

/**
 * The text of a PDF, a line for each paragraph: broken lines joined, hyphens undone, running heads and page numbers gone.
 * A document's own title and date are those of its making and are not taken over.
 * @returns article_encrypted with a password, article_too_large beyond 100 pages, article_unreadable when damaged
 */
export async function readPdf(
	bytes: Uint8Array
): Promise<{ ok: true; text: string; metadata: ArticleMetadata } | ArticleRefusal> {
	const pdf = await open(bytes);
	if ('ok' in pdf) return pdf;
	try {
		if (pdf.numPages > MOST_PAGES) return refuse('article_too_large');
		return { ok: true, text: await textOf(pdf), metadata: {} };
	} catch (error) {
		// The library throws errors of many kinds at a damaged page.
		if (error instanceof Error) return refuse('article_unreadable');
		throw error;
	} finally {
		await pdf.cleanup();
		await pdf.loadingTask.destroy();
	}
}
