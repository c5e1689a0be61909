/** A stretch of an article: UTF-16 offsets into its unchanged text, `end` exclusive. */
export interface Span {
	start: number;
	end: number;
}

/** An article's text as it was imported, and a copy of the same length in which glyphs are alike. */
export interface ArticleText {
	/** Unicode NFC, line ends as "\n"; never changed after the import. What evidence quotes. */
	text: string;
	/** Same length: straight quotes, plain spaces and hyphens. What rules read; every offset holds in both. */
	normal: string;
}

export const BLOCK_ROLES = [
	'headline',
	'heading',
	'body',
	'bullet',
	'caption',
	'date-stamp',
	'byline',
	'boilerplate'
] as const;
export type BlockRole = (typeof BLOCK_ROLES)[number];

/** One non-empty line of an article and the part that it plays. */
export interface Block extends Span {
	role: BlockRole;
	/** It is the Nth non-empty line of the text, from 1. */
	paragraph: number;
	/** The words of the last heading above it. */
	section?: string;
	/** The line without its bullet, list number or speaker's label. */
	content: Span;
	/** A bullet's or an answer's label before the colon: no subject of the sentence. */
	label?: string;
	/** The paragraph of an earlier block with the same words. */
	repeats?: number;
	/** Where it was written and by which agency, at the begin of its content ("BEIJING, Nov. 16 (Xinhua) --"). */
	dateline?: Span;
}

export interface Sentence extends Span {
	/** Index of its block. */
	block: number;
	/** It says again, word for word, what an earlier sentence said. */
	duplicate: boolean;
}

/** An article taken apart into lines and sentences. */
export interface Layout {
	article: ArticleText;
	blocks: Block[];
	/** Of headlines, headings, bodies, bullets and captions, in the order of the text. */
	sentences: Sentence[];
}

/** What an article's file says of itself beside its text (HTML metadata, document properties). */
export interface ArticleMetadata {
	title?: string;
	publisher?: string;
	author?: string;
	/** ISO 8601 date or instant. */
	published?: string;
	language?: string;
}

/** What is proposed as an article's particulars; a person confirms it. */
export interface SourceProposal {
	title: string | null;
	publisher: string | null;
	author: string | null;
	/** ISO 8601 day. */
	published: string | null;
	publishedFrom: 'given' | 'stamp' | 'metadata' | 'none';
	/** BCP 47 tag of the language, "und" where it cannot be told. */
	language: string;
}
