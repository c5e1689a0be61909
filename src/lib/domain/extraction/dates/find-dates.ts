import type { Block, Layout, Sentence } from '#lib/domain/articles/types.ts';
import type { DateExpression } from '../types.ts';
import { opensCardinal, ordinalValue } from '#lib/domain/grading/number-words.ts';
import { besideDate, endOfDecade, sameDay, spanOfDays, twiceAway, weekdayLater } from './beside.ts';
import { monthNumber, shortWeekdayNumber, weekdayNumber } from './calendar.ts';
import { habitOf, hanDay, namedDay, numericDay, weekdayAndDay } from './days.ts';
import { dayOfMonth } from './day-of-month.ts';
import { directionOf, placeInTime } from './direction.ts';
import { loneMonth, monthOfYear, monthSpan, opensSeason, season } from './months.ts';
import {
	countedDistance,
	endOfPeriod,
	nearDay,
	nearPeriod,
	neighbour,
	opensNearDay,
	opensNearPeriod,
	weekday
} from './relative.ts';
import { resolve, type Setting } from './resolve.ts';
import { recountSpoken } from './spoken-days.ts';
import { isPossessive, sentenceTokens, type Token } from './tokens.ts';
import type { Found, Rule } from './types.ts';
import { openingMonths, opensMonths } from './opening-months.ts';
import { decade, opensQuarter, quarter, yearAfterPreposition, yearByPlace, yearOfName, yearSpan } from './years.ts';

/** A rule, and with which words its expressions begin. */
interface WordRule {
	rule: Rule;
	opens: (word: string) => boolean;
}

const opensMonth = (word: string): boolean => monthNumber(word) !== undefined;
const opensWeekday = (word: string): boolean => weekdayNumber(word) !== undefined;

/** In the order in which they are tried: the longer expression first. */
const WORD_RULES: readonly WordRule[] = [
	{ rule: weekdayAndDay, opens: (word) => opensWeekday(word) || shortWeekdayNumber(word) !== undefined },
	{ rule: namedDay, opens: (word) => opensMonth(word) || opensCardinal(word) || ordinalValue([word]) !== undefined },
	{ rule: monthSpan, opens: opensMonth },
	{ rule: monthOfYear, opens: opensMonth },
	{ rule: loneMonth, opens: opensMonth },
	{ rule: season, opens: opensSeason },
	{ rule: quarter, opens: opensQuarter },
	{ rule: openingMonths, opens: opensMonths },
	{ rule: weekdayLater, opens: opensWeekday },
	{ rule: weekday, opens: opensWeekday },
	{ rule: nearDay, opens: opensNearDay },
	{ rule: nearPeriod, opens: opensNearPeriod },
	{ rule: endOfPeriod, opens: (word) => word === 'the' || word === 'year' },
	{ rule: twiceAway, opens: (word) => word === 'the' },
	{ rule: neighbour, opens: (word) => word === 'the' },
	{ rule: sameDay, opens: (word) => word === 'the' || word === 'that' },
	{ rule: endOfDecade, opens: (word) => word === 'the' },
	{ rule: besideDate, opens: opensCardinal },
	{ rule: spanOfDays, opens: opensCardinal },
	{ rule: countedDistance, opens: opensCardinal }
];
const NUMBER_RULES: readonly Rule[] = [
	numericDay,
	hanDay,
	namedDay,
	yearSpan,
	decade,
	yearAfterPreposition,
	yearByPlace,
	yearOfName,
	dayOfMonth,
	besideDate,
	spanOfDays,
	countedDistance
];

const NO_RULES: readonly Rule[] = [];

/** Tells the rules that may begin at a token: of most words none. Each word of an article is looked up once. */
function ruleBook(): (token: Token | undefined) => readonly Rule[] {
	const known = new Map<string, readonly Rule[]>();
	return (token) => {
		if (token?.kind !== 'word') return token?.kind === 'number' ? NUMBER_RULES : NO_RULES;
		const before = known.get(token.lower);
		if (before) return before;
		const open = WORD_RULES.filter(({ opens }) => opens(token.lower)).map(({ rule }) => rule);
		const rules = open.length > 0 ? open : NO_RULES;
		known.set(token.lower, rules);
		return rules;
	};
}

