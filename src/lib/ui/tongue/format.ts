import { precisionOf, type Precision } from '#lib/domain/dates.ts';
import { percentText as domainPercent } from '#lib/domain/percent.ts';
import { getLocale } from '#lib/tongue/locale.ts';

/** Dates of English pages stand as the British write them: "15 November 2023". */
const tag = (): string => (getLocale() === 'en' ? 'en-GB' : getLocale());

const made = new Map<string, Intl.DateTimeFormat>();

/** A format of the page's language; made once, since making one is slow. */
function format(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
	const key = `${tag()} ${JSON.stringify(options)}`;
	const known = made.get(key) ?? new Intl.DateTimeFormat(tag(), options);
	made.set(key, known);
	return known;
}

const noon = (day: string): Date => new Date(`${day}T12:00:00Z`);

const PARTS: Readonly<Record<Precision, Intl.DateTimeFormatOptions>> = {
	year: { year: 'numeric', timeZone: 'UTC' },
	month: { month: 'long', year: 'numeric', timeZone: 'UTC' },
	day: { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }
};

/** A date as exact as it is given: "15 November 2023", "August 2022", "2019"; "2023年11月15日". */
export function dateText(date: string): string {
	const precision = precisionOf(date);
	const whole = precision === 'year' ? `${date}-01-01` : precision === 'month' ? `${date}-01` : date;
	return format(PARTS[precision]).format(noon(whole));
}

/** A day of this year, short: "8 May"; "5月8日". */
export function shortDay(day: string): string {
	return format({ day: 'numeric', month: 'short', timeZone: 'UTC' }).format(noon(day));
}

/** A day with its weekday, short: "Fri, 8 May"; "5月8日周五". */
export function shortWeekday(day: string): string {
	return format({ weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' }).format(noon(day));
}

/** A day with its weekday: "Friday 8 May"; "5月8日星期五". */
export function longWeekday(day: string): string {
	return format({ weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' }).format(noon(day));
}

/** The time of an instant on somebody's clock: "18:40". */
export function timeText(at: Date, timeZone: string): string {
	return format({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone }).format(at);
}

/** An instant with any parts of a date and a time, in the page's language. */
export function momentText(at: Date, options: Intl.DateTimeFormatOptions): string {
	return format(options).format(at);
}

/** A number with the marks that its language puts between thousands: "12,345". */
export function numberText(value: number, options: Intl.NumberFormatOptions = {}): string {
	return new Intl.NumberFormat(tag(), options).format(value);
}

/** Things in a row: "one, two and three"; "一、二和三", and figures "1、2、3". */
export function listText(things: readonly string[]): string {
	return new Intl.ListFormat(tag(), { type: 'conjunction' }).format(things).replace(/(\d)和(?=\d)/g, '$1、');
}

/**
 * What a language is called: "French"; "法语".
 * @param language its tag, as an article may state it; told as it is where it is no language's
 */
export function languageText(language: string): string {
	if (!/^[a-z]{2,3}$/.test(language)) return language;
	return new Intl.DisplayNames(tag(), { type: 'language' }).of(language) ?? language;
}

/** A share in whole per cent: "72 %"; Chinese puts no space before the sign. */
export function wholePercentText(share: number): string {
	return percentText(Math.round(share * 100) / 100);
}

/** A share in per cent: "72.5 %"; Chinese puts no space before the sign. */
export function percentText(share: number): string {
	const text = domainPercent(share);
	return getLocale() === 'en' ? text : text.replace(' ', '');
}

/** Between two things that are said in one line; a constant, because a template would lose its first space. */
export const DOT = ' · ';

/** Between two sentences: a space; Chinese stops and colons bring their own room. */
export const gap = (): string => (getLocale() === 'en' ? ' ' : '');
