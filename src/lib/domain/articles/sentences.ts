import { fold, matchesOf } from '#lib/domain/text.ts';
import type { TextLexicon } from './text-lexicon.ts';
import type { Span } from './types.ts';

/** Longest sentence in UTF-16 units; what is longer is cut at a clause mark. */
export const LONGEST_SENTENCE = 2000;

/** A run of stops, what closes after it, and the gap before the next word. */
const STOP = /([.!?…]{1,20}|[。！？])((?:["')\]*_]|\[\d{1,3}\]){0,8})(\s{0,400})/g;

interface Stop {
	/** Offset of the stop. */
	at: number;
	marks: string;
	closers: string;
	gap: string;
	/** Offset of what follows. */
	next: number;
}

/** The word before a stop, with the stops inside of it: "U.S", "Mr", "talks". */
function wordBefore(normal: string, at: number, from: number): string {
	const head = normal.slice(Math.max(from, at - 24), at);
	return /[\p{L}\p{N}.&]*$/u.exec(head.slice(head.lastIndexOf(' ') + 1))?.[0] ?? '';
}

/** The first words after a stop, without an opening quotation mark. */
function wordsAfter(normal: string, next: number, until: number): string[] {
	return normal
		.slice(next, Math.min(until, next + 80))
		.replace(/^["'([]{1,4}/, '')
		.split(/[^\p{L}\p{N}.'-]+/u, 5)
		.filter((word) => word !== '');
}

const isFigure = (word: string) => /^\d/.test(word);
const STARTS = /^["'([]{0,4}[\p{Lu}\p{Lt}\p{Lo}\p{N}•$€£¥]/u;

/** Whether a stop after this abbreviation ends the sentence, judged by what follows. */
function endsAfter(word: string, after: readonly string[], lexicon: TextLexicon): boolean | undefined {
	const next = after[0] ?? '';
	const kind = lexicon.abbreviations.get(word.toLowerCase());
	// "the U.S. Under Secretary": a title, and no sentence.
	const starter = lexicon.starters.has(next.toLowerCase()) && !/^(?:secretary|general)$/i.test(after[1] ?? '');
	if (kind === 'never') return false;
	if (kind === 'unless-figure') return !isFigure(next) && !lexicon.stamps.weekdays.has(fold(next));
	if (kind === 'before-starter') return starter;
	// "Ma. Theresa Lazaro" is a name; after "Jack Ma." the next sentence goes on in small letters.
	if (kind === 'unless-name') return starter || !/^\p{Lu}/u.test(next) || !/^\p{Lu}/u.test(after[1] ?? '');
	if (kind === 'unless-zone')
		return (
			!lexicon.stamps.zones.has(fold(next)) &&
			!lexicon.stamps.weekdays.has(fold(next)) &&
			!lexicon.stamps.months.has(fold(next)) &&
			!isFigure(next)
		);
	// Initials and unknown dotted abbreviations: "J.", "P.L.A."
	if (/^\p{Lu}$/u.test(word) || /^(?:\p{L}\.){1,6}\p{L}$/u.test(word)) return starter;
	return undefined;
}

/** "…?" Biden asked: the words after a quotation's own stop attribute it. */
function isAttributed(stop: Stop, after: readonly string[], lexicon: TextLexicon): boolean {
	if (!/["']/.test(stop.closers) || /[.…]$/.test(stop.marks)) return false;
	return after.slice(0, 4).some((word) => lexicon.speech.has(word.toLowerCase()));
}

/** Whether a sentence ends at this stop. */
function isEnd(normal: string, stop: Stop, from: number, until: number, lexicon: TextLexicon): boolean {
	if (stop.next >= until || /[。！？]/.test(stop.marks)) return true;
	const word = wordBefore(normal, stop.at, from);
	if (stop.gap === '') return stop.closers === '' && glued(normal, word, stop.next);
	if (!STARTS.test(normal.slice(stop.next, stop.next + 6))) return false;
	const after = wordsAfter(normal, stop.next, until);
	if (isAttributed(stop, after, lexicon)) return false;
	if (stop.marks !== '.' || stop.closers !== '') {
		const known = stop.marks === '.' && !stop.closers.includes('"') ? endsAfter(word, after, lexicon) : undefined;
		return known ?? true;
	}
	return endsAfter(word, after, lexicon) ?? true;
}

/** A blank was forgotten: "talks.The two". */
function glued(normal: string, word: string, next: number): boolean {
	return (
		/^[\p{Ll}\p{N}]{3,}$/u.test(word.slice(-4)) &&
		/\p{Ll}/u.test(word.slice(-1)) &&
		!word.includes('.') &&
		/^\p{Lu}\p{Ll}*\s/u.test(normal.slice(next, next + 20))
	);
}

/** Cuts what is too long for one sentence at the last clause mark, or blank, that fits. */
function cutLong(normal: string, span: Span): Span[] {
	const cuts: Span[] = [];
	let start = span.start;
	while (span.end - start > LONGEST_SENTENCE) {
		const window = normal.slice(start, start + LONGEST_SENTENCE);
		const at = ['; ', '— ', ', ', ' ']
			.map((mark) => window.lastIndexOf(mark) + 1)
			.find((cut) => cut > LONGEST_SENTENCE / 4);
		const cut = start + (at ?? LONGEST_SENTENCE);
		cuts.push({ start, end: cut });
		start = cut;
	}
	return [...cuts, { start, end: span.end }];
}

function trimmed(normal: string, span: Span): Span {
	let { start, end } = span;
	while (start < end && /\s/.test(normal.charAt(start))) start += 1;
	while (end > start && /\s/.test(normal.charAt(end - 1))) end -= 1;
	return { start, end };
}

/**
 * The sentences of one stretch of text, none longer than 2,000 UTF-16 units.
 * @param normal the article's text with like glyphs
 * @param span the stretch: a block's content, which has no line ends inside
 */
export function splitSentences(normal: string, span: Span, lexicon: TextLexicon): Span[] {
	const part = normal.slice(span.start, span.end);
	const sentences: Span[] = [];
	let from = span.start;
	for (const found of matchesOf(STOP, part)) {
		const [whole, marks = '', closers = '', gap = ''] = found;
		const at = span.start + found.index;
		const stop = { at, marks, closers, gap, next: at + whole.length };
		if (!isEnd(normal, stop, from, span.end, lexicon)) continue;
		sentences.push({ start: from, end: stop.next - gap.length });
		from = stop.next;
	}
	if (from < span.end) sentences.push({ start: from, end: span.end });
	return sentences
		.map((one) => trimmed(normal, one))
		.filter((one) => one.end > one.start)
		.flatMap((one) => cutLong(normal, one))
		.map((one) => trimmed(normal, one))
		.filter((one) => one.end > one.start);
}
