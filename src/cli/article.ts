import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { errorText } from '#lib/server/error-text.ts';
import { extractArticle } from '#lib/domain/extraction/extract.ts';
import type { Extraction } from '#lib/domain/extraction/types.ts';
import { loadLexicon } from '#lib/server/articles/lexicon.ts';
import { readArticle } from '#lib/server/articles/import/read-article.ts';

/** A file that cannot be read as an article: exit status 1. */
export class Refused extends Error {
	constructor(
		readonly code: string,
		message: string
	) {
		super(message);
	}
}

/**
 * Reads an article from a file or standard input ("-") and extracts its facts.
 * @throws Refused with a code and a message where it is no article
 */
export async function extractFile(file: string, seeds: string, published?: string): Promise<Extraction> {
	const read = await readArticle(await bytesOf(file), file === '-' ? {} : { name: basename(file) });
	if (!read.ok) throw new Refused(read.code, errorText(read.code));
	const extraction = extractArticle(read.text, loadLexicon(seeds), { published, metadata: read.metadata });
	return { ...extraction, warnings: [...read.warnings, ...extraction.warnings] };
}

async function bytesOf(file: string): Promise<Uint8Array> {
	if (file === '-') return buffer(process.stdin);
	try {
		return await readFile(file);
	} catch (error) {
		throw new Refused('file_unreadable', `${file}: ${error instanceof Error ? error.message : 'cannot be read'}`);
	}
}
