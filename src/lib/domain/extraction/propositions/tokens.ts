import type { Span } from '#lib/domain/articles/types.ts';

/** A word or a mark of a sentence. */
export interface Token extends Span {
	/** Lower case; "n't" is "not", "won't" two tokens, "'s" a token of its own. A mark stands for itself. */
	w: string;
	word: boolean;
	capital: boolean;
	/** Between double quotation marks. */
	quoted: boolean;
}

/** Tokens beyond this many are not read: a sentence is at most 2 kB, and hostile text is no sentence. */
const LIMIT = 1500;
const PIECE =
	/(?:[A-Za-z]\.){2,}|[\p{L}\p{N}][\p{L}\p{N}]*(?:[-'.,&/](?=[\p{L}\p{N}])[\p{L}\p{N}]+)*|\.{2,}|--|[^\s\p{L}\p{N}]/gu;
const CONTRACTED: Record<string, [string, number]> = {
	"won't": ['will', 2],
	"can't": ['can', 2],
	"shan't": ['shall', 3],
	cannot: ['can', 3]
};
const SUFFIXES: Record<string, string> = { "'ll": 'will', "'ve": 'have', "'re": 'are', "'d": 'would', "'m": 'am' };
const NUMERAL = /^\p{N}/u;

function push(into: Token[], start: number, end: number, w: string, capital: boolean): void {
	into.push({ start, end, w, word: true, capital, quoted: false });
}

/** Splits off "n't", "'s" and other short forms. */
function pushWord(into: Token[], start: number, piece: string): void {
	const lower = piece.toLowerCase();
	const capital = piece !== lower && /^\p{Lu}/u.test(piece);
	const end = start + piece.length;
	const mark = lower.lastIndexOf("'");
	const contracted = mark > 0 || lower === 'cannot' ? CONTRACTED[lower] : undefined;
	if (contracted) {
		push(into, start, start + contracted[1], contracted[0], capital);
		push(into, start + contracted[1], end, 'not', false);
		return;
	}
	if (mark > 0 && lower.endsWith("n't")) {
		push(into, start, end - 3, lower.slice(0, -3), capital);
		push(into, end - 3, end, 'not', false);
		return;
	}
	const suffix = mark > 0 ? lower.slice(mark) : '';
	const stands = suffix === "'s" ? "'s" : SUFFIXES[suffix];
	if (stands !== undefined) {
		pushWord(into, start, piece.slice(0, mark));
		push(into, start + mark, end, stands, false);
		return;
	}
	push(into, start, end, plain(lower), capital);
}

/** "communiqué" is "communique": words are looked up without accents. */
function plain(word: string): string {
	return /[^\x20-\x7e]/.test(word) ? word.normalize('NFD').replace(/\p{M}/gu, '') : word;
}

/** Splits "20,000" never, but "talks,but" and "and/or" as they stand; a comma between letters is a mark. */
function pushPiece(into: Token[], start: number, piece: string): void {
	if (!/[\p{L}\p{N}]/u.test(piece)) {
		into.push({ start, end: start + piece.length, w: piece, word: false, capital: false, quoted: false });
		return;
	}
	const cut = NUMERAL.test(piece) || /^(?:[A-Za-z]\.)+/.test(piece) ? -1 : piece.search(/[.,]/);
	if (cut <= 0) return pushWord(into, start, piece);
	pushWord(into, start, piece.slice(0, cut));
	pushPiece(into, start + cut, piece.charAt(cut));
	pushPiece(into, start + cut + 1, piece.slice(cut + 1));
}

/** The words and marks of a stretch of the normalised text, each with its offsets into the article. */
export function tokenise(normal: string, span: Span): Token[] {
	const tokens: Token[] = [];
	for (const match of normal.slice(span.start, span.end).matchAll(PIECE)) {
		if (tokens.length >= LIMIT) break;
		pushPiece(tokens, span.start + match.index, match[0]);
	}
	let quoted = false;
	for (const token of tokens) {
		if (token.w === '"') quoted = !quoted;
		else token.quoted = quoted;
	}
	return tokens;
}
