import type { Precision } from '#lib/domain/dates.ts';
import { cardinalAt, opensCardinal } from '#lib/domain/grading/number-words.ts';
import { hintBefore } from './months.ts';
import { joinAt, weekdayAt, type Part } from './parts.ts';
import { isDash, isPossessive, type Token } from './tokens.ts';
import { endsNews, isInTheEast } from './news-day.ts';
import type { Found, Reading, Rule } from './types.ts';
import { wordSet } from '../../text.ts';

type Tokens = readonly Token[];

const DAYS = new Map([
	['yesterday', -1],
	['today', 0],
	['tonight', 0],
	['tomorrow', 1]
]);
const DISTANCE = new Map([
	['last', -1],
	['this', 0],
	['next', 1]
]);
const UNITS = new Map<string, Precision>([
	['day', 'day'],
	['month', 'month'],
	['year', 'year']
]);
/** Names that only contain a weekday: "Black Friday", "the Sunday Times". */
const NAMES_BEFORE = wordSet('black good bloody ash easter palm super ruby cyber');
const NAMES_AFTER = wordSet('times mail telegraph club herald post express guardian');
/** Beside these "today" is a day and not "nowadays". */
const NEWS = wordSet(
	'said told met announced signed agreed held issued released spoke arrived landed earlier later here meeting summit talks announcement visit call will vote election hearing ceremony session dinner lunch event deal statement decision press news round session'
);
const DONE = wordSet('met held spoke told said made took began had came went gave sent put');
const MODIFIERS = wordSet('earlier later early late');
const OUTER = wordSet('the past every each within over');

/** "on Wednesday", "last Tuesday", "Wednesday of last week". */
export const weekday: Rule = (tokens, index) => {
	const day = weekdayAt(tokens, index);
	if (!day || NAMES_BEFORE.has(tokens[index - 1]?.lower ?? '') || NAMES_AFTER.has(tokens[day.next]?.lower ?? ''))
		return undefined;
	// "The Monday after the vote" is counted from what is told there.
	const counted =
		tokens[index - 1]?.lower === 'the' && wordSet('after before following').has(tokens[day.next]?.lower ?? '');
	if (counted) return undefined;
	const hint = hintBefore(tokens, index);
	const weeks = weeksAfter(tokens, day.next) ?? weeksBefore(tokens, index, day.next);
	const from = hint ? index - 1 : index;
	if (weeks) {
		const reading = { as: 'weekday', weekday: day.value, weeks: weeks.by } as const;
		return { from, to: weeks.next, reading, rule: 'weekday-of-week', confidence: 0.9 };
	}
	const side = BESIDE.get(tokens[index - 1]?.lower ?? '');
	if (side !== undefined) {
		const reading = { as: 'anchored-weekday', weekday: day.value, by: side } as const;
		return { from: index - 1, to: day.next, reading, rule: 'weekday-from-date-before', confidence: 0.7 };
	}
	const last = lastWeekday(tokens, index, day.next);
	const through = last && { through: last.value };
	const east = isInTheEast(tokens, day.next) && ({ east: true } as const);
	const reading: Reading = { as: 'weekday', weekday: day.value, ...(hint && { hint }), ...through, ...east };
	const rule = last ? 'weekday-span' : hint ? 'hinted-weekday' : 'weekday';
	return { from, to: last?.next ?? day.next, reading, rule, confidence: hint || last ? 0.9 : 0.93 };
};

const BESIDE = new Map<string, 1 | -1>([
	['previous', -1],
	['preceding', -1],
	['following', 1]
]);

const THROUGH = wordSet('through thru');

/** The end of "from Thursday to Sunday", "Monday through Friday", "Monday-Wednesday". */
function lastWeekday(tokens: Tokens, index: number, next: number): Part | undefined {
	const join = joinAt(tokens, next);
	const last = join && weekdayAt(tokens, join.next);
	if (!last) return undefined;
	const lead = tokens[index - 1]?.lower ?? '';
	const link = tokens[next]?.lower ?? '';
	const tight = isDash(tokens[next]) && tokens[next]?.joined && tokens[next + 1]?.joined;
	const meant = link === 'and' ? lead === 'between' : lead === 'from' || tight || THROUGH.has(link);
	return meant ? last : undefined;
}

