import type { Span } from '#lib/domain/articles/types.ts';
import { isApostrophe, isDash, type Token } from '../dates/tokens.ts';
import type { CompiledMeasures, Unit } from '../lexicon/measures.ts';
import type { Amount } from './amount.ts';
import { contextOf } from './context.ts';

/** An amount with its unit: tokens from the currency's sign to the unit or the noun. */
export interface Measured {
	from: number;
	to: number;
	unit: string;
	of: Span | undefined;
	rule: string;
	confidence: number;
}

type Tokens = readonly Token[];

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/** After these a duration tells when, and belongs to a date. */
const WHEN = words('ago earlier later before after old older younger');
/** What ends a noun phrase. */
const STOPS = words(
	'of in on at to for from by with as and or but that which who whose where when while than over under between among against about into through during before after since until per is are was were be been being has have had will would can could may might must shall should do does did not a an the his her its their our this these those it he she they we i if so because also more less including such other'
);
const LONGEST_NOUN_PHRASE = 6;
const FEW = 5;
const NUMBER_OF_WINDOW = 18;

/** A currency's sign or code before the number: "$", "US$", "HK$", "RMB". */
function currencyBefore(
	tokens: Tokens,
	index: number,
	measures: CompiledMeasures
): { unit: Unit; from: number } | undefined {
	const sign = tokens[index - 1];
	const letters = tokens[index - 2];
	if (sign === undefined) return undefined;
	const both = letters && sign.joined ? measures.before.get(letters.text + sign.text) : undefined;
	if (both) return { unit: both, from: index - 2 };
	const one = measures.before.get(sign.text);
	return one && { unit: one, from: index - 1 };
}

function unitAfter(tokens: Tokens, index: number, measures: CompiledMeasures): { unit: Unit; to: number } | undefined {
	const at = isDash(tokens[index]) && tokens[index]?.joined ? index + 1 : index;
	for (const { words: phrase, value } of measures.units.get(tokens[at]?.lower ?? '') ?? []) {
		if (phrase.every((word, step) => tokens[at + step]?.lower === word)) return { unit: value, to: at + phrase.length };
	}
	return undefined;
}

/** The unit or the counted noun of an amount; undefined where it is no figure. */
export function measured(tokens: Tokens, amount: Amount, measures: CompiledMeasures): Measured | undefined {
	const currency = currencyBefore(tokens, amount.from, measures);
	const context = (from: number, to: number, kind: string) => contextOf(tokens, from, to, kind);
	if (currency) {
		const repeated = unitAfter(tokens, amount.to, measures);
		const to = repeated?.unit.kind === 'currency' ? repeated.to : amount.to;
		const { from } = currency;
		return {
			from,
			to,
			unit: currency.unit.unit,
			of: context(from, to, 'currency'),
			rule: 'currency',
			confidence: 0.95
		};
	}
	const after = unitAfter(tokens, amount.to, measures);
	if (after) {
		if (after.unit.kind === 'duration' && !isDuration(tokens, amount, after.to)) return undefined;
		const { unit } = after.unit;
		const to = after.to + (isDash(tokens[after.to]) && tokens[after.to + 1]?.lower === 'long' ? 2 : 0);
		return {
			from: amount.from,
			to,
			unit,
			of: context(amount.from, to, after.unit.kind),
			rule: after.unit.kind,
			confidence: 0.93
		};
	}
	return counted(tokens, amount, measures) ?? numberOf(tokens, amount, measures);
}

/** "brought the number of weekly flights to 70": the noun stands before. */
function numberOf(tokens: Tokens, amount: Amount, measures: CompiledMeasures): Measured | undefined {
	const lead = tokens[amount.from - 1]?.lower ?? '';
	if (!words('to at is was reached hit of from').has(lead) && !measures.bounds.has(lead)) return undefined;
	for (let at = amount.from - 2; at >= 0 && at > amount.from - NUMBER_OF_WINDOW; at -= 1) {
		if (tokens[at]?.lower !== 'of' || !words('number total').has(tokens[at - 1]?.lower ?? '')) continue;
		const head = headOf(tokens, at + 1, measures);
		if (head === undefined || head >= amount.from) return undefined;
		const of = contextOf(tokens, at, at, 'number-of');
		const unit = wordsOf(tokens, at + 1, head + 1);
		return { from: amount.from, to: amount.to, unit, of, rule: 'number-of', confidence: 0.85 };
	}
	return undefined;
}

