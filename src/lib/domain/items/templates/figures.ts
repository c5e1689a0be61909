import type { Ask } from '../../facts/fact-schema.ts';
import type { Board } from './board.ts';
import { isAside, isIncomplete } from './complete.ts';
import { countedQuestion } from './counted.ts';
import { figureQuestion } from './gap-question.ts';
import { isCompared, isUndatedPrice, nearFigures } from './near-figures.ts';
import { isSentence } from './grammar.ts';
import { askable, firstAsk, parts, wordings } from './guard.ts';
import { isOfAnother } from './reported.ts';
import { BLANK, gapAt, shortened, type Gap } from './sentences.ts';
import { asAsk, attributed, stem, type Told } from './told.ts';
import { isWorthAGap } from './worth.ts';

const AMOUNT =
	/(?:(?:US|A|C|NZ|HK|S)?\$|€|£|¥|₩|₹|Rs\.? ?)?\d+(?:,\d{2,3})*(?:\.\d+)?(?:[ -](?:hundred|thousand|million|billion|trillion|crore|lakh))?(?: ?%| percent| per cent)?/g;
const SCALES = new Map([
	['hundred', 1e2],
	['thousand', 1e3],
	['million', 1e6],
	['billion', 1e9],
	['trillion', 1e12],
	['lakh', 1e5],
	['crore', 1e7]
]);
/** Counts as small as these are known from the rest of the sentence ("the two leaders"). */
const TRIVIAL = 2;

/** How many, or how much: the amount as a gap in the statement. */
export function figureAsks(plain: Told, board: Board): Ask[] {
	const told = inDigits(spelt(plain));
	return firstAsk(wordings(told), (wording, most) => figureAsk(wording, board, most));
}

const SCALE = new Map([
	['m', 'million'],
	['mn', 'million'],
	['bn', 'billion'],
	['tn', 'trillion']
]);

/** "25m tonnes", "$20bn" with the scale as a word. */
const spelt = (told: Told): Told => ({
	...told,
	fact: {
		...told.fact,
		statement: told.fact.statement
			.replace(
				/([$€£¥]\d[\d.,]*)(mn?|bn|tn)\b/gu,
				(_, number: string, scale: string) => `${number} ${SCALE.get(scale) ?? scale}`
			)
			.replace(/(\d)m(?= (?:metric )?(?:tonnes|tons|barrels|people|euros|dollars|vehicles|cars)\b)/gu, '$1 million')
	}
});

/** A number that its sentence tells in a word, in digits: as an answer it is typed so. */
function inDigits(told: Told): Told {
	const { values, statement } = told.fact;
	const word = values.is === 'figure' ? WORDS.get(values.number) : undefined;
	if (values.is !== 'figure' || word === undefined) return told;
	// "Nine in ten", "three of them": no number of things.
	const parts = statement.split(
		new RegExp(
			`(?<!\\b(?:in|of|the|all|by|-)[ -]?)\\b${word}\\b(?= (?:[\\p{L}-]+ ){0,3}?\\p{Ll}+s\\b)(?! (?:of|in|or|to|and)\\b)`,
			'iu'
		)
	);
	if (parts.length !== 2 || new RegExp(`\\b${values.number}\\b`, 'u').test(statement)) return told;
	return { ...told, fact: { ...told.fact, statement: parts.join(String(values.number)) } };
}

const WORDS = new Map([
	[3, 'three'],
	[4, 'four'],
	[5, 'five'],
	[6, 'six'],
	[7, 'seven'],
	[8, 'eight'],
	[9, 'nine'],
	[10, 'ten'],
	[11, 'eleven'],
	[12, 'twelve'],
	[15, 'fifteen'],
	[18, 'eighteen'],
	[20, 'twenty'],
	[30, 'thirty'],
	[60, 'sixty'],
	[90, 'ninety']
]);

