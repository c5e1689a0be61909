import { readStamp } from './stamps.ts';
import type { TextLexicon } from './text-lexicon.ts';

/** A date with its year, as a line or a clause ends in it. */
const MONTH =
	'(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec|january|february|march|april|august|september|october|november|december)';
const WEEKDAY = '(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\\s{1,3})?';
const DATE = `${WEEKDAY}(?:\\d{1,2}(?:st|nd|rd|th)?\\s{1,3}${MONTH}\\.?,?\\s{1,3}\\d{4}|${MONTH}\\.?\\s{1,3}\\d{1,2}(?:st|nd|rd|th)?,?\\s{1,3}\\d{4}|\\d{4}-\\d{2}-\\d{2})`;

/** What is dated by its own day: "Regular Press Conference on July 3, 2024". */
const OCCASION =
	/\b(?:press conferences?|(?:press|media|daily|weekly|news|regular|background|department|special) briefings?|briefing note|remarks|readout|transcript|press release|news release|media note|media release|statement by|statement from|doorstop|digest|newsletter|bulletin|round-?up|client alert|legal alert|dispatch|(?:your|the|our) (?:\w{3,6}day|daily|weekly|monthly|morning|evening) (?:letter|note|wrap|memo|brief|update|read))\b/i;
const ENDS_IN_DATE = new RegExp(`(${DATE})\\)?\\s{0,3}$`, 'i');
const OPENS_WITH_DATE = new RegExp(`^\\(?(${DATE})\\)?\\s{0,2}[-–—|:·•]`, 'i');
/** What stands right before these is the date of a thing that the title names. */
const OF_ANOTHER = /\b(?:of|since|after|before|until|from|under|to|and)\s{1,3}(?:the\s{1,3})?$/i;

/** Sentences that say when the text itself came out: "Published by the Institute, Sydney, on 19 August 2024". */
const IMPRINT = new RegExp(
	`^(?:(?:this|the)\\s(?:[\\p{L}-]{1,20}\\s){1,6}(?:was|were|is|are|has been|appeared|first appeared)\\s)?(?:(?:first|originally|last|current|correct|accurate|up to date|valid|also|initially)\\s){0,2}(?:published|issued|released|posted|appeared|distributed|circulated|prepared|written|dated|filed|updated|revised|as (?:of|at)|done at|done in)\\b[^\\n]{0,160}?\\b(${DATE})`,
	'iu'
);
const UPDATED = /^.{0,80}\b(?:updated|revised)\b/i;
/** "This article first appeared on …". */
const APPEARED = new RegExp(
	`^(?:this|the)\\s(?:article|piece|essay|commentary|column|post|text|note|interview|paper|report|analysis|brief|briefing|story)\\s(?:first |originally )?appeared\\b[^\\n]{0,160}?\\b(${DATE})`,
	'iu'
);

const LONGEST_TITLE = 220;
const LONGEST_CLAUSE = 260;
const SENTENCES = 4;

const dayIn = (words: string | undefined, lexicon: TextLexicon): string | null =>
	words === undefined ? null : (readStamp(words, lexicon)?.iso ?? null);

/**
 * The day of a title that names its own occasion ("… Regular Press Conference on July 3, 2024") or that opens with
 * its date; null for other titles.
 * @param line one line with like glyphs
 */
export function occasionDay(line: string, lexicon: TextLexicon): string | null {
	if (line.length > LONGEST_TITLE) return null;
	const opened = OPENS_WITH_DATE.exec(line)?.[1];
	if (opened !== undefined) return dayIn(opened, lexicon);
	const ended = ENDS_IN_DATE.exec(line);
	if (ended === null || !OCCASION.test(line) || OF_ANOTHER.test(line.slice(0, ended.index))) return null;
	return dayIn(ended[1], lexicon);
}

/**
 * The day that a text's own imprint gives, as it stands below the title or at the end of the text.
 * @param paragraph one paragraph with like glyphs; only its first sentences are read
 */
export function imprintDay(paragraph: string, lexicon: TextLexicon): { iso: string; updated: boolean } | null {
	const clauses = paragraph.slice(0, LONGEST_CLAUSE * SENTENCES).split(/(?<=[.;])\s+/, SENTENCES);
	for (const clause of clauses) {
		const head = clause.slice(0, LONGEST_CLAUSE);
		const found = IMPRINT.exec(head) ?? APPEARED.exec(head);
		const iso = dayIn(found?.[1], lexicon);
		if (iso !== null) return { iso, updated: UPDATED.test(head) };
	}
	return null;
}

/** Whether a line gives the date of something that it names ("the treaty of 4 May 2021") and not its own. */
export function datesAnother(line: string): boolean {
	const ended = ENDS_IN_DATE.exec(line);
	return ended !== null && OF_ANOTHER.test(line.slice(0, ended.index));
}
