import type { Span } from '#lib/domain/articles/types.ts';

/** A run of letters, a run of digits (with its thousands groups) or one other sign. */
export interface Token extends Span {
	text: string;
	lower: string;
	kind: 'word' | 'number' | 'sign';
	/** Nothing stands between it and the token before it. */
	joined: boolean;
}

const TOKEN = /([\p{L}\p{M}]+)|(\d{1,3}(?:,\d{3})+(?!\d)|\d+)|[^\s]/gu;

/**
 * The tokens of a stretch of text, in order.
 * @param normal an article's normalised text
 * @param span UTF-16 offsets into it; so are the tokens' offsets
 */
export function tokenise(normal: string, span: Span): Token[] {
	const tokens: Token[] = [];
	let end = span.start - 1;
	for (const match of normal.slice(span.start, span.end).matchAll(TOKEN)) {
		const text = match[0];
		const start = span.start + match.index;
		const kind = match[1] !== undefined ? 'word' : match[2] !== undefined ? 'number' : 'sign';
		tokens.push({ text, lower: text.toLowerCase(), kind, start, end: start + text.length, joined: start === end });
		end = start + text.length;
	}
	return tokens;
}

/** Whether a token is a hyphen or a dash of any length. */
export const isDash = (token: Token | undefined): boolean => token !== undefined && /^[-–—‐‑]$/u.test(token.text);

/** Whether a token is a straight or curly apostrophe. */
export const isApostrophe = (token: Token | undefined): boolean => token?.text === "'" || token?.text === '’';

/** Whether "'s" or a bare apostrophe follows at an index: "Wednesday's". */
export const isPossessive = (tokens: readonly Token[], index: number): boolean =>
	isApostrophe(tokens[index]) && tokens[index]?.joined === true;