/** The first amount of what is agreed or promised, as a gap in its statement. */
export function amountAsks(plain: Told, board: Board): Ask[] {
	const told = spelt(plain);
	// "The minister said that Norway would …": whoever said so belongs to it.
	if (/^(?:\S+ ){1,4}would\b/u.test(told.fact.statement) && isOfAnother(told, 'would')) return [];
	const [first] = [...told.fact.statement.slice(0, LONGEST).matchAll(AMOUNT)].map(([text]) => text.trim());
	if (first === undefined || DATE_OR_NAME.test(told.fact.statement)) return [];
	const unit = /%|percent|per cent/.test(first) ? '%' : undefined;
	return firstAsk(parts(told), (wording, most) => gapAsk(wording, board, most, valueOf(first), unit));
}

const LONGEST = 600;
/** "Section 232", "the 18th package", "the G20": numbers that count nothing. */
const DATE_OR_NAME = /\b(?:Section|Article|Resolution|Phase|Chapter|Annex|Paragraph|No\.?) \d|\b[A-Z]{1,4}-?\d/u;

function figureAsk(told: Told, board: Board, most: number): Ask[] {
	const { values } = told.fact;
	return values.is === 'figure' ? gapAsk(told, board, most, values.number, values.unit) : [];
}

function gapAsk(told: Told, board: Board, most: number, number: number, unit: string | undefined): Ask[] {
	const statement = askable(told);
	if (statement === undefined || told.polarity === 'negated') return [];
	if (number === 0 || (Math.abs(number) <= TRIVIAL && unit !== '%')) return [];
	const found = amountIn(statement, number);
	const short = found && shortened(found.gap, most);
	// "New 2035 targets": a year; "9 March 2031": a day.
	if (!found || /^(?:19|20)\d\d$/.test(found.text) || IN_DATE.test(found.gap.after)) return [];
	if (!short || !isSentence(`${short.before}${found.text}${short.after}`)) return [];
	const line = `${short.before}${BLANK}${short.after}`;
	if (!isWorthAGap(line, PROMISED.has(told.fact.kind)) || isOwnView(line) || isAside(short.before)) return [];
	// Another writing of the amount tells it; "could only agree" leans on what was hoped for.
	if (CONVERTED.test(short.after) || IN_BRACKETS.test(short.before) || /\b(?:could|can|would) only\b/u.test(line))
		return [];
	if (isPartial(line, told.around) || isCompared(short) || isUndatedPrice(line)) return [];
	const counted = countedQuestion(short, found.text) ?? figureQuestion(short, found.text);
	const question = stem(told, found.text, (source) =>
		counted === undefined
			? `Which figure completes this statement from ${source}? ${line}`
			: `According to ${source}, ${counted}?`
	);
	// A figure of a year that nobody knows may be right in another one.
	if (question === undefined || (told.published !== null && !/\d{4}/.test(question))) return [];
	const others = RANGE.test(line) ? [] : otherFigures(found.text, number, line, figuresBeside(told, board, number));
	return [
		asAsk(told, {
			slot: 'figure',
			type: 'number',
			question,
			key: found.text,
			cloze: attributed(told, short),
			value: number,
			unit: /[%$€£¥₩₹]|percent|per cent/.test(found.text) ? unit : undefined,
			typed: true,
			distractors: { 'other-figure': others }
		})
	];
}

