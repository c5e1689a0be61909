import type { Span } from '#lib/domain/articles/types.ts';
import { isApostrophe, isDash, type Token } from '../dates/tokens.ts';
import type { CompiledMeasures, Unit } from '../lexicon/measures.ts';
import type { Amount } from './amount.ts';
import { boundBefore } from './bounds.ts';
import { contextOf } from './context.ts';
import { wordSet } from '../../text.ts';

const AUXILIARIES = wordSet('have had were are');
const TO_FROM = wordSet('to from');
const LEADS_TO_NUMBER = wordSet('to at is was reached hit of from');
const NUMBER_NOUNS = wordSet('number total');
const BEFORE_DURATION = wordSet('for by within lasted lasting last postponed delayed extended');

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

/** After these a duration tells when, and belongs to a date. */
const WHEN = wordSet('ago earlier later before after old older younger');
/** What ends a noun phrase. */
const STOPS = wordSet(
	'of in on at to for from by with as and or but that which who whose where when while than over under between among against about into through during before after since until per is are was were be been being has have had will would can could may might must shall should do does did not a an the his her its their our this these those it he she they we i if so because also more less including such other'
);
const LONGEST_NOUN_PHRASE = 8;
const PART_OF = wordSet('its their his her the our these those');
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

/** "ten working days", "three straight hours": words between an amount and its unit. */
const BEFORE_UNIT = wordSet(
	'working business calendar consecutive straight full whole further more additional extra long solid successive square cubic'
);

/** The index after "U.S." or "US" before a currency's name: "117 billion U.S. dollars". */
function afterState(tokens: Tokens, index: number): number {
	const dotted = [0, 1, 2, 3].map((step) => tokens[index + step]?.text ?? '').join('') === 'U.S.';
	return dotted ? index + 4 : index;
}

function unitAfter(tokens: Tokens, index: number, measures: CompiledMeasures): { unit: Unit; to: number } | undefined {
	const near = unitAt(tokens, index, measures);
	if (near) return near;
	const state = afterState(tokens, index);
	if (state > index) return unitAt(tokens, state, measures);
	const far = BEFORE_UNIT.has(tokens[index]?.lower ?? '') ? unitAt(tokens, index + 1, measures) : undefined;
	return far?.unit.kind === 'duration' ? far : undefined;
}

function unitAt(tokens: Tokens, index: number, measures: CompiledMeasures): { unit: Unit; to: number } | undefined {
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
	return counted(tokens, amount, measures) ?? numberOf(tokens, amount, measures) ?? changedTo(tokens, amount, measures);
}

const CHANGES = wordSet(
	'rise rises rising rose risen fall falls falling fell fallen drop drops dropping dropped increase increases increasing increased grow grows growing grew grown bring brings bringing brought raise raises raising raised cut cuts cutting reach reaches reaching reached climb climbs climbing climbed up down shrink shrank shrunk decline declined declining dwindle dwindled double doubled doubling total totalled totaled totalling expand expanded expanding reduce reduced reducing'
);
const CHANGE_WINDOW = 16;
const AFTER_CHANGE = wordSet('by in from after since this last and');

/** "raising weekly flights to 80", "violations have dropped to fewer than 20": what changes stands before. */
function changedTo(tokens: Tokens, amount: Amount, measures: CompiledMeasures): Measured | undefined {
	const lead = boundBefore(tokens, amount.from, measures).from;
	const after = tokens[amount.to];
	const plain = amount.spelled || !/^(?:19|20)\d\d$/.test(tokens[amount.from]?.text ?? '');
	// "Flights: more than 1,900 have been cancelled": what is counted was named before.
	const subject = lead < amount.from && AUXILIARIES.has(after?.lower ?? '');
	const ends = after === undefined || after.kind === 'sign' || AFTER_CHANGE.has(after.lower);
	const from = Math.max(0, lead - 1 - CHANGE_WINDOW);
	const changes = () => tokens.slice(from, lead).some(({ lower }) => CHANGES.has(lower));
	const changed = ends && TO_FROM.has(tokens[lead - 1]?.lower ?? '') && changes();
	if (!plain || !(subject || changed)) return undefined;
	for (let at = lead - 2; at >= from; at -= 1) {
		const noun = tokens[at];
		if (noun?.kind !== 'word' || CHANGES.has(noun.lower) || (at > 0 && noun.text !== noun.lower)) continue;
		if (!isPlural(noun.lower, measures) || STOPS.has(noun.lower)) continue;
		const of = contextOf(tokens, lead - 1, lead - 1, 'number-of');
		return { from: amount.from, to: amount.to, unit: noun.text, of, rule: 'changed-to', confidence: 0.75 };
	}
	return undefined;
}

