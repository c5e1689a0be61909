import { formatDate, precisionOf, shiftDate } from '../../dates.ts';
import type { Ask } from '../../facts/fact-schema.ts';
import { valuesIn, type Board } from './board.ts';
import { isAside, isIncomplete } from './complete.ts';
import { dateQuestion } from './gap-question.ts';
import { isSentence } from './grammar.ts';
import { askable, firstAsk, wordings } from './guard.ts';
import { BLANK, gapAt, shortened, type Gap } from './sentences.ts';
import { asAsk, attributed, isDate, stem, type Told } from './told.ts';
import { isWorthAGap } from './worth.ts';

const NAMES = { day: 'date', month: 'month and year', year: 'year' } as const;
/** Two dated matters that share so much may be one, and the other's date may be true of this one too. */
const SAME_MATTER = 0.6;
const MOST_REAL = 4;
const MOST_YEARS = 12;
const MOST_LOOKED_AT = 60;

/** When it happened: the date as a gap in the statement. */
export function dateAsks(told: Told, board: Board): Ask[] {
	return firstAsk(wordings(told), (wording, most) => dateAsk(wording, board, most));
}

function dateAsk(told: Told, board: Board, most: number): Ask[] {
	const { values } = told.fact;
	const statement = askable(told);
	if (values.is !== 'date' || !isDate(values.date) || statement === undefined || told.polarity === 'negated') return [];
	const gap = dateGap(statement, values.date, told.shown);
	const short = gap && shortened(gap, most);
	if (!short || isOfTelling(short) || !isSentence(`${short.before}${values.date}${short.after}`)) return [];
	// "On ____ morning" is no English.
	if (/^ (?:morning|afternoon|evening|night)\b/.test(short.after)) return [];
	const precision = precisionOf(values.date);
	// "On Wednesday": of what is over and no meeting, the day itself is not worth knowing.
	if (precision === 'day' && !/\d/u.test(told.shown) && values.date <= (told.published ?? values.date)) return [];
	// "Before the end of the year": nobody is to guess which year that was.
	if (precision === 'year' && !/\d{4}/u.test(told.shown)) return [];
	if (isUncertain(short) || (precision === 'year' && told.published === null)) return [];
	const key = formatDate(values.date);
	// "The ____ measures", "the ____ talks": which of them it was is no date worth knowing.
	if (/\bthe $/iu.test(short.before) && /^ \p{Ll}/u.test(short.after)) return [];
	const line = `${short.before}${BLANK}${short.after}`;
	if (!isWorthAGap(line) || isAside(short.before) || isIncomplete(line) || OF_ANOTHER.test(short.before)) return [];
	const direct = dateQuestion(short, NAMES[precision]);
	const question = stem(told, key, (source) =>
		direct === undefined
			? `Which ${NAMES[precision]} ${precision === 'month' ? 'complete' : 'completes'} this statement from ${source}? ${line}`
			: `According to ${source}, ${direct}?`
	);
	if (question === undefined) return [];
	const others = onSameSide(otherDates(told, board, values.date), key, line);
	const distractors = { 'wrong-date': others };
	return [
		asAsk(told, {
			slot: 'date',
			type: 'date',
			question,
			key,
			cloze: attributed(told, short),
			value: values.date,
			typed: true,
			distractors
		})
	];
}

/** "May attend in November": what is only thought of has no date to be learnt. */
const isUncertain = ({ before, after }: Gap): boolean =>
	/\b(?:may|might|could|possibly|perhaps|reportedly|hopes?|considering|is thought)\b/u.test(before + after);

/** "The curbs that it introduced in ____", "a group, launched on ____": a date of another verb than the sentence's own. */
const OF_ANOTHER =
	/(?<!\b(?:said|says|announced|agreed|confirmed|decided|stated|pledged|reported|promised|insisted|noted) )\b(?:that|which|who|whose|where)\b[^,]{0,160}$|, \p{Ll}+ed (?:by|in|on|at|under|with|to|for)\b[^,]{0,100}$/u;

/** Said, wrote or filed on a day: when a thing was told matters less than the thing. */
const TELLING =
	/\b(?:said|told|wrote|tweeted|posted|briefing|conference|interview|statement|remarks|press|readout|reporters|announced|published)\b[^,;.]{0,40} (?:on|in|of) $/i;
/** "2021 and ____", "____ or 2035": the one beside it shows which one is left. */
const BESIDE = [
	/(?:\d{4}|\p{Lu}\p{Ll}+) (?:and|or|to|until|from) $/u,
	/^ ?(?:and|or|to|until|–|-) ?(?:early |late |\d{1,2} )?(?:\d{4}|\p{Lu}\p{Ll}+ \d)/u
];

const isOfTelling = ({ before, after }: Gap): boolean =>
	TELLING.test(before) || BESIDE[0]?.test(before) === true || BESIDE[1]?.test(after) === true;

/** The ways in which a date is written, the fullest first. */
function writings(date: string): string[] {
	const full = formatDate(date);
	const [first = '', second = '', third = ''] = full.split(' ');
	if (precisionOf(date) === 'year') return [full];
	if (precisionOf(date) === 'month') return [full, `${first}, ${second}`, `${first} of ${second}`, first];
	return [
		full,
		`${second} ${first}, ${third}`,
		`${second} ${first} ${third}`,
		`${first} ${second}`,
		`${second} ${first}`
	];
}