const wordsOf = (tokens: Tokens, from: number, to: number): string =>
	tokens.slice(from, to).reduce((text, token) => text + (token.joined || text === '' ? '' : ' ') + token.text, '');

function isDuration(tokens: Tokens, amount: Amount, to: number): boolean {
	const dash = isDash(tokens[to]) ? 1 : 0;
	if (WHEN.has(tokens[to + dash]?.lower ?? '')) return false;
	const lone = amount.value === 1 && amount.spelled;
	const possible =
		!lone ||
		tokens[amount.to]?.lower === 'hour' ||
		isDash(tokens[amount.to]) ||
		tokens[amount.from - 1]?.lower === 'for';
	return possible && tokens[amount.from - 1]?.lower !== 'every';
}

/** "50,000 young Americans", "22 world leaders": the noun phrase after the number. */
function counted(tokens: Tokens, amount: Amount, measures: CompiledMeasures): Measured | undefined {
	const before = tokens[amount.from - 1];
	if (isName(tokens, amount, measures) || (amount.spelled && amount.value < 2)) return undefined;
	if (isDash(tokens[amount.to]) && tokens[amount.to]?.joined) return undefined;
	const head = headOf(tokens, amount.to, measures);
	if (head === undefined) return undefined;
	const noun = tokens[head]?.lower ?? '';
	const both = ['the', 'both', 'these', 'those', 'all', 'our', 'their', 'its'].includes(before?.lower ?? '');
	if (measures.parties.has(noun) && (amount.value === 2 || (amount.value <= FEW && both))) return undefined;
	// "The two largest economies" points at parties and counts nothing.
	if (amount.spelled && amount.value <= 3 && both) return undefined;
	const unit = wordsOf(tokens, amount.to, head + 1);
	const confidence = amount.value < FEW && amount.spelled ? 0.75 : 0.88;
	return {
		from: amount.from,
		to: head + 1,
		unit,
		of: contextOf(tokens, amount.from, head + 1, 'count'),
		rule: 'count',
		confidence
	};
}

/** "Resolution 2758", "Boeing 737", "Article 5", or a number that stands for a year. */
function isName(tokens: Tokens, amount: Amount, measures: CompiledMeasures): boolean {
	const before = tokens[amount.from - 1];
	if (before?.kind !== 'word' || amount.spelled) return before?.text === '#';
	if (measures.names.has(before.lower)) return true;
	const sentenceStart = amount.from - 1 === 0;
	const bound = measures.bounds.has(before.lower);
	return before.text[0] !== before.lower[0] && !sentenceStart && !bound;
}

/** The index of the head of the noun phrase that begins at a token: its first plural. */
function headOf(tokens: Tokens, start: number, measures: CompiledMeasures): number | undefined {
	for (let at = start; at < tokens.length && at < start + LONGEST_NOUN_PHRASE; at += 1) {
		const token = tokens[at];
		if (token === undefined) return undefined;
		if (isDash(token) && token.joined && at > start) continue;
		if (token.kind !== 'word' || STOPS.has(token.lower)) return undefined;
		if (isApostrophe(tokens[at + 1]) && tokens[at + 1]?.joined) return undefined;
		if (!isDash(tokens[at + 1]) && isPlural(token.lower, measures)) return at;
	}
	return undefined;
}

const isPlural = (lower: string, measures: CompiledMeasures): boolean =>
	measures.plurals.has(lower) || (/[a-z]{2,}s$/.test(lower) && !/(?:ss|us|is|ous)$/.test(lower));
