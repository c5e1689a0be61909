import type { Person } from '../facts/entity-schema.ts';

const PRONOUN = /\b(?:he|she)\b/i;
/** More of a passage, or of what comes before it, is not looked at. */
const MOST_CHARACTERS = 500;
const SENTENCE_END = /[.!?]["”’]?\s+(?=["“‘]?\p{Lu})|\n/gu;

/** Tells where a pronoun was read as somebody though its sentence names several people. */
export class PronounReadings {
	readonly #families: ReadonlySet<string>;

	constructor(people: readonly Person[]) {
		this.#families = new Set(people.map((person) => person.family));
	}

	/**
	 * Whether the passage has "he" or "she" behind two or more names of its sentence, and the statement none.
	 * @param place of the passage in the text, UTF-16 offsets
	 */
	isUnsure(text: string, { start, end }: { start: number; end: number }, statement: string): boolean {
		if (PRONOUN.test(withoutQuotes(statement.slice(0, MOST_CHARACTERS * 4)))) return false;
		const passage = withoutQuotes(text.slice(start, Math.min(end, start + MOST_CHARACTERS)));
		const found = PRONOUN.exec(passage);
		if (found === null) return false;
		const before = text.slice(Math.max(0, start - MOST_CHARACTERS), start);
		const lead = before.slice([...before.matchAll(SENTENCE_END)].pop()?.index ?? 0);
		const words = `${lead} ${passage.slice(0, found.index)}`.match(/\p{Lu}[\p{L}-]*/gu) ?? [];
		return new Set(words.filter((word) => this.#families.has(word))).size > 1;
	}
}

/** The sentence around a place: UTF-16 offsets. */
export function sentenceAt(
	text: string,
	{ start, end }: { start: number; end: number }
): { start: number; end: number } {
	const before = text.slice(Math.max(0, start - MOST_CHARACTERS), start);
	const from = [...before.matchAll(SENTENCE_END)].pop();
	const next = text.slice(end, end + MOST_CHARACTERS).search(/[.!?]["”’]?(?:\s|$)|\n/u);
	return {
		start: from === undefined ? start - before.length : start - before.length + from.index + from[0].length,
		// The last sentence of a text may have no stop.
		end: next < 0 ? Math.min(text.length, end + MOST_CHARACTERS) : end + next
	};
}

const withoutQuotes = (text: string): string => text.replace(/“[^”]{0,500}”|"[^"]{0,500}"/g, '');