/** "last week, on Tuesday", "a week ago Monday": the week stands before the day. */
function weeksBefore(tokens: Tokens, index: number, next: number): { by: number; next: number } | undefined {
	let at = index - 1;
	while (at > index - 3 && ['on', ','].includes(tokens[at]?.lower ?? '')) at -= 1;
	if (tokens[at]?.lower === 'week') {
		const by = DISTANCE.get(tokens[at - 1]?.lower ?? '');
		return by === undefined ? undefined : { by, next };
	}
	if (tokens[at]?.lower !== 'ago' || !/^weeks?$/.test(tokens[at - 1]?.lower ?? '')) return undefined;
	const count = tokens[at - 2]?.lower ?? '';
	const value = count === 'a' ? 1 : cardinalAt([count], 0)?.value;
	return value === undefined ? undefined : { by: -value, next };
}

function weeksAfter(tokens: Tokens, index: number): { by: number; next: number } | undefined {
	const at = tokens[index]?.lower === 'of' ? index + 1 : index;
	const by = DISTANCE.get(tokens[at]?.lower ?? '');
	return by !== undefined && tokens[at + 1]?.lower === 'week' ? { by, next: at + 2 } : undefined;
}

/** Whether a day near publication may begin with a word. */
export const opensNearDay = (word: string): boolean => DAYS.has(word);

/** Whether a period near publication may begin with a word. */
export const opensNearPeriod = (word: string): boolean => DISTANCE.has(word);

/** "yesterday", "tomorrow", and "today" where it does not mean nowadays. */
export const nearDay: Rule = (tokens, index) => {
	const token = tokens[index];
	const by = DAYS.get(token?.lower ?? '');
	if (by === undefined) return undefined;
	const pair = `${tokens[index - 2]?.lower} ${tokens[index - 1]?.lower}`;
	if ((by === -1 && pair === 'day before') || (by === 1 && pair === 'day after')) {
		const reading = { as: 'shift', by: 2 * by, unit: 'day' } as const;
		return { from: index - 2, to: index + 1, reading, rule: 'near-day', confidence: 0.88 };
	}
	// "“I would sign tomorrow”", "“Tomorrow is another day”": said of readiness, or of the word.
	const ready = by === 1 && tokens[index - 2]?.lower === 'would' && tokens[index - 3]?.text === 'I';
	const word =
		by === 1 && tokens[index + 1]?.lower === 'is' && /^(?:an?|another)$/.test(tokens[index + 2]?.lower ?? '');
	if (ready || word) return undefined;
	// "Tomorrow's battlefield" is no day either.
	const named = isPossessive(tokens, index + 1) || token?.lower === 'today';
	if (named && !isNewsDay(tokens, index)) return undefined;
	return { from: index, to: index + 1, reading: { as: 'shift', by, unit: 'day' }, rule: 'near-day', confidence: 0.88 };
};

function isNewsDay(tokens: Tokens, index: number): boolean {
	const before = tokens[index - 1];
	const at = isPossessive(tokens, index + 1) ? index + 3 : index + 1;
	const after = tokens[at];
	if (isPossessive(tokens, index + 1)) return NEWS.has(after?.lower ?? '');
	const verb = (token: Token | undefined) => NEWS.has(token?.lower ?? '') || /^[a-z]{2,}ed$/.test(token?.text ?? '');
	if (verb(before) || verb(after)) return true;
	if (after?.lower === 'at' || endsNews(tokens, index)) return true;
	// "“Today I call it unsustainable”" is rhetoric, "“Today we signed it”" is news.
	if (before !== undefined && ['"', '“', '‘', "'"].includes(before.text)) {
		return tokens.slice(index + 1, index + 6).some(({ lower }) => DONE.has(lower) || /^[a-z]{2,}ed$/.test(lower));
	}
	const opens = before === undefined;
	return opens && tokens.slice(index + 1, index + 14).some(verb);
}

