/** Text without a letter beyond ASCII. */
const PLAIN = /^[\x20-\x7e\n\t]*$/;

/** What stands between words, but for the single space that stays as it is: most do, and cost nothing so. */
const APART_PLAIN = /[^a-z0-9%]{2,}|[^a-z0-9% ]/g;
const APART = /[^\p{L}\p{N}%]{2,}|[^\p{L}\p{N}% ]/gu;

/**
 * Text as it is compared: lower case, accents and punctuation gone, curly quotes straight, "U.S." as "us", single spaces.
 */
export function fold(text: string): string {
	// Plain letters need no look at Unicode's tables: the usual case, four times as fast.
	if (PLAIN.test(text)) {
		const lower = text.toLowerCase();
		const spelled = lower.includes('u.') ? lower.replace(/\bu\.\s?s\.(?=\W|$)/g, 'us') : lower;
		const joined = spelled.includes("'") || spelled.includes('`') ? spelled.replace(/['`]/g, '') : spelled;
		return joined.replace(APART_PLAIN, ' ').trim();
	}
	return text
		.normalize('NFKD')
		.replace(/\p{M}+/gu, '')
		.toLowerCase()
		.replace(/\bu\.\s?s\.(?=\W|$)/g, 'us')
		.replace(/[’'ʼ`]/g, '')
		.replace(APART, ' ')
		.trim();
}

/** Words in a row, between white space, as a set to look them up in. */
export const wordSet = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/));

/** A word in lower case: most are in small plain letters, and are theirs already. */
export function lowerCase(word: string): string {
	for (let at = 0; at < word.length; at++) {
		const unit = word.charCodeAt(at);
		if (unit > 0x7e || (unit >= 0x41 && unit <= 0x5a)) return word.toLowerCase();
	}
	return word;
}

/** Where a run of plain letters (A to Z, large or small) that begins at an offset ends; the offset itself for none. */
export function lettersEnd(text: string, from: number): number {
	let at = from;
	for (; at < text.length; at++) {
		const small = text.charCodeAt(at) | 0x20;
		if (small < 0x61 || small > 0x7a) break;
	}
	return at;
}

/**
 * What `matchAll` gives, without its copy of the pattern for each text: long alternatives are dear to copy.
 * @param pattern with the flag `g`, matching no empty text; its `lastIndex` is 0 afterwards
 */
export function matchesOf(pattern: RegExp, text: string): RegExpExecArray[] {
	const found: RegExpExecArray[] = [];
	pattern.lastIndex = 0;
	for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
		found.push(match);
		if (match[0] === '') pattern.lastIndex += 1;
	}
	return found;
}

/** The folded words of a text. */
export function wordsOf(text: string): string[] {
	const folded = fold(text);
	return folded === '' ? [] : folded.split(' ');
}

/** Whether a text contains a run of whole words, compared folded. */
export function containsWords(text: string, run: string): boolean {
	const needle = fold(run);
	return needle !== '' && ` ${fold(text)} `.includes(` ${needle} `);
}

/** "a", "a and b", "a, b and c". */
export function joinNames(names: readonly string[]): string {
	if (names.length <= 1) return names[0] ?? '';
	return `${names.slice(0, -1).join(', ')} and ${names[names.length - 1]}`;
}

/** The text with its first letter as a capital. */
export function capitalise(text: string): string {
	return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The text without a full stop at its end. */
export function withoutStop(text: string): string {
	return text.replace(/\.$/, '');
}

/** A text as a pattern that matches it, and nothing else. */
export function escapePattern(text: string): string {
	return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
