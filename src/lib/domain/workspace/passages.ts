import type { Span } from '../articles/types.ts';

/** A passage of an article around the words that say it. */
export interface Passage {
	before: string;
	marked: string;
	after: string;
}

/** How much of a passage is shown, in UTF-16 units. */
const MOST = 600;
const MOST_MARKED = 400;
/** A space is looked for this far from a cut. */
const TO_A_SPACE = 40;
/** A pasted text may have lost or gained a line: how far from its paragraph an anchor is looked for first. */
const NEAR = 3;

/**
 * The paragraph around a place, cut to some 600 characters around the marked words; an ellipsis stands for each cut.
 * @param span offsets into the text; undefined where they lie outside of it
 */
export function passageAt(text: string, { start, end }: Span): Passage | undefined {
	if (start < 0 || start >= end || end > text.length) return undefined;
	const stop = Math.min(end, start + MOST_MARKED);
	const from = text.lastIndexOf('\n', start - 1) + 1;
	const to = lineEnd(text, Math.max(stop, end === stop ? end : stop));
	const room = Math.max(0, MOST - (stop - start));
	const left = Math.min(start - from, Math.max(room / 2, room - (to - stop)));
	const right = Math.min(to - stop, room - left);
	const first = cutAt(text, Math.floor(start - left), from, 1);
	const last = cutAt(text, Math.ceil(stop + right), to, -1);
	return {
		before: `${first > from ? '…' : ''}${text.slice(first, start).trimStart()}`,
		marked: text.slice(start, stop),
		after: `${text.slice(stop, Math.max(stop, last)).trimEnd()}${last < to || stop < end ? '…' : ''}`
	};
}

function lineEnd(text: string, at: number): number {
	const end = text.indexOf('\n', at);
	return end < 0 ? text.length : end;
}

/** A cut moved to a space near it, and never between the halves of a pair of surrogates. */
function cutAt(text: string, at: number, bound: number, step: 1 | -1): number {
	if (step > 0 ? at <= bound : at >= bound) return bound;
	for (let i = 0; i < TO_A_SPACE; i++) if (/\s/.test(text.charAt(at + i * step))) return at + i * step;
	return /[\udc00-\udfff]/.test(text.charAt(at)) ? at + step : at;
}

/** The number of the non-empty line, from 1, in which an offset lies. */
export function paragraphAt(text: string, offset: number): number {
	const before = text.slice(0, lineEnd(text, offset)).split('\n');
	return Math.max(1, before.filter((line) => line.trim() !== '').length);
}

/** Finds places of a text by their paragraph and a few words; made once for a text. */
export class Anchors {
	readonly #lines: { start: number; text: string }[] = [];

	constructor(text: string) {
		let start = 0;
		for (const line of alike(text).split('\n')) {
			if (line.trim() !== '') this.#lines.push({ start, text: line });
			start += line.length + 1;
		}
	}

	/**
	 * Where the words stand that are cited.
	 * @param paragraph the Nth non-empty line; lines next to it are looked at too, and then all others
	 * @returns their span; undefined where the text has no such words
	 */
	find(paragraph: number, anchor: string): Span | undefined {
		const words = alike(anchor).trim().split(/\s+/).join(' ');
		if (words === '') return undefined;
		const near = this.#lines.map((_, index) => index).filter((index) => Math.abs(index + 1 - paragraph) <= NEAR);
		const order = near.sort((a, b) => Math.abs(a + 1 - paragraph) - Math.abs(b + 1 - paragraph));
		for (const index of order) {
			const found = this.#inLine(index, words);
			if (found) return found;
		}
		for (let index = 0; index < this.#lines.length; index++) {
			const found = this.#inLine(index, words);
			if (found) return found;
		}
		return undefined;
	}

	#inLine(index: number, words: string): Span | undefined {
		const line = this.#lines[index];
		const at = line?.text.indexOf(words) ?? -1;
		return line && at >= 0 ? { start: line.start + at, end: line.start + at + words.length } : undefined;
	}
}

const GLYPHS: readonly [RegExp, string][] = [
	[/[‘’‚‛ʼ′]/g, "'"],
	[/[“”„‟″«»]/g, '"'],
	[/[‐‑‒–−—]/g, '-'],
	[/[^\S\n]/g, ' ']
];

/** The text with glyphs of one meaning alike and in small letters; every offset holds. */
function alike(text: string): string {
	const glyphs = GLYPHS.reduce((sofar, [pattern, glyph]) => sofar.replace(pattern, glyph), text);
	return glyphs.replace(/\p{Lu}/gu, (letter) => {
		const small = letter.toLowerCase();
		return small.length === letter.length ? small : letter;
	});
}
