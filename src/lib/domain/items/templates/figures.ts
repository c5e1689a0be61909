import type { Ask } from '../../facts/fact-schema.ts';
import type { Board } from './board.ts';
import { countedQuestion } from './counted.ts';
import { askable, wordings } from './guard.ts';
import { BLANK, gapAt, shortened, type Gap } from './sentences.ts';
import { asAsk, attributed, stem, type Told } from './told.ts';

const AMOUNT =
	/(?:(?:US|A|C|NZ|HK|S)?\$|€|£|¥|₩|₹|Rs\.? ?)?\d[\d,]*(?:\.\d+)?(?:[ -](?:hundred|thousand|million|billion|trillion|crore|lakh))?(?: ?%| percent| per cent)?/g;
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
const MOST_PERCENT = 100;
const FARTHEST = 12;
const MOST_LOOKED_AT = 60;

/** How many, or how much: the amount as a gap in the statement. */
export function figureAsks(told: Told, board: Board): Ask[] {
	for (const wording of wordings(told)) {
		const asks = figureAsk(wording, board);
		if (asks.length > 0) return asks;
	}
	return [];
}

function figureAsk(told: Told, board: Board): Ask[] {
	const { values } = told.fact;
	const statement = askable(told);
	if (values.is !== 'figure' || statement === undefined || told.polarity === 'negated') return [];
	if (Math.abs(values.number) <= TRIVIAL && values.unit !== '%') return [];
	const found = amountIn(statement, values.number);
	const short = found && shortened(found.gap);
	if (!found || !short) return [];
	const line = `${short.before}${BLANK}${short.after}`;
	const counted = countedQuestion(short, found.text);
	const question = stem(told, found.text, (source) =>
		counted === undefined
			? `Which figure completes this statement from ${source}? ${line}`
			: `According to ${source}, ${counted}?`
	);
	if (question === undefined) return [];
	return [
		asAsk(told, {
			slot: 'figure',
			type: 'number',
			question,
			key: found.text,
			cloze: attributed(told, short),
			value: values.number,
			unit: /[%$€£¥₩₹]|percent|per cent/.test(found.text) ? values.unit : undefined,
			typed: true,
			distractors: { 'other-figure': otherFigures(told, board, found.text, values.number, line) }
		})
	];
}

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

/** Figures of the same unit as the text writes them, then multiples of this one. */
function otherFigures(told: Told, board: Board, key: string, number: number, line: string): string[] {
	const shape = shapeOf(key);
	const real = (board.articles.get(told.article)?.figures.get(told.unit ?? '') ?? [])
		.slice(0, MOST_LOOKED_AT)
		.flatMap((other) => {
			const { values } = other.fact;
			if (values.is !== 'figure' || values.number === number) return [];
			return [...other.fact.statement.matchAll(AMOUNT)]
				.map((match) => match[0].trim())
				.filter((text) => valueOf(text) === values.number && shapeOf(text) === shape);
		});
	const isShare = /%|percent|per cent/.test(key) && number <= MOST_PERCENT;
	const likely = real.filter((text) => (!isShare || valueOf(text) <= MOST_PERCENT) && isNear(valueOf(text), number));
	return [...new Set([...likely.slice(0, 3), ...multiples(key)])].filter(
		(text) => text !== key && !line.includes(text)
	);
}

/** Nobody mistakes a figure for one a hundred times as large. */
const isNear = (a: number, b: number): boolean => a < b * FARTHEST && b < a * FARTHEST;

/** What stands around the digits: options must be alike. */
const shapeOf = (text: string): string => text.replace(/\d[\d,]*(?:\.\d+)?/, '#');

/** Half, twice and other multiples, written as the amount is written. */
function multiples(key: string): string[] {
	const digits = /\d[\d,]*(?:\.\d+)?/.exec(key)?.[0] ?? '';
	const value = Number(digits.replaceAll(',', ''));
	const places = /\.(\d+)/.exec(digits)?.[1]?.length ?? 0;
	const isShare = /%|percent|per cent/.test(key);
	return [value / 2, value * 2, value * 1.5, value * 3]
		.map((n) => Number(n.toFixed(places)))
		.filter((n) => n > 0 && n !== value && !(isShare && n > MOST_PERCENT && value <= MOST_PERCENT))
		.map((n) => key.replace(digits, written(n, places, digits)));
}

function written(n: number, places: number, like: string): string {
	const grouped = like.includes(',') || n < 1000;
	return n.toLocaleString('en-US', {
		minimumFractionDigits: places,
		maximumFractionDigits: places,
		useGrouping: grouped
	});
}