/** The expressions of one sentence, unresolved. */
function findIn(tokens: readonly Token[], rulesAt: (token: Token | undefined) => readonly Rule[]): Found[] {
	const all: Found[] = [];
	for (let index = 0; index < tokens.length;) {
		const before = all.at(-1);
		let found: Found | undefined;
		for (const rule of rulesAt(tokens[index])) {
			found = rule(tokens, index, before);
			if (found && found.from >= (before?.to ?? 0)) break;
			found = undefined;
		}
		if (found) all.push(found);
		index = found?.to ?? index + 1;
	}
	return all;
}

interface Read {
	sentence: Sentence;
	index: number;
	tokens: Token[];
	found: Found[];
}

const fixedOf = (found: Found): string | undefined => (found.reading.as === 'fixed' ? found.reading.iso : undefined);

/** The one year that a section's heading names: the entries of a timeline stand under it. */
function headingYear(block: Block | undefined): number | undefined {
	const years = block?.section?.slice(0, 200).match(/\b(?:19|20)\d\d\b/g) ?? [];
	return years.length === 1 ? Number(years[0]) : undefined;
}

/** The year of the nearest full date to each offset, by one walk over them. */
function nearestYears(reads: readonly Read[]): (offset: number) => number | undefined {
	const dated = reads.flatMap(({ tokens, found }) =>
		found.flatMap((one) => {
			const iso = fixedOf(one);
			return iso && iso.length >= 7 && !iso.startsWith('1') && /^\d{4}-/.test(iso)
				? [{ at: tokens[one.from]?.start ?? 0, year: Number(iso.slice(0, 4)) }]
				: [];
		})
	);
	let index = 0;
	return (offset) => {
		const away = (at: number) => Math.abs((dated[at]?.at ?? Infinity) - offset);
		while (index + 1 < dated.length && away(index + 1) <= away(index)) index += 1;
		return dated[index]?.year;
	};
}

/** "In 2019, … on June 29": a year within so many tokens of the sentence's begin governs it. */
const OPENING_TOKENS = 3;
/** "June 28 and June 29, 2019": a year so near is shared. */
const SHARED_TOKENS = 2;

/** The year that the sentence opens with, or that the next date shares. */
function sentenceYear(found: readonly Found[], index: number): number | undefined {
	const one = found[index];
	if (one === undefined) return undefined;
	// Both stand at known places, so that a sentence of many dates is read once.
	const candidates = [...found.slice(0, Math.min(index, OPENING_TOKENS + 1)), ...found.slice(index + 1, index + 3)];
	const years = candidates.flatMap((other) => {
		const iso = fixedOf(other);
		const opens = other.from <= OPENING_TOKENS && other.to <= one.from;
		const shares = other.from >= one.to && other.from - one.to <= SHARED_TOKENS && (iso ?? '').length >= 7;
		return (opens || shares) && iso && other.rule !== 'year-of-name' && !iso.includes('/')
			? [{ year: Number(iso.slice(0, 4)), away: Math.abs(other.from - one.from) }]
			: [];
	});
	return years.reduce<(typeof years)[number] | undefined>(
		(best, next) => (best && best.away <= next.away ? best : next),
		undefined
	)?.year;
}

/** Where "“You cannot sell the rope on Monday …”" begins: of such a Monday nobody tells which one it is. */
function proverbAt(tokens: readonly Token[]): number | undefined {
	const you = tokens.findIndex(({ lower }) => lower === 'you');
	const mark = tokens[you - 1];
	if (you < 0 || (mark !== undefined && !'"“\''.includes(mark.text))) return undefined;
	return /^(?:cannot|can|do|don|never|always)$/.test(tokens[you + 1]?.lower ?? '') ? you : undefined;
}

/** "Next year's summit in Lima in May": a year so near before a month or day, with no verb between, is its year. */
const OWNED_TOKENS = 9;

/** The reading of a month or day with the year of "last year's …" before it. */
function owned(tokens: readonly Token[], found: readonly Found[], place: number): Found['reading'] | undefined {
	const one = found[place];
	const owner = found[place - 1];
	if (one?.reading.as !== 'yearless' || one.reading.years !== undefined || one.reading.hint !== undefined)
		return one?.reading;
	if (owner?.reading.as !== 'shift' || owner.reading.unit !== 'year' || !isPossessive(tokens, owner.to))
		return one.reading;
	const between = tokens.slice(owner.to, one.from);
	const plain = between.length <= OWNED_TOKENS && !between.some((token) => ',;:()'.includes(token.text));
	const verbless = plain && directionOf(between, between.length, between.length) === undefined;
	return verbless ? { ...one.reading, years: owner.reading.by } : one.reading;
}

