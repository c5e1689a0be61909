import type { Layout, Span } from '#lib/domain/articles/types.ts';
import { lettersEnd, lowerCase } from '#lib/domain/text.ts';

/** A run of letters, a run of digits (with its thousands groups) or one other sign. */
export interface Token extends Span {
	text: string;
	lower: string;
	kind: 'word' | 'number' | 'sign';
	/** Nothing stands between it and the token before it. */
	joined: boolean;
}

const TOKEN = /([\p{L}\p{M}]+)|(\d{1,3}(?:,\d{3})+(?!\d)|\d+)|[^\s]/uy;
const [FIRST_BEYOND_ASCII, SPACE, ZERO, NINE] = [0x80, 0x20, 0x30, 0x39];

const isPlainSpace = (unit: number): boolean => unit === SPACE || (unit >= 0x09 && unit <= 0x0d);

/**
 * The tokens of a stretch of text, in order.
 * @param normal an article's normalised text
 * @param span UTF-16 offsets into it; so are the tokens' offsets
 */
export function tokenise(normal: string, span: Span): Token[] {
	const part = normal.slice(span.start, span.end);
	const tokens: Token[] = [];
	let end = span.start - 1;
	for (let at = 0; at < part.length;) {
		const [kind, to] = isPlainSpace(part.charCodeAt(at)) ? NOTHING : pieceAt(part, at);
		if (kind === null) {
			at++;
			continue;
		}
		const text = part.slice(at, to);
		const start = span.start + at;
		tokens.push({ text, lower: lowerCase(text), kind, start, end: start + text.length, joined: start === end });
		end = start + text.length;
		at = to;
	}
	return tokens;
}

type Piece = readonly [Token['kind'] | null, number];
const NOTHING: Piece = [null, 0];

/** What begins at an offset, and its end: plain letters and signs by a look at them, all else by the pattern. */
function pieceAt(part: string, at: number): Piece {
	const unit = part.charCodeAt(at);
	const to = lettersEnd(part, at);
	if (to > at && !(part.charCodeAt(to) >= FIRST_BEYOND_ASCII)) return ['word', to];
	if (to === at && unit < FIRST_BEYOND_ASCII && (unit < ZERO || unit > NINE)) return ['sign', at + 1];
	TOKEN.lastIndex = at;
	const match = TOKEN.exec(part);
	if (match === null) return NOTHING;
	return [match[1] !== undefined ? 'word' : match[2] !== undefined ? 'number' : 'sign', at + match[0].length];
}

/** The tokens of each article's sentences that were asked for. */
const READ = new WeakMap<Layout, readonly Token[][]>();

/** The tokens of all sentences of an article, in their order; read once for all who ask. */
export function sentenceTokens(layout: Layout): readonly Token[][] {
	const known = READ.get(layout);
	if (known) return known;
	const tokens = layout.sentences.map((sentence) => tokenise(layout.article.normal, sentence));
	READ.set(layout, tokens);
	return tokens;
}

/** Whether a token is a hyphen or a dash of any length. */
export const isDash = (token: Token | undefined): boolean => token !== undefined && /^[-–—‐‑]$/u.test(token.text);

/** Whether a token is a straight or curly apostrophe. */
export const isApostrophe = (token: Token | undefined): boolean => token?.text === "'" || token?.text === '’';

/** Whether "'s" or a bare apostrophe follows at an index: "Wednesday's". */
export const isPossessive = (tokens: readonly Token[], index: number): boolean =>
	isApostrophe(tokens[index]) && tokens[index]?.joined === true;
