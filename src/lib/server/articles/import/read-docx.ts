import mammoth from 'mammoth';
import { refuse } from './codes.ts';
import type { ArticleRefusal } from './codes.ts';
import { linesOfPiece } from './read-html.ts';
import { isSafeZip, zipEntries } from './zip-directory.ts';

/**
 * The paragraphs, headings, lists and tables of a Word document as lines of plain text.
 * @returns article_too_large for an archive that unpacks to more than it should, article_unreadable for a damaged one
 */
export async function readDocx(bytes: Uint8Array): Promise<{ ok: true; text: string } | ArticleRefusal> {
	const entries = zipEntries(bytes);
	if (entries === null) return refuse('article_unreadable');
	if (!isSafeZip(bytes, entries)) return refuse('article_too_large');
	try {
		const convertImage = mammoth.images.imgElement(() => Promise.resolve({ src: '' }));
		const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) }, { convertImage });
		return { ok: true, text: linesOfPiece(value) };
	} catch (error) {
		// The libraries throw errors of many kinds at a damaged file.
		if (error instanceof Error) return refuse('article_unreadable');
		throw error;
	}
}
