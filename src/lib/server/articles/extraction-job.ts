import type { ArticleMetadata } from '#lib/domain/articles/types.ts';
import type { Extraction } from '#lib/domain/extraction/types.ts';
import type { ArticleHint, ReadResult } from './import/read-article.ts';
import type { LexiconContent } from '#lib/domain/workspace/lexicon-schema.ts';

/** What a worker is asked to read. */
export interface ExtractionJob {
	/** All its facts, or only what it says of itself. */
	what: 'facts' | 'source';
	/** The folder of the bank's data, absolute. */
	seeds: string;
	text: string;
	metadata: ArticleMetadata;
	/** ISO day of publication; null where somebody said that it is not known; absent before anybody was asked. */
	published?: string | null;
	/** What the workspace adds to the lexicon. */
	entries: LexiconContent[];
}

/** A file whose text is wanted. */
export interface ReadJob {
	what: 'read';
	bytes: Uint8Array;
	hint: ArticleHint;
}
export type WorkerJob = ExtractionJob | ReadJob;

/** What a worker answers. */
export type WorkerReply =
	| { ok: true; extraction: Extraction }
	| { ok: true; read: ReadResult }
	| { ok: false; name: string; message: string; stack: string[] };
