import type { Span } from '#lib/domain/articles/types.ts';
import { matchesOf } from '#lib/domain/text.ts';

/** Words between quotation marks. */
export interface Quoted extends Span {
	words: Span;
	/** False where the mark that would end it is missing and it runs to the block's end. */
	closed: boolean;
}

interface Mark extends Span {
	opens: boolean;
	closes: boolean;
}

/** A run of marks counts as one: some texts double them. */
const DOUBLE = /(?:["“”„‟«»＂]|``|''){1,3}|[「」『』〝〞]/gu;
/** Marks that look one way whatever stands around them. */
const SIDED = /[「」『』〝〞]/u;
const BEFORE_OPENING = /[\s([{—–\-:/‘']/u;
const AFTER_CLOSING = /[\s.,;:!?)\]}—–\-/’']/u;
/** Nothing opens before these: "« Non », dit-il". */
const NEVER_OPENED = /^(?:[\s,;:!?)\]]|\.(?!\.))/u;
/** Longest run in single marks: beyond it the mark was an apostrophe. */
const LONGEST_SINGLE = 600;

function doubleMarks(text: string): Mark[] {
	return matchesOf(DOUBLE, text).map((match) => {
		const [glyphs] = match;
		const end = match.index + glyphs.length;
		const before = match.index === 0 || BEFORE_OPENING.test(text[match.index - 1] ?? '');
		const after = end === text.length || AFTER_CLOSING.test(text[end] ?? '');
		const opensByPlace = before && !NEVER_OPENED.test(text.slice(end, end + 2) || ' ');
		const closesByPlace = after && !/\s/.test(text[match.index - 1] ?? ' ');
		const only = opensByPlace !== closesByPlace && !SIDED.test(glyphs);
		return {
			start: match.index,
			end,
			opens: only ? opensByPlace : /["“„‟«＂`'「『〝]/u.test(glyphs),
			closes: only ? closesByPlace : /["”“»＂'」』〞]/u.test(glyphs)
		};
	});
}

const quoted = (text: string, start: number, from: number, to: number, end: number, closed: boolean): Quoted => {
	const inner = text.slice(from, to);
	const lead = inner.length - inner.trimStart().length;
	return {
		start,
		end,
		words: { start: from + lead, end: Math.max(from + lead, from + inner.trimEnd().length) },
		closed
	};
};

function pairDoubles(text: string): Quoted[] {
	const found: Quoted[] = [];
	let open: Mark | undefined;
	for (const mark of doubleMarks(text)) {
		if (open === undefined || (mark.opens && !mark.closes)) {
			if (mark.opens) open = mark;
			continue;
		}
		found.push(quoted(text, open.start, open.end, mark.start, mark.end, true));
		open = undefined;
	}
	if (open !== undefined) found.push(quoted(text, open.start, open.end, text.length, text.length, false));
	return found;
}

/** Single marks that begin a quotation and are no apostrophe ("'90s", "'em"). */
const SINGLE_OPEN = /(?<=^|[\s([—–])['‘](?=[\p{L}\d])(?!(?:s|em|til|tis|twas|n|cause|cos|\d0s|\d\d)\b)/gu;
const SINGLE_CLOSE = /(?<=[^\s])['’](?![\p{L}\p{N}])/gu;

/** 'British' marks, outside of double ones; "the leaders' meeting" ends none. */
function pairSingles(text: string, taken: readonly Quoted[]): Quoted[] {
	const closes = matchesOf(SINGLE_CLOSE, text).map((match) => match.index);
	const found: Quoted[] = [];
	let cursor = 0;
	let double = 0;
	for (const match of matchesOf(SINGLE_OPEN, text)) {
		const start = match.index;
		while (double < taken.length && (taken[double]?.end ?? 0) <= start) double += 1;
		if ((taken[double]?.start ?? Infinity) <= start || start < (found.at(-1)?.end ?? 0)) continue;
		while (cursor < closes.length && (closes[cursor] ?? 0) <= start) cursor += 1;
		const limit = Math.min(start + LONGEST_SINGLE, taken[double]?.start ?? Infinity);
		const end = closingSingle(text, closes, cursor, limit) ?? closingAround(text, closes, cursor, start, taken[double]);
		if (end !== undefined) found.push(quoted(text, start, start + 1, end, end + 1, true));
	}
	return found;
}

/** "He said: 'They read “reciprocity” and laugh.'": the mark that ends words with other words in double marks inside. */
function closingAround(
	text: string,
	closes: readonly number[],
	from: number,
	start: number,
	inner: Quoted | undefined
): number | undefined {
	if (inner === undefined || !inner.closed || inner.end > start + LONGEST_SINGLE) return undefined;
	let at = from;
	while (at < closes.length && (closes[at] ?? 0) < inner.end - 1) at += 1;
	const end = closingSingle(text, closes, at, start + LONGEST_SINGLE);
	// An apostrophe ends no sentence and stands before no stop.
	return end !== undefined && (/[.,!?…]/.test(text[end - 1] ?? '') || /[.,;:!?]/.test(text[end + 1] ?? ''))
		? end
		: undefined;
}

/** The first mark that cannot be the apostrophe of a plural, else the first of all. */
function closingSingle(text: string, closes: readonly number[], from: number, limit: number): number | undefined {
	for (let at = from; at < closes.length && at < from + 8 && (closes[at] ?? Infinity) < limit; at += 1) {
		const close = closes[at] ?? 0;
		if (!(text[close - 1] === 's' && /^ \p{Ll}/u.test(text.slice(close + 1, close + 3)))) return close;
	}
	const first = closes[from];
	return first !== undefined && first < limit ? first : undefined;
}

/**
 * The quotations of one block by sequential pairing of their marks, in order.
 * @param text the block's original text, whose curly marks tell which way they look
 * @param offset where it begins in the article
 */
export function quotedIn(text: string, offset: number): Quoted[] {
	const doubles = pairDoubles(text);
	const all = [...doubles, ...pairSingles(text, doubles)].sort((a, b) => a.start - b.start);
	let outer = 0;
	return all
		.filter((one) => {
			const inside = one.start < outer;
			outer = Math.max(outer, one.end);
			return !inside && one.words.end > one.words.start;
		})
		.map((one) => ({
			start: one.start + offset,
			end: one.end + offset,
			words: { start: one.words.start + offset, end: one.words.end + offset },
			closed: one.closed
		}));
}
