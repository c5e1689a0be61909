import type { Layout } from '#lib/domain/articles/types.ts';
import { sentenceTokens, type Token } from '../dates/tokens.ts';
import type { CompiledMeasures } from '../lexicon/measures.ts';
import type { DateExpression, Figure } from '../types.ts';
import { amountAt, type Amount } from './amount.ts';
import { boundBefore } from './bounds.ts';
import { foldAt } from './folds.ts';
import { measured, type Measured } from './units.ts';

/** "1 hour and 40 minutes" is one duration, in minutes. */
function hoursAndMinutes(
	tokens: readonly Token[],
	hours: Amount,
	first: Measured,
	measures: CompiledMeasures
): { minutes: number; what: Measured } | undefined {
	if (first.unit !== 'hour') return undefined;
	const at = tokens[first.to]?.lower === 'and' || tokens[first.to]?.text === ',' ? first.to + 1 : first.to;
	const rest = amountAt(tokens, at, measures.before);
	const second = rest && measured(tokens, rest, measures);
	if (!rest || second?.unit !== 'minute' || rest.value >= 60) return undefined;
	return { minutes: hours.value * 60 + rest.value, what: { ...second, from: first.from } };
}

/** Marks the tokens that belong to dates: their numbers are no figures. */
function datedTokens(tokens: readonly Token[], dates: readonly DateExpression[]): boolean[] {
	let at = 0;
	return tokens.map((token) => {
		while (at < dates.length && (dates[at]?.end ?? 0) <= token.start) at += 1;
		return (dates[at]?.start ?? Infinity) <= token.start;
	});
}

/** Dates by their sentence, so that each sentence looks at its own only. */
function bySentence(dates: readonly DateExpression[]): Map<number, DateExpression[]> {
	const map = new Map<number, DateExpression[]>();
	for (const date of dates) {
		const list = map.get(date.sentence);
		if (list) list.push(date);
		else map.set(date.sentence, [date]);
	}
	return map;
}

/** Where a range ends: "20 to 30" gives its lower end and "at least". */
function rangeEnd(tokens: readonly Token[], amount: Amount, measures: CompiledMeasures): Amount | undefined {
	const joint = tokens[amount.to]?.lower;
	const between = tokens[amount.from - 1]?.lower === 'between' && joint === 'and';
	if (joint !== 'to' && joint !== 'or' && !between) return undefined;
	const last = amountAt(tokens, amount.to + 1, measures.before);
	return last && last.value > amount.value ? last : undefined;
}

function figureOf(
	text: string,
	tokens: readonly Token[],
	sentence: number,
	amount: Amount,
	what: Measured,
	range: boolean,
	measures: CompiledMeasures
): Figure | undefined {
	const bound = boundBefore(tokens, what.from, measures);
	const start = tokens[what.from]?.start;
	const end = tokens[what.to - 1]?.end;
	if (start === undefined || end === undefined) return undefined;
	return {
		start: tokens[bound.from]?.start ?? start,
		end,
		sentence,
		value: amount.value,
		unit: what.unit,
		of: what.of === undefined ? what.unit : text.slice(what.of.start, what.of.end),
		bound: range ? 'more-than' : bound.bound,
		rule: range ? `${what.rule}-range` : what.rule,
		confidence: range ? 0.6 : what.confidence
	};
}

/**
 * The amounts of an article with their unit and what they count, in the order of the text. Of a range the lower end is
 * kept, with the bound "more-than"; ordinals, codes, parties ("two leaders") and numbers inside dates are left out.
 * @param dates the article's date expressions, sorted
 */
export function findFigures(layout: Layout, dates: readonly DateExpression[], measures: CompiledMeasures): Figure[] {
	const ofSentence = bySentence(dates);
	const read = sentenceTokens(layout);
	return layout.sentences.flatMap((_, index) => {
		const tokens = read[index] ?? [];
		const dated = datedTokens(tokens, ofSentence.get(index) ?? []);
		const found: Figure[] = [];
		for (let at = 0; at < tokens.length;) {
			const fold = dated[at] ? undefined : foldAt(tokens, at);
			const amount = dated[at] ? undefined : (fold?.amount ?? amountAt(tokens, at, measures.before));
			const last = amount && !fold ? rangeEnd(tokens, amount, measures) : undefined;
			const alone = fold?.what ?? (amount && measured(tokens, { ...amount, to: last?.to ?? amount.to }, measures));
			const both = amount && alone && !last ? hoursAndMinutes(tokens, amount, alone, measures) : undefined;
			const what = both?.what ?? alone;
			if (amount && what) {
				const scaled =
					last && amount.value < 1000 && last.value >= 1e6
						? { ...amount, value: amount.value * 10 ** (3 * Math.floor(Math.log10(last.value) / 3)) }
						: { ...amount, value: both?.minutes ?? amount.value };
				const figure = figureOf(layout.article.normal, tokens, index, scaled, what, last !== undefined, measures);
				if (figure) found.push(figure);
			}
			at = Math.max(at + 1, last?.to ?? amount?.to ?? 0, what?.to ?? 0);
		}
		return found;
	});
}