/** "last month", "earlier this year", "next year's", "the end of this month". */
export const nearPeriod: Rule = (tokens, index) => {
	const by = DISTANCE.get(tokens[index]?.lower ?? '');
	if (by === undefined) return undefined;
	const unit = UNITS.get(tokens[index + 1]?.lower ?? '');
	const night = `${tokens[index]?.lower} ${tokens[index + 1]?.text}`;
	// "World This Evening" is a title.
	if (/^(?:this (?:morning|afternoon|evening)|last night)$/.test(night)) {
		const reading = { as: 'shift', by, unit: 'day' } as const;
		return { from: index, to: index + 2, reading, rule: 'near-day', confidence: 0.85 };
	}
	if ((unit === undefined && tokens[index + 1]?.lower !== 'week') || unit === 'day') return undefined;
	if (OUTER.has(tokens[index - 1]?.lower ?? '')) return undefined;
	const modifier = MODIFIERS.has(tokens[index - 1]?.lower ?? '');
	const from = modifier ? index - 1 : index;
	if (unit === undefined) {
		// "This week" is the time of the report; "last week's meeting" names; "last week, on Tuesday" tells the day itself.
		const ownDay = [index + 2, index + 3, index + 4].some((at) => weekdayAt(tokens, at) !== undefined);
		if (by === 0 || ownDay || isPossessive(tokens, index + 2)) return undefined;
		return { from, to: index + 2, reading: { as: 'week', weeks: by }, rule: 'near-week', confidence: 0.8 };
	}
	return { from, to: index + 2, reading: { as: 'shift', by, unit }, rule: `near-${unit}`, confidence: 0.92 };
};

/** "before year's end", "by year-end". */
function yearsEnd(tokens: Tokens, index: number): Found | undefined {
	if (tokens[index]?.lower !== 'year' || !wordSet('by before until at').has(tokens[index - 1]?.lower ?? ''))
		return undefined;
	const end = [index + 2, index + 3].find((at) => tokens[at]?.lower === 'end');
	const joined = isPossessive(tokens, index + 1) || isDash(tokens[index + 1]);
	if (end === undefined || !joined) return undefined;
	const reading = { as: 'shift', by: 0, unit: 'year' } as const;
	return { from: index, to: end + 1, reading, rule: 'end-of-period', confidence: 0.8 };
}

/** "before the year is out", "before the month ends". */
function yearOut(tokens: Tokens, index: number, unit: Precision): Found | undefined {
	if (!wordSet('before until ere').has(tokens[index - 1]?.lower ?? '')) return undefined;
	const verb = tokens[index + 2]?.lower ?? '';
	const out = wordSet('is was').has(verb) && wordSet('out over up through done').has(tokens[index + 3]?.lower ?? '');
	if (!out && !wordSet('ends closes ended runs').has(verb)) return undefined;
	const to = out || verb === 'runs' ? index + 4 : index + 3;
	return { from: index, to, reading: { as: 'shift', by: 0, unit }, rule: 'end-of-period', confidence: 0.8 };
}

/** "by the end of the year", "later in the month": the current one. */
export const endOfPeriod: Rule = (tokens, index) => {
	const close = yearsEnd(tokens, index);
	if (close) return close;
	const unit = UNITS.get(tokens[index + 1]?.lower ?? '');
	if (tokens[index]?.lower !== 'the' || unit === undefined || unit === 'day') return undefined;
	const out = yearOut(tokens, index, unit);
	if (out) return out;
	const lead = tokens[index - 1]?.lower;
	const edge = tokens[index - 2]?.lower ?? '';
	const meant =
		lead === 'of'
			? wordSet('end start beginning close').has(edge)
			: lead === 'in' && wordSet('later earlier').has(edge);
	const after = tokens[index + 2];
	if (!meant || (after?.kind === 'number' && !after.joined)) return undefined;
	return { from: index, to: index + 2, reading: { as: 'shift', by: 0, unit }, rule: 'end-of-period', confidence: 0.75 };
};

const SINGULAR = /s$/;
const MOST_WEEKS = 2;

