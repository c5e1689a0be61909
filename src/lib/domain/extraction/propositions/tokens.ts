import type { Span } from '#lib/domain/articles/types.ts';
import { firstAtOrAfter } from '../spans.ts';

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
/** Letters of the longest entries above. */
const [LONGEST_CONTRACTED, LONGEST_SUFFIX] = [6, 3];

function push(into: Token[], start: number, end: number, w: string, capital: boolean): void {
	into.push({ start, end, w, word: true, capital, quoted: false });
}

/** A word in plain letters, as most are. */
const PLAIN_WORD = /^[A-Za-z]+$/;

/** Splits off "n't", "'s" and other short forms. */
function pushWord(into: Token[], start: number, piece: string): void {
	const lower = piece.toLowerCase();
	if (PLAIN_WORD.test(piece) && lower !== 'cannot') {
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
	if (PLAIN_WORD.test(piece)) return pushWord(into, start, piece);
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
	for (const match of text.matchAll(PIECE)) {
		if (tokens.length >= limit) break;
		heads[tokens.length] = true;
		pushPiece(tokens, offset + match.index, match[0]);
	}
	return { tokens, heads };
}

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

/** Tokenises a normalised text once, for every stretch of it that is asked for later. */
export function tokenTable(normal: string): TokenTable {
	const { tokens, heads } = piecesOf(normal, 0, Infinity);
	const table: TokenTable = {
		in(span) {
			const from = firstAtOrAfter(tokens, span.start);
			const to = firstAtOrAfter(tokens, span.end);
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
