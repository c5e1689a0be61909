import type { Precision } from '#lib/domain/dates.ts';
import { cardinalAt, opensCardinal } from '#lib/domain/grading/number-words.ts';
import { wordSet } from '../../text.ts';
import { weekdayAt } from './parts.ts';
import { isApostrophe, isDash, type Token } from './tokens.ts';
import type { Found, Reading, Rule } from './types.ts';

type Tokens = readonly Token[];

/** A stretch of days that is counted: "two weeks", "a fortnight", "forty-eight hours". */
interface Stretch {
	days: number;
	/** Weeks say no more than about when, once there are more than two of them. */
	coarse: boolean;
	next: number;
}

const HOURS_OF_DAY = 24;
const MOST_WEEKS = 2;
const DAYS_OF = new Map([
	['day', 1],
	['week', 7],
	['fortnight', 14]
]);

/** The whole days that a number with its unit makes; undefined for other units and for parts of a day. */
function stretchAt(tokens: Tokens, index: number): Stretch | undefined {
	const first = tokens[index];
	if (first === undefined || !opensCardinal(first.lower) || isDash(tokens[index - 1])) return undefined;
	const window = tokens.slice(index, index + 6).filter((token) => !isDash(token));
	const run = cardinalAt(
		window.map(({ lower }) => lower),
		0
	);
	// "A fortnight": the article is the number.
	const article = first.lower === 'a' || first.lower === 'an';
	const [value, length] = article ? [1, 1] : [run?.value ?? 0, run?.length ?? 0];
	const noun = window[length];
	if (noun === undefined || length === 0 || !Number.isInteger(value)) return undefined;
	const unit = noun.lower.replace(/s$/, '');
	const next = tokens.indexOf(noun, index) + 1;
	const days = DAYS_OF.get(unit);
	if (days !== undefined) return { days: value * days, coarse: days > 1 && value > MOST_WEEKS, next };
	const whole = unit === 'hour' && value > 0 && value % HOURS_OF_DAY === 0;
	return whole ? { days: value / HOURS_OF_DAY, coarse: false, next } : undefined;
}

const WAYS = new Map([
	['after', -1],
	['before', 1]
]);

/** "On Sunday evening, four days after soldiers rammed the gate": the day of what happened, counted from the date before. */
export const besideDate: Rule = (tokens, index, before): Found | undefined => {
	const told = /^(?:morning|afternoon|evening|night)$/.test(tokens[index - 2]?.lower ?? '') ? index - 2 : index - 1;
	if (before?.to !== told || tokens[index - 1]?.text !== ',') return undefined;
	const stretch = stretchAt(tokens, index);
	const way = WAYS.get(tokens[stretch?.next ?? 0]?.lower ?? '');
	if (stretch === undefined || way === undefined || tokens[stretch.next + 1]?.kind !== 'word') return undefined;
	const reading: Reading = { as: 'anchored', by: way * stretch.days, unit: 'day' };
	return { from: index, to: stretch.next + 1, reading, rule: 'beside-date', confidence: 0.75 };
};

const VAGUE = wordSet('about around nearly almost some roughly least than over');

/** "In a fortnight's time", "in two days' time", "two weeks from now", "a fortnight ago", "forty-eight hours later". */
export const spanOfDays: Rule = (tokens, index): Found | undefined => {
	const stretch = stretchAt(tokens, index);
	if (stretch === undefined || stretch.coarse || VAGUE.has(tokens[index - 1]?.lower ?? '')) return undefined;
	const { days, next } = stretch;
	const shift = (by: number, to: number, rule: string): Found => ({
		from: index,
		to,
		reading: { as: 'shift', by, unit: 'day' },
		rule,
		confidence: 0.85
	});
	const owned = isApostrophe(tokens[next]) ? (tokens[next + 1]?.lower === 's' ? next + 2 : next + 1) : next;
	if (owned > next && tokens[index - 1]?.lower === 'in' && tokens[owned]?.lower === 'time')
		return shift(days, owned + 1, 'days-ahead');
	const way = tokens[next]?.lower;
	if (way === 'from' && /^(?:now|today)$/.test(tokens[next + 1]?.lower ?? ''))
		return shift(days, next + 2, 'days-ahead');
	const unit = tokens[next - 1]?.lower ?? '';
	if (way === 'ago' && unit.startsWith('fortnight')) return shift(-days, next + 1, 'ago');
	if (way !== 'later' || !/^(?:hour|fortnight)s?$/.test(unit)) return undefined;
	const reading: Reading = { as: 'anchored', by: days, unit: 'day' };
	return { from: index, to: next + 1, reading, rule: 'from-date-before', confidence: 0.6 };
};

const DAY_OR_PART = /^(?:day|morning|afternoon|evening|night)$/;

/** "In Brussels the same day", "on the same day", "later that day": the day told before. */
export const sameDay: Rule = (tokens, index): Found | undefined => {
	const same = tokens[index]?.lower === 'the' && tokens[index + 1]?.lower === 'same';
	const that =
		tokens[index]?.lower === 'that' && /^(?:later|earlier|on|of)$/.test(tokens[index - 1]?.lower ?? '') ? 1 : 0;
	const at = same ? index + 2 : that > 0 ? index + 1 : 0;
	if (at === 0 || !DAY_OR_PART.test(tokens[at]?.lower ?? '') || tokens[at + 1]?.lower === 'as') return undefined;
	const reading: Reading = { as: 'anchored', by: 0, unit: 'day' };
	return { from: index, to: at + 1, reading, rule: 'same-day', confidence: 0.6 };
};

/** "By the end of the decade", "before the decade is out". */
export const endOfDecade: Rule = (tokens, index): Found | undefined => {
	if (tokens[index]?.lower !== 'the' || tokens[index + 1]?.lower !== 'decade') return undefined;
	const ends = tokens[index - 1]?.lower === 'of' && /^(?:end|close|turn)$/.test(tokens[index - 2]?.lower ?? '');
	const out = tokens[index - 1]?.lower === 'before' && /^(?:is|ends)$/.test(tokens[index + 2]?.lower ?? '');
	if (!ends && !out) return undefined;
	return { from: index, to: index + 2, reading: { as: 'decade' }, rule: 'end-of-period', confidence: 0.7 };
};

const UNITS = new Map<string, Precision>([
	['month', 'month'],
	['year', 'year']
]);
const TWICE = new Map([
	['before last', -2],
	['after next', 2]
]);

/** "The year before last", "the month after next": counted from publication. */
export const twiceAway: Rule = (tokens, index): Found | undefined => {
	const unit = tokens[index]?.lower === 'the' ? UNITS.get(tokens[index + 1]?.lower ?? '') : undefined;
	const by = TWICE.get(`${tokens[index + 2]?.lower} ${tokens[index + 3]?.lower}`);
	if (unit === undefined || by === undefined) return undefined;
	return { from: index, to: index + 4, reading: { as: 'shift', by, unit }, rule: `near-${unit}`, confidence: 0.88 };
};

/** "On Thursday week": a week after the Thursday to come. */
export const weekdayLater: Rule = (tokens, index): Found | undefined => {
	const day = weekdayAt(tokens, index);
	const every = /^(?:every|each|last|next|this)$/.test(tokens[index - 1]?.lower ?? '');
	if (day === undefined || every || tokens[day.next]?.lower !== 'week') return undefined;
	const reading: Reading = { as: 'weekday', weekday: day.value, later: true };
	return { from: index, to: day.next + 1, reading, rule: 'weekday-of-week', confidence: 0.8 };
};
