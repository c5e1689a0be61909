import { wordsOf } from './normalise.ts';

const map = (text: string, first: number, step: number): [string, number][] =>
	text.split(' ').map((word, index) => [word, first + index * step]);

const ONES = map('one two three four five six seven eight nine', 1, 1);
const TEENS = map('ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen', 10, 1);
const TENS = map('twenty thirty forty fifty sixty seventy eighty ninety', 20, 10);
const UNITS = new Map<string, number>([
	['zero', 0],
	['nil', 0],
	...ONES,
	...TEENS,
	...TENS,
	['fourty', 40],
	['ninty', 90]
]);
const SCALES = new Map<string, number>([
	['dozen', 12],
	['hundred', 100],
	...['thousand', 'k'].map((word): [string, number] => [word, 1e3]),
	...['million', 'mn', 'mio', 'm'].map((word): [string, number] => [word, 1e6]),
	...['billion', 'bn', 'b'].map((word): [string, number] => [word, 1e9]),
	['trillion', 1e12]
]);
const SMALL = map('first second third fourth fifth sixth seventh eighth ninth', 1, 1);
const LARGE = map(
	'tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth',
	10,
	1
);
const ORDINALS = new Map<string, number>([...SMALL, ...LARGE, ['thirtieth', 30]]);

/** The value of a spelled ordinal up to thirty-first: "fifteenth", "twenty first". */
export function ordinalValue(words: string[]): number | undefined {
	const [first = '', second] = words;
	if (second === undefined) return ORDINALS.get(first);
	const tens = UNITS.get(first) ?? 0;
	const ones = ORDINALS.get(second) ?? 10;
	return (tens === 20 || tens === 30) && ones < 10 ? tens + ones : undefined;
}

/** A cardinal that begins at a place: its value and how many words it takes. */
export interface Run {
	value: number;
	length: number;
}

interface Sum {
	total: number;
	current: number;
	started: boolean;
	/** Written in digits: only a scale may follow. */
	digits: boolean;
}

/** Whether a cardinal may begin with a word: with any other none does. */
export const opensCardinal = (word: string): boolean =>
	UNITS.has(word) || SCALES.has(word) || word === 'a' || word === 'an' || /^\d/.test(word);

/** Reads the longest cardinal that starts at an index: "twenty two", "50 thousand", "a dozen", "two and a half". */
export function cardinalAt(words: string[], start: number): Run | undefined {
	if (!opensCardinal(words[start] ?? '')) return undefined;
	let sum: Sum = { total: 0, current: 0, started: false, digits: false };
	let index = start;
	let end = start;
	while (index < words.length) {
		const word = words[index] ?? '';
		const joins = word === 'and' ? end > start : isOne(word, words[index + 1]) && end === start;
		const next = joins ? sum : withWord(sum, word);
		if (next === undefined) break;
		index += 1;
		if (!joins) end = index;
		sum = next;
	}
	if (end === start) return undefined;
	const half = words.slice(end, end + 3).join(' ') === 'and a half' ? 0.5 : 0;
	return { value: sum.total + sum.current + half, length: end - start + (half > 0 ? 3 : 0) };
}

/** "a dozen", "an hundred": an article that stands for one. */
const isOne = (word: string, next: string | undefined): boolean =>
	(word === 'a' || word === 'an') && next !== undefined && SCALES.has(next) && next.length > 2;

/** The sum with one more word, or nothing where the word cannot continue it. */
function withWord(sum: Sum, word: string): Sum | undefined {
	if (/^\d+(?:\.\d+)?$/u.test(word)) {
		return sum.started ? undefined : { total: 0, current: Number(word), started: true, digits: true };
	}
	const unit = UNITS.get(word);
	if (unit !== undefined) return fits(sum, unit) ? { ...sum, current: sum.current + unit, started: true } : undefined;
	const scale = SCALES.get(word) ?? (sum.started && word.endsWith('s') ? SCALES.get(word.slice(0, -1)) : undefined);
	const times = sum.started ? sum.current : 1;
	if (scale === undefined || times === 0 || (word.length <= 3 && !sum.started)) return undefined;
	if (scale > 100) return { total: sum.total + times * scale, current: 0, started: true, digits: false };
	return times < 100 ? { ...sum, current: times * scale, started: true } : undefined;
}

/** "twenty two" is a number, "five six" and "two twenty" are none. */
function fits({ current, started, digits }: Sum, unit: number): boolean {
	if (!started) return true;
	if (digits || unit === 0) return false;
	if (unit < 10) return current % 10 === 0 && (current % 100 === 0 || current % 100 >= 20);
	return current % 100 === 0;
}

/** The words of a text with every spelled cardinal as digits. */
export function plainNumbers(text: string): string {
	const words = wordsOf(text);
	const result: string[] = [];
	let index = 0;
	while (index < words.length) {
		const run = cardinalAt(words, index);
		result.push(run ? String(run.value) : (words[index] ?? ''));
		index += run?.length ?? 1;
	}
	return result.join(' ');
}
