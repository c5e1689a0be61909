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
	/** First words of phrases that open a line or stand in it: at any other word none begins. */
	firsts: ReadonlySet<string>;
	/** Last words of phrases that end a line. */
	lasts: ReadonlySet<string>;
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
	return hasPhraseBefore(book, words) || hasEnding(book, words);
}

/** Whether a line is one of the phrases, begins with one, or has one in it; its end is not looked at. */
export function hasPhraseBefore(book: PhraseBook, words: readonly string[]): boolean {
	if (words.length === 0 || words.length > LONGEST_LINE) return false;
	if (book.line.size > 0 && book.line.has(words.join(' '))) return true;
	if (book.firsts.has(words[0] ?? '') && edge(book.opening, words, book.longest, false)) return true;
	if (book.within.size === 0) return false;
	return words.some((word, at) => book.firsts.has(word) && edge(book.within, words.slice(at), book.longest, false));
}

/** Whether a line ends with one of the phrases. */
function hasEnding(book: PhraseBook, words: readonly string[]): boolean {
	if (words.length === 0 || words.length > LONGEST_LINE) return false;
	return book.lasts.has(words.at(-1) ?? '') && edge(book.ending, words, book.longest, true);
}

/** How many of the line's first words are the longest opening phrase; 0 for none. */
export function openingLength(book: PhraseBook, words: readonly string[]): number {
	if (!book.firsts.has(words[0] ?? '')) return 0;
	for (let n = Math.min(book.longest, words.length); n > 0; n -= 1) {
		if (book.opening.has(words.slice(0, n).join(' '))) return n;
	}
	return 0;
}
