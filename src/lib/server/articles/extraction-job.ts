import type { ArticleMetadata, SourceProposal } from '#lib/domain/articles/types.ts';
import type { Extraction } from '#lib/domain/extraction/types.ts';
import type { ArticleRefusal } from './import/codes.ts';
import type { ArticleHint, ReadArticle } from './import/read-article.ts';
import type { LexiconContent } from '#lib/domain/workspace/lexicon-schema.ts';

/** An article whose facts are wanted. */
export interface ExtractionJob {
	what: 'facts';
	/** The folder of the bank's data, absolute. */
	seeds: string;
	text: string;
	metadata: ArticleMetadata;
	/** ISO day of publication; null where somebody said that it is not known; absent before anybody was asked. */
	published?: string | null;
	/** What the workspace adds to the lexicon. */
	entries: LexiconContent[];
}

/** A file whose text is wanted, and what it says of itself. */
export interface ReadJob {
	what: 'read';
	/** The folder of the bank's data, absolute. */
	seeds: string;
	bytes: Uint8Array;
	hint: ArticleHint;
}
export type WorkerJob = ExtractionJob | ReadJob;

/** What became of a file: its text and what is proposed as its particulars; or why it has none. */
export type ReadFile = (ReadArticle & { source: SourceProposal }) | ArticleRefusal;

/** What a worker answers. */
export type WorkerReply =
	| { ok: true; extraction: Extraction }
	| { ok: true; read: ReadFile }
	| { ok: false; name: string; message: string; stack: string[] };
