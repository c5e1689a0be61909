/** Phrases by the part of a line that they take; all as folded words. */
export interface PhraseBook {
	/** The whole line. */
	line: ReadonlySet<string>;
	/** The line's first words. */
	opening: ReadonlySet<string>;
	/** Words anywhere in the line. */
	within: ReadonlySet<string>;
	/** The line's last words. */
	ending: ReadonlySet<string>;
	/** Words in the longest phrase. */
	longest: number;
}

/** Lines of more words are prose, whatever they contain. */
const LONGEST_LINE = 40;

/** Whether the first (or last) words of a line, up to the longest phrase, are a phrase. */
function edge(phrases: ReadonlySet<string>, words: readonly string[], longest: number, last: boolean): boolean {
	for (let n = 1; n <= Math.min(longest, words.length); n += 1) {
		const part = last ? words.slice(words.length - n) : words.slice(0, n);
		if (phrases.has(part.join(' '))) return true;
	}
	return false;
}

/**
 * Whether a line is or contains one of the phrases.
 * @param words the line's folded words
 */
export function hasPhrase(book: PhraseBook, words: readonly string[]): boolean {
	if (words.length === 0 || words.length > LONGEST_LINE) return false;
	if (book.line.has(words.join(' '))) return true;
	if (edge(book.opening, words, book.longest, false) || edge(book.ending, words, book.longest, true)) return true;
	return book.within.size > 0 && words.some((_, at) => edge(book.within, words.slice(at), book.longest, false));
}

/** How many of the line's first words are the longest opening phrase; 0 for none. */
export function openingLength(book: PhraseBook, words: readonly string[]): number {
	for (let n = Math.min(book.longest, words.length); n > 0; n -= 1) {
		if (book.opening.has(words.slice(0, n).join(' '))) return n;
	}
	return 0;
}
