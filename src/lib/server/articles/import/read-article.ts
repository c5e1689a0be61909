import { detectLanguage } from '#lib/domain/articles/language.ts';
import { importText } from '#lib/domain/articles/text.ts';
import type { ArticleMetadata } from '#lib/domain/articles/types.ts';
import type { Warning } from '#lib/domain/extraction/types.ts';
import { refuse } from './codes.ts';
import type { ArticleRefusal } from './codes.ts';
import { decode } from './decode.ts';
import { readDocx } from './read-docx.ts';
import { readHtml } from './read-html.ts';
import { readPdf } from './read-pdf.ts';
import { isHtml, sniff } from './sniff.ts';

export type ArticleFormat = 'text' | 'html' | 'docx' | 'pdf';

export interface ReadArticle {
	ok: true;
	text: string;
	metadata: ArticleMetadata;
	format: ArticleFormat;
	warnings: Warning[];
}

/** What a file holds, or why it cannot be read. */
export type ReadResult = ReadArticle | ArticleRefusal;

export interface ArticleHint {
	contentType?: string;
	name?: string;
}

/** Largest file in bytes, web page in UTF-16 units and text in bytes of UTF-8. */
const MOST_FILE = 10 * 1024 * 1024;
const MOST_PAGE = 5 * 1024 * 1024;
const MOST_TEXT = 200_000;
const FEWEST_WORDS = 5;

const DAMAGED = {
	code: 'damaged_characters',
	message: 'A few characters of the file could not be read and are marked in the text.'
} satisfies Warning;

/** A text or a web page, as its characters say. */
function readCharacters(bytes: Uint8Array, hint: ArticleHint): ReadArticle | ArticleRefusal {
	const decoded = decode(bytes, hint.contentType);
	if (!decoded.ok) return decoded;
	const damaged = decoded.damaged ? [DAMAGED] : [];
	if (!isHtml(decoded.text)) return { ok: true, text: decoded.text, metadata: {}, format: 'text', warnings: damaged };
	if (decoded.text.length > MOST_PAGE) return refuse('article_too_large');
	const page = readHtml(decoded.text);
	return page.ok ? { ...page, format: 'html', warnings: [...damaged, ...page.warnings] } : page;
}

async function readContent(bytes: Uint8Array, hint: ArticleHint): Promise<ReadResult> {
	const content = sniff(bytes);
	if (content === 'archive') return refuse('article_archive');
	if (content === 'unsupported') return refuse('article_unsupported_type');
	if (content === 'binary') return refuse('article_binary');
	if (content === 'text') return readCharacters(bytes, hint);
	if (content === 'pdf') {
		const pdf = await readPdf(bytes);
		return pdf.ok ? { ...pdf, format: 'pdf', warnings: [] } : pdf;
	}
	const docx = await readDocx(bytes);
	return docx.ok ? { ...docx, metadata: {}, format: 'docx', warnings: [] } : docx;
}

/** Whether most letters are Latin: where the language cannot be told, another script tells that it is not English. */
function isLatin(text: string): boolean {
	const sample = text.slice(0, 20_000);
	const letters = sample.match(/\p{L}/gu)?.length ?? 0;
	return (sample.match(/\p{Script=Latin}/gu)?.length ?? 0) * 2 >= letters;
}

/** What is wrong with a text as an article; undefined where nothing is. */
function faultOf(text: string): ArticleRefusal | undefined {
	if (text.trim() === '') return refuse('article_empty');
	if (Buffer.byteLength(text) > MOST_TEXT) return refuse('article_too_large');
	const { normal } = importText(text);
	const language = detectLanguage(normal);
	if (language !== 'en' && (language !== 'und' || !isLatin(normal))) return refuse('article_unsupported_language');
	const prose = normal.split('\n').some((line) => (line.match(/\p{L}{2,}/gu)?.length ?? 0) >= FEWEST_WORDS);
	return prose ? undefined : refuse('article_no_sentences');
}

/**
 * Reads a file as an article; what it is is told by its bytes and never by its name.
 * @param bytes the whole file
 * @param hint what a form or server says of it; only the character set is used, where the bytes leave it open
 * @returns its text as lines of paragraphs, what it says of itself, and warnings; or why it cannot be read
 */
export async function readArticle(bytes: Uint8Array, hint: ArticleHint): Promise<ReadResult> {
	if (bytes.length === 0) return refuse('article_empty');
	if (bytes.length > MOST_FILE) return refuse('article_too_large');
	const read = await readContent(bytes, hint);
	if (!read.ok) return read;
	return faultOf(read.text) ?? read;
}
