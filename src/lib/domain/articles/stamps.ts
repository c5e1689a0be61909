import { fold } from '#lib/domain/text.ts';
import type { StampWords, TextLexicon } from './text-lexicon.ts';

/** A line that is a date and little else. */
export interface Stamp {
	/** ISO 8601 day, or null where the line gives no year, only a time, or figures that can be read two ways. */
	iso: string | null;
	/** What the line says the date is of. */
	label: 'published' | 'updated' | 'none';
	/** Folded words that are neither date nor time nor what usually stands around them. */
	rest: string[];
}

/** Longer lines are prose. */
const LONGEST_STAMP = 160;

const CLOCK =
	/\b\d{1,2}(?:[:.]\d{2}){1,2}(?:[.,]\d+)?(?:\s?[ap]\.?m\b\.?)?|\b\d{1,2}\s?[ap]\.?m\b\.?|\b\d{3,4}\s(?=GMT|UTC|EST|EDT|HRS)/gi;
const READING =
	/\b(?:reading time:?\s*)?\d{1,3}[\s-]*(?:min|mins|minute|minutes)(?:\s+(?:read|to read))?\b|\breading time\b:?/gi;
const ISO = /\b(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:T[\d:.]{4,15}(?:Z|[+-]\d{2}:?\d{2})?)?(?!\d)/g;
const HAN = /(\d{4})\s?年\s?(\d{1,2})\s?月\s?(\d{1,2})\s?日?/g;
const FIGURES = /\b(\d{1,2})([-/.])(\d{1,2})\2(\d{4})\b/g;
const YEAR = /^(?:19|20|21)\d{2}$/;