/** "two years ago", "three days earlier", "a month later", at the precision of the unit. */
export const countedDistance: Rule = (tokens, index) => {
	const first = tokens[index];
	if (first === undefined || !opensCardinal(first.lower) || isDash(tokens[index - 1])) return undefined;
	const article = first.lower === 'a' || first.lower === 'an';
	if (!article && cardinalAt([first.lower], 0) === undefined) return undefined;
	const lowers = tokens.slice(index, index + 5).map((token) => (isDash(token) ? '' : token.lower));
	const run = article
		? { value: 1, length: 1 }
		: cardinalAt(
				lowers.filter((word) => word !== ''),
				0
			);
	if (run === undefined || !Number.isInteger(run.value)) return undefined;
	const at = index + run.length;
	const noun = tokens[at]?.lower.replace(SINGULAR, '') ?? '';
	const way = tokens[at + 1]?.lower;
	// "Five weeks ago" is no day; "a week later" counts from one.
	const recent = run.value <= MOST_WEEKS && weekdayAt(tokens, at + 2) === undefined;
	const weeks = noun === 'week' && (way !== 'ago' || recent);
	const unit = weeks ? 'day' : UNITS.get(noun);
	if (unit === undefined || way === undefined) return undefined;
	const vague = wordSet('than over about around nearly almost some roughly least').has(tokens[index - 1]?.lower ?? '');
	const rest = tokens[at + 2];
	const before = way === 'before' && (rest === undefined || rest.kind === 'sign');
	const reading = distanceReading(before ? 'earlier' : way, run.value * (weeks ? 7 : 1), unit);
	// "Fell 3% from a year earlier" compares and dates nothing.
	const compares = wordSet('from than versus on').has(tokens[index - 1]?.lower ?? '') && reading?.as === 'anchored';
	// "A week earlier than planned" compares, too.
	const planned = reading?.as === 'anchored' && tokens[at + 2]?.lower === 'than';
	if (vague || compares || planned || reading === undefined) return undefined;
	const confidence = reading.as === 'shift' ? 0.85 : 0.6;
	return { from: index, to: at + 2, reading, rule: reading.as === 'shift' ? 'ago' : 'from-date-before', confidence };
};

function distanceReading(way: string, value: number, unit: Precision): Reading | undefined {
	if (way === 'ago') return { as: 'shift', by: -value, unit };
	if (way === 'earlier') return { as: 'anchored', by: -value, unit };
	return way === 'later' ? { as: 'anchored', by: value, unit } : undefined;
}

const PARTS_OF_DAY = wordSet('morning evening afternoon');
const NEIGHBOURS = new Map([
	['next', 1],
	['following', 1],
	['previous', -1],
	['preceding', -1]
]);
const SIDES = new Map([
	['before', -1],
	['after', 1]
]);

/** "The day before over the remarks": no day of something that follows. */
const GOES_ON = wordSet('over about with in at on by to from and but when while as');

/** "the next day", "the following month", "the month before": counted from the date told before. */
export const neighbour: Rule = (tokens, index): Found | undefined => {
	if (tokens[index]?.lower !== 'the') return undefined;
	const by = NEIGHBOURS.get(tokens[index + 1]?.lower ?? '');
	const early = UNITS.get(tokens[index + 1]?.lower ?? '');
	const stop = tokens[index + 3];
	const side = SIDES.get(tokens[index + 2]?.lower ?? '');
	if (early && side !== undefined && (stop === undefined || stop.kind === 'sign' || GOES_ON.has(stop.lower))) {
		const reading = { as: 'anchored', by: side, unit: early } as const;
		return { from: index, to: index + 3, reading, rule: 'from-date-before', confidence: 0.6 };
	}
	const noun = tokens[index + 2]?.lower ?? '';
	const unit = PARTS_OF_DAY.has(noun) ? 'day' : UNITS.get(noun);
	if (by === undefined || unit === undefined || (unit !== 'day' && tokens[index + 1]?.lower === 'next'))
		return undefined;
	const reading = { as: 'anchored', by, unit } as const;
	return { from: index, to: index + 3, reading, rule: 'from-date-before', confidence: 0.6 };
};
