import { wordsOf } from '../../text.ts';

const SHORT_WORD = 4;
/** Longer texts are looked at in their beginning. */
const MOST_WORDS = 80;
/** A word in more facts than this tells nothing of what they are about, and would be slow to follow. */
const MOST_FOUND = 400;

/** The words of a text that carry its matter, cut to their stems. */
export function matterOf(text: string): Set<string> {
	const words = wordsOf(text.slice(0, 2000)).filter((word) => word.length >= SHORT_WORD);
	return new Set(words.slice(0, MOST_WORDS).map((word) => word.replace(/(?:ing|ed|es|s|ly|tion|ment)$/, '')));
}

/** The share of the smaller text's matter that both have, 0 to 1. */
export function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
	let shared = 0;
	for (const word of a) if (b.has(word)) shared++;
	return shared / Math.max(1, Math.min(a.size, b.size));
}

/** Finds entries whose text has much of its matter in common with another text; by words, not by pairs. */
export class MatterIndex<T> {
	readonly #byWord = new Map<string, T[]>();
	readonly #size = new Map<T, number>();

	constructor(entries: readonly T[], textOf: (entry: T) => string) {
		for (const entry of entries) {
			const matter = matterOf(textOf(entry));
			this.#size.set(entry, matter.size);
			for (const word of matter) {
				const found = this.#byWord.get(word);
				if (found) found.push(entry);
				else this.#byWord.set(word, [entry]);
			}
		}
	}

	/** The entries that share at least this part (0 to 1) of the smaller text's matter with a text. */
	like(text: string, least: number): T[] {
		const own = matterOf(text);
		const counts = new Map<T, number>();
		for (const word of own) {
			const found = this.#byWord.get(word) ?? [];
			if (found.length > MOST_FOUND) continue;
			for (const entry of found) counts.set(entry, (counts.get(entry) ?? 0) + 1);
		}
		const share = (entry: T, count: number) => count / Math.max(1, Math.min(own.size, this.#size.get(entry) ?? 0));
		return [...counts].filter(([entry, count]) => share(entry, count) >= least).map(([entry]) => entry);
	}
}
