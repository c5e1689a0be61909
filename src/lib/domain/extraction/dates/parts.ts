import { isShortMonth, monthNumber, shortWeekdayNumber, weekdayNumber } from './calendar.ts';
import { isDash, type Token } from './tokens.ts';

/** A part of a date that was read: its value and the index after it. */
export interface Part {
	value: number;
	next: number;
}

type Tokens = readonly Token[];

/** Months whose names are also common words or first names: they want a capital and company. */
const DOUBTFUL = new Set(['may', 'march', 'august']);
const SUFFIXES = new Set(['st', 'nd', 'rd', 'th']);

/** A month's name, with the full stop of an abbreviation. */
export function monthAt(tokens: Tokens, index: number): Part | undefined {
	const token = tokens[index];
	if (token?.kind !== 'word') return undefined;
	const value = monthNumber(token.lower);
	if (value === undefined) return undefined;
	const capital = token.text[0] !== token.lower[0];
	if (!capital && (DOUBTFUL.has(token.lower) || isShortMonth(token.lower))) return undefined;
	const stop = tokens[index + 1];
	// "Mar-a-Lago" is no month.
	if (isShortMonth(token.lower) && isDash(stop) && tokens[index + 2]?.lower === 'a') return undefined;
	return { value, next: index + (isShortMonth(token.lower) && stop?.text === '.' && stop.joined ? 2 : 1) };
}

/** A day of the month in digits, with or without "th"; no time, share or part of a longer number. */
export function dayAt(tokens: Tokens, index: number): Part | undefined {
	const token = tokens[index];
	if (token?.kind !== 'number' || token.text.length > 2) return undefined;
	const value = Number(token.text);
	if (value < 1 || value > 31) return undefined;
	const after = tokens[index + 1];
	if (after?.kind === 'word' && after.joined) return SUFFIXES.has(after.lower) ? { value, next: index + 2 } : undefined;
	return continues(tokens, index) ? undefined : { value, next: index + 1 };
}

/** Whether a number goes on after its digits: "10:30", "15.5", "15%". */
export function continues(tokens: Tokens, index: number): boolean {
	const sign = tokens[index + 1];
	if (!sign?.joined) return false;
	if (sign.text === '%') return true;
	const more = tokens[index + 2];
	return ':.,/'.includes(sign.text) && more?.kind === 'number' && more.joined;
}

/** A year in four digits, 1600 to 2100. */
export function yearAt(tokens: Tokens, index: number): Part | undefined {
	const token = tokens[index];
	if (token?.kind !== 'number' || token.text.length !== 4) return undefined;
	const after = tokens[index + 1];
	if (continues(tokens, index) || (after?.kind === 'word' && after.joined)) return undefined;
	const value = Number(token.text);
	return value >= 1600 && value <= 2100 ? { value, next: index + 1 } : undefined;
}

/** A year after a month or day: ", 2023", "of 2023", "in the year 2023". */
export function yearAfter(tokens: Tokens, index: number): Part | undefined {
	const first = tokens[index];
	if (first === undefined) return undefined;
	if (first.text === ',' || first.lower === 'of' || first.lower === 'in') {
		const skip = tokens[index + 1]?.lower === 'the' && tokens[index + 2]?.lower === 'year' ? 3 : 1;
		return yearAt(tokens, index + skip);
	}
	return yearAt(tokens, index);
}

/** A weekday's full name with a capital. */
export function weekdayAt(tokens: Tokens, index: number): Part | undefined {
	const token = tokens[index];
	if (token?.kind !== 'word' || token.text[0] === token.lower[0]) return undefined;
	const value = weekdayNumber(token.lower);
	return value === undefined ? undefined : { value, next: index + 1 };
}

/** A weekday's abbreviation with its full stop; only beside a date does it count. */
export function shortWeekdayAt(tokens: Tokens, index: number): Part | undefined {
	const token = tokens[index];
	if (token?.kind !== 'word' || token.text[0] === token.lower[0]) return undefined;
	const value = shortWeekdayNumber(token.lower);
	const stop = tokens[index + 1];
	return value === undefined ? undefined : { value, next: index + (stop?.text === '.' && stop.joined ? 2 : 1) };
}

/** What joins the ends of a span: a dash, "to", "through", "until" or "and". */
export function joinAt(tokens: Tokens, index: number): Part | undefined {
	const token = tokens[index];
	if (token === undefined) return undefined;
	const joins = isDash(token) || ['to', 'and', 'through', 'thru', 'till', 'until'].includes(token.lower);
	return joins ? { value: 0, next: index + 1 } : undefined;
}
