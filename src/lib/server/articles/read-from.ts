import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import * as v from 'valibot';
import { importText } from '#lib/domain/articles/text.ts';
import type { SourceProposal } from '#lib/domain/articles/types.ts';
import { failure, type Failure } from '#lib/domain/errors.ts';
import type { Warning } from '#lib/domain/extraction/types.ts';
import { isStorable } from '#lib/domain/workspace/plain-text.ts';
import { fetchArticle } from './import/fetch-article.ts';
import { extractionPool, type Asker, type ExtractionPool } from './extraction-pool.ts';

/** What a use case that reads an article needs beside the database; production passes neither. */
export interface ReadingTools {
	pool?: ExtractionPool;
	/** The folder of the bank's data. */
	seeds?: string;
}

/** Where an article comes from: what was pasted, a file's bytes, or an address that is fetched by the guarded fetch. */
export type ArticleFrom =
	| { from: 'text'; text: string }
	| { from: 'file'; bytes: Uint8Array; name?: string; contentType?: string }
	| { from: 'url'; url: string };

const fromSchema = v.variant('from', [
	v.strictObject({ from: v.literal('text'), text: v.string() }),
	v.strictObject({
		from: v.literal('file'),
		bytes: v.instance(Uint8Array),
		name: v.optional(v.pipe(v.string(), v.maxLength(300))),
		contentType: v.optional(v.pipe(v.string(), v.maxLength(200)))
	}),
	v.strictObject({ from: v.literal('url'), url: v.pipe(v.string(), v.maxLength(2000)) })
]);

/** An article as it will be stored. */
export interface ReadArticle {
	text: string;
	sha256: string;
	/** What is proposed as its particulars. */
	source: SourceProposal;
	format: 'text' | 'html' | 'docx' | 'pdf';
	warnings: Warning[];
}

/**
 * Reads an article from wherever it comes, within the limits of an import.
 * @param asker whose article waits for a thread: a page or a PDF can be made to take long
 * @returns its text in Unicode NFC, which is what is kept; or why it cannot be read
 */
export async function readFrom(
	from: unknown,
	asker: Asker,
	{ pool = extractionPool(), seeds = resolve('seeds') }: ReadingTools
): Promise<{ ok: true; article: ReadArticle } | Failure> {
	const checked = v.safeParse(fromSchema, from);
	if (!checked.success) return failure('invalid_input');
	const read = await bytesOf(checked.output);
	if (!read.ok) return failure(read.code);
	const article = await pool.read({ seeds, bytes: read.bytes, hint: read.hint }, asker);
	if (!article.ok) return failure(article.code);
	const { text } = importText(article.text);
	if (!isStorable(text)) return failure('article_binary');
	const { source, format, warnings } = article;
	return { ok: true, article: { text, sha256: hashOf(text), source, format, warnings } };
}

async function bytesOf(from: ArticleFrom) {
	if (from.from === 'text') {
		const bytes = new TextEncoder().encode(from.text);
		return { ok: true as const, bytes, hint: { contentType: 'text/plain; charset=utf-8' } };
	}
	if (from.from === 'url') {
		const fetched = await fetchArticle(from.url);
		return fetched.ok
			? { ok: true as const, bytes: fetched.bytes, hint: { contentType: fetched.contentType, name: fetched.url } }
			: fetched;
	}
	const { bytes, name, contentType } = from;
	return { ok: true as const, bytes, hint: { name, contentType } };
}

function hashOf(text: string): string {
	return createHash('sha256').update(text).digest('hex');
}
