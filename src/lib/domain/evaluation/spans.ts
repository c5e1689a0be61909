import type { Span } from '../articles/types.ts';
import type { GoldFact } from './gold.ts';

const GLYPHS: [RegExp, string][] = [
	[/[\u201c\u201d\u201e\u00ab\u00bb]/g, '"'],
	[/[\u2018\u2019\u201a\u2032]/g, "'"],
	[/[\u00a0\u2002-\u200a\u202f]/g, ' '],
	[/[\u2010-\u2015\u2212]/g, '-']
];

/** A text of the same length in which quotes, spaces and dashes are alike, so that gold may be typed on any keyboard. */
export const plainGlyphs = (text: string): string =>
	GLYPHS.reduce((plain, [glyph, to]) => plain.replace(glyph, to), text);

/**
 * Where a gold fact's words stand in an article.
 * @param plain the article's text through plainGlyphs
 * @returns a span for each alternative that occurs; empty where none does
 */
export function locate(fact: GoldFact, plain: string): Span[] {
	const places = typeof fact.match === 'string' ? [fact.match] : fact.match;
	return places.flatMap((place) => {
		const words = plainGlyphs(typeof place === 'string' ? place : place.text);
		const start = occurrence(plain, words, typeof place === 'string' ? fact.nth : place.nth);
		return start < 0 ? [] : [{ start, end: start + words.length }];
	});
}

/** Offset of the nth occurrence of some words, -1 where there are fewer. */
function occurrence(text: string, words: string, nth: number): number {
	let at = -1;
	for (let count = 0; count < nth; count++) {
		at = text.indexOf(words, at + 1);
		if (at < 0) return -1;
	}
	return at;
}

/** How well two spans cover each other: twice what is common, over the sum of their lengths; 0 where they are apart. */
export function cover(a: Span, b: Span): number {
	const common = Math.min(a.end, b.end) - Math.max(a.start, b.start);
	const total = a.end - a.start + b.end - b.start;
	return common <= 0 || total <= 0 ? 0 : (2 * common) / total;
}

/** The best cover between any of the ones and any of the others. */
export const bestCover = (ones: readonly Span[], others: readonly Span[]): number =>
	Math.max(0, ...ones.flatMap((one) => others.map((other) => cover(one, other))));