/** Where the clause places an expression. */
function timeOf(tokens: readonly Token[], { from, to }: Found): Pick<Setting, 'direction' | 'sure'> {
	const said = placeInTime(tokens, from, to);
	return { direction: said === 'sure' ? 'ahead' : said, sure: said === 'sure' };
}

/** Whether the text writes the day or the month first in figures; undefined where it does both or neither. */
function habitIn(reads: readonly Read[]): Setting['habit'] {
	const habits = new Set(reads.flatMap(({ tokens, found }) => found.map((one) => habitOf(tokens, one) ?? [])).flat());
	return habits.size === 1 ? [...habits][0] : undefined;
}

/** A day from which another is counted may stand so many sentences before: "Two days later, …" opens a paragraph. */
const FAR_ANCHOR = 4;
/** And behind so many dates of subordinate clauses. */
const MOST_BESIDE = 4;

/** The date resolved before an expression: the last one, or the last day where days are counted from it. */
function dateBefore(
	dates: readonly DateExpression[],
	{ sentences }: Layout,
	sentence: number,
	{ reading }: Found
): string | undefined {
	// "On Sunday, four days after the vote, he flew to Rome, and the next morning": counted from the main clause.
	const last = dates.slice(-MOST_BESIDE).findLast(({ rule }) => rule !== 'beside-date');
	if (last === undefined) return undefined;
	const counts = reading.as === 'anchored' && reading.unit === 'day';
	// "The same day, …" at the head of a paragraph is that of the news and not of what was told last.
	if (counts && reading.by === 0 && sentences[last.sentence]?.block !== sentences[sentence]?.block) return undefined;
	if (last.sentence >= sentence - 1) {
		// "From 9 to 13 September. A day earlier, …": nobody tells from which of the days.
		return counts && reading.by < 0 && last.iso?.includes('/') ? undefined : (last.iso ?? undefined);
	}
	return counts && last.sentence >= sentence - FAR_ANCHOR && last.iso?.length === 10 ? last.iso : undefined;
}

/**
 * Every date expression of an article's sentences, in the order of the text.
 * @param layout the article in sentences
 * @param published ISO day of publication; without it expressions that hang on it get `iso: null`
 */
export function findDates(layout: Layout, published: string | null): DateExpression[] {
	const ofSentence = sentenceTokens(layout);
	const rulesAt = ruleBook();
	const reads = layout.sentences.map((sentence, index): Read => {
		const tokens = ofSentence[index] ?? [];
		return { sentence, index, tokens, found: findIn(tokens, rulesAt) };
	});
	const nearest = nearestYears(reads);
	const habit = habitIn(reads);
	const dates: DateExpression[] = [];
	for (const { sentence, index, tokens, found } of reads) {
		const dateline = layout.blocks[sentence.block]?.dateline;
		const retold = found.length > 0 && tokens.some(({ lower }) => lower === 'had');
		const proverb = found.some(({ rule }) => rule === 'weekday') ? proverbAt(tokens) : undefined;
		for (const [place, one] of found.entries()) {
			const start = tokens[one.from]?.start ?? sentence.start;
			// A dateline says where and when the report was written, not what happened.
			if (dateline && start >= dateline.start && start < dateline.end) continue;
			if (one.rule === 'weekday' && proverb !== undefined && one.from > proverb) continue;
			const end = tokens[one.to - 1]?.end ?? start;
			const setting: Setting = {
				published: published?.slice(0, 10) ?? null,
				...timeOf(tokens, one),
				year: sentenceYear(found, place) ?? headingYear(layout.blocks[sentence.block]),
				before: dateBefore(dates, layout, index, one),
				nearestYear: nearest(start),
				retold,
				habit
			};
			const resolved = resolve(owned(tokens, found, place) ?? one.reading, setting);
			if (!resolved) continue;
			const confidence = Math.round(one.confidence * resolved.trust * 100) / 100;
			const { iso, relative } = resolved;
			dates.push({ start, end, sentence: index, iso, relative, rule: one.rule, confidence });
		}
	}
	return published === null ? dates : recountSpoken(dates, layout, published.slice(0, 10));
}
