import type { Evidence } from '../facts/fact-schema.ts';

const ANCHOR_WORDS = 10;
/** No ten words are longer than this. */
const LONGEST_ANCHOR = 400;

/** Finds the paragraphs of a text: the Nth non-empty line, from 1, by an offset. */
export class Paragraphs {
	readonly #starts: number[] = [];
	readonly #text: string;

	constructor(text: string) {
		this.#text = text;
		let at = 0;
		for (const line of text.split('\n')) {
			if (line.trim() !== '') this.#starts.push(at);
			at += line.length + 1;
		}
	}

	get count(): number {
		return Math.max(1, this.#starts.length);
	}

	/** The paragraph in which an offset lies; binary search. */
	at(offset: number): number {
		let low = 0;
		let high = this.#starts.length;
		while (low < high) {
			const middle = (low + high) >> 1;
			if ((this.#starts[middle] ?? 0) <= offset) low = middle + 1;
			else high = middle;
		}
		return Math.max(1, low);
	}

	/** The evidence for a span: its paragraph and its first words. */
	evidence(source: string, start: number, end: number): Evidence {
		const words = this.#text
			.slice(start, Math.min(end, start + LONGEST_ANCHOR))
			.split(/\s+/)
			.filter((word) => word !== '');
		const anchor = words.slice(0, ANCHOR_WORDS).join(' ');
		return { source, paragraph: this.at(start), anchor, span: { start, end } };
	}
}
