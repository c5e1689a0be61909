import type { Layout } from '../../articles/types.ts';
import { lettersEnd, lowerCase } from '../../text.ts';

/** A word, a mark of punctuation or a possessive ending of one sentence. */
export interface Token {
	/** As in the normal text, without a possessive "'s". */
	text: string;
	/** For look-ups: without accents and full stops; "BEIJING" as "Beijing". */
	key: string;
	/** The key before capitals were evened out: "NATO" stays "NATO". */
	raw: string;
	lower: string;
	start: number;
	end: number;
	kind: 'word' | 'mark' | 'possessive';
	/** Joined to the token before it by a hyphen: "US-China". */
	hyphened: boolean;
	/** Nothing stands between it and the token before. */
	tight: boolean;
	capital: boolean;
	/** Between quotation marks: the speaker's words, not the writer's. */
	quoted: boolean;
}

/** The tokens of one sentence. */
export interface Line {
	sentence: number;
	block: number;
	tokens: Token[];
	/** The words before a speaker's colon ("SECRETARY BLINKEN:"), which belong to no sentence. */
	label?: true;
}

const ABBREVIATION =
	'(?:Mrs?|Ms|Dr|Gen|Lt|Col|Sen|Rep|Gov|Adm|Amb|Prof|Sec|Maj|Capt|Sgt|Rev|Hon|Brig|Cmdr|Messrs|Dep|Asst|Min|Pres|Mme|St|Wm|Chas|Geo|Thos|Atty|Engr|Eng|Ing|Lic)\\.|(?:Ma|Yu|Ye|Ya)\\.(?=\\s{1,3}\\p{Lu})';
const PIECE = new RegExp(
	`${ABBREVIATION}|\\p{Lu}\\.(?:\\p{Lu}\\.)+|\\p{Lu}\\.(?=\\s{1,3}\\p{Lu})|[\\p{L}\\p{N}\\p{M}]+(?:'\\p{L}+)*|\\S`,
	'uy'
);
const [FIRST_BEYOND_ASCII, SPACE, STOP, ZERO, NINE] = [0x80, 0x20, 0x2e, 0x30, 0x39];
const WORD = /[\p{L}\p{N}]/u;
const HYPHENS = new Set(['-', '–', '‐']);
const MANY_CAPITALS = 5;

/** A piece of white space: every other is a blank, which needs no look at Unicode's tables. */
const isBlank = (piece: string): boolean => piece === ' ' || piece.trim() === '';

const PLAIN = /^[\x20-\x7e]*$/;

/** A word without its accents and stops, as names are looked up: "U.S." is "US", "Erdoğan" is "Erdogan". */
export function keyOf(word: string): string {
	if (PLAIN.test(word)) return word.includes('.') ? word.replaceAll('.', '') : word;
	return word
		.normalize('NFD')
		.replace(/[\p{M}.]/gu, '')
		.replace(/ı/g, 'i')
		.replace(/ł/g, 'l')
		.replace(/ø/g, 'o')
		.replace(/’/g, "'");
}

const titleCase = (word: string): string => word.charAt(0) + word.slice(1).toLowerCase();

/** The tokens of every sentence of an article, in one pass over its normal text. */
export function linesOf(layout: Layout): Line[] {
	let block = -1;
	let quoted = false;
	return layout.sentences.map((sentence, index) => {
		if (sentence.block !== block) quoted = false;
		block = sentence.block;
		const tokens = tokensOf(layout.article.normal.slice(sentence.start, sentence.end), sentence.start, quoted);
		for (const { text } of tokens) if (text === '"') quoted = !quoted;
		return { sentence: index, block, tokens };
	});
}

/** The labels of blocks as lines of their own; each is of the first sentence of its block. */
export function labelLines({ article, blocks, sentences }: Layout): Line[] {
	const firsts = new Map<number, number>();
	sentences.forEach(({ block }, index) => {
		if (!firsts.has(block)) firsts.set(block, index);
	});
	return blocks.flatMap(({ start, label, content }, block): Line[] => {
		const sentence = firsts.get(block);
		if (label === undefined || sentence === undefined || content.start <= start) return [];
		const words = article.normal.slice(start, content.start).replace(/\p{Lu}{2,40}/gu, titleCase);
		return [{ sentence, block, tokens: tokensOf(words, start), label: true }];
	});
}

/** The tokens of a text that begins at an offset, perhaps inside a quotation. Linear in its length. */
export function tokensOf(text: string, offset = 0, inQuotation = false): Token[] {
	const shouted = isShouted(text);
	const tokens: Token[] = [];
	let quoted = inQuotation;
	let pendingHyphen = false;
	for (let index = 0, end: number; index < text.length; index = end) {
		end = Math.max(index + 1, pieceEnd(text, index));
		const piece = text.slice(index, end);
		if (isBlank(piece)) continue;
		const start = offset + index;
		const before = tokens[tokens.length - 1];
		const tight = before !== undefined && before.end === start;
		if (HYPHENS.has(piece) && tight && before.kind !== 'mark' && text.charAt(index + 1).trim() !== '') {
			pendingHyphen = true;
			before.end = start;
			continue;
		}
		if (piece === '"') quoted = !quoted;
		pushPiece(tokens, piece, start, { shouted, tight, hyphened: pendingHyphen, quoted });
		pendingHyphen = false;
	}
	return tokens;
}