/** "Euros (about 11 million U.S. dollars)". */
const CONVERTED = /^[^,;()]{0,40} \((?:about |some |around |roughly |or )?(?:[$€£¥]|\d|US)/u;
const IN_BRACKETS = /\((?:about |some |around |roughly |or |worth |equivalent to )?[^()]{0,4}$/u;
const PROMISED = new Set(['agreement', 'commitment']);
const IN_DATE =
	/^ (?:January|February|March|April|May|June|July|August|September|October|November|December)\b|^(?:st|nd|rd|th)\b|^-\p{L}/u;

/** "Scrap 30 charges" of "scrap 30 charges and rules that …": they are as many only together. */
function isHalved(line: string, around: string): boolean {
	const end = line.replace(/\.$/u, '').split(' ').slice(-1).join(' ');
	const at = around.lastIndexOf(`${end} and `);
	return at >= 0 && /^ and \p{Ll}+s (?:that|of|on|for|which|by)\b/u.test(around.slice(at + end.length));
}

const isPartial = (line: string, around: string): boolean =>
	isIncomplete(line) || ONE_END.test(line) || isHalved(line, around);

/** "____ to 60,000 soldiers": one end of a span. */
const ONE_END =
	/\bbetween (?:\S+ ){0,2}?[$€£¥]?____|\bbetween \S+ (?:\S+ )?and (?:\S+ )?____|^The (?:first|next|last|remaining|other) ____ \p{Ll}+ (?:are|were|is|was|will|have|has)\b|____\S{0,2} ?(?:to|or|–|-) ?[$€£¥]?\d|\d(?: \p{L}+)? (?:to|or) [$€£¥]?____/u;

/** "From ____ to 350": the other end excludes whatever lies beyond it. */
const RANGE =
	/\bfrom (?:\S{1,4})?____\S{0,3} to \S{0,4}\d|\d\S{0,12}(?: \p{L}+)? to \S{0,4}____|\btotal of (?:\p{L}+ )?____/u;

/** "Congress ought to release ____": what the writer would have. */
const isOwnView = (line: string): boolean =>
	/\b(?:ought to|should)\b/u.test(line) &&
	!/\b(?:said|says|urg\p{L}*|call\p{L}*|demand\p{L}*|argu\p{L}*|insist\p{L}*|agree\p{L}*|want\p{L}*|ask\p{L}*)\b/u.test(
		line
	);

interface Amount {
	text: string;
	gap: Gap;
}

/** The only place of a statement where an amount of this value stands in digits. */
function amountIn(statement: string, number: number): Amount | undefined {
	const found = [...statement.matchAll(AMOUNT)].map((match) => match[0].trim());
	const same = found.filter((text) => valueOf(text) === number);
	const [text] = same;
	const gap = text === undefined || same.length > 1 ? undefined : gapAt(statement, text);
	return text === undefined || gap === undefined ? undefined : { text, gap };
}

/** The value of an amount in digits, its scale word included. */
function valueOf(text: string): number {
	const digits = Number((/\d[\d,]*(?:\.\d+)?/.exec(text)?.[0] ?? '').replaceAll(',', ''));
	const scale = SCALES.get(/[a-z]+/.exec(text.replace(/^Rs/, ''))?.[0] ?? '') ?? 1;
	// 1.1 million is a binary fraction: the product is rounded where that leaves a whole number.
	return Math.round(digits * scale * 1e6) / 1e6;
}

/** How far apart figures may lie that are taken for each other, as a factor. */
const ALIKE = 4;
const MOST_BESIDE = 2;
/** No share is more, in percent. */
const WHOLE = 100;

/** What the article counts in the same unit elsewhere: that is what a hasty reader takes for the answer. */
function figuresBeside(told: Told, board: Board, number: number): number[] {
	const others = board.articles.get(told.article)?.figures.get(told.unit ?? '') ?? [];
	const found = others.flatMap(({ fact, around }) =>
		fact.values.is === 'figure' && around !== told.around ? [fact.values.number] : []
	);
	const most = told.unit === '%' && number <= WHOLE ? WHOLE : Infinity;
	return [...new Set(found)]
		.filter(
			(other) => other !== number && other < most && other > TRIVIAL && other < number * ALIKE && other > number / ALIKE
		)
		.slice(0, MOST_BESIDE);
}

/** Figures of the same kind that are wrong. */
function otherFigures(key: string, number: number, line: string, beside: readonly number[]): string[] {
	// Deadlines in hours are told in halves of days.
	const hours = / hours?\b/.test(line) && number % 12 === 0 ? [12, 24, 36, 48, 72, 96].map(String) : undefined;
	const digits = /\d[\d,]*(?:\.\d+)?/.exec(key)?.[0] ?? '';
	const scale = number / Number(digits.replaceAll(',', ''));
	const real = beside
		.map((other) => Number((other / scale).toFixed(2)))
		.map((other) =>
			key.replace(digits, other.toLocaleString('en-US', { useGrouping: digits.includes(',') || other < 1000 }))
		);
	return [...new Set([...real, ...(hours ?? nearFigures(key))])].filter(
		(text) => text !== key && !line.includes(text) && !/\b\d{4,}(?:\.\d+)? (?:million|billion)/.test(text)
	);
}
