import type { Person } from '../facts/entity-schema.ts';

const PRONOUN = /\b(?:he|she)\b/i;
/** More of a passage, or of what comes before it, is not looked at. */
const MOST_CHARACTERS = 500;
/** A stop behind which a sentence may end: not that of "U.S.", "Mr." or "Dec.". */
const STOP = `(?<!(?<![\\p{L}\\p{N}])(?:\\p{Lu}|Mr|Mrs|Ms|Dr|St|Gen|Adm|Lt|Col|Sen|Rep|Gov|Jan|Feb|Aug|Sept?|Oct|Nov|Dec|No|vs))\\.|[!?]`;
const SENTENCE_END = new RegExp(`(?:${STOP})["”’]?\\s+(?=["“‘]?\\p{Lu})|\\n`, 'gu');
const NEXT_END = new RegExp(`(?:${STOP})["”’]?(?=\\s|$)|\\n`, 'u');

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
	const first = Math.max(0, start - MOST_CHARACTERS);
	// With the first letters of the passage itself: it may begin the sentence.
	const ends = [...text.slice(first, start + 2).matchAll(SENTENCE_END)].map(
		(found) => first + found.index + found[0].length
	);
	const from = ends.filter((at) => at <= start).pop();
	const next = text.slice(end, end + MOST_CHARACTERS).search(NEXT_END);
	return {
		start: from ?? first,
		// The last sentence of a text may have no stop.
		end: next < 0 ? Math.min(text.length, end + MOST_CHARACTERS) : end + next
	};
}

const withoutQuotes = (text: string): string => text.replace(/“[^”]{0,500}”|"[^"]{0,500}"/g, '');