/** "brought the number of weekly flights to 70": the noun stands before. */
function numberOf(tokens: Tokens, amount: Amount, measures: CompiledMeasures): Measured | undefined {
	const lead = tokens[amount.from - 1]?.lower ?? '';
	if (!LEADS_TO_NUMBER.has(lead) && !measures.bounds.has(lead)) return undefined;
	for (let at = amount.from - 2; at >= 0 && at > amount.from - NUMBER_OF_WINDOW; at -= 1) {
		if (tokens[at]?.lower !== 'of' || !NUMBER_NOUNS.has(tokens[at - 1]?.lower ?? '')) continue;
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
	// "The Five-Year Plan": a name.
	const capital = (token: Token | undefined) => token?.kind === 'word' && token.text[0] !== token.lower[0];
	if (isDash(tokens[amount.to]) && capital(tokens[to - 1]) && capital(tokens[to])) return false;
	const lone = amount.value === 1 && amount.spelled;
	const possible =
		!lone ||
		tokens[amount.to]?.lower === 'hour' ||
		isDash(tokens[amount.to]) ||
		BEFORE_DURATION.has(tokens[amount.from - 1]?.lower ?? '');
	return possible && tokens[amount.from - 1]?.lower !== 'every';
}

/** "50,000 young Americans", "22 world leaders": the noun phrase after the number. */
function counted(tokens: Tokens, amount: Amount, measures: CompiledMeasures): Measured | undefined {
	const before = tokens[amount.from - 1];
	if (isName(tokens, amount, measures) || (amount.spelled && amount.value < 2)) return undefined;
	if (isDash(tokens[amount.to]) && tokens[amount.to]?.joined) return undefined;
	const share = shareOf(tokens, amount, measures);
	if (share) return share;
	// "More than 1,000 of its members": a part of what is counted.
	const of = tokens[amount.to]?.lower === 'of' && PART_OF.has(tokens[amount.to + 1]?.lower ?? '') ? 2 : 0;
	// "Two more laboratories"
	const part = of === 0 && FURTHER.has(tokens[amount.to]?.lower ?? '') ? 1 : of;
	const head = headOf(tokens, amount.to + part, measures);
	if (head === undefined) return undefined;
	const noun = tokens[head]?.lower ?? '';
	const both = ['the', 'both', 'these', 'those', 'all', 'our', 'their', 'its'].includes(before?.lower ?? '');
	if (measures.parties.has(noun) && (amount.value === 2 || (amount.value <= FEW && both))) return undefined;
	// "The two largest economies" points at parties and counts nothing.
	if (amount.spelled && amount.value <= 3 && both) return undefined;
	const unit = wordsOf(tokens, amount.to + part, head + 1);
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

const FURTHER = wordSet('more other further additional');
const GROUPS = wordSet('delegation team group panel crew party entourage');

/** "44 of 80 applications", "60 of his 210 workers", where the whole has a number of its own; "a delegation of 47". */
function shareOf(tokens: Tokens, amount: Amount, measures: CompiledMeasures): Measured | undefined {
	const { from, to } = amount;
	const told = { from, to, rule: 'count', confidence: 0.8 };
	const after = tokens[to];
	if (
		tokens[from - 1]?.lower === 'of' &&
		headOf(tokens, to, measures) === undefined &&
		GROUPS.has(tokens[from - 2]?.lower ?? '')
	)
		return { ...told, unit: 'people', of: contextOf(tokens, from - 1, from - 1, 'number-of') };
	if (after?.lower !== 'of') return undefined;
	const whole = PART_OF.has(tokens[to + 1]?.lower ?? '') ? to + 2 : to + 1;
	const head = tokens[whole]?.kind === 'number' ? headOf(tokens, whole + 1, measures) : undefined;
	if (head === undefined) return undefined;
	return { ...told, unit: wordsOf(tokens, whole + 1, head + 1), of: contextOf(tokens, from, head + 1, 'count') };
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
		// "28,500 U.S. troops": the stops of an abbreviation.
		if (token.text === '.' && token.joined && /^\p{Lu}$/u.test(tokens[at - 1]?.text ?? '') && at > start) continue;
		if (isModel(tokens, at)) return at + 3;
		if (at > start && ((token.kind === 'number' && token.joined) || joinsStates(tokens, at))) continue;
		if (token.kind !== 'word' || STOPS.has(token.lower)) return undefined;
		if (isApostrophe(tokens[at + 1]) && tokens[at + 1]?.joined) return undefined;
		if (!isDash(tokens[at + 1]) && isPlural(token.lower, measures)) return at;
	}
	return undefined;
}

/** "Australian and U.S. troops". */
const joinsStates = (tokens: Tokens, at: number): boolean =>
	tokens[at]?.lower === 'and' &&
	[at - 1, at + 1].every((one) => tokens[one]?.kind === 'word' && tokens[one].text !== tokens[one].lower);

/** "40 F-16s": letters, a number and the ending of the plural. */
const isModel = (tokens: Tokens, at: number): boolean =>
	isDash(tokens[at + 1]) &&
	tokens[at + 2]?.kind === 'number' &&
	tokens[at + 3]?.text === 's' &&
	[1, 2, 3].every((step) => tokens[at + step]?.joined);

const isPlural = (lower: string, measures: CompiledMeasures): boolean =>
	measures.plurals.has(lower) ||
	(/[a-z]{2,}(?:men|women)$/.test(lower) && lower !== 'regimen') ||
	(/[a-z]{2,}s$/.test(lower) && !/(?:ss|us|is|ous)$/.test(lower));
