import { plain, singular } from './normalise.ts';
import { cardinalAt, ordinalValue } from './number-words.ts';
import { NEGATORS, STOP_WORDS } from './words.ts';

/** An amount as a learner writes it. */
export interface Quantity {
	/** More than one where the writing can be read in two ways ("50.000"). */
	values: number[];
	/** "second", "2nd". */
	ordinal: boolean;
	/** "three times", "3x", "triple". */
	times: boolean;
	/** "more than" and "less than"; "about" is none. */
	direction?: 'up' | 'down';
	about: boolean;
	/** Everything else that was written: singular words, measures in one form. */
	units: string[];
}

const TOKEN =
	/(\d{1,3}(?:[,' ]\d{3})+(?!\d)(?:\.\d+)?|\d+(?:[.,]\d+)?)|(\p{L}+)|([%$€£¥~≈<>≥≤×])|(\+)|([-‐‑‒–—−])|([\s.,;:!?"“”„«»()'…]+)/uy;
const SIGNS = new Map(
	Object.entries({
		'%': 'percent',
		$: 'dollar',
		'€': 'euro',
		'£': 'pound',
		'¥': 'yuan',
		'~': 'about',
		'≈': 'about',
		'<': 'under',
		'≤': 'under',
		'>': 'over',
		'≥': 'over',
		'×': 'x'
	})
);
const MULTIPLES = new Map([
	...'double doubled doubling doubles twice twofold'.split(' ').map((word): [string, number] => [word, 2]),
	...'triple tripled tripling triples treble trebled trebling thrice threefold'
		.split(' ')
		.map((word): [string, number] => [word, 3]),
	...'quadruple quadrupled quadrupling fourfold'.split(' ').map((word): [string, number] => [word, 4]),
	...'quintuple quintupled fivefold'.split(' ').map((word): [string, number] => [word, 5]),
	['tenfold', 10]
]);
const DOWN = /\b(?:no more than|not more than|less than|fewer than|at most|up to|or less|or fewer|under|below)\b/u;
const UP =
	/\b(?:no fewer than|no less than|not less than|more than|greater than|at least|in excess of|or more|or over|over|above|exceeding|plus)\b/u;
const ABOUT =
	/\b(?:about|around|approximately|approx|roughly|some|circa|ca|nearly|almost|or so|exactly|precisely|just|only|in total|altogether)\b/gu;

const MEASURES = new Map(
	Object.entries({
		second: 'second seconds secs',
		minute: 'minute minutes min mins',
		hour: 'hour hours hr hrs h hourly hourlong',
		day: 'day days daily',
		week: 'week weeks wk weekly',
		month: 'month months monthly',
		year: 'year years yr yrs yearly annual annually',
		decade: 'decade decades',
		century: 'century centuries',
		percent: 'percent pct percentage',
		dollar: 'dollar dollars usd buck bucks',
		euro: 'euro euros eur',
		pound: 'pound pounds gbp',
		yuan: 'yuan rmb renminbi cny',
		kilometer: 'kilometer kilometers kilometre kilometres km kms',
		mile: 'mile miles mi',
		ton: 'ton tons tonne tonnes',
		kilogram: 'kilogram kilograms kg kgs',
		degree: 'degree degrees'
	}).flatMap(([measure, words]) => words.split(' ').map((word): [string, string] => [word, measure]))
);

/** The measure that a word stands for. */
export const measureOf = (word: string): string | undefined => MEASURES.get(word);

/** Words as units are compared. */
export const unitWords = (words: string[]): string[] =>
	words
		.filter((word) => !STOP_WORDS.has(word) || NEGATORS.has(word))
		.map((word) => MEASURES.get(word) ?? singular(word));

/** Reads one amount; nothing where the text holds none, several ("20–25"), or signs that are no amount. */
export function parseQuantity(text: string): Quantity | undefined {
	const tokens = tokenise(plain(text).replace(/\bper cent\b/gu, '%'));
	if (!tokens) return undefined;
	const joined = tokens.words.join(' ');
	const down = DOWN.test(joined);
	const up = !down && UP.test(joined);
	const bare = joined
		.replace(DOWN, ' ')
		.replace(UP, ' ')
		.replace(ABOUT, ' ')
		.split(' ')
		.filter((word) => word !== '');
	const read = readNumber(bare);
	if (!read) return undefined;
	const alternatives = tokens.thousands ? [read.value, read.value * 1000] : [read.value];
	return {
		values: alternatives.map((value) => (tokens.negative ? -value : value)),
		ordinal: read.ordinal,
		times: read.times,
		...(down ? { direction: 'down' } : up ? { direction: 'up' } : {}),
		about: joined.replace(ABOUT, '') !== joined,
		units: unitWords(read.rest)
	};
}

interface Tokens {
	words: string[];
	negative: boolean;
	/** One number with a point before three digits, which some write for thousands. */
	thousands: boolean;
}

function tokenise(text: string): Tokens | undefined {
	const tokens: Tokens = { words: [], negative: false, thousands: false };
	TOKEN.lastIndex = 0;
	while (TOKEN.lastIndex < text.length) {
		const from = TOKEN.lastIndex;
		const match = TOKEN.exec(text);
		if (!match) return undefined;
		const [, number, word, sign, plus, dash] = match;
		if (number !== undefined) addNumber(tokens, number);
		if (word !== undefined) tokens.words.push(word);
		if (sign !== undefined) tokens.words.push(SIGNS.get(sign) ?? sign);
		if (plus !== undefined) tokens.words.push('plus');
		if (dash !== undefined && /\d/u.test(text[from + 1] ?? '')) {
			if (/[\p{L}\p{N}]/u.test(text[from - 1] ?? '')) return undefined;
			tokens.negative = true;
		}
	}
	return tokens;
}

function addNumber(tokens: Tokens, number: string): void {
	if (/^\d{1,3}\.\d{3}$/u.test(number)) tokens.thousands = true;
	const grouped = /^\d{1,3}(?:[,' ]\d{3})+(?:\.\d+)?$/u.test(number);
	tokens.words.push(grouped ? number.replace(/[,' ]/gu, '') : number.replace(',', '.'));
}

interface NumberRead {
	value: number;
	ordinal: boolean;
	times: boolean;
	rest: string[];
}

function readNumber(words: string[]): NumberRead | undefined {
	const read: NumberRead = { value: Number.NaN, ordinal: false, times: false, rest: [] };
	let index = 0;
	while (index < words.length) {
		const word = words[index] ?? '';
		const run = numberAt(words, index, Number.isNaN(read.value));
		if (run && !Number.isNaN(read.value)) return undefined;
		if (run) {
			read.value = run.value;
			read.ordinal = run.ordinal;
			read.times = read.times || run.times;
		} else if (['times', 'fold', 'x'].includes(word)) read.times = true;
		else if (word === 'minus' || word === 'negative') return undefined;
		else read.rest.push(word);
		index += run?.length ?? 1;
	}
	return Number.isFinite(read.value) ? read : undefined;
}

function numberAt(words: string[], index: number, first: boolean) {
	const word = words[index] ?? '';
	const multiple = MULTIPLES.get(word);
	if (multiple !== undefined) return { value: multiple, length: 1, ordinal: false, times: true };
	const two = ordinalValue(words.slice(index, index + 2));
	const one = first ? ordinalValue([word]) : undefined;
	if (two !== undefined && words.length > index + 1) return { value: two, length: 2, ordinal: true, times: false };
	if (one !== undefined) return { value: one, length: 1, ordinal: true, times: false };
	const run = cardinalAt(words, index);
	if (!run) return undefined;
	const suffixed = /^\d+$/u.test(word) && ['st', 'nd', 'rd', 'th'].includes(words[index + 1] ?? '') && run.length === 1;
	return { value: run.value, length: suffixed ? 2 : run.length, ordinal: suffixed, times: false };
}