/** Where a piece that begins at an offset ends, the offset for none: plain letters and marks by a look, all else by the pattern. */
function pieceEnd(text: string, at: number): number {
	const unit = text.charCodeAt(at);
	if (unit === SPACE) return at;
	const end = lettersEnd(text, at);
	const next = text.charCodeAt(end);
	if (end > at && (next === SPACE || ((next !== STOP || !isCapital(unit)) && isPlainMark(next)) || end === text.length))
		return end;
	if (end === at && isPlainMark(unit)) return at + 1;
	PIECE.lastIndex = at;
	return at + (PIECE.exec(text)?.[0].length ?? 0);
}

/** A mark of ASCII that is neither part of a number nor an apostrophe. */
const isPlainMark = (unit: number): boolean =>
	unit > SPACE && unit < FIRST_BEYOND_ASCII && (unit < ZERO || unit > NINE) && unit !== 0x27 && !isLetter(unit);
const isCapital = (unit: number): boolean => unit <= 0x5a;
const isLetter = (unit: number): boolean => (unit | 0x20) >= 0x61 && (unit | 0x20) <= 0x7a;

interface Circumstances {
	shouted: boolean;
	tight: boolean;
	hyphened: boolean;
	quoted: boolean;
}

/** A word in plain letters, small but for the first, as most are. */
const PLAIN_WORD = /^[A-Za-z]?[a-z]+$/;

function pushPiece(into: Token[], piece: string, start: number, at: Circumstances): void {
	if (PLAIN_WORD.test(piece)) {
		into.push(plainToken(piece, start, at));
		return;
	}
	if (!WORD.test(piece)) {
		into.push(markToken(piece, start, at));
		return;
	}
	const possessive = /'[sS]$/.test(piece) && piece.length > 2;
	const word = possessive ? piece.slice(0, -2) : piece;
	into.push(token(word, start, 'word', at));
	if (possessive) {
		into.push(token(piece.slice(-2), start + word.length, 'possessive', { ...at, hyphened: false, tight: true }));
	}
}

/** The token of a mark: an apostrophe that nothing parts from the word before it makes that a possessive. */
function markToken(text: string, start: number, { shouted, tight, quoted }: Circumstances): Token {
	return token(text, start, text === "'" && tight ? 'possessive' : 'mark', { shouted, tight, quoted, hyphened: false });
}

/** The token of a word that has no accents and no capitals but its first. */
function plainToken(text: string, start: number, { hyphened, tight, quoted }: Circumstances): Token {
	const lower = lowerCase(text);
	return {
		text,
		key: text,
		raw: text,
		lower,
		start,
		end: start + text.length,
		kind: 'word',
		hyphened,
		tight: tight || hyphened,
		capital: text.charAt(0) !== lower.charAt(0),
		quoted
	};
}

function token(text: string, start: number, kind: Token['kind'], at: Circumstances): Token {
	const raw = keyOf(text) || text;
	const capitals = raw.length > 1 && raw === raw.toUpperCase() && /\p{Lu}/u.test(raw);
	const even = capitals && !text.includes('.') && (at.shouted || raw.length >= MANY_CAPITALS);
	return {
		text,
		key: even ? titleCase(raw) : raw,
		raw,
		lower: raw.toLowerCase(),
		start,
		end: start + text.length,
		kind,
		hyphened: at.hyphened,
		tight: at.tight || at.hyphened,
		capital: /^\p{Lu}/u.test(raw) || /^\p{Script=Han}/u.test(raw),
		quoted: at.quoted
	};
}

/** A line in capitals throughout: a headline of an agency. */
function isShouted(text: string): boolean {
	let [upper, lower] = [0, 0];
	for (let at = 0; at < text.length; at++) {
		const unit = text.charCodeAt(at);
		if (unit > 0x7e) return isShoutedInAny(text);
		if (unit >= 0x61 && unit <= 0x7a) lower++;
		else if (unit >= 0x41 && unit <= 0x5a) upper++;
	}
	return upper > 8 && upper > lower * 4;
}

/** The same of letters beyond ASCII too. */
function isShoutedInAny(text: string): boolean {
	const upper = text.match(/\p{Lu}/gu)?.length ?? 0;
	if (upper <= 8) return false;
	const lower = text.match(/\p{Ll}/gu)?.length ?? 0;
	return upper > lower * 4;
}
