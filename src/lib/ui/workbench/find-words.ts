import type { Span } from '#lib/domain/articles/types.ts';

const FOLDS: Record<string, string> = { '“': '"', '”': '"', '‘': "'", '’': "'", '–': '-', '\u2011': '-' };

/** The same text, character for character, with glyphs that look alike made the same; so offsets hold. */
function fold(text: string): string {
	return text
		.replace(/[“”‘’–\u2011\s]/g, (glyph) => FOLDS[glyph] ?? ' ')
		.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}

/**
 * Where an article has the words that a person typed; case, quotes' shape and kinds of spaces do not matter.
 * @returns undefined where it does not have them
 */
export function findWords(text: string, words: string): Span | undefined {
	const wanted = fold(words.trim().replace(/\s+/g, ' '));
	if (wanted === '') return undefined;
	const start = fold(text).indexOf(wanted);
	return start < 0 ? undefined : { start, end: start + wanted.length };
}
