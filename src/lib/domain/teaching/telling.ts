import type { Citation, Item } from '../items/types.ts';

/** Words in a row that two quotations of one paragraph have to share to be of one passage. */
const SHARED_WORDS = 3;
/** From so many words on a quotation that stands in another item's own text tells of its matter. */
const TELLING_WORDS = 4;

/**
 * Which items tell something of others: those of a family with one of them, those whose sources differ in the same
 * matter, because the ruling is shown with both, those that quote what a source says of such a matter, those whose
 * evidence quotes a passage that is evidence of one, and those that have words of its evidence in their own text.
 * @param kept the items of which nothing may be told
 * @returns whether an item tells of them; each of them does itself
 */
export function tellingOf(kept: readonly Item[]): (item: Item) => boolean {
	const ids = new Set(kept.map(({ id }) => id));
	const families = new Set(kept.flatMap((item) => item.families));
	const rulings = new Set(kept.flatMap(({ contested }) => contested.map(({ ruling }) => ruling)));
	const readings = [...new Set(kept.flatMap(readingsOf))];
	const passages = new Set(kept.flatMap(({ citations }) => citations.flatMap(runsOf)));
	const anchors = [...new Set(kept.flatMap(({ citations }) => citations.flatMap(tellingAnchor)))];
	return (item) =>
		ids.has(item.id) ||
		item.families.some((family) => families.has(family)) ||
		item.contested.some(({ ruling }) => rulings.has(ruling)) ||
		quotesOf(item).some((text) => readings.some((reading) => text.includes(reading))) ||
		item.citations.some((citation) => runsOf(citation).some((run) => passages.has(run))) ||
		holdsAny(item, anchors);
}

/** The words of a quotation that is long enough to be known again. */
function tellingAnchor({ anchor }: Citation): string[] {
	const words = wordsOf(anchor);
	return words.length < TELLING_WORDS ? [] : [` ${words.join(' ')} `];
}

/** Whether what an item itself says, asked or explained, has one of some phrases in it. */
function holdsAny({ question, feedback, forms }: Item, phrases: readonly string[]): boolean {
	if (phrases.length === 0) return false;
	const own = ` ${wordsOf(JSON.stringify([question, feedback, forms])).join(' ')} `;
	return phrases.some((phrase) => own.includes(phrase));
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** What each source says of the matters in which an item's sources differ. */
const readingsOf = ({ contested }: Item): string[] => contested.flatMap(({ says }) => says.map((one) => one.says));

/** All words of sources that are shown with an item. */
const quotesOf = (item: Item): string[] => [...readingsOf(item), ...item.citations.map(({ anchor }) => anchor)];

/** The runs of words in a quotation, with the paragraph that they stand in; a shorter quotation is one run. */
function runsOf({ source, paragraph, anchor }: Citation): string[] {
	const words = wordsOf(anchor);
	const count = Math.max(1, words.length - SHARED_WORDS + 1);
	return Array.from(
		{ length: count },
		(_, at) => `${source}¶${paragraph} ${words.slice(at, at + SHARED_WORDS).join(' ')}`
	);
}
