import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { fold } from '#lib/domain/text.ts';
import type { ArticleMetadata } from '#lib/domain/articles/types.ts';
import type { Warning } from '#lib/domain/extraction/types.ts';
import { refuse } from './codes.ts';
import type { ArticleRefusal } from './codes.ts';
import { linesOfHtml } from './html-lines.ts';
import { sizeOfHtml } from './html-size.ts';
import { metadataOf } from './html-metadata.ts';

export interface ReadPage {
	ok: true;
	text: string;
	metadata: ArticleMetadata;
	warnings: Warning[];
}

/** Pages with more elements, or deeper nesting, would take too long. */
const MOST_ELEMENTS = 30_000;
const DEEPEST = 120;
/** Less text is not an article; the whole page is taken instead. */
const SHORTEST = 250;
const UNSEEN =
	'script, style, noscript, template, nav, aside, footer, [hidden], [aria-hidden="true"], [style*="display:none"], [style*="display: none"], [style*="visibility:hidden"]';
const NO_ARTICLE = {
	code: 'whole_page',
	message: 'The article could not be told from the rest of the page: the whole page was taken.'
} satisfies Warning;

/** The page as a tree; what stands outside of a body is put into one. */
function documentOf(html: string): Document {
	if (/<body[\s>]/i.test(html)) return parseHTML(html).document;
	const inner = html.replace(/<!doctype[^>]{0,500}>|<\/?(?:html|head)(?:\s[^>]{0,500})?>/gi, '');
	return parseHTML(`<html><head></head><body>${inner}</body></html>`).document;
}

const dropUnseen = (document: Document) => {
	for (const element of document.querySelectorAll(UNSEEN)) element.remove();
};

/** The article's lines as a reader's view finds them; undefined where it finds none. */
function articleOf(html: string): { text: string; title?: string } | undefined {
	const document = documentOf(html);
	dropUnseen(document);
	const found = new Readability<Node>(document, { charThreshold: SHORTEST, serializer: (node) => node }).parse();
	const node = found?.content;
	if (!found || !node) return undefined;
	const element = document.createElement('div');
	element.append(node);
	return { text: linesOfHtml(element), ...(found.title ? { title: found.title } : {}) };
}

/** A short line with a year near the top of the page, where no metadata gives the day. */
function stampOf(document: Document): string | undefined {
	const places = document.querySelectorAll(
		'time, [class*="date"], [class*="Date"], [class*="time"], [class*="publish"], [class*="posted"], [class*="byline"]'
	);
	const texts = [...places].slice(0, 40).map((place) => (place.textContent ?? '').replace(/\s+/g, ' ').trim());
	return texts.find((text) => text.length < 80 && /\b(?:19|20)\d{2}\b/.test(text));
}

/** The lines with title and date stamp above them, where they are not there. */
function withHead(text: string, title: string | undefined, stamp: string | undefined): string {
	const head = fold(text.slice(0, 1000));
	const missing = [title, stamp].filter((line) => line !== undefined && line !== '' && !head.includes(fold(line)));
	return [...missing, text].join('\n\n');
}

/**
 * The article of a web page as lines of plain text, with what the page says of it.
 * @param html the decoded page, or a part of one
 * @returns article_too_large above 30,000 elements, article_unreadable where they are nested more than 120 deep
 */
export function readHtml(html: string): ReadPage | ArticleRefusal {
	const size = sizeOfHtml(html);
	if (size.elements > MOST_ELEMENTS) return refuse('article_too_large');
	if (size.depth > DEEPEST) return refuse('article_unreadable');
	try {
		const document = documentOf(html);
		const metadata = metadataOf(document);
		dropUnseen(document);
		const whole = linesOfHtml(document.body);
		const heading = document.querySelector('h1')?.textContent?.replace(/\s+/g, ' ').trim();
		const stamp = metadata.published === undefined ? stampOf(document) : undefined;
		const article = articleOf(html);
		if (article === undefined || article.text.length < SHORTEST) {
			return {
				ok: true,
				text: withHead(whole, heading, undefined),
				metadata,
				warnings: whole === '' ? [] : [NO_ARTICLE]
			};
		}
		const title = heading || metadata.title || article.title;
		return { ok: true, text: withHead(article.text, title, stamp), metadata, warnings: [] };
	} catch (error) {
		if (error instanceof RangeError) return refuse('article_unreadable');
		throw error;
	}
}

/** The lines of a piece of HTML that is nothing but the article. */
export function linesOfPiece(html: string): string {
	return linesOfHtml(documentOf(html).body);
}
