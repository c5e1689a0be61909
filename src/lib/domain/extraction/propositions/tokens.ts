import type { Span } from '#lib/domain/articles/types.ts';
import { lettersEnd, lowerCase } from '#lib/domain/text.ts';

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
	/(?:[A-Za-z]\.){2,}|[\p{L}\p{N}][\p{L}\p{N}]*(?:[-'.,&/](?=[\p{L}\p{N}])[\p{L}\p{N}]+)*|\.{2,}|--|[^\s\p{L}\p{N}]/uy;
const CONTRACTED: Record<string, [string, number]> = {
	"won't": ['will', 2],
	"can't": ['can', 2],
	"shan't": ['shall', 3],
	cannot: ['can', 3]
};
const SUFFIXES: Record<string, string> = { "'ll": 'will', "'ve": 'have', "'re": 'are', "'d": 'would', "'m": 'am' };
const NUMERAL = /^\p{N}/u;
/** Letters of the longest entries above. */
const [LONGEST_CONTRACTED, LONGEST_SUFFIX] = [6, 3];

function push(into: Token[], start: number, end: number, w: string, capital: boolean): void {
	into.push({ start, end, w, word: true, capital, quoted: false });
}

/** Splits off "n't", "'s" and other short forms. */
function pushWord(into: Token[], start: number, piece: string): void {
	const lower = lowerCase(piece);
	if (lettersEnd(piece, 0) === piece.length && lower !== 'cannot') {
		push(into, start, start + piece.length, lower, piece.charAt(0) !== lower.charAt(0));
		return;
	}
	const capital = piece !== lower && /^\p{Lu}/u.test(piece);
	const suffixes: { at: number; end: number; w: string }[] = [];
	let end = piece.length;
	for (;;) {
		const mark = lower.lastIndexOf("'", end - 1);
		const stands = mark > 0 ? suffixAt(lower, mark, end) : undefined;
		if (stands === undefined || endsWithNot(lower, end)) break;
		suffixes.push({ at: mark, end, w: stands });
		end = mark;
	}
	pushStem(into, start, lower.slice(0, end), capital);
	for (const { at, end: to, w } of suffixes.reverse()) push(into, start + at, start + to, w, false);
}

/** What a short form at an apostrophe stands for: "'ll" is "will", "'s" stands for itself. */
function suffixAt(lower: string, mark: number, end: number): string | undefined {
	if (end - mark > LONGEST_SUFFIX) return undefined;
	const suffix = lower.slice(mark, end);
	return suffix === "'s" ? "'s" : SUFFIXES[suffix];
}

const endsWithNot = (lower: string, end: number): boolean => lower.endsWith("n't", end);

/** A word without short forms behind it, perhaps with "not" at its end. */
function pushStem(into: Token[], start: number, lower: string, capital: boolean): void {
	const end = start + lower.length;
	const contracted = lower.length <= LONGEST_CONTRACTED ? CONTRACTED[lower] : undefined;
	const not = lower.includes("'") && lower.lastIndexOf("'") > 0 && endsWithNot(lower, lower.length);
	const cut = contracted ? contracted[1] : not ? lower.length - 3 : lower.length;
	push(into, start, start + cut, contracted ? contracted[0] : not ? lower.slice(0, cut) : plain(lower), capital);
	if (cut < lower.length) push(into, start + cut, end, 'not', false);
}

/** "communiqué" is "communique": words are looked up without accents. */
function plain(word: string): string {
	return /[^\x20-\x7e]/.test(word) ? word.normalize('NFD').replace(/\p{M}/gu, '') : word;
}

/** Splits "20,000" never, but "talks,but" and "and/or" as they stand; a comma between letters is a mark. */
function pushPiece(into: Token[], start: number, piece: string): void {
	if (lettersEnd(piece, 0) === piece.length) return pushWord(into, start, piece);
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
	const { tokens } = piecesOf(normal.slice(span.start, span.end), span.start, LIMIT);
	markQuoted(tokens);
	return tokens;
}

/** Tokens of a text, and which of them begin a piece: at another one a stretch cannot be cut. */
interface Pieces {
	tokens: Token[];
	heads: boolean[];
}

function piecesOf(text: string, offset: number, limit: number): Pieces {
	const tokens: Token[] = [];
	const heads: boolean[] = [];
	for (let at = 0; at < text.length && tokens.length < limit;) {
		const end = pieceEnd(text, at);
		if (end > at) {
			heads[tokens.length] = true;
			pushPiece(tokens, offset + at, text.slice(at, end));
		}
		at = Math.max(at + 1, end);
	}
	return { tokens, heads };
}

/** Marks that may join a word to the next one, or to another mark: "and/or", "U.S.", "--". */
const JOINS = new Set("-'.,&/");
const [SPACE, FIRST_BEYOND_ASCII, ZERO, NINE] = [0x20, 0x80, 0x30, 0x39];

/** Where a piece that begins at an offset ends, the offset for none: plain words and marks by a look, all else by the pattern. */
function pieceEnd(text: string, at: number): number {
	const unit = text.charCodeAt(at);
	if (unit === SPACE) return at;
	const end = lettersEnd(text, at);
	// "Talks, and": what could join stands before a space.
	const joint = end > at + 1 && JOINS.has(text.charAt(end)) && text.charCodeAt(end + 1) === SPACE;
	if (end > at && (joint || end === text.length || endsWord(text, end))) return end;
	if (end === at && isMark(unit) && !JOINS.has(text.charAt(at))) return at + 1;
	PIECE.lastIndex = at;
	return at + (PIECE.exec(text)?.[0].length ?? 0);
}

const isMark = (unit: number): boolean => unit > SPACE && unit < FIRST_BEYOND_ASCII && (unit < ZERO || unit > NINE);
const endsWord = (text: string, at: number): boolean =>
	text.charCodeAt(at) === SPACE || (isMark(text.charCodeAt(at)) && !JOINS.has(text.charAt(at)));

function markQuoted(tokens: readonly Token[]): void {
	let quoted = false;
	for (const token of tokens) {
		if (token.w === '"') quoted = !quoted;
		else token.quoted = quoted;
	}
}

/** The tokens of stretches of one text. */
export interface TokenTable {
	/** As `tokenise` gives them, save that `quoted` is unknown. */
	in(span: Span): readonly Token[];
	/** As `tokenise` gives them; one sentence after the other, of which none overlaps another. */
	ofSentence(span: Span): readonly Token[];
}

/** Index of the first of sorted offsets that is at one or behind it (binary search). */
function firstFrom(sorted: Int32Array, offset: number): number {
	let low = 0;
	let high = sorted.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((sorted[middle] ?? 0) < offset) low = middle + 1;
		else high = middle;
	}
	return low;
}

/** Tokenises a normalised text once, for every stretch of it that is asked for later. */
export function tokenTable(normal: string): TokenTable {
	const { tokens, heads } = piecesOf(normal, 0, Infinity);
	const starts = Int32Array.from(tokens, ({ start }) => start);
	const table: TokenTable = {
		in(span) {
			const from = firstFrom(starts, span.start);
			const to = firstFrom(starts, span.end);
			const cut = (at: number, offset: number) =>
				(at < tokens.length && !heads[at]) || (tokens[at - 1]?.end ?? 0) > offset;
			// Where a stretch begins or ends within a word, its part of the word is read anew.
			if (cut(from, span.start) || cut(to, span.end)) return tokenise(normal, span);
			let last = Math.min(to, from + LIMIT);
			while (last < to && !heads[last]) last++;
			return tokens.slice(from, last);
		},
		ofSentence(span) {
			const own = table.in(span);
			markQuoted(own);
			return own;
		}
	};
	return table;
}