/** A day that the calendar has, as ISO; null for others. */
function isoDay(year: number, month: number, day: number): string | null {
	const date = new Date(Date.UTC(year, month - 1, day));
	if (year < 1800 || year > 2200 || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
	return date.toISOString().slice(0, 10);
}

/** "16/11/2023" and "11/16/2023" can be told apart, "11/10/2023" cannot; with dots the day comes first. */
function dayOfFigures(first: number, mark: string, second: number, year: number): string | null {
	if (mark === '.' || first > 12 || first === second) return isoDay(year, second, first);
	return second > 12 ? isoDay(year, first, second) : null;
}

interface Reading {
	line: string;
	days: (string | null)[];
}

/** Takes the dates that are written in figures out of the line. */
function takeFigures(line: string): Reading {
	const days: (string | null)[] = [];
	const keep = (day: string | null) => {
		days.push(day);
		return ' ';
	};
	const ordered = (_: string, year: string, month: string, day: string) =>
		keep(isoDay(Number(year), Number(month), Number(day)));
	const left = line
		.replace(ISO, ordered)
		.replace(HAN, ordered)
		.replace(FIGURES, (_: string, first: string, mark: string, second: string, year: string) =>
			keep(dayOfFigures(Number(first), mark, Number(second), Number(year)))
		);
	return { line: left, days };
}

const asDay = (word: string | undefined) =>
	/^\d{1,2}(?:st|nd|rd|th)?$/.test(word ?? '') ? parseInt(word ?? '', 10) : null;

/** Takes "16 November 2023", "November 16, 2023" and, without a year, "Nov. 16" out of the words. */
function takeWritten(
	words: readonly string[],
	months: StampWords['months']
): { left: string[]; days: (string | null)[] } {
	const left = [...words];
	const days: (string | null)[] = [];
	for (let at = 0; at < left.length; at += 1) {
		const month = months.get(left[at] ?? '');
		if (month === undefined) continue;
		// "Policy Note 14 | May 17, 2023": the number before is of something else where day and year follow.
		const dated = asDay(left[at + 1]) !== null && YEAR.test(left[at + 2] ?? '');
		const before = dated ? null : asDay(left[at - 1]);
		const after = before === null ? asDay(left[at + 1]) : null;
		const day = before ?? after;
		if (day === null) continue;
		const from = before === null ? at : at - 1;
		const yearAt = after === null ? at + 1 : at + 2;
		const year = YEAR.test(left[yearAt] ?? '') ? Number(left[yearAt]) : null;
		days.push(year === null ? null : isoDay(year, month, day));
		left.splice(from, (year === null ? yearAt : yearAt + 1) - from);
		at = from - 1;
	}
	return { left, days };
}

/** What the line says its date is of; where it gives both, the first day is that of the publication. */
function labelOf(words: readonly string[], stamps: StampWords): Stamp['label'] {
	const first = words.find((word) => stamps.published.has(word) || stamps.updated.has(word));
	if (first === undefined) return 'none';
	return stamps.updated.has(first) ? 'updated' : 'published';
}

/** Takes "16 hours ago" and a bare "November 2023" out of the words. */
function takeVague(words: readonly string[], months: StampWords['months']): { left: string[]; found: boolean } {
	const text = words.join(' ');
	const ago = text.replace(/\b\d{1,3} (?:minute|min|hour|hr|day|week|month|year)s? ago\b/, '');
	const left = ago.split(' ').filter((word) => word !== '');
	const month = left.findIndex((word, at) => months.has(word) && YEAR.test(left[at + 1] ?? ''));
	if (month !== -1) left.splice(month, 2);
	return { left, found: ago !== text || month !== -1 };
}

const ARTICLES = new Set('it story page post piece report news content version entry est gmt'.split(' '));

/** Verbs that a stamp has not; "was" it may have before what it says of its date ("was last updated on"). */
const FINITE = new Set(
	'is are were be been has have had will would shall can could may might must do does did says said begin begins began begun came come comes took takes met meets went goes made makes became fell rose started starts ended ends opened opens closed closes held holds signed expires expired remains remained followed follows'.split(
		' '
	)
);

const smallWords = (line: string): ReadonlySet<string> =>
	new Set(line.split(/[^\p{L}]+/u).filter((word) => /^\p{Ll}/u.test(word)));

/** Whether a line states something of its date, so that it is a sentence. */
function statesSomething(line: string, words: readonly string[], stamps: StampWords): boolean {
	const small = smallWords(line);
	return words.some((word, at) => {
		if (word !== 'was') return FINITE.has(word) && small.has(word);
		const next = words.slice(at + 1, at + 3);
		return !next.some((one) => one !== 'first' && (stamps.published.has(one) || stamps.updated.has(one)));
	});
}

/**
 * Reads a line as a date stamp.
 * @param line one line with like glyphs
 * @returns null where it gives neither date nor time or is a sentence; how much else it says is in `rest`
 */
export function readStamp(line: string, lexicon: TextLexicon): Stamp | null {
	if (line.length > LONGEST_STAMP || !/\d/.test(line)) return null;
	const { stamps } = lexicon;
	const figures = takeFigures(line.replace(READING, ' '));
	const timeless = figures.line.replace(CLOCK, ' ');
	const words = fold(timeless)
		.split(' ')
		.filter((word) => word !== '' && word !== 'of' && word !== 'the');
	if (statesSomething(line, words, stamps)) return null;
	const written = takeWritten(words, stamps.months);
	const vague = takeVague(written.left, stamps.months);
	const days = [...figures.days, ...written.days];
	if (days.length === 0 && timeless === figures.line && !vague.found) return null;
	const common = (word: string) =>
		stamps.published.has(word) ||
		stamps.updated.has(word) ||
		stamps.around.has(word) ||
		stamps.zones.has(word) ||
		stamps.weekdays.has(word);
	const rest = vague.left.filter((word) => !common(word));
	// "The form was filed on …": of something else than the article.
	const small = smallWords(line);
	if (/\.$/.test(line.trimEnd()) && rest.filter((word) => small.has(word)).length > 1) return null;
	if (words.includes('was') && rest.some((word) => !ARTICLES.has(word))) return null;
	return { iso: days.find((day) => day !== null) ?? null, label: labelOf(words, stamps), rest };
}