/** The gap where the date stands, in whichever way it is written. */
function dateGap(statement: string, date: string, shown: string): Gap | undefined {
	const bare = shown.replace(/^(?:on|in|since|by|until|from|of|the) /i, '');
	for (const text of [...writings(date), ...(/\d/.test(bare) ? [bare] : [])]) {
		const gap = gapAt(statement, text);
		if (gap && !leaks(gap, date)) return gap;
	}
	return undefined;
}

/** Whether the rest of the sentence tells the date again. */
function leaks(gap: Gap, date: string): boolean {
	return precisionOf(date) !== 'year' && /^\s*\(?\d{4}/.test(gap.after);
}

/** Real dates of other matters at the same precision first, then shifts; never a date that may be true of this one. */
export function otherDates(told: Told, board: Board, date: string): string[] {
	const precision = precisionOf(date);
	const real: string[] = [];
	const taken = new Set([date, String(told.other?.value ?? '')]);
	const article = board.articles.get(told.article);
	for (const { fact } of article?.statements.like(told.fact.statement, SAME_MATTER) ?? []) {
		if (fact.values.is === 'date') taken.add(fact.values.date);
	}
	for (const { fact } of valuesIn(board, told.article, 'date').slice(0, MOST_LOOKED_AT)) {
		const { values } = fact;
		const usable =
			values.is === 'date' && isDate(values.date) && precisionOf(values.date) === precision && !taken.has(values.date);
		if (usable) real.push(values.date);
	}
	const near = [...new Set([...[...new Set(real)].slice(0, MOST_REAL), ...shifts(date)])];
	return near.filter((one) => !taken.has(one) && !isBeside(one, date) && isLikely(one, date, told)).map(formatDate);
}

const FULL_DATE =
	/\b(?:\d{1,2} )?(?:January|February|March|April|May|June|July|August|September|October|November|December) \d{4}\b/gu;
const timeOf = (date: string): number => Date.parse(`${date} UTC`);

/** Dates that stand to the other ones of the sentence as the key does: what came before a day cannot be later. */
function onSameSide(dates: readonly string[], key: string, line: string): string[] {
	const told = [...line.matchAll(FULL_DATE)].map(([text]) => timeOf(text));
	// "Compared with thousands in 2022": that year is not the one that is asked for.
	const years = new Set([...line.replace(FULL_DATE, '').matchAll(/\b(?:19|20)\d\d\b/gu)].map(([year]) => year));
	return dates.filter(
		(date) =>
			(!years.has(date.slice(-4)) || years.has(key.slice(-4))) &&
			told.every((time) => timeOf(date) > time === timeOf(key) > time && timeOf(date) !== time)
	);
}

/** The day before or after, which what lasts for days may cover; and the same day of another year, which points at it. */
function isBeside(other: string, date: string): boolean {
	if (precisionOf(date) !== 'day' || precisionOf(other) !== 'day') return false;
	return Math.abs(Date.parse(other) - Date.parse(date)) <= NEXT_DAYS || other.slice(4) === date.slice(4);
}
const NEXT_DAYS = 2 * 86_400_000;

/** What is past cannot have a date to come, nor the other way round; without a date of publication, years tell. */
function isLikely(other: string, date: string, { published }: Told): boolean {
	if (Math.abs(Number(other.slice(0, 4)) - Number(date.slice(0, 4))) > MOST_YEARS) return false;
	if (published === null) return true;
	// The article's own year is told: a year apart would show itself.
	if (isOfYear(date, published) && date.length > 4 && other.slice(0, 4) !== date.slice(0, 4))
		return isClose(other, date);
	return other > published.slice(0, other.length) === date > published.slice(0, date.length);
}

const isOfYear = (date: string, published: string): boolean => date.slice(0, 4) === published.slice(0, 4);

/** Within some months, over the turn of a year. */
const MOST_MONTHS = 6;
const months = (date: string): number => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));
const isClose = (a: string, b: string): boolean => Math.abs(months(a) - months(b)) <= MOST_MONTHS;

/** Never next to it: see `isBeside`. */
function shifts(date: string): string[] {
	switch (precisionOf(date)) {
		case 'day':
			return [
				shiftDate(date, -7, 'day'),
				shiftDate(date, -4, 'day'),
				shiftDate(date, 5, 'day'),
				shiftDate(date, 9, 'day'),
				shiftDate(date, -30, 'day'),
				shiftDate(date, 21, 'day'),
				shiftDate(date, -61, 'day')
			];
		case 'month':
			return [
				shiftDate(date, -1, 'year'),
				shiftDate(date, -2, 'month'),
				shiftDate(date, 3, 'month'),
				shiftDate(date, -4, 'month'),
				shiftDate(date, 2, 'month'),
				shiftDate(date, 1, 'year')
			];
		case 'year':
			return [
				shiftDate(date, -1, 'year'),
				shiftDate(date, -3, 'year'),
				shiftDate(date, 2, 'year'),
				shiftDate(date, 5, 'year')
			];
	}
}
