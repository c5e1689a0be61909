import { cardinalAt } from '#lib/domain/grading/number-words.ts';
import { isDash, type Token } from '../dates/tokens.ts';

/** A number as it is written or spelled; token indices, `to` exclusive. */
export interface Amount {
	from: number;
	to: number;
	value: number;
	spelled: boolean;
}

type Tokens = readonly Token[];
/** Signs and codes of currencies as written: "RM42" is an amount, "F-35" and "COP28" are none. */
type Codes = ReadonlyMap<string, unknown>;

const SCALES = new Map<string, number>([
	['thousand', 1e3],
	['k', 1e3],
	['million', 1e6],
	['mn', 1e6],
	['m', 1e6],
	['billion', 1e9],
	['bn', 1e9],
	['b', 1e9],
	['trillion', 1e12],
	['tn', 1e12],
	['hundred', 100],
	['dozen', 12],
	['lakh', 1e5],
	['crore', 1e7]
]);
/** One letter is a scale only where it touches a number: "$5m". */
const JOINED_ONLY = new Set(['k', 'm', 'b']);
/** A spelled number begins with one of these. */
const BEGINS =
	/^(?:a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty|hundreds?|thousands?|dozen)$/;
/** Words of a spelled number: enough for "two hundred and twenty-two thousand". */
const LONGEST = 12;

/** The number that begins at a token; undefined for ordinals, times, scores, codes and parts of names. */
export function amountAt(tokens: Tokens, index: number, codes: Codes): Amount | undefined {
	const token = tokens[index];
	if (token?.kind === 'number') return digitsAt(tokens, index, codes);
	return token?.kind === 'word' ? spelledAt(tokens, index) : undefined;
}

function digitsAt(tokens: Tokens, index: number, codes: Codes): Amount | undefined {
	const token = tokens[index];
	if (token === undefined || isPartOfCode(tokens, index, codes)) return undefined;
	let value = Number(token.text.replaceAll(',', ''));
	let to = index + 1;
	const point = tokens[to];
	const decimals = tokens[to + 1];
	if (point?.text === '.' && point.joined && decimals?.kind === 'number' && decimals.joined) {
		value = Number(`${token.text.replaceAll(',', '')}.${decimals.text}`);
		to += 2;
	}
	// "20 000" with a blank as the thousands' mark.
	while (
		/^\d{1,3}$/.test(token.text) &&
		to > index &&
		/^\d{3}$/.test(tokens[to]?.text ?? '') &&
		tokens[to]?.start === (tokens[to - 1]?.end ?? 0) + 1
	) {
		value = value * 1000 + Number(tokens[to]?.text);
		to += 1;
	}
	const scaled = withScales(tokens, to, value);
	if (scaled.to > to) return { from: index, to: scaled.to, value: scaled.value, spelled: false };
	return continuesAsCode(tokens, to) ? undefined : { from: index, to, value, spelled: false };
}

function withScales(tokens: Tokens, start: number, value: number): { value: number; to: number } {
	let to = start;
	let result = value;
	while (to < start + 2) {
		const at = isDash(tokens[to]) && tokens[to]?.joined ? to + 1 : to;
		const word = tokens[at];
		const scale = SCALES.get(word?.lower ?? '');
		if (word === undefined || scale === undefined || (JOINED_ONLY.has(word.lower) && !word.joined)) break;
		result *= scale;
		to = at + 1;
	}
	// 2.3 million is 2300000 and not 2299999.9999999995.
	return { value: Number(result.toPrecision(15)), to };
}

/** "F-35", "COP28", "#2", "4-3", "10:30". */
function isPartOfCode(tokens: Tokens, index: number, codes: Codes): boolean {
	const token = tokens[index];
	const before = tokens[index - 1];
	if (before === undefined || !token?.joined) return false;
	if (before.kind === 'word') return !codes.has(before.text);
	if (before.text === '#' || before.text === '/' || before.text === ':' || before.text === '.' || before.text === ',')
		return true;
	return isDash(before) && before.joined;
}

/** "5th", "10:30", "24/7", "5G", "4-3". */
function continuesAsCode(tokens: Tokens, to: number): boolean {
	const after = tokens[to];
	if (after === undefined || !after.joined) return false;
	// "5pc" is a share, "5PC" an abbreviation.
	if (after.kind === 'word') {
		return !/^(?:km|kg|mw|gw|mph|kwh|twh|gwh|pct|m|cm|mm|nm|t)$/.test(after.lower) && after.text !== 'pc';
	}
	const more = tokens[to + 1];
	if (!more?.joined) return false;
	return ':/.'.includes(after.text) ? more.kind === 'number' : isDash(after) && more.kind === 'number';
}

/** "just over an hour", "nearly a decade": an article that stands for one. */
function boundedOne(tokens: Tokens, index: number): { value: number; length: number } | undefined {
	const article = /^an?$/.test(tokens[index]?.lower ?? '');
	const unit = /^(?:hour|day|week|month|year|decade|century)$/.test(tokens[index + 1]?.lower ?? '');
	const bound = /^(?:over|than|under|about|around|nearly|almost|roughly|least|approximately)$/.test(
		tokens[index - 1]?.lower ?? ''
	);
	return article && unit && bound ? { value: 1, length: 1 } : undefined;
}

function spelledAt(tokens: Tokens, index: number): Amount | undefined {
	if (!BEGINS.test(tokens[index]?.lower ?? '')) return undefined;
	if (isDash(tokens[index - 1]) && tokens[index]?.joined) return undefined;
	const window: string[] = [];
	const places: number[] = [];
	for (let at = index; at < tokens.length && window.length < LONGEST; at += 1) {
		const token = tokens[at];
		if (token === undefined || token.kind === 'number' || (token.kind === 'sign' && !isDash(token))) break;
		if (token.kind !== 'word') continue;
		window.push(token.lower);
		places.push(at);
	}
	const run = cardinalAt(window, 0) ?? boundedOne(tokens, index);
	if (!run || run.length === 0) return undefined;
	const to = (places[run.length - 1] ?? index) + 1;
	// "two-thirds" and "twenty-first" are no amounts.
	const tail = isDash(tokens[to]) ? tokens[to + 1]?.lower : tokens[to]?.lower;
	if (
		/^(?:thirds?|quarters?|fifths?|half|halves|tenths?|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)$/.test(
			tail ?? ''
		)
	)
		return undefined;
	const half = tokens[index - 1]?.lower === 'half' && /^an?$/.test(tokens[index]?.lower ?? '');
	return { from: half ? index - 1 : index, to, value: half ? run.value / 2 : run.value, spelled: true };
}
